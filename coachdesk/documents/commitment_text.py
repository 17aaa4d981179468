"""The commitment as plain text, for the journal: the same words in the same order as on paper.

No lines are drawn with characters and nothing is in capitals, because a screen reader would say them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, count
from textwrap import wrap

from coachdesk.commitments.document import CommitmentDocument, Labelled, PlannedAction, Section, Words
from coachdesk.documents.fonts import clean

WIDTH = 76
"""Characters a line; a longer word stays whole."""

_INDENT = "   "


def render_text(document: CommitmentDocument, *, width: int = WIDTH) -> str:
    """The whole text; two empty lines before a heading, one before an action or a paragraph."""
    numbers = count(1)
    sections = (_section(section, numbers) for section in document.sections)
    blocks = chain(_opening(document), *sections)
    wrapped = (line for block in blocks for line in _wrapped(block, width))
    return "\n".join(wrapped).replace("\u00a0", " ").strip("\n") + "\n"


Block = tuple[str, str, str]
"""What stands before the first line, what before the others, and the words; all empty for an empty line."""

_SPACE: Block = ("", "", "")


def _opening(document: CommitmentDocument) -> Iterator[Block]:
    yield ("", "", document.title.value)
    yield from _sentences(document.copy_sentences)
    yield _SPACE
    yield from _pairs(document.facts, "")


def _section(section: Section, numbers: Iterator[int]) -> Iterator[Block]:
    yield from (_SPACE, _SPACE, ("", "", section.heading.value))
    yield from _sentences(section.sentences)
    if section.points:
        yield _SPACE
    yield from _pairs(section.points, "")
    for quote in section.quotes:
        yield from (_SPACE, (_INDENT, _INDENT, quote.words.value))
    for action in section.actions:
        yield _SPACE
        yield from _action(action, next(numbers))
    yield from _sentences(section.closing)


def _action(action: PlannedAction, number: int) -> Iterator[Block]:
    yield (f"{number}. ", _INDENT, action.text.words.value)
    yield from _pairs(action.details, _INDENT)
    asides = (action.reason, action.if_cannot, *(plan.words for plan in action.if_thens))
    for words in asides:
        if words is not None:
            yield (_INDENT, _INDENT, words.value)


def _sentences(sentences: Iterable[Words]) -> Iterator[Block]:
    for words in sentences:
        yield from (_SPACE, ("", "", words.value))


def _pairs(pairs: Iterable[Labelled], indent: str) -> Iterator[Block]:
    for pair in pairs:
        if pair.words.value.strip():
            yield (indent, indent + _INDENT, f"{pair.label.value}: {pair.words.value}")


def _wrapped(block: Block, width: int) -> Iterator[str]:
    """The lines of a block; the line ends that people typed are kept."""
    first, others, words = block
    if not words:
        yield ""
    for line in clean(words).splitlines():
        yield from wrap(
            line,
            width,
            initial_indent=first,
            subsequent_indent=others,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        first = others
