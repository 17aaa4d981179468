from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.documents.commitment_pdf import render_pdf, unprintable_in
from coachdesk.documents.fonts import clean
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.privacy import Printable
from tests.core.documents.papers import MADE_AT, PROMISED, every_paper, paper, said
from tests.core.documents.reading import spoken, squeezed

PAPERS = every_paper()


def printed(value: object) -> list[str]:
    """The words of a document in the order of its fields, which is the order of reading."""
    if isinstance(value, Printable):
        return [str(value.value)]
    if isinstance(value, tuple):
        return [words for each in value for words in printed(each)]
    if is_dataclass(value):
        return [words for part in fields(value) for words in printed(getattr(value, part.name))]
    return []


def body(document: CommitmentDocument) -> list[str]:
    parts = (document.title, document.copy_sentences, document.sections)
    return [said for words in printed(parts) if (said := " ".join(clean(words).split()))]


@pytest.mark.parametrize("name", PAPERS)
def test_a_screen_reader_gets_every_word_of_the_document_once_and_in_order(name: str) -> None:
    parts = spoken(render_pdf(PAPERS[name], made_at=MADE_AT))
    heard = [part.words or part.element.alternative for part in parts if not is_number(part.words)]
    assert heard == body(PAPERS[name])


def is_number(words: str) -> bool:
    return words.endswith(".") and words[:-1].isdigit()


def test_actions_are_numbered_through_the_whole_document_so_that_each_number_is_said_once() -> None:
    parts = spoken(render_pdf(paper(), made_at=MADE_AT))
    assert [part.words for part in parts if part.tag == "Lbl" and is_number(part.words)] == ["1.", "2.", "3."]


def test_the_same_document_made_at_the_same_moment_has_the_same_bytes() -> None:
    document = PAPERS["forty actions"]
    assert render_pdf(document, made_at=MADE_AT) == render_pdf(document, made_at=MADE_AT)


def test_another_moment_changes_the_dates_of_the_file_only() -> None:
    document = paper()
    first, second = (render_pdf(document, made_at=moment) for moment in (MADE_AT, MADE_AT + timedelta(hours=1)))
    assert first != second
    assert [part.words for part in spoken(first)] == [part.words for part in spoken(second)]


def test_headings_say_how_the_document_hangs_together() -> None:
    parts = spoken(render_pdf(paper(), made_at=MADE_AT))
    headings = [(part.tag, part.words) for part in parts if part.tag.startswith("H")]
    assert headings == [
        ("H1", "My commitments"),
        ("H2", "What can be changed"),
        ("H2", "About this paper"),
        ("H2", "My goals, in my words"),
        ("H2", "What I am asked to do"),
        ("H2", "What I choose to do"),
        ("H2", "What my work coach will do"),
        ("H2", "When we meet next"),
    ]


def test_the_outline_leads_to_every_heading() -> None:
    with pikepdf.open(BytesIO(render_pdf(paper(), made_at=MADE_AT))) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "My commitments"
        assert [entry.title for entry in top.children][:2] == ["What can be changed", "About this paper"]


def test_words_said_in_welsh_are_read_in_welsh_whatever_language_the_document_is_in() -> None:
    document = paper(goals=(said("Dw i eisiau gweithio yn y dre.", Language.WELSH), said("And soon.")))
    content = render_pdf(document, made_at=MADE_AT)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        languages = {
            part.words: str(pdf.get_object(part.element.identity).get("/Lang", ""))
            for part in spoken(content)
            if part.tag == "P"
        }
    assert languages["Dw i eisiau gweithio yn y dre."] == "cy-GB"
    assert languages["Os bydd Nia yn brysur, yna mi anfonaf neges ati."] == "cy-GB"
    assert languages["And soon."] == "en-GB"


def test_a_welsh_document_says_that_it_is_welsh() -> None:
    with pikepdf.open(BytesIO(render_pdf(PAPERS["welsh"], made_at=MADE_AT))) as pdf:
        assert str(pdf.Root.Lang) == "cy-GB"


def test_the_metadata_name_the_paper_and_nobody() -> None:
    content = render_pdf(paper(name="Gwenllian Marker"), made_at=MADE_AT)
    with pikepdf.open(BytesIO(content)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        about = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert about == {
        "/Title": "My commitments K7M2-14",
        "/Creator": "CoachDesk",
        "/Producer": "CoachDesk",
        "/CreationDate": "D:20261201103000Z",
        "/ModDate": "D:20261201103000Z",
    }
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "pdfaid:" not in packet
    assert "My commitments K7M2-14" in packet
    assert not any(name in packet for name in ("Gwenllian", "Marker", "Hughes", "Siân"))


@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b> & <i>more",
        '<img src="http://example.invalid/x.png"/>',
        "]]> <![CDATA[ <!-- -->",
        "&lt; &amp; &#65; &nbsp; &",
        '<font name="Courier">x</font><br/>',
        "{page} %s \\ (brackets) [1]",
        "<para bulletText='x'>",
    ],
)
def test_what_people_say_is_never_markup(words: str) -> None:
    content = render_pdf(paper(name=words, goals=(said(words),)), made_at=MADE_AT)
    heard = [squeezed(part.words) for part in spoken(content)]
    assert heard.count(squeezed(words)) == 2


def test_a_document_with_a_character_that_cannot_be_printed_is_refused_and_the_character_named() -> None:
    document = paper(name="Siân 🦊", goals=(said("שלום"),))
    assert unprintable_in(document) == ("🦊", "ש", "ל", "ו", "ם")
    with pytest.raises(AppError) as refusal:
        render_pdf(document, made_at=MADE_AT)
    assert refusal.value.code == "documents.unprintable"
    assert refusal.value.details == {"characters": "ו ל ם ש 🦊"}, "sorted: a name must not be spelt"


def test_lines_that_people_typed_stay_lines() -> None:
    parts = spoken(render_pdf(paper(goals=(said("First thing\nSecond thing"),)), made_at=MADE_AT))
    assert "First thing Second thing" in [part.words for part in parts]


def test_blank_words_leave_no_empty_line_to_be_read() -> None:
    quiet = replace(PROMISED[0], reason=Printable("  "), if_cannot=Printable(""))
    parts = spoken(render_pdf(paper(asked=(quiet,), goals=(said(" "),)), made_at=MADE_AT))
    assert all(part.words.strip() for part in parts)
