"""What of a commitment went into the account: the pieces as the account takes them, and which were pasted."""

from collections.abc import Iterable
from dataclasses import dataclass

from coachdesk.commitments.journal import JournalPart, PartKind
from coachdesk.i18n import Language
from coachdesk.records import Record

WHOLE = "whole"
"""Instead of a piece: the whole text was copied at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to be pasted by itself into the account: the title or the text of a part.

    Attributes:
        id: within one commitment and language.
        whole: the part that it is of.
    """

    id: str
    whole: JournalPart
    text: str
    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted(Record):
    """One time that something was copied for the account, which marks it as pasted; `created_at` says when.

    Attributes:
        piece: the id of the piece, or `WHOLE`.
        words: exactly what was copied.
        taken_back: the coach said later that it was not pasted after all.
    """

    person_id: str
    commitment_id: str
    language: Language
    piece: str
    words: str
    taken_back: bool = False


def pieces_of(parts: Iterable[JournalPart]) -> tuple[Piece, ...]:
    """What is pasted one by one: of a to-do its title first, of all else the text alone."""
    pieces = []
    for number, part in enumerate(parts):
        if part.kind is PartKind.TO_DO:
            pieces.append(Piece(f"{number}-title", part, part.title, is_title=True))
        pieces.append(Piece(f"{number}-text", part, part.text))
    return tuple(pieces)


def marks(copied: Iterable[Pasted], language: Language) -> dict[str, Pasted]:
    """The last time that each piece was copied in a language, by the piece's id, without what was taken back."""
    last = {each.piece: each for each in copied if each.language is language}
    return {piece: each for piece, each in last.items() if not each.taken_back}
