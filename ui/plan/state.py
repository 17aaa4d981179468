"""What the plan screen shows: one frozen value, replaced whole."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.interviews import InterviewState
from coachdesk.people import NOBODY_ASKED, Person, SafeToGive
from coachdesk.plans import (
    Action,
    ActionState,
    Flag,
    Goal,
    Party,
    Plan,
    PlanProblem,
    Reason,
    Standing,
    Strip,
    questions_for_goal,
)
from coachdesk.services import PersonFile


class Part(StrEnum):
    """The lists of a plan, in their order: our promises first."""

    OURS = "ours"
    ASKED = "asked"
    CHOSEN = "chosen"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal as it is shown. `questions` are quiet ones beside the field, as message ids."""

    goal: Goal
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as it is shown.

    Attributes:
        problems: what keeps it out of the plan.
        questions: quiet ones beside the field, as message ids.
        reasons: on offer, while it is edited.
        flags: where it does not go together with what may be asked for today, as it was last stored.
        first, last: of its list, so that it cannot go further up or down.
    """

    action: Action
    problems: tuple[PlanProblem, ...] = ()
    questions: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    flags: tuple[Flag, ...] = ()
    first: bool = False
    last: bool = False

    def problem(self, field: str) -> str:
        """What is wrong with one field; empty where nothing is."""
        return next((each.text for each in self.problems if each.field == field), "")


@dataclass(frozen=True, slots=True)
class PlanState:
    """The plan of one person as it stands on the screen.

    Attributes:
        interview_id: the interview it was opened from, or the person's newest; "" where there was none.
        interview_open: that interview goes on, so nobody else may be seen.
        giving: what may be given to them, and in which way.
        parts: every action that is in the plan or on its way there, by list.
        closed: what was done or let go, newest first.
        editing: id of the goal or action whose fields are open.
        checked: what the edited action still needs is said at its fields; not while it is written for the first time.
        letting_go: the reason for letting the edited action go is being asked.
        strip: None until something can be weighed.
        flags: of the plan as a whole.
    """

    person: Person
    interview_id: str
    interview_open: bool
    today: date
    giving: SafeToGive = NOBODY_ASKED
    goals: tuple[GoalView, ...] = ()
    parts: tuple[tuple[Part, tuple[ActionView, ...]], ...] = ()
    closed: tuple[Action, ...] = ()
    editing: str = ""
    checked: bool = False
    letting_go: bool = False
    strip: Strip | None = None
    flags: tuple[Flag, ...] = ()

    def views(self, part: Part) -> tuple[ActionView, ...]:
        """The actions of one list."""
        return dict(self.parts).get(part, ())


def opened_state(file: PersonFile, interview_id: str, today: date) -> PlanState:
    """A person's plan from one of their interviews; from their newest where none is named."""
    named = (each for each in file.interviews if not interview_id or each.id == interview_id)
    interview = next(named, None)
    return PlanState(
        person=file.person,
        interview_id=interview.id if interview else "",
        interview_open=interview is not None and interview.state is InterviewState.OPEN,
        today=today,
        giving=file.giving,
    )


def part_of(action: Action) -> Part:
    """The list an action belongs to."""
    if action.owner is Party.COACH:
        return Part.OURS
    if action.owner is Party.OTHER:
        return Part.OTHERS
    return Part.ASKED if action.standing is Standing.REQUIRED else Part.CHOSEN


def goal_views(plan: Plan) -> tuple[GoalView, ...]:
    """The goals that still stand, with their quiet questions."""
    return tuple(GoalView(each, questions_for_goal(each)) for each in plan.goals if each.state is ActionState.OPEN)


def live(action: Action) -> bool:
    """Whether an action is in the plan, or on its way there."""
    return action.state in {ActionState.OPEN, ActionState.DRAFT}


def closed_actions(plan: Plan) -> tuple[Action, ...]:
    """What was done or let go, newest first."""
    return tuple(sorted((each for each in plan.actions if not live(each)), key=_changed, reverse=True))


def _changed(action: Action) -> str:
    return action.updated_at.isoformat() if action.updated_at else ""
