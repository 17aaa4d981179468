"""What is done to a plan at once, and what "Undo" does about it."""

from dataclasses import dataclass, replace
from typing import Literal

from coachdesk.plans import Action, ActionState, Goal
from coachdesk.services import Services


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing to do at once: to actions by id, or with a whole goal or action."""

    what: Literal["arrange", "let go", "take up", "store", "want again", "discard", "restore"]
    ids: tuple[str, ...] = ()
    words: str = ""
    record: Goal | Action | None = None

    def run(self, services: Services) -> None:
        """Do it. AppError where that did not work; nothing was done then."""
        if self.what == "arrange":
            services.plans.arrange(self.ids)
        elif self.what == "let go":
            services.plans.let_go(self.ids[0], self.words)
        elif self.what == "take up":
            services.plans.take_up(self.ids[0])
        elif isinstance(self.record, Goal):
            services.plans.save_goal(_again(services, self.record) if self.what == "want again" else self.record)
        elif isinstance(self.record, Action) and self.what == "store":
            services.plans.save_action(_newest(services, self.record))
        elif isinstance(self.record, Action) and self.what == "discard":
            services.plans.discard(self.record)
        elif isinstance(self.record, Action):
            services.plans.restore(self.record)


def _again(services: Services, goal: Goal) -> Goal:
    """The goal as it is stored now, wanted once more."""
    goals = {each.id: each for each in services.plans.plan(goal.person_id).goals}
    return replace(goals[goal.id], state=ActionState.OPEN)


def _newest(services: Services, action: Action) -> Action:
    """The action in place of what is stored of it now."""
    actions = {each.id: each for each in services.plans.plan(action.person_id).actions}
    return replace(action, version=actions[action.id].version)
