"""Every format in both languages, of every written case and of plans that try the layout, by other people's checkers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from coachdesk.commitments import CommitmentDocument, Format
from coachdesk.commitments.sealing import issued_document
from coachdesk.documents.html_checker import check_html
from coachdesk.i18n import Language
from tests.conftest import ROOT
from tests.core.rehearsal.every_format import NAMES, made
from tests.papers.making import PLANS, name_of
from tests.papers.saying import expected, pages_of, read, squeezed
from tests.papers.test_papers import judged_well

PAGED = tuple(kind for kind in Format if kind.is_paged)
EVERY = tuple((number, language) for number in range(PLANS) for language in Language)
ODDEST = 8
HASHES = ("1", "2")
"""Two beginnings of chance, one for each process: what hangs on the order of a set would come out differently."""


@dataclass(frozen=True)
class Odd:
    """The files of all odd plans; of the oddest, made by another process too."""

    folder: Path
    again: Path

    def document(self, number: int, language: Language) -> CommitmentDocument:
        return _document(self.folder / f"{number:02}.json", language)


@cache
def _document(snapshot: Path, language: Language) -> CommitmentDocument:
    return issued_document(snapshot.read_text(encoding="utf-8"), language)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Odd:
    folders = [tmp_path_factory.mktemp("odd") for _ in HASHES]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.papers.making", str(folder), str(count)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for folder, seed, count in zip(folders, HASHES, (PLANS, ODDEST), strict=True)
    ]
    for process in started:
        _, said = process.communicate(timeout=280)
        assert process.returncode == 0, said
    return Odd(*folders)


def of_each(odd: Odd, *kinds: Format) -> Iterator[tuple[Path, CommitmentDocument, Format]]:
    for number, language in EVERY:
        for kind in kinds:
            yield odd.folder / name_of(number, language, kind), odd.document(number, language), kind


def four_things(document: CommitmentDocument, kind: Format) -> tuple[str, ...]:
    """What everybody reads on page one (interviews.md 10), in the words of the format."""
    if kind is Format.EASY:
        return tuple(line.words.words.value for line in document.easy[0].lines)
    return tuple(point.words.value for point in document.sections[0].points)


def test_every_format_of_every_case_can_be_read_aloud(tmp_path: Path) -> None:
    pdfs = []
    for name in NAMES:
        for file, content in made(name).named().items():
            if file.endswith(".pdf"):
                pdfs.append(tmp_path / f"{name}-{file}")
                pdfs[-1].write_bytes(content)
    assert len(pdfs) == len(NAMES) * len(PAGED) * len(Language)
    judged_well(pdfs)


@pytest.mark.timeout(300)
def test_the_same_plan_gives_the_same_bytes_in_every_process(odd: Odd) -> None:
    names = sorted(path.name for path in odd.again.iterdir())
    assert len(names) == ODDEST * (1 + len(Language) * len(Format))
    assert [name for name in names if (odd.folder / name).read_bytes() != (odd.again / name).read_bytes()] == []


@pytest.mark.timeout(300)
def test_every_format_of_plans_that_try_the_layout_can_be_read_aloud(odd: Odd) -> None:
    judged_well(sorted(odd.folder.glob("*.pdf")))


@pytest.mark.timeout(300)
def test_every_format_says_all_that_its_snapshot_says_in_that_order_and_nothing_else(odd: Odd) -> None:
    differing = [
        file.name
        for file, document, kind in of_each(odd, *Format)
        if read(file, document, kind) != expected(document, kind)
    ]
    assert differing == []


@pytest.mark.timeout(300)
def test_the_four_things_stand_on_page_one_of_every_paged_format(odd: Odd) -> None:
    missing = []
    for file, document, kind in of_each(odd, *PAGED):
        first = squeezed(pages_of(file)[0])
        missing += [f"{file.name}: {each}" for each in four_things(document, kind) if squeezed(each) not in first]
    assert missing == []


def test_web_pages_of_odd_plans_are_whole_and_their_headings_in_order(odd: Odd) -> None:
    for file, _document, _kind in of_each(odd, Format.HTML):
        assert check_html(file.read_bytes()) == (), file.name
