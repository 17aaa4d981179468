"""Each clause of PDF/A-2a that we read: a real file of ours is broken at that place, and refused with its reason."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

from coachdesk.documents.archival import CLAUSES
from coachdesk.documents.checker import check
from coachdesk.documents.commitment_pdf import render_pdf
from tests.core.documents.papers import MADE_AT, paper

BREAKS: dict[str, Callable[[Pdf], object]] = {}
"""By the code that is to be found: what is done to the opened file."""

RAW: dict[str, Callable[[bytes], bytes]] = {
    "archive-header": lambda content: content.replace(b"%PDF-1.7", b"%PDF-2.0", 1),
    "archive-after-end": lambda content: content + b"and more\n",
}
"""What is done to its bytes."""


@cache
def good() -> bytes:
    return render_pdf(paper(), made_at=MADE_AT)


def codes(content: bytes) -> tuple[str, ...]:
    return tuple(finding.code for finding in check(content))


def breaks(code: str) -> Callable[[Callable[[Pdf], object]], Callable[[Pdf], object]]:
    def keep(break_it: Callable[[Pdf], object]) -> Callable[[Pdf], object]:
        BREAKS[code] = break_it
        return break_it

    return keep


def broken(break_it: Callable[[Pdf], object]) -> tuple[str, ...]:
    out = BytesIO()
    with pikepdf.open(BytesIO(good())) as pdf:
        break_it(pdf)
        pdf.save(out, compress_streams=False, fix_metadata_version=False)
    return codes(out.getvalue())


def artifact(pdf: Pdf, operators: bytes) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n/Artifact BMC " + operators + b" EMC")


def first_font(pdf: Pdf) -> pikepdf.Object:
    fonts = pdf.pages[0].Resources.Font
    return fonts[max(fonts.keys())]


def annotate(pdf: Pdf, given: Dictionary) -> None:
    given.Type, given.Rect = Name.Annot, Array([0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([given])


def in_packet(pdf: Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new))


@breaks("archive-external-stream")
def _elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].Contents.F = String("elsewhere.bin")


@breaks("archive-compression")
def _old_compression(pdf: Pdf) -> None:
    pdf.Root.Old = Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)


@breaks("archive-permissions")
def _permissions(pdf: Pdf) -> None:
    pdf.Root.Perms = Dictionary()


@breaks("archive-number")
def _number(pdf: Pdf) -> None:
    pdf.Root.Large = 2**31


@breaks("archive-long-string")
def _string(pdf: Pdf) -> None:
    pdf.Root.Long = String("x" * 32768)


@breaks("archive-long-name")
def _name(pdf: Pdf) -> None:
    pdf.Root.Long = Name("/" + "x" * 128)


@breaks("archive-page-size")
def _page(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 595, 14401])


@breaks("archive-nesting")
def _nesting(pdf: Pdf) -> None:
    artifact(pdf, b"q " * 29 + b"Q " * 29)


@breaks("archive-operator")
def _operator(pdf: Pdf) -> None:
    artifact(pdf, b"BX 1 2 unheard EX")


@breaks("archive-output-intent")
def _intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@breaks("archive-colour-profile")
def _profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile" * 20)


@breaks("archive-colour")
def _colour(pdf: Pdf) -> None:
    artifact(pdf, b"0 0 0 1 k 0 0 9 9 re f")


@breaks("archive-graphics-state")
def _graphics_state(pdf: Pdf) -> None:
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(TR=Name.Identity))


@breaks("archive-rendering-intent")
def _rendering(pdf: Pdf) -> None:
    artifact(pdf, b"/Pretty ri")


@breaks("archive-image")
def _image(pdf: Pdf) -> None:
    picture = Stream(pdf, b"\0\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, Interpolate=True)
    pdf.pages[0].Resources.XObject = Dictionary(I=picture)


@breaks("archive-form")
def _form(pdf: Pdf) -> None:
    form = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Ref=Dictionary())
    pdf.pages[0].Resources.XObject = Dictionary(F=form)


@breaks("archive-transparency")
def _transparency(pdf: Pdf) -> None:
    pdf.pages[0].Group = Dictionary(S=Name.Transparency)


@breaks("archive-font-file")
def _font_file(pdf: Pdf) -> None:
    first_font(pdf).FontDescriptor.FontFile2.write(b"no font")


@breaks("archive-font-subset")
def _subset(pdf: Pdf) -> None:
    first_font(pdf).FontDescriptor.CIDSet = Stream(pdf, b"\x80")


@breaks("archive-font-width")
def _width(pdf: Pdf) -> None:
    first_font(pdf).Widths[ord("e")] += 50


@breaks("archive-font-encoding")
def _encoding(pdf: Pdf) -> None:
    first_font(pdf).Encoding = Name.WinAnsiEncoding


@breaks("archive-font-letters")
def _letters(pdf: Pdf) -> None:
    table = first_font(pdf).ToUnicode
    table.write(table.read_bytes().replace(b"<65> <0065>", b"<65> <0000>"))


@breaks("archive-missing-glyph")
def _glyph(pdf: Pdf) -> None:
    artifact(pdf, b"BT /F1+0 12 Tf (\\037) Tj ET")


@breaks("archive-annotation-kind")
def _annotation(pdf: Pdf) -> None:
    annotate(pdf, Dictionary(Subtype=Name.Screen, F=4, AP=Dictionary(N=Dictionary())))


@breaks("archive-annotation-flags")
def _hidden(pdf: Pdf) -> None:
    annotate(pdf, Dictionary(Subtype=Name.Link, F=6))


@breaks("archive-annotation-look")
def _look(pdf: Pdf) -> None:
    annotate(pdf, Dictionary(Subtype=Name.Text, F=4))


@breaks("archive-packet")
def _packet(pdf: Pdf) -> None:
    in_packet(pdf, b'id="W5M0', b'encoding="UTF-8" id="W5M0')


@breaks("archive-schema")
def _schema(pdf: Pdf) -> None:
    in_packet(pdf, b"<pdfaSchema:prefix>pdfuaid", b"<pdfaSchema:prefix>other")


@breaks("archive-info")
def _info(pdf: Pdf) -> None:
    pdf.trailer.Info.Producer = String("Somebody else")


@breaks("archive-structure")
def _structure(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Span)


@breaks("archive-language")
def _language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("English, mostly")


@breaks("archive-layers")
def _layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(D=Dictionary())


@breaks("archive-presentation")
def _presentation(pdf: Pdf) -> None:
    pdf.pages[0].PresSteps = Dictionary()


@breaks("archive-requirements")
def _requirements(pdf: Pdf) -> None:
    pdf.Root.Requirements = Array()


@pytest.mark.parametrize("code", BREAKS)
def test_a_file_that_breaks_a_clause_is_refused_for_that_clause(code: str) -> None:
    assert code in broken(BREAKS[code])


@pytest.mark.parametrize("code", RAW)
def test_bytes_that_break_a_clause_are_refused_for_that_clause(code: str) -> None:
    assert codes(RAW[code](good())) == (code,)


def test_a_file_without_a_number_of_its_own_is_refused() -> None:
    assert codes(re.sub(rb"/ID \[<\w+><\w+>\]", b"/ID [<><>]", good())) == ("archive-file-id",)


def test_a_file_that_is_locked_is_refused_even_where_anybody_can_open_it() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(good())) as pdf:
        pdf.save(out, encryption=Encryption(owner="somebody", user=""))
    assert "archive-encrypted" in codes(out.getvalue())


def test_what_we_make_keeps_every_clause_and_each_of_them_has_its_test() -> None:
    assert codes(good()) == ()
    assert CLAUSES.keys() == {*BREAKS, *RAW, "archive-file-id", "archive-encrypted"}


def test_the_reason_names_the_clause() -> None:
    (finding,) = check(RAW["archive-after-end"](good()))
    assert finding.text == "The file is not fit to be kept for long: PDF/A-2a, clause 6.1.3."


def test_no_code_of_a_font_stands_for_nothing_and_no_block_of_them_is_too_long() -> None:
    with pikepdf.open(BytesIO(good())) as pdf:
        tables = [
            each.ToUnicode.read_bytes() for each in pdf.objects if isinstance(each, Dictionary) and "/ToUnicode" in each
        ]
    assert tables
    for table in tables:
        assert b"<0000>" not in table
        assert all(int(count) <= 100 for count in re.findall(rb"(\d+) beginbfchar", table))
