import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from coachdesk.documents import commitment_pdf
from coachdesk.documents.checker import Finding, check, verify
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.errors import AppError
from tests.core.documents.papers import MADE_AT, every_paper, paper

PAPERS = every_paper()


def broken(break_it: Callable[[Pdf], None]) -> tuple[str, ...]:
    """What the checker says of a good file after something was done to it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(render_pdf(paper(), made_at=MADE_AT))) as pdf:
        break_it(pdf)
        pdf.save(out)
    return tuple(finding.code for finding in check(out.getvalue()))


def draw_more(pdf: Pdf, operators: bytes) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + operators)


@pytest.mark.parametrize("name", PAPERS)
def test_what_we_make_has_nothing_wrong(name: str) -> None:
    assert check(render_pdf(PAPERS[name], made_at=MADE_AT)) == ()


def test_a_file_that_is_no_pdf_is_said_to_be_none() -> None:
    assert check(b"not a PDF") == (Finding("not-a-pdf", "The file cannot be read as a PDF."),)


def test_whatever_bytes_are_changed_the_file_is_checked_and_never_trips_the_program() -> None:
    chance, good = random.Random(5), render_pdf(paper(), made_at=MADE_AT)
    for _ in range(200):
        changed = bytearray(good)
        for _place in range(chance.choice((1, 1, 4))):
            changed[chance.randrange(len(good))] ^= chance.randrange(1, 256)
        assert all(finding.text for finding in check(bytes(changed)))


def test_a_plain_drawing_fails_in_every_way_that_matters() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 100, "Hello")
    canvas.save()
    codes = {finding.code for finding in check(buffer.getvalue())}
    assert codes >= {"no-structure", "no-language", "no-title", "not-declared", "font-not-embedded", "unmarked-content"}


def test_something_drawn_outside_a_mark_is_found() -> None:
    assert broken(lambda pdf: draw_more(pdf, b"0 0 10 10 re f")) == ("unmarked-content",)


def test_content_that_no_element_knows_is_found() -> None:
    assert broken(lambda pdf: draw_more(pdf, b"/P <</MCID 999>> BDC 0 0 10 10 re f EMC")) == ("lost-content",)


def test_content_marked_twice_is_found() -> None:
    found = broken(lambda pdf: draw_more(pdf, b"/Artifact BMC /Artifact BMC 0 0 10 10 re f EMC EMC"))
    assert found == ("unmarked-content",)


def test_another_order_in_the_tree_than_on_the_pages_is_found() -> None:
    def swap(pdf: Pdf) -> None:
        top = pdf.Root.StructTreeRoot.K[0]
        top.K = Array([top.K[0], *reversed(list(top.K)[1:])])

    assert broken(swap) == ("reading-order",)


def test_an_element_that_was_dropped_from_the_tree_is_found() -> None:
    def drop(pdf: Pdf) -> None:
        top = pdf.Root.StructTreeRoot.K[0]
        top.K = Array(list(top.K)[:-1])

    assert broken(drop) == ("lost-content",)


def test_a_parent_tree_that_names_other_elements_is_found() -> None:
    def shift(pdf: Pdf) -> None:
        rows = pdf.Root.StructTreeRoot.ParentTree.Nums
        rows[1] = Array([rows[1][1], rows[1][0], *list(rows[1])[2:]])

    assert broken(shift) == ("lost-content",)


def set_tag(pdf: Pdf, old: str, new: Name) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    for element in (*top.K, *(kid for section in top.K if str(section.S) == "/Sect" for kid in section.K)):
        if str(element.S) == f"/{old}":
            element.S = new


def test_headings_that_skip_a_level_are_found() -> None:
    assert broken(lambda pdf: set_tag(pdf, "H2", Name.H3)) == ("headings",)


def test_two_main_headings_are_found() -> None:
    assert broken(lambda pdf: set_tag(pdf, "H2", Name.H1)) == ("headings",)


def test_a_picture_without_words_is_found_and_one_with_words_is_not() -> None:
    def picture(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].K[1].S = Name.Figure

    def picture_with_words(pdf: Pdf) -> None:
        picture(pdf)
        pdf.Root.StructTreeRoot.K[0].K[1].Alt = String("Your signature")

    assert broken(picture) == ("figure-without-text",)
    assert broken(picture_with_words) == ()


def drop_font_files(pdf: Pdf) -> None:
    for part in pdf.objects:
        if isinstance(part, Dictionary) and "/FontFile2" in part:
            del part["/FontFile2"]


def drop_letters(pdf: Pdf) -> None:
    for part in pdf.objects:
        if isinstance(part, Dictionary) and "/ToUnicode" in part:
            del part["/ToUnicode"]


@pytest.mark.parametrize("drop", [drop_font_files, drop_letters])
def test_a_font_that_is_not_in_the_file_or_cannot_be_read_out_is_found(drop: Callable[[Pdf], None]) -> None:
    assert broken(drop) == ("font-not-embedded",)


ACTIONS = {
    "a script": Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
    "a web address": Dictionary(S=Name.URI, URI=String("http://example.invalid")),
    "a program": Dictionary(S=Name.Launch, F=String("calc.exe")),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_whatever_could_act_is_found(name: str) -> None:
    def add(pdf: Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, F=4, A=ACTIONS[name])])

    assert broken(add) == ("active-content",)


def test_an_action_on_opening_and_a_file_within_the_file_are_found() -> None:
    def on_opening(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))

    def carry(pdf: Pdf) -> None:
        pdf.attachments["notes.txt"] = b"secret"

    assert broken(on_opening) == ("active-content",)
    assert broken(carry) == ("active-content",)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("/Lang", "no-language"),
        ("/ViewerPreferences", "no-title"),
        ("/MarkInfo", "no-structure"),
        ("/Metadata", "not-declared"),
    ],
)
def test_what_the_catalogue_does_not_say_is_found(key: str, code: str) -> None:
    def drop(pdf: Pdf) -> None:
        del pdf.Root[key]

    assert broken(drop) == (code,)


def test_a_document_that_fails_its_checks_is_not_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Finding("headings", ""), Finding("no-title", ""))
    monkeypatch.setattr(commitment_pdf, "check", lambda _content: found)
    with pytest.raises(AppError) as refusal:
        render_pdf(paper(), made_at=MADE_AT)
    assert refusal.value.code == "documents.failed-checks"
    assert refusal.value.details == {"findings": "headings, no-title"}


def test_a_file_on_the_disk_can_be_verified(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(render_pdf(paper(), made_at=MADE_AT))
    first = verify(path)
    assert first.findings == ()
    path.write_bytes(path.read_bytes() + b"\n")
    assert verify(path).sha256 != first.sha256
    with pytest.raises(AppError) as refusal:
        verify(tmp_path / "missing.pdf")
    assert refusal.value.code == "documents.cannot-read"
