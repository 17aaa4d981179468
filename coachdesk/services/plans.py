from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection

from coachdesk.interviews import Interview, visible
from coachdesk.people import Person
from coachdesk.plans import (
    Action,
    ActionOutcome,
    ActionState,
    Delay,
    Flagged,
    Goal,
    Happened,
    Party,
    Plan,
    PlanProblem,
    Reason,
    check_action,
    is_asked,
    reasons_for,
)
from coachdesk.services.allowing import allowed
from coachdesk.services.answers import read_answers
from coachdesk.services.context import Context
from coachdesk.services.helped import Helped, what_helped
from coachdesk.services.views import Weighed
from coachdesk.services.weighing import weigh
from coachdesk.storage import Writer, find, get, table_of

Planned = TypeVar("Planned", Goal, Action)


def read_plan(connection: Connection, person_id: str) -> Plan:
    """The goals, actions and outcomes of a person, in their order."""
    goals, actions, outcomes = table_of(Goal), table_of(Action), table_of(ActionOutcome)
    return Plan(
        goals=find(connection, Goal, goals.c.person_id == person_id, order_by=(goals.c.id,)),
        actions=find(connection, Action, actions.c.person_id == person_id, order_by=(actions.c.position, actions.c.id)),
        outcomes=find(connection, ActionOutcome, outcomes.c.person_id == person_id, order_by=(outcomes.c.id,)),
    )


class Plans:
    """Goals and actions of a person."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._audited: set[str] = set()

    def plan(self, person_id: str) -> Plan:
        """The plan as it stands, drafts included."""
        with self._context.database.read() as connection:
            return read_plan(connection, person_id)

    def weigh(self, person_id: str) -> Weighed:
        """The plan against the hours that the person can give, the days they know, and what may be asked for today."""
        with self._context.database.read() as connection:
            person, plan = get(connection, Person, person_id), read_plan(connection, person_id)
            known = allowed(self._context, connection, person_id)
            return Weighed(weigh(self._context, connection, person, plan, known), known.flags(plan))

    def flags(self, person_id: str) -> Flagged:
        """What is asked for in the stored plan against what may be asked for today; nothing is changed by it."""
        with self._context.database.read() as connection:
            plan = read_plan(connection, person_id)
            if not any(is_asked(each) for each in plan.actions):
                return Flagged()
            return allowed(self._context, connection, person_id).flags(plan)

    def what_helped(self) -> Helped:
        """Which kinds of steps led to something, over the whole caseload: for the coach alone, never by person."""
        return what_helped(self._context)

    def reasons(self, action: Action, interview_id: str) -> tuple[Reason, ...]:
        """The reasons on offer for an action, from what was said in an interview; none where there was none."""
        if not interview_id:
            return ()
        with self._context.database.read() as connection:
            interview = get(connection, Interview, interview_id)
            definition = self._context.definition_of(interview)
            answers = read_answers(connection, definition, interview_id)
        return reasons_for(action, visible(definition, answers), answers)

    def today(self) -> date:
        """The date on the wall."""
        return self._context.today()

    def problems(self, action: Action) -> tuple[PlanProblem, ...]:
        """What keeps an action out of the plan today, to be said at its fields."""
        return check_action(action, today=self._context.today())

    def draft_goal(self, person_id: str, interview_id: str = "") -> Goal:
        """A new goal with no words yet, not stored."""
        return Goal(id=self._context.new_id(), person_id=person_id, text="", interview_id=interview_id)

    def draft_action(self, person_id: str, owner: Party, interview_id: str = "") -> Action:
        """A new action with no words yet, not stored."""
        plan = self.plan(person_id)
        return Action(
            id=self._context.new_id(),
            person_id=person_id,
            text="",
            owner=owner,
            state=ActionState.DRAFT,
            interview_id=interview_id,
            position=1 + max((each.position for each in plan.actions), default=0),
        )

    def save_goal(self, goal: Goal) -> Goal:
        """Store a goal as typed."""
        return self._typed(goal, "goal.saved")

    def save_action(self, action: Action) -> Action:
        """Store an action as typed: in the plan where it has all that it needs, as a draft until then.

        A draft loses nothing and stands in no document; `check_action` says what it still needs.
        """
        if action.state in {ActionState.OPEN, ActionState.DRAFT}:
            whole = not check_action(action, today=self._context.today())
            action = replace(action, state=ActionState.OPEN if whole else ActionState.DRAFT)
        return self._typed(action, "action.saved")

    def let_go(self, action_id: str, reason: str) -> Action:
        """Let an action go, with the reason in words; `take_up` undoes it."""
        with self._context.database.read() as connection:
            action = get(connection, Action, action_id)
        return self._put(replace(action, state=ActionState.LET_GO, let_go_reason=reason), "action.let-go")

    def take_up(self, action_id: str) -> Action:
        """Take up again an action that was done or let go."""
        with self._context.database.read() as connection:
            action = get(connection, Action, action_id)
        return self._put(replace(action, state=ActionState.OPEN, let_go_reason=""), "action.taken-up")

    def arrange(self, action_ids: Sequence[str]) -> tuple[Action, ...]:
        """Put actions into this order; whoever has its place already is left alone."""
        with self._context.database.write() as writer:
            actions = [get(writer.connection, Action, each) for each in action_ids]
            arranged = [replace(each, position=place) for place, each in enumerate(actions, 1)]
            stored = [
                each if each == before else writer.put(each, "action.arranged")
                for each, before in zip(arranged, actions, strict=True)
            ]
            if stored:
                writer.audit("action.arranged", subject=stored[0].person_id)
        return tuple(stored)

    def in_account(self, action_id: str, since: date | None) -> Action:
        """Record that an action stands in the online account since a day, or not yet (None)."""
        with self._context.database.read() as connection:
            action = get(connection, Action, action_id)
        return self._put(replace(action, in_account_since=since), "action.in-account")

    def discard(self, action: Action) -> None:
        """Drop a draft that nobody wants."""
        with self._context.database.write() as writer:
            writer.delete(action, "action.discarded")
            writer.audit("action.discarded", subject=action.person_id, record=action.id)

    def restore(self, action: Action) -> Action:
        """Bring back a draft that was discarded."""
        return self._put(replace(action, version=0), "action.taken-up")

    def record_outcome(
        self,
        action_id: str,
        happened: Happened,
        *,
        interview_id: str = "",
        learned: str = "",
        new_by: date | None = None,
        delay: Delay | None = None,
    ) -> ActionOutcome:
        """What became of an action: one row an action and interview, replaced while it is being said.

        `delay` is of a promise of ours that is not kept: why, by one key.
        """
        with self._context.database.write() as writer:
            action = get(writer.connection, Action, action_id)
            outcome = self._outcome(writer, action, interview_id)
            said = replace(outcome, happened=happened, learned=learned, new_by=new_by, delay=delay)
            stored = writer.put(said, "action.outcome")
            writer.put(_after(action, happened, new_by), "action.outcome")
            writer.audit("action.outcome", subject=action.person_id, record=action_id)
        return stored

    def take_back_outcome(self, action_id: str, *, interview_id: str) -> None:
        """Nobody said what became of the action after all: it is open again, as before this interview."""
        with self._context.database.write() as writer:
            action = get(writer.connection, Action, action_id)
            said = self._outcome(writer, action, interview_id)
            if not said.version:
                return
            writer.delete(said, "action.outcome-taken-back")
            writer.put(replace(action, state=ActionState.OPEN), "action.outcome-taken-back")
            writer.audit("action.outcome-taken-back", subject=action.person_id, record=action_id)

    def _outcome(self, writer: Writer, action: Action, interview_id: str) -> ActionOutcome:
        outcomes = table_of(ActionOutcome)
        said = find(
            writer.connection,
            ActionOutcome,
            outcomes.c.action_id == action.id,
            outcomes.c.interview_id == interview_id,
        )
        if said:
            return said[0]
        return ActionOutcome(
            id=self._context.new_id(),
            action_id=action.id,
            person_id=action.person_id,
            happened=Happened.NOT_YET,
            interview_id=interview_id,
        )

    def _typed(self, record: Planned, code: str) -> Planned:
        """Store what is being typed: one change and one audit line for each record and minute."""
        visit = f"{record.id} {self._context.clock():%Y%m%d%H%M}"
        with self._context.database.write() as writer:
            stored = writer.put(record, code, visit=visit)
            if visit not in self._audited:
                writer.audit(code, subject=record.person_id, record=record.id)
        self._audited.add(visit)
        return stored

    def _put(self, action: Action, code: str) -> Action:
        with self._context.database.write() as writer:
            stored = writer.put(action, code)
            writer.audit(code, subject=action.person_id, record=action.id)
        return stored


def _after(action: Action, happened: Happened, new_by: date | None) -> Action:
    """The action as it stands once we know what happened."""
    states = {Happened.DONE: ActionState.DONE, Happened.NO_LONGER_RIGHT: ActionState.LET_GO}
    return replace(action, state=states.get(happened, ActionState.OPEN), by=new_by or action.by)
