"""The clock of an interview: minutes left, what folds to next time, and when the clock is not shown at all."""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil

from coachdesk.interviews.definition import Definition, Rank, Step
from coachdesk.interviews.engine import slows, visible_steps
from coachdesk.interviews.interview import Answers

FOLD_FROM = 2 / 3
"""The share of the slot at which steps that were only meant for spare time, and not opened, fold to next time."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the time stands.

    Attributes:
        minutes_left: whole minutes of the slot, rounded up; never below 0.
        share: of the slot that has passed, 0 to 1.
        fold: ids of steps to fold to next time now; never one that was opened or is folded already.
        shown: whether the clock may be shown.
    """

    minutes_left: int
    share: float
    fold: tuple[str, ...]
    shown: bool


def plan(
    definition: Definition,
    answers: Answers,
    *,
    elapsed_seconds: int,
    opened: Collection[str],
    folded: Collection[str],
    stopped: bool,
) -> Pace:
    """The pace after `elapsed_seconds` of the slot.

    `opened` and `folded` are step ids; a step that the coach unfolds counts as opened. `stopped`: the ordinary flow
    ended kindly. Then, and when something was said that matters more than the clock, the clock is not shown and
    everything that does not stay folds to next time.
    """
    slot = definition.minutes * 60
    share = min(1.0, elapsed_seconds / slot)
    calm = stopped or slows(definition, answers)

    def folds(step: Step) -> bool:
        spare = step.rank is Rank.NEXT_TIME or (step.rank is Rank.IF_TIME and share >= FOLD_FROM)
        return spare or (calm and not step.stays)

    waiting = [s for s in visible_steps(definition, answers) if s.id not in opened and s.id not in folded]
    return Pace(
        minutes_left=max(0, ceil((slot - elapsed_seconds) / 60)),
        share=share,
        fold=tuple(step.id for step in waiting if folds(step)),
        shown=not calm,
    )


def not_opened(
    definition: Definition, answers: Answers, *, opened: Collection[str], folded: Collection[str]
) -> tuple[str, ...]:
    """Ids of the steps that nobody came to, when the talk is over: they are put off like those that folded before."""
    steps = visible_steps(definition, answers)
    return tuple(step.id for step in steps if not (step.stays or step.id in opened or step.id in folded))
