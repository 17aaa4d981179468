"""One line of the panel: a few words in front, what holds, and what can be done about it."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What can be done about a line."""

    QUESTION = "question"  # go to the question that would settle it
    DECIDE = "decide"
    TAKE_BACK = "take_back"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do about a line. `target`: a question's id, an easement's id, or ""."""

    way: Way
    words: str
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Frozen, so that a line that says the same again is left alone.

    Attributes:
        id: what it is about; the same from finding to finding.
        lead: the few words in front; "" where the line before leads it too.
        note: a second, quieter sentence.
        rules: ids of the rules behind it, for "Why"; none for what is sealed.
        marked: it asks for something of the coach.
    """

    id: str
    lead: str
    text: str
    note: str = ""
    rules: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    marked: bool = False
