"""Which commitment a file says it is: written into its metadata when it is made, and read from any file afterwards."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2

from coachdesk.commitments.check_code import check_code
from coachdesk.commitments.document import CommitmentDocument

_NUMBER = r"[0-9A-Z]{4}-[1-9][0-9]*"
_WRITTEN = re.compile(rf"<dc:identifier>({_NUMBER})/([1-9][0-9]*)(?: ([0-9A-Z]{{4}} [0-9A-Z]{{4}}))?</dc:identifier>")
_ANY_NUMBER = re.compile(rf"\b{_NUMBER}\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file says that it is. It may say so wrongly.

    Attributes:
        edition: 0 where it does not say.
        code: the check code; empty where it does not say.
    """

    number: str
    edition: int = 0
    code: str = ""


def identifier(document: CommitmentDocument) -> str:
    """Number, edition and check code, for the metadata: "K7M2-14/2 CDFG 2346"; empty for paper without a number."""
    if not document.number:
        return ""
    code = "" if document.seal is None else f" {check_code(document.seal)}"
    return f"{document.number}/{document.edition}{code}"


def claims(content: bytes) -> tuple[Claim, ...]:
    """Every commitment that a file names, the one of its metadata first; none for a file that names none.

    A PDF that was damaged or changed may name one in its title or on its pages only; any other file is read as text.
    """
    return tuple(dict.fromkeys(_claims(content)))


def _claims(content: bytes) -> Iterator[Claim]:
    packet, title = _about(content)
    for text in (packet, content.decode("latin-1")):
        for number, edition, code in _WRITTEN.findall(text):
            yield Claim(number, int(edition), code)
    if not content.startswith(b"%PDF"):
        yield from (Claim(number) for number in _ANY_NUMBER.findall(content.decode("utf-8", "replace")))
        return
    for text in (title, _first_page(content)):
        yield from (Claim(number) for number in _ANY_NUMBER.findall(text))


def _about(content: bytes) -> tuple[str, str]:
    """The metadata packet and the title; empty where they cannot be read, or where something else stands in their place."""
    packet = title = ""
    with suppress(pikepdf.PdfError, ValueError, RuntimeError), pikepdf.open(BytesIO(content)) as pdf:
        info, root = pdf.trailer.get("/Info"), pdf.trailer.get("/Root")
        if isinstance(info, pikepdf.Dictionary):
            title = str(info.get("/Title", ""))
        metadata = root.get("/Metadata") if isinstance(root, pikepdf.Dictionary) else None
        if isinstance(metadata, pikepdf.Stream):
            packet = metadata.read_bytes().decode("utf-8", "replace")
    return packet, title


def _first_page(content: bytes) -> str:
    with suppress(pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(content)
        try:
            return str(document[0].get_textpage().get_text_bounded())
        finally:
            document.close()
    return ""
