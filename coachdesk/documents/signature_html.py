"""A signature in a file of HTML: lines that need nothing from elsewhere, and words in their place for a screen reader."""

from collections.abc import Iterator
from html import escape

from coachdesk.commitments.document import Signed
from coachdesk.commitments.strokes import HEIGHT, WIDTH, Strokes, points_of
from coachdesk.documents.fonts import clean


def signed_html(signature: Signed) -> Iterator[str]:
    """The picture with its caption, or the sentence where none was drawn."""
    sentence = escape(clean(signature.sentence.value))
    if signature.caption is None:
        yield f"<p>{sentence}</p>"
        return
    caption = escape(clean(signature.caption.value))
    yield "<figure>"
    yield f'<svg role="img" aria-label="{sentence}" viewBox="0 0 {WIDTH} {HEIGHT}"><path d="{_path(signature.strokes)}">'
    yield f"</path></svg>\n<figcaption>{caption}</figcaption>\n</figure>"


def _path(strokes: Strokes) -> str:
    """Every stroke as one line; a dot is a line without length, with round ends."""
    return "".join(
        f"M{first[0]} {first[1]}" + "".join(f"L{x} {y}" for x, y in others or [first])
        for first, *others in map(points_of, strokes)
    )
