"""Keeps the one line of the plan that is being written: a draft in the vault from the first letter on."""

from collections.abc import Callable
from dataclasses import replace

from coachdesk.plans import Action, Party
from coachdesk.services import Services
from ui.interview.jobs import ActionJob, OutcomeJob
from ui.interview.planning import as_action, fresh_line, line_problem
from ui.interview.state import InterviewState, PlanLine
from ui.saving import Job, Written


class LineKeeper:
    """Turns the line into an action and back; gives states, and jobs to `keep`. `waits` tells of a job's key if it waits."""

    def __init__(self, services: Services, keep: Callable[[Job], None], waits: Callable[[str], bool]) -> None:
        self._services, self._keep, self._waits = services, keep, waits
        self._action: Action | None = None

    def begin(self, state: InterviewState) -> InterviewState:
        """Go on with the line that was left unfinished, or begin one."""
        self._action = next((each for each in state.plan.actions if each.id == state.line_id), None)
        return self._weighed(state if self._action else replace(state, line=fresh_line(state)))

    def write(self, state: InterviewState, line: PlanLine) -> InterviewState:
        """The coach changed the line."""
        if self._action is None:
            if not line.text.strip() and not line.by:
                return replace(state, line=line)
            self._action = self._services.plans.draft_action(state.person.id, Party.CLAIMANT, state.interview.id)
        self._action = as_action(line, self._action, state.today)
        self._keep(ActionJob(self._action))
        wrong = line_problem(line, self._action, state.today)
        return replace(state, line=line, line_id=self._action.id, line_problem=wrong)

    def fresh(self, state: InterviewState) -> InterviewState:
        """The line stands in the plan, or among the drafts; an empty one follows. A draft that waits stays."""
        if self._action is not None and self._waits(ActionJob(self._action).key):
            return state
        self._action = None
        return self._weighed(replace(state, line=fresh_line(state), line_id="", line_problem=""))

    def written(self, state: InterviewState, written: Written) -> InterviewState:
        """Something was stored: the plan is read again where it belongs to it."""
        if not isinstance(written.job, ActionJob | OutcomeJob):
            return state
        if isinstance(written.job, ActionJob) and self._action is not None:
            self._stored(written)
        return self.reread(state)

    def reread(self, state: InterviewState) -> InterviewState:
        """The plan as it is stored now."""
        plans = self._services.plans
        return self._weighed(replace(state, plan=plans.plan(state.person.id), today=plans.today()))

    def _weighed(self, state: InterviewState) -> InterviewState:
        """The plan against what may be asked for today: what was said since may have changed it."""
        return replace(state, flags=self._services.plans.flags(state.person.id))

    def _stored(self, written: Written) -> None:
        action, record = self._action, written.record
        if action is None or not isinstance(written.job, ActionJob) or written.job.action.id != action.id:
            return
        if isinstance(record, Action):
            self._action = replace(
                action,
                version=record.version,
                author=record.author,
                created_at=record.created_at,
                updated_at=record.updated_at,
            )
        else:
            self._action = None
