"""What a format should say, from the document; and what a file says, as programs read it that we did not write."""

import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from coachdesk.commitments import CommitmentDocument, Format, PlannedAction, journal_parts
from coachdesk.commitments.document import Section
from coachdesk.documents.fonts import clean
from coachdesk.privacy import Printable

_NOT_IN_THE_TEXT = frozenset({"alternative", "footer", "page_label", "easy"})
"""What is said of a picture, what repeats on every page, and the easy words, which are another document."""


def squeezed(words: str) -> str:
    """Without any space: lines end where the page is full, not where the words do."""
    return "".join(words.split())


def expected(document: CommitmentDocument, kind: Format) -> str:
    """All words of a format in reading order, without spaces."""
    if kind is Format.TEXT:
        return squeezed("".join(clean(f"{part.title}\n{part.text}") for part in journal_parts(document)))
    words = _easy(document) if kind is Format.EASY else _said(document, numbered=kind.is_paged, kind=kind)
    return squeezed("".join(map(clean, words)))


def _easy(document: CommitmentDocument) -> Iterator[str]:
    yield document.title.value
    for section in document.easy:
        yield section.heading.value
        for line in section.lines:
            yield f"{line.number}. {line.words.words.value}" if line.number else line.words.words.value


def _said(document: CommitmentDocument, *, numbered: bool, kind: Format) -> Iterator[str]:
    skipped = _NOT_IN_THE_TEXT if kind.is_paged else _NOT_IN_THE_TEXT | {"on_pages"}
    number, counted = 0, True

    def walk(value: object) -> Iterator[str]:
        nonlocal number, counted
        if isinstance(value, Section):
            counted = value.is_numbered
        if isinstance(value, Printable):
            yield str(value.value)
        elif isinstance(value, tuple):
            for each in value:
                yield from walk(each)
        elif is_dataclass(value):
            if numbered and isinstance(value, PlannedAction):
                number += counted
                yield f"{number}." if counted else "•"
            for field in fields(value):
                if field.name not in skipped:
                    yield from walk(getattr(value, field.name))

    yield from walk(document)


@cache
def pages_of(pdf: Path) -> tuple[str, ...]:
    """The text of every page in the order in which it is drawn, read by Poppler."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return tuple(done.stdout.decode().split("\f")[:-1])


def read(file: Path, document: CommitmentDocument, kind: Format) -> str:
    """All words of a file in the order in which it says them, without spaces and without the foot of its pages."""
    if kind is Format.HTML:
        return squeezed(_heard(file.read_text(encoding="utf-8")))
    if kind is Format.TEXT:
        return squeezed(file.read_text(encoding="utf-8"))
    pages = pages_of(file)
    return "".join(_without_foot(page, document, number, len(pages)) for number, page in enumerate(pages, 1))


def _without_foot(page: str, document: CommitmentDocument, number: int, count: int) -> str:
    foot = squeezed(document.page_label.value.format(page=number, pages=count) + document.footer.value)
    said = squeezed(page)
    assert said.endswith(foot), said[-200:]
    return said.removesuffix(foot)


def _heard(page: str) -> str:
    reader = _Heard()
    reader.feed(page)
    return "".join(reader.words)


class _Heard(HTMLParser):
    """What a screen reader says of a page: all text within its body."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_body |= tag == "body"

    def handle_data(self, data: str) -> None:
        if self._in_body:
            self.words.append(data)
