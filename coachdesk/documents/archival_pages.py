"""What the pages of an archived file may do: operators, how deep they nest, and which letters of which font they show."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pikepdf import Dictionary, Pdf

from coachdesk.documents.page_reader import drawn_on
from coachdesk.documents.tokens import STRING

_OPERATORS = frozenset(
    b"b B b* B* BDC BMC BT c cm cs CS d Do EMC ET f F f* g G gs h i j J l m M MP DP n q Q re rg RG ri s S sc SC scn SCN sh "
    b"T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
"""Of PDF 1.7, but for those of inline pictures, Type 3 fonts and four colours, which we never write."""

_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
_SAVING = re.compile(rb"(?<!\S)[qQ](?!\S)")
_INTENT = re.compile(rb"/(\w+) ri(?!\S)")
_INTENTS = frozenset({b"RelativeColorimetric", b"AbsoluteColorimetric", b"Perceptual", b"Saturation"})
_DEEPEST = 28
_SHOWN = re.compile(rb"/(?P<font>\S+) [\d.]+ Tf|(?P<words>" + STRING.pattern + rb")", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def page_codes(pdf: Pdf) -> Iterator[str]:
    """The codes of what the pages do that an archive would not accept."""
    for page in pdf.pages:
        bare = STRING.sub(b" () ", drawn_on(page)).replace(b"[", b" ").replace(b"]", b" ")
        words = frozenset(re.sub(rb"<<.*?>>", b" ", bare).split())
        used = {each for each in words if each != b"()" and each[:1] != b"/" and not _NUMBER.fullmatch(each)}
        if not used <= _OPERATORS:
            yield "archive-colour" if used - _OPERATORS <= {b"k", b"K"} else "archive-operator"
        if not _INTENTS.issuperset(_INTENT.findall(bare)):
            yield "archive-rendering-intent"
        if _depth(bare) > _DEEPEST:
            yield "archive-nesting"


def _depth(bare: bytes) -> int:
    depth = deepest = 0
    for each in _SAVING.findall(bare):
        depth += 1 if each == b"q" else -1
        deepest = max(deepest, depth)
    return deepest


def letters_shown(pdf: Pdf) -> dict[tuple[int, int], tuple[Dictionary, frozenset[int]]]:
    """Every font that a page shows letters of, by the number of its object, with the codes of those letters."""
    fonts: dict[tuple[int, int], Dictionary] = {}
    shown: dict[tuple[int, int], list[bytes]] = defaultdict(list)
    for page in pdf.pages:
        named = {str(name).encode(): font for name, font in page.obj.Resources.get("/Font", Dictionary()).items()}
        current = (0, 0)
        for found in _SHOWN.finditer(drawn_on(page)):
            if found["font"] is not None:
                font = named.get(b"/" + found["font"])
                current = font.objgen if isinstance(font, Dictionary) else (0, 0)
                if isinstance(font, Dictionary):
                    fonts[current] = font
            elif current in fonts:
                shown[current].append(found["words"])
    return {key: (font, frozenset(b"".join(map(_plain, set(shown[key]))))) for key, font in fonts.items()}


def _plain(string: bytes) -> bytes:
    """The bytes that a string of a page stands for."""
    if string.startswith(b"<"):
        return bytes.fromhex(string[1:-1].decode("ascii"))
    return _ESCAPED.sub(_unescaped, string[1:-1]) if b"\\" in string else string[1:-1]


def _unescaped(found: "re.Match[bytes]") -> bytes:
    letter = found[1]
    return bytes([int(letter, 8) & 255]) if letter.isdigit() else _LETTERS.get(letter, letter)
