"""What of a plan waits to be stored."""

from dataclasses import dataclass

from coachdesk.clock import now
from coachdesk.plans import Action, Goal
from coachdesk.services import Services
from ui.saving import Written


@dataclass(frozen=True, slots=True)
class GoalJob:
    """A goal as typed."""

    goal: Goal

    @property
    def key(self) -> str:
        return self.goal.id

    def write(self, services: Services) -> Written:
        stored = services.plans.save_goal(self.goal)
        return Written(self, stored.updated_at or now(), stored)


@dataclass(frozen=True, slots=True)
class ActionJob:
    """An action as typed: in the plan where it has all that it needs, as a draft until then."""

    action: Action

    @property
    def key(self) -> str:
        return self.action.id

    def write(self, services: Services) -> Written:
        stored = services.plans.save_action(self.action)
        return Written(self, stored.updated_at or now(), stored)
