"""The commitment as plain text, in the order of the journal: a message, hours, availability, and each to-do.

No lines are drawn with characters and nothing is in capitals, because a screen reader would say them.
"""

from collections.abc import Iterator
from textwrap import wrap

from coachdesk.commitments import CommitmentDocument, journal_parts
from coachdesk.documents.fonts import clean

WIDTH = 76
"""Characters a line; a longer word stays whole."""


def render_text(document: CommitmentDocument) -> str:
    """The whole text; two empty lines before a part, one before a paragraph."""
    parts = (f"{part.title}\n\n{part.text}".strip("\n") for part in journal_parts(document))
    lines = (line for part in parts for line in (*_wrapped(part), "", ""))
    return "\n".join(lines).replace("\u00a0", " ").strip("\n") + "\n"


def _wrapped(text: str) -> Iterator[str]:
    """The lines of a part; the line ends that people typed are kept, and what goes on stands below what it belongs to."""
    for line in text.splitlines():
        words = clean(line)
        indent = line[: len(line) - len(line.lstrip(" "))]
        hanging = indent or (" " * 3 if words[:1].isdigit() and words.partition(" ")[0].endswith(".") else "")
        yield from wrap(
            words,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
