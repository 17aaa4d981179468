"""Pictures of the pages, for the screen: the real file, drawn by PDFium, in memory only."""

from dataclasses import dataclass

import pypdfium2
from pypdfium2.raw import FPDFBitmap_BGRA


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `width` times `height` pixels of four bytes, red, green, blue, opaque, from the top left."""

    width: int
    height: int
    rgba: bytes


def page_images(content: bytes, *, scale: float) -> tuple[PageImage, ...]:
    """A picture of every page of a PDF; at scale 1 a point is a pixel."""
    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(_image(document, index, scale) for index in range(len(document)))
    finally:
        document.close()


def _image(document: pypdfium2.PdfDocument, index: int, scale: float) -> PageImage:
    bitmap = document[index].render(scale=scale, rev_byteorder=True, force_bitmap_format=FPDFBitmap_BGRA)
    return PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer))
