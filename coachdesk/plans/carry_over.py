"""Which open actions come to the next review: our promises first, then at most three of the person's."""

from dataclasses import dataclass
from datetime import date

from coachdesk.plans.plan import Action, Happened, Plan

MOST = 3


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Ours are all shown; of theirs at most three, soonest first, and the rest is one key away."""

    ours: tuple[Action, ...]
    shown: tuple[Action, ...]
    later: tuple[Action, ...]


def carried_over(plan: Plan) -> CarriedOver:
    """The open actions as the next review shows them.

    An action whose last outcome was *done* or *no longer right* does not come again.
    """
    over = _closed(plan)
    theirs = [action for action in (*plan.asked, *plan.chosen) if action.id not in over]
    theirs.sort(key=_soonest)
    ours = sorted((action for action in plan.ours if action.id not in over), key=_soonest)
    return CarriedOver(tuple(ours), tuple(theirs[:MOST]), tuple(theirs[MOST:]))


def _closed(plan: Plan) -> set[str]:
    """Ids of the actions whose last outcome closes them; ids of outcomes sort by the time they were made."""
    last = {outcome.action_id: outcome.happened for outcome in sorted(plan.outcomes, key=lambda each: each.id)}
    return {action for action, happened in last.items() if happened in {Happened.DONE, Happened.NO_LONGER_RIGHT}}


def _soonest(action: Action) -> tuple[date, int]:
    return (action.by or date.max, action.position)
