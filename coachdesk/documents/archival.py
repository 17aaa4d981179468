"""What PDF/A-2a asks of a file, clause by clause of ISO 19005-2, as far as it can be read in milliseconds.

It is no validator: `pdfaid` stays out of our files until somebody has run one (docs/release-steps.md). What the standard
allows and we never write is refused here too, because nobody could say whether it is as it should be.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType

from pikepdf import Array, Dictionary, Page, Pdf, Stream

from coachdesk.documents.archival_fonts import font_codes
from coachdesk.documents.archival_pages import page_codes
from coachdesk.documents.tokens import Tokens

CLAUSES: Mapping[str, str] = MappingProxyType({
    "archive-header": "6.1.2",
    "archive-after-end": "6.1.3",
    "archive-file-id": "6.1.3",
    "archive-encrypted": "6.1.3",
    "archive-external-stream": "6.1.7.1",
    "archive-compression": "6.1.7.2",
    "archive-permissions": "6.1.12",
    "archive-number": "6.1.13",
    "archive-long-string": "6.1.13",
    "archive-long-name": "6.1.13",
    "archive-page-size": "6.1.13",
    "archive-nesting": "6.1.13",
    "archive-operator": "6.2.2",
    "archive-output-intent": "6.2.3",
    "archive-colour-profile": "6.2.3",
    "archive-colour": "6.2.4.3",
    "archive-graphics-state": "6.2.5",
    "archive-rendering-intent": "6.2.6",
    "archive-image": "6.2.8",
    "archive-form": "6.2.9",
    "archive-transparency": "6.2.10",
    "archive-font-file": "6.2.11.4",
    "archive-font-subset": "6.2.11.4.2",
    "archive-font-width": "6.2.11.5",
    "archive-font-encoding": "6.2.11.6",
    "archive-font-letters": "6.2.11.7",
    "archive-missing-glyph": "6.2.11.8",
    "archive-annotation-kind": "6.3.1",
    "archive-annotation-flags": "6.3.2",
    "archive-annotation-look": "6.3.3",
    "archive-packet": "6.6.2.1",
    "archive-schema": "6.6.2.3",
    "archive-info": "6.6.3",
    "archive-structure": "6.7.3.4",
    "archive-language": "6.7.4",
    "archive-layers": "6.9",
    "archive-presentation": "6.10",
    "archive-requirements": "6.11",
})  # fmt: skip
"""What may be found, and the clause of ISO 19005-2 that it is of."""

_NEVER: Mapping[str, frozenset[bytes]] = MappingProxyType({
    "archive-compression": frozenset({b"/LZWDecode", b"/LZW", b"/Crypt"}),
    "archive-permissions": frozenset({b"/Perms"}),
    "archive-colour": frozenset({b"/DeviceCMYK", b"/DeviceN", b"/Separation"}),
    "archive-graphics-state": frozenset({b"/TR", b"/TR2", b"/HTP", b"/HT"}),
    "archive-image": frozenset({b"/Alternates", b"/OPI", b"/Interpolate"}),
    "archive-form": frozenset({b"/PS", b"/Ref", b"/Subtype2"}),
    "archive-transparency": frozenset({b"/Transparency", b"/SMask", b"/BM", b"/CA", b"/ca"}),
    "archive-font-subset": frozenset({b"/CIDSet", b"/CharSet"}),
    "archive-layers": frozenset({b"/OCProperties", b"/OCG", b"/OCMD", b"/OC"}),
    "archive-presentation": frozenset({b"/AlternatePresentations", b"/PresSteps"}),
    "archive-requirements": frozenset({b"/Requirements"}),
})  # fmt: skip
"""Names that no file of ours holds, wherever they stand."""

_HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}")
_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?\Z")
_LONGEST_STRING, _LONGEST_NAME = 32767, 127
_LARGEST_INTEGER, _LARGEST_REAL = 2**31 - 1, 3.403e38
_SMALLEST_PAGE, _LARGEST_PAGE = 3, 14400
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_STANDARD = frozenset({
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody"),
    *("TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP"),
    *("Warichu", "WT", "WP", "Figure", "Formula", "Form"),
})  # fmt: skip
_SEEN = frozenset({"/Link", "/Text", "/FreeText", "/Highlight", "/Ink", "/Stamp"})
_PRINT, _HIDDEN = 4, 1 | 2 | 32 | 256
"""Flags of an annotation: printed; invisible, hidden, not seen, not seen at times."""


def archival_codes(pdf: Pdf, content: bytes, tokens: Tokens, tags: frozenset[str]) -> Iterator[str]:
    """The codes of what PDF/A-2a would not accept.

    Args:
        pdf: the file, opened.
        content: the same as bytes.
        tokens: what stands in its objects.
        tags: the structure types that its tree uses.
    """
    yield from (code for code, names in _NEVER.items() if not names.isdisjoint(tokens.names))
    yield from _whole(pdf, content)
    yield from _values(tokens)
    yield from _intent(pdf)
    yield from _metadata(pdf)
    yield from _structure(pdf, tags)
    for page in pdf.pages:
        yield from _page(page)
    yield from page_codes(pdf)
    yield from font_codes(pdf)


def _whole(pdf: Pdf, content: bytes) -> Iterator[str]:
    if not _HEADER.match(content):
        yield "archive-header"
    if not _END.search(content[-16:]):
        yield "archive-after-end"
    ids = pdf.trailer.get("/ID", Array())
    if len(ids) != len(("first", "last")) or not all(bytes(each) for each in ids):
        yield "archive-file-id"
    if pdf.is_encrypted:
        yield "archive-encrypted"


def _values(tokens: Tokens) -> Iterator[str]:
    if any("/F" in each or "/FFilter" in each or "/FDecodeParms" in each for each in tokens.streams):
        yield "archive-external-stream"
    if tokens.largest_integer > _LARGEST_INTEGER or tokens.largest_real > _LARGEST_REAL:
        yield "archive-number"
    if tokens.longest_string > _LONGEST_STRING:
        yield "archive-long-string"
    if max(map(len, tokens.names), default=0) - 1 > _LONGEST_NAME:
        yield "archive-long-name"
    if not all(map(_LANGUAGE.fullmatch, tokens.languages)):
        yield "archive-language"
    if not _INTENTS.issuperset(tokens.intents):
        yield "archive-rendering-intent"


def _intent(pdf: Pdf) -> Iterator[str]:
    """One intent with one colour profile of three colours in the file; it is read no further than its header."""
    intents = [each for each in pdf.Root.get("/OutputIntents", Array()) if isinstance(each, Dictionary)]
    profiles = [each.get("/DestOutputProfile") for each in intents]
    if [str(each.get("/S", "")) for each in intents] != ["/GTS_PDFA1"] or not isinstance(profiles[0], Stream):
        yield "archive-output-intent"
        return
    header = profiles[0].read_bytes()[:128]
    known = header[36:40] == b"acsp" and header[12:16] in {b"mntr", b"prtr"} and header[8:9] <= b"\x04"
    if not known or header[16:20] != b"RGB " or profiles[0].get("/N") != len("RGB"):
        yield "archive-colour-profile"


def _metadata(pdf: Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        return
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    head, _, _ = packet.partition("?>")
    if not head.startswith("<?xpacket begin=") or "bytes=" in head or "encoding=" in head:
        yield "archive-packet"
    schema = "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    if schema not in packet or "<pdfaProperty:name>part</pdfaProperty:name>" not in packet:
        yield "archive-schema"
    info = pdf.trailer.get("/Info", Dictionary())
    pairs = (
        ("/Title", _said(packet, 'rdf:li xml:lang="x-default"', "rdf:li")),
        ("/Creator", _said(packet, "xmp:CreatorTool")),
        ("/Producer", _said(packet, "pdf:Producer")),
        ("/CreationDate", _moment(_said(packet, "xmp:CreateDate"))),
        ("/ModDate", _moment(_said(packet, "xmp:ModifyDate"))),
    )
    if any(str(info.get(key, "")) != said for key, said in pairs):
        yield "archive-info"


def _said(packet: str, opening: str, closing: str = "") -> str:
    """What stands in the first element of a name."""
    _, _, rest = packet.partition(f"<{opening}>")
    return unescape(rest.partition(f"</{closing or opening}>")[0])


def _moment(written: str) -> str:
    """A moment of the packet as Info writes it."""
    return "D:" + re.sub(r"[-:T]", "", written)


def _structure(pdf: Pdf, tags: frozenset[str]) -> Iterator[str]:
    """Every type is a standard one or stands for one, and none of the standard ones stands for another."""
    roles = pdf.Root.get("/StructTreeRoot", Dictionary()).get("/RoleMap", Dictionary())
    meant = {str(key).lstrip("/"): str(value).lstrip("/") for key, value in roles.items()}
    if not _STANDARD.isdisjoint(meant) or not _STANDARD.issuperset(meant.get(tag, tag) for tag in tags):
        yield "archive-structure"


def _page(page: Page) -> Iterator[str]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    if not all(_SMALLEST_PAGE <= abs(side) <= _LARGEST_PAGE for side in (right - left, top - bottom)):
        yield "archive-page-size"
    for annotation in page.obj.get("/Annots", Array()):
        kind, flags = str(annotation.get("/Subtype", "")), int(annotation.get("/F", 0))
        if kind not in _SEEN:
            yield "archive-annotation-kind"
        if not flags & _PRINT or flags & _HIDDEN:
            yield "archive-annotation-flags"
        if kind != "/Link" and set(annotation.get("/AP", Dictionary()).keys()) != {"/N"}:
            yield "archive-annotation-look"
