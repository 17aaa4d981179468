"""Which actions stand in which list of the plan screen, and what is said of each."""

from collections.abc import Callable
from dataclasses import dataclass

from coachdesk.plans import Action, Flagged, Plan, PlanProblem, Reason, questions_for_action
from coachdesk.plans.smart import BY_WHEN
from ui.plan.state import ActionView, Part, live, part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the lists are made from.

    Attributes:
        edited: id of the action whose fields are open, `place` the list in which it stays until they close.
        offered: the reasons on offer for it.
        problems: what keeps an action out of the plan.
    """

    plan: Plan
    flags: Flagged
    edited: str
    place: Part | None
    offered: tuple[Reason, ...]
    problems: Callable[[Action], tuple[PlanProblem, ...]]

    def parts(self) -> tuple[tuple[Part, tuple[ActionView, ...]], ...]:
        """Every list with its actions."""
        return tuple((part, self._views(part)) for part in Part)

    def _views(self, part: Part) -> tuple[ActionView, ...]:
        here = [each for each in self.plan.actions if live(each) and self._part(each) is part]
        return tuple(self._view(each, first=place == 0, last=place == len(here) - 1) for place, each in enumerate(here))

    def _part(self, action: Action) -> Part:
        return self.place if action.id == self.edited and self.place is not None else part_of(action)

    def _view(self, action: Action, *, first: bool, last: bool) -> ActionView:
        problems = self.problems(action)
        asked = {each.field for each in problems}
        questions = tuple(each for each in questions_for_action(action) if not (each == BY_WHEN and "by" in asked))
        offered = self.offered if action.id == self.edited else ()
        return ActionView(action, problems, questions, offered, self.flags.of(action.id), first, last)
