"""The pages of a PDF as pictures, for the screen and for the printer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a picture: width and height in pixels, four bytes (red, green, blue, alpha) a pixel."""

    width: int
    height: int
    rgba: bytes


def pages_of(content: bytes, scale: float) -> tuple[Page, ...]:
    """The pages of a PDF, `scale` pixels a point."""
    from coachdesk.documents.images import page_images

    return tuple(Page(each.width, each.height, each.rgba) for each in page_images(content, scale=scale))
