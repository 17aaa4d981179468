"""Looking for words in finished files as somebody with time and tools would: in every text and every byte stream."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
import pypdfium2

PDF = b"%PDF-"


def found_in(content: bytes, words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that a file holds: whole words, in small or capital letters, over line ends too."""
    texts = tuple(texts_of(content))
    return tuple(word for word in words if any(_pattern(word).search(text) for text in texts))


def texts_of(content: bytes) -> Iterator[str]:
    """Everything that a file could say: its bytes, and of a PDF each unpacked stream, each string and each page's text."""
    yield from _readings(content)
    if not content.startswith(PDF):
        return
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield from _readings(_unpacked(thing))
            yield from _strings(thing)
    document = pypdfium2.PdfDocument(content)
    try:
        for index in range(len(document)):
            yield document[index].get_textpage().get_text_range()
    finally:
        document.close()


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _readings(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "latin-1", "utf-16-be", "utf-16-le"):
        yield content.decode(encoding, "replace")


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a packing that holds pictures only
        return stream.read_raw_bytes()


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    """The strings of an object, its own parts included; what it refers to has its turn by itself."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for name, part in thing.items():
            yield name
            yield from _part(part)
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from _part(part)


def _part(part: object) -> Iterator[str]:
    if isinstance(part, pikepdf.Name):
        yield str(part)
    elif isinstance(part, pikepdf.Object) and not part.is_indirect:
        yield from _strings(part)
