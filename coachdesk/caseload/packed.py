"""A workbook's file before anything reads it: what kind of file it is, and whether it unpacks to more than it should.

What a part of a ZIP file says of its own size binds whoever unpacks it, so the sizes can be believed beforehand.
"""

from enum import Enum, auto
from typing import BinaryIO, Protocol
from zipfile import ZipFile, ZipInfo

from coachdesk.errors import AppError

MOST_FILE, MOST_DIRECTORY = 64_000_000, 600_000
"""Bytes of the file as it lies there, and of its table of contents."""
MOST_SMALL = 4_000_000
"""Bytes of any part that is read as a whole: styles, the list of sheets."""
MOST_STRINGS, MOST_STRING_BYTES = 1_000_000, 96_000_000
"""Texts that the cells share, and their bytes."""
MOST_SHEET = 400_000_000
"""Bytes of one sheet. It is read as a stream."""
LONGEST_ROW = 1_000_000
"""Bytes from one row to the next."""

STRINGS, SHEETS = "xl/sharedStrings.xml", "xl/worksheets/"
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_SEALED = "EncryptedPackage".encode("utf-16-le")
_ROW, _KIND = b"<row", b"<!DOCTYPE"
_PIECE, _END_WITHIN = 65_536, 65_577


class Kind(Enum):
    """What the first bytes of a file say."""

    TEXT = auto()
    WORKBOOK = auto()


class Source(Protocol):
    """What `Watched` reads from."""

    def read(self, size: int = -1, /) -> bytes: ...


def kind_of(file: BinaryIO) -> Kind:
    """Text or a workbook, whatever the file is called.

    Raises:
        AppError: "caseload.locked" for a workbook with a password, "caseload.old-workbook" for one of before 2007.
    """
    file.seek(0)
    start = file.read(len(_OLD))
    if start == _OLD:
        raise AppError("caseload.locked" if _holds(file, _SEALED) else "caseload.old-workbook")
    return Kind.WORKBOOK if start[:4] == b"PK\3\4" else Kind.TEXT


def unpacked(file: BinaryIO) -> ZipFile:
    """The parts of a workbook, once it is sure that what is read of them stays small.

    Raises:
        AppError: "caseload.too-large"; "caseload.damaged", also where a part declares a document type of its own;
            "caseload.locked".
    """
    _check_directory(file)
    archive = ZipFile(file)
    for part in archive.infolist():
        if part.flag_bits & 1:
            raise AppError("caseload.locked")
        if not part.filename.endswith((".xml", ".rels")):
            continue  # pictures and macros are never unpacked
        if part.filename.startswith(SHEETS) and part.filename.endswith(".xml"):
            if part.file_size > MOST_SHEET:
                raise AppError("caseload.too-large")
        else:
            _check_small(archive, part)
    return archive


class Watched:
    """A sheet's bytes on their way to the reader. A row without an end, or a document type, is refused."""

    def __init__(self, source: Source) -> None:
        self._source, self._since, self._tail, self._first = source, 0, b"", True

    def read(self, size: int = -1) -> bytes:
        """The next piece.

        Raises:
            AppError: "caseload.too-large", "caseload.damaged".
        """
        piece = self._source.read(min(size, _PIECE) if size > 0 else _PIECE)
        if self._first:
            _check_encoding(piece)
            self._first = False
        seen = self._tail + piece
        if _KIND in seen:
            raise AppError("caseload.damaged")
        last = seen.rfind(_ROW)
        self._since = len(seen) - last if last >= 0 else self._since + len(piece)
        if self._since > LONGEST_ROW:
            raise AppError("caseload.too-large")
        self._tail = seen[-len(_KIND) :]
        return piece


def _check_directory(file: BinaryIO) -> None:
    """The table of contents is read as a whole, so it is measured before."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_WITHIN))
    last = file.read()
    end = last.rfind(b"PK\5\6")
    if end < 0 or end + 22 > len(last):
        raise AppError("caseload.damaged")
    directory = int.from_bytes(last[end + 12 : end + 16], "little")
    large = last[max(0, end - 20) : end].startswith(b"PK\6\7")  # a second table, for files beyond four gigabytes
    if size > MOST_FILE or directory > MOST_DIRECTORY or large:
        raise AppError("caseload.too-large")


def _check_small(archive: ZipFile, part: ZipInfo) -> None:
    strings = part.filename == STRINGS
    if part.file_size > (MOST_STRING_BYTES if strings else MOST_SMALL):
        raise AppError("caseload.too-large")
    content = archive.read(part)
    _check_encoding(content)
    if _KIND in content:
        raise AppError("caseload.damaged")
    if strings and content.count(b"<si") > MOST_STRINGS:
        raise AppError("caseload.too-large")


def _check_encoding(content: bytes) -> None:
    """Spreadsheets write UTF-8. In another encoding the words that are looked for could hide."""
    if b"\0" in content[:4] or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise AppError("caseload.damaged")


def _holds(file: BinaryIO, words: bytes) -> bool:
    file.seek(0)
    tail = b""
    while piece := file.read(_PIECE):
        if words in tail + piece:
            return True
        tail = piece[-len(words) :]
    return False
