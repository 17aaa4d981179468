"""The commitment as the account takes it: a message, then hours, availability, and each to-do as title and text.

What may follow where something asked is not done comes last, by itself: after everything that says what to do first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, count

from coachdesk.commitments.document import CommitmentDocument, Labelled, PlannedAction, Section, SectionKind, Words

_INDENT = "   "
_CUT = "…"
_TO_DO = frozenset({SectionKind.ASKED, SectionKind.CHOSEN})


class PartKind(StrEnum):
    """Where a part goes in the account."""

    MESSAGE = "message"
    HOURS = "hours"
    AVAILABILITY = "availability"
    TO_DO = "to_do"


@dataclass(frozen=True, slots=True)
class JournalPart:
    """One thing to be pasted: a title of one line, and a text whose lines end only where a paragraph does."""

    kind: PartKind
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class JournalLimits:
    """The most characters that the account takes in a message, and in the title and the text of everything else."""

    message: int
    title: int
    text: int


def journal_parts(document: CommitmentDocument) -> tuple[JournalPart, ...]:
    """Everything that the paper says, in the account's order, each to-do by itself."""
    numbers = count(1)
    numbered = [(section, [(next(numbers), action) for action in section.actions]) for section in document.sections]
    message = chain(_opening(document), *(_in_message(section, actions) for section, actions in numbered))
    return (
        JournalPart(PartKind.MESSAGE, _line(document.title.value), "\n\n".join(message)),
        *_lists(document, SectionKind.HOURS, PartKind.HOURS),
        *_lists(document, SectionKind.AVAILABILITY, PartKind.AVAILABILITY),
        *(
            _to_do(section, number, action)
            for section, actions in numbered
            if section.kind in _TO_DO
            for number, action in actions
        ),
        *(
            JournalPart(PartKind.MESSAGE, _line(section.heading.value), "\n\n".join(closing))
            for section in document.sections
            if section.kind in _TO_DO and (closing := tuple(_sentences(section.closing)))
        ),
    )


def within(parts: Iterable[JournalPart], limits: JournalLimits) -> tuple[JournalPart, ...]:
    """The parts in pieces that the account takes, with every word still in them.

    A title that is too long ends in an ellipsis and stands whole at the head of its text. A text that is too long goes
    on in a further part, cut between paragraphs, lines or words as far as there are any.
    """
    return tuple(piece for part in parts for piece in _pieces(part, limits))


def _opening(document: CommitmentDocument) -> Iterator[str]:
    yield from _sentences(document.copy_sentences)


def _in_message(section: Section, actions: list[tuple[int, PlannedAction]]) -> Iterator[str]:
    """What of a section stands in the message: all but the hours, the availability, and what belongs to the to-dos."""
    if section.kind in {SectionKind.HOURS, SectionKind.AVAILABILITY}:
        return
    if section.kind in _TO_DO:
        body = [] if actions else [*_sentences(section.sentences)]
    else:
        listed = (_indented(_first(section, number, action), _about(action)) for number, action in actions)
        quotes = (quote.words.value for quote in section.quotes if quote.words.value.strip())
        body = [*_sentences(section.sentences), *_pairs(section.points), *quotes, *listed]
        body += _sentences(each.sentence for each in section.signatures)
        body += _sentences(section.closing)
    if body or not actions:
        yield "\n\n".join([section.heading.value, *body])


def _lists(document: CommitmentDocument, kind: SectionKind, part: PartKind) -> Iterator[JournalPart]:
    for section in document.sections:
        if section.kind is kind:
            text = "\n\n".join((*_sentences(section.sentences), *_pairs(section.points), *_sentences(section.closing)))
            yield JournalPart(part, _line(section.heading.value), text)


def _to_do(section: Section, number: int, action: PlannedAction) -> JournalPart:
    """It stands by itself, so it says again whose choice it is."""
    title = _line(f"{number}. {action.text.words.value}")
    lines = (section.heading.value, *_sentences(section.sentences), *_about(action))
    return JournalPart(PartKind.TO_DO, title, "\n".join(lines))


def _first(section: Section, number: int, action: PlannedAction) -> str:
    words = action.text.words.value
    return f"{number}. {words}" if section.is_numbered else words


def _about(action: PlannedAction) -> Iterator[str]:
    """What belongs to an action, a line each."""
    for pair in action.details:
        yield from _pair(pair)
    asides = (action.reason, action.if_cannot, *(plan.words for plan in action.if_thens))
    yield from _sentences(words for words in asides if words is not None)


def _sentences(sentences: Iterable[Words]) -> Iterator[str]:
    yield from (words.value for words in sentences if words.value.strip())


def _pairs(pairs: Iterable[Labelled]) -> Iterator[str]:
    lines = [line for pair in pairs for line in _pair(pair)]
    if lines:
        yield "\n".join(lines)


def _pair(pair: Labelled) -> Iterator[str]:
    if pair.words.value.strip():
        yield f"{pair.label.value}: {pair.words.value}"


def _indented(first: str, others: Iterable[str]) -> str:
    return f"\n{_INDENT}".join("\n".join((first, *others)).splitlines())


def _line(words: str) -> str:
    return " ".join(words.split())


def _pieces(part: JournalPart, limits: JournalLimits) -> Iterator[JournalPart]:
    whole = part
    if len(part.title) > limits.title:
        whole = replace(part, text="\n".join(each for each in (part.title, part.text) if each))
    texts = list(_cut_up(whole.text, limits.message if part.kind is PartKind.MESSAGE else limits.text))
    for number, text in enumerate(texts, 1):
        of = f" ({number}/{len(texts)})" if len(texts) > 1 else ""
        yield replace(whole, title=_shortened(part.title, limits.title - len(of)) + of, text=text)


def _shortened(title: str, most: int) -> str:
    if len(title) <= most:
        return title
    cut = title[: most - len(_CUT)]
    return (cut.rpartition(" ")[0] or cut) + _CUT


def _cut_up(text: str, most: int) -> Iterator[str]:
    while len(text) > most:
        ends = (text.rfind(gap, 1, most + 1) for gap in ("\n\n", "\n", " "))
        end = next((end for end in ends if end > 0), most)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text
