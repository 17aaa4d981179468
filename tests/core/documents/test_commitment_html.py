"""The page as HTML: the same words in the same order, in a file that can do nothing but be read."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest

from coachdesk.documents.checker import Finding
from coachdesk.documents.commitment_html import render_html
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.html_checker import check_html
from coachdesk.i18n import Language
from tests.core.documents.papers import MADE_AT, every_paper, paper, said, welsh
from tests.core.documents.reading import spoken, squeezed

PAPERS = every_paper()


@dataclass
class Reader(HTMLParser):
    """What a screen reader gets: the words of the body in order, the elements, and the languages."""

    words: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if "body" in self.inside:
            self.words.append(data)


def read(content: bytes) -> Reader:
    reader = Reader()
    reader.feed(content.decode())
    return reader


@pytest.mark.parametrize("name", PAPERS)
def test_it_says_what_the_paper_says_in_the_same_order(name: str) -> None:
    heard = squeezed("".join(read(render_html(PAPERS[name])).words))
    parts = [part.words for part in spoken(render_pdf(PAPERS[name], made_at=MADE_AT))]
    numbers = re.compile(r"\d+\.")
    assert heard == squeezed("".join(words for words in parts if not numbers.fullmatch(words)))


@pytest.mark.parametrize("name", PAPERS)
def test_it_needs_nothing_but_itself_and_can_do_nothing(name: str) -> None:
    content = render_html(PAPERS[name])
    tags = {tag for tag, _given in read(content).tags}
    assert not tags & {"script", "link", "img", "a", "iframe", "form", "object", "embed", "base"}
    silent = re.sub(rb'>[^<]*<| aria-label="[^"]*"', b"><", content.split(b"<body>")[1])
    for forbidden in (b"http:", b"https:", b"url(", b"@import", b"javascript", b" src=", b" href=", b" on"):
        assert forbidden not in silent, forbidden
    assert b"default-src 'none'" in content


def test_words_of_people_are_never_markup() -> None:
    content = render_html(paper(goals=(said('<script>alert(1)</script> & "so" <b>on</b>'),))).decode()
    assert "<script>" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot; &lt;b&gt;on&lt;/b&gt;" in content


def test_headings_landmarks_and_lists_are_what_they_are() -> None:
    reader = read(render_html(paper()))
    tags = [tag for tag, _given in reader.tags]
    assert tags.count("h1") == tags.count("main") == tags.count("header") == 1
    assert tags.count("h2") == tags.count("section") == len(paper().sections)
    names = [given["id"] for tag, given in reader.tags if tag == "h2"]
    assert [given["aria-labelledby"] for tag, given in reader.tags if tag == "section"] == names
    assert [given["start"] for tag, given in reader.tags if tag == "ol"] == ["1", "2", "3"]


def test_every_language_is_named() -> None:
    reader = read(render_html(welsh()))
    assert reader.tags[0] == ("html", {"lang": "cy-GB"})
    spoken_in = {given.get("lang") for tag, given in reader.tags if tag in {"p", "blockquote"}}
    assert {"en-GB", "cy-GB"} <= spoken_in
    quotes = replace(paper(), sections=(replace(paper().sections[1], quotes=(said("Bore da", Language.WELSH),)),))
    assert '<blockquote lang="cy-GB">Bore da</blockquote>' in render_html(quotes).decode()


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_html(paper()) == render_html(paper())


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_colour_of_words_can_be_read_by_day_by_night_and_in_print() -> None:
    roots = re.findall(r":root \{([^}]*)\}", render_html(paper()).decode())
    assert len(roots) == 3
    for root in roots:
        colours = dict(re.findall(r"--(\w+): (#\w{6})", root))
        for words in ("ink", "accent", "quiet"):
            assert contrast(colours[words], colours["paper"]) >= 7, root


def codes(content: str) -> list[str]:
    findings: tuple[Finding, ...] = check_html(content.encode())
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("found", "instead", "code"),
    [
        ("</header>", "", "html-not-whole"),
        ("</header>", "</header></div>", "html-not-whole"),
        ('<html lang="en-GB">', "<html>", "html-language"),
        ("<title>My commitments K7M2-14</title>", "<title> </title>", "html-title"),
        ("<h1>", "<h2>", "html-not-whole"),
        ('<h2 id="part-2">', '<h2 id="part-1">', "html-names"),
        ('aria-labelledby="part-2"', 'aria-labelledby="elsewhere"', "html-names"),
        ("</main>", "<script></script></main>", "html-active"),
        ("</main>", "<p onclick='x'>x</p></main>", "html-active"),
        ("</main>", '<img src="x">', "html-active"),
        ("h1, h2 { color", "@import 'x'; h1 { color", "html-active"),
        ("</main>", "<h1>Again</h1></main>", "html-headings"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused(found: str, instead: str, code: str) -> None:
    whole = render_html(paper()).decode()
    assert codes(whole) == []
    assert found in whole
    assert code in codes(whole.replace(found, instead, 1))
