"""What the panel shows: one frozen value, replaced whole."""

from dataclasses import dataclass
from datetime import date

from ui.deciding import Decision
from ui.interview.finding.card import RuleText
from ui.interview.finding.like import Like
from ui.interview.finding.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """The finding as it stands.

    Attributes:
        made: counts the findings up, so that a change can be told from a fold.
        unfolded: whether the panel is open; `more` whether the rest of it is.
        why: id of the line whose rules are open, or "".
        cards: the rules of that line.
        like: examples of someone like this, once they were asked for.
        deciding: the decision that is being taken, or None.
        settled: easement whose decision was taken just now: the focus goes to its line.
        today: the day on the wall.
    """

    today: date
    made: int = 0
    unfolded: bool = False
    more: bool = False
    lines: tuple[Line, ...] = ()
    more_lines: tuple[Line, ...] = ()
    why: str = ""
    cards: tuple[RuleText, ...] = ()
    like: Like | None = None
    deciding: Decision | None = None
    settled: str = ""
