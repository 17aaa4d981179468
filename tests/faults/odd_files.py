"""Files as somebody might bring them in: lists, workbooks, what is neither, and all of them with pieces hurt."""

import csv
import io
import zipfile
from random import Random

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from tests.core.caseload.workbooks import book

HEADINGS = ("First name", "Surname", "Date of birth", "Phone", "Language", "Nation", "Case", "")
WORDS = (
    *("Amira", "Haddad", "Ŵyn", "02/03/1995", "1995-13-45", "07700 900123", "Cymraeg", "Ireland", "", " ", "34760"),
    *("=1+1", "\0", '"', "'", '""', ",", "\n", "\r", "\ufeff", "\u202e", "\ud800", "x" * 300, "!" * 30),
)
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp037")
PIECES = (b",", b"x", b'"', b'""', b"\n", b'"\n', b"\0", b";,", b"\xff", b"a,b\n", "Ŵ".encode(), b"\xff\xfe", b"PK\3\4")
PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml", "xl/workbook.xml", "a/../b.xml")


def text_file(chance: Random) -> bytes:
    """A list as some program wrote it."""
    whole = io.StringIO(newline="")
    writer = csv.writer(
        whole,
        delimiter=chance.choice(",,,;\t|"),
        lineterminator=chance.choice(("\n", "\r\n", "\r", "\n\n")),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    writer.writerows(_table(chance))
    return whole.getvalue().encode(chance.choice(ENCODINGS), errors="replace")


def workbook(chance: Random) -> bytes:
    """A workbook as a spreadsheet wrote it."""
    legal = [[ILLEGAL_CHARACTERS_RE.sub("", cell).replace("\ud800", "") for cell in row] for row in _table(chance)]
    return book(*legal)


def endless(chance: Random) -> bytes:
    """A million columns, a million signs in a cell, a quotation mark that never ends."""
    return b"First name,Surname\n" * chance.randrange(2) + chance.choice(PIECES) * chance.randrange(1_000_000)


def bomb(chance: Random) -> bytes:
    """What unpacks to far more than it weighs, or holds itself for something that it is not."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in chance.sample(PARTS, chance.randint(1, 3)):
            piece = chance.choice((b"<row>", b"<si>", b"<", b"\0", b"<!DOCTYPE a>", b"&a;"))
            archive.writestr(part, piece * chance.randrange(4_000_000))
    return packed.getvalue()


def noise(chance: Random) -> bytes:
    """Any bytes."""
    return chance.randbytes(chance.randrange(400))


def hurt(content: bytes, chance: Random) -> bytes:
    """The file with pieces cut out, doubled or changed."""
    hurt = bytearray(content)
    for _time in range(chance.randint(1, 4)):
        at = chance.randrange(len(hurt) + 1)
        hurt[at : at + chance.randrange(20)] = chance.choice((chance.randbytes(4), chance.choice(PIECES), b""))
    return bytes(hurt)


def _table(chance: Random) -> list[list[str]]:
    headings = chance.sample(HEADINGS, chance.randint(1, len(HEADINGS)))
    return [
        headings,
        *([_cell(chance) for _place in range(chance.randrange(9))] for _row in range(chance.randrange(12))),
    ]


def _cell(chance: Random) -> str:
    if chance.random() < 0.8:
        return chance.choice(WORDS)
    return "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0xD7FF)))) for _sign in range(9))
