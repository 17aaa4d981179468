"""What the coach does to a plan: everything is kept as typed, at once on the screen and soon on the disk."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.plans import Action, ActionState, Flagged, Goal, Party, Plan, Reason
from coachdesk.services import Services
from ui.kit.notice import Notice
from ui.plan.changes import changed_action, changed_goal, given_reason
from ui.plan.jobs import ActionJob, GoalJob
from ui.plan.records import action_in, moved, record_in, with_new, with_record, without_record
from ui.plan.state import Part, PlanState, closed_actions, goal_views, opened_state, part_of
from ui.plan.undoing import Doing
from ui.plan.views import Shown
from ui.saving import Saving, Written


class PlanPresenter(QObject):
    """Owns the plan on the screen.

    `saved` carries the wall-clock time of a commit, `failed` an AppError, `noticed` a Notice, `commitment_wanted` the id
    of the interview whose commitment is wanted.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal(object)
    noticed = Signal(object)
    back_wanted = Signal()
    commitment_wanted = Signal(str)
    directory_wanted = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plan = Plan()
        self._place: Part | None = None  # of the edited action: it changes lists when its fields close
        self._undo: dict[str, Doing] = {}
        self._offered: tuple[Reason, ...] = ()  # of the edited action: they stay where they are while somebody types
        self._flags = Flagged()
        self._fresh = False
        self.state: PlanState | None = None
        self._saving = Saving(services, self)
        self._saving.written.connect(self._written)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)

    def open(self, person_id: str, interview_id: str = "") -> None:
        """Show the plan of a person, from one of their interviews or from none."""
        self.leave()
        try:
            file = self._services.people.open(person_id)
        except AppError as error:
            self.state = None  # nobody's plan rather than the one before
            self.changed.emit(None)
            self.failed.emit(error)
            return
        self._plan, self._place = file.plan, None
        self.state = opened_state(file, interview_id, self._services.plans.today())
        self._weigh()
        self._fresh = True

    def refresh(self) -> None:
        """Read again what another screen may have changed, unless it was just opened or something is not stored yet."""
        fresh, self._fresh = self._fresh, False
        if self.state is not None and not fresh and not self.unsaved():
            self.open(self.state.person.id, self.state.interview_id)

    def add_goal(self) -> None:
        """A new goal, its fields open."""
        if self.state is None:
            return
        self.finish()
        goal = self._services.plans.draft_goal(self.state.person.id, self.state.interview_id)
        goal = replace(goal, language=self.state.person.language)
        self._plan = with_new(self._plan, goal)
        self._begin(goal.id, checked=False)

    def add_action(self, owner: Party = Party.CLAIMANT, *, text: str = "", follows_from: str = "") -> None:
        """A new action of somebody's, its fields open; kept as a draft where it has words already."""
        if self.state is None:
            return
        self.finish()
        action = self._services.plans.draft_action(self.state.person.id, owner, self.state.interview_id)
        action = replace(action, language=self.state.person.language, text=text, follows_from=follows_from)
        self._plan = with_new(self._plan, action)
        self._begin(action.id, checked=False)
        if text:
            self._keep(action)

    def edit(self, record_id: str) -> None:
        """Open the fields of a goal or an action; those of another close."""
        self.finish()
        if self.state is not None and record_in(self._plan, record_id):
            self._begin(record_id, checked=True)

    def finish(self) -> None:
        """Close the fields. What is empty goes; what still needs something stays, and says so."""
        if self.state is None or not self.state.editing:
            return
        self.flush()
        edited = record_in(self._plan, self.state.editing)
        if edited is not None and not edited.version and not self._saving.waits(edited.id):
            self._plan = without_record(self._plan, edited.id)
        self._close()
        self._show()

    def change(self, name: str, value: object) -> None:
        """One field of whatever is edited has another value."""
        if self.state is None:
            return
        edited = record_in(self._plan, self.state.editing)
        if isinstance(edited, Goal):
            self._keep(changed_goal(edited, name, value))
        elif edited is not None:
            self._keep(changed_action(edited, name, value))

    def give_reason(self, reason: Reason) -> None:
        """Take one of the offered reasons, or take it back."""
        action = action_in(self._plan, self.state.editing) if self.state else None
        if action is not None:
            self._keep(given_reason(action, reason, self._offered))

    def move(self, action_id: str, step: int) -> None:
        """Move an action up (-1) or down (1) in its list."""
        action = action_in(self._plan, action_id)
        if action is None or not self.flush():
            return
        if ids := moved(self._plan, action, step):
            self._try(Doing("arrange", ids=ids))

    def ask_to_let_go(self, *, asked: bool) -> None:
        """Ask why the edited action or goal is let go, or keep it."""
        if self.state is not None:
            self.state = replace(self.state, letting_go=asked)
            self._show()

    def let_go(self, reason: str) -> None:
        """Let go of what is edited, with the reason in words; Undo takes it up again."""
        if self.state is None or not self.flush():
            return
        edited = record_in(self._plan, self.state.editing)
        self._close()
        if isinstance(edited, Action):
            self._let_action_go(edited.id, reason)
        elif edited is not None and self._try(Doing("store", record=replace(edited, state=ActionState.LET_GO))):
            self._offer(_("The goal was let go."), Doing("want again", record=edited))

    def discard(self) -> None:
        """Drop the draft that is edited; Undo brings it back."""
        action = action_in(self._plan, self.state.editing) if self.state else None
        if action is None or not self.flush():
            return
        self._close()
        self._show()
        stored = action_in(self._plan, action.id)
        if stored is None or not stored.version:
            self._plan = without_record(self._plan, action.id)
            self._show()
        elif self._try(Doing("discard", record=stored)):
            self._offer(_("The draft was discarded."), Doing("restore", record=stored))

    def set_free(self, action_id: str) -> None:
        """Mark as chosen freely what was asked for; Undo asks for it again."""
        action = action_in(self._plan, action_id) if self.flush() else None
        if action is not None and self._try(Doing("store", record=changed_action(action, "standing", ""))):
            self._offer(_("The action is chosen freely now."), Doing("store", record=action))

    def put_down(self, action_id: str) -> None:
        """Let go of what cannot be asked for: the flags are the reason. Undo takes it up again."""
        why = " ".join(each.text for each in self._flags.of(action_id))
        if self.flush():
            self._let_action_go(action_id, why)

    def take_up(self, action_id: str) -> None:
        """Take up again what was done or let go."""
        self._try(Doing("take up", ids=(action_id,)))

    def undo(self, action: str) -> None:
        """Do what a notice offered."""
        if (doing := self._undo.pop(action, None)) is not None:
            self._try(doing)

    def go_on(self) -> None:
        """To the commitment."""
        self.leave()
        if self.state is not None and self.state.interview_id:
            self.commitment_wanted.emit(self.state.interview_id)

    def go_back(self) -> None:
        """To where the coach came from."""
        self.leave()
        self.back_wanted.emit()

    def leave(self) -> None:
        """Put on disk what is being typed, and close the fields."""
        self.finish()
        self.flush()

    def flush(self) -> bool:
        """Put on disk what is being typed; False where it could not be."""
        return self._saving.flush()

    def unsaved(self) -> bool:
        """Whether something waits to be stored."""
        return self._saving.unsaved()

    def _keep(self, record: Goal | Action) -> None:
        self._plan = with_record(self._plan, record)
        self._saving.put(GoalJob(record) if isinstance(record, Goal) else ActionJob(record))
        self._show()

    def _try(self, doing: Doing) -> bool:
        """Do one thing at once, and show the plan as it is then."""
        try:
            doing.run(self._services)
        except AppError as error:
            self.failed.emit(error)
            return False
        if self.state is not None:
            self._plan = self._services.plans.plan(self.state.person.id)
            self._weigh()
        return True

    def _let_action_go(self, action_id: str, why: str) -> None:
        if self._try(Doing("let go", ids=(action_id,), words=why)):
            self._offer(_("The action was let go."), Doing("take up", ids=(action_id,)))

    def _offer(self, text: str, doing: Doing) -> None:
        key = f"plan.{len(self._undo) + 1}"
        self._undo[key] = doing
        self.noticed.emit(Notice(text, "done", _("Undo"), key))

    @Slot(object)
    def _written(self, written: Written) -> None:
        if isinstance(written.record, Goal | Action):
            self._plan = with_record(self._plan, written.record)
            self._weigh()

    def _close(self) -> None:
        """No fields are open any more."""
        self._place, self._offered = None, ()
        if self.state is not None:
            self.state = replace(self.state, editing="", letting_go=False)

    def _begin(self, record_id: str, *, checked: bool) -> None:
        """Open the fields of a goal or an action."""
        action = action_in(self._plan, record_id)
        assert self.state is not None
        self._place = part_of(action) if action else None
        self._offered = self._services.plans.reasons(action, self.state.interview_id) if action else ()
        self.state = replace(self.state, editing=record_id, checked=checked, letting_go=False)
        self._show()

    def _show(self) -> None:
        if self.state is not None:
            shown = Shown(
                plan=self._plan,
                flags=self._flags,
                edited=self.state.editing,
                place=self._place,
                offered=self._offered,
                problems=self._services.plans.problems,
            )
            goals, closed = goal_views(self._plan), closed_actions(self._plan)
            self.state = replace(self.state, goals=goals, parts=shown.parts(), closed=closed)
            self.changed.emit(self.state)

    def _weigh(self) -> None:
        """What is stored has changed: weigh it again."""
        if self.state is not None:
            weighed = self._services.plans.weigh(self.state.person.id)
            self._flags = weighed.flags
            self.state = replace(self.state, strip=weighed.strip, flags=weighed.flags.whole)
            self._show()
