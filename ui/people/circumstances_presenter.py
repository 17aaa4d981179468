"""What the coach does with what is recorded of one person: put dates right, add, end, decide; and take each back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.clock import now
from coachdesk.i18n import _
from coachdesk.interviews import as_date
from coachdesk.people import Circumstance
from coachdesk.services import Services
from ui.deciding import Made, decision_about
from ui.errors import attempt
from ui.kit import Notice
from ui.people.circumstances_lines import is_private
from ui.people.circumstances_state import CircumstancesState, Doing, draft_key
from ui.people.circumstances_values import Typed, circumstance_of, is_whole, problems_of, typed_of
from ui.saving import Saving, Written

T = TypeVar("T")

_OURS = "circumstances:"


@dataclass(frozen=True, slots=True)
class CircumstanceJob:
    """What was typed of a circumstance when its form was left."""

    circumstance: Circumstance

    @property
    def key(self) -> str:
        return self.circumstance.id

    def write(self, services: Services) -> Written:
        """Store it."""
        stored = services.circumstances.save(self.circumstance)
        return Written(self, stored.updated_at or now(), stored)


class CircumstancesPresenter(QObject):
    """Owns a `CircumstancesState` and gives it whole."""

    changed = Signal(object)
    failed = Signal(object)  # AppError
    noticed = Signal(object)  # Notice; its action comes back to `undo`

    def __init__(self, services: Services, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._saving = services, saving
        saving.written.connect(self._written)
        self._undo: dict[str, Callable[[], object]] = {}
        self._number = 0
        self.state = CircumstancesState(today=services.day.today())

    def show(self, person_id: str) -> None:
        """Whom this is about. Nothing is read before somebody looks."""
        self._set(CircumstancesState(today=self._services.day.today(), person_id=person_id, drafts=self.state.drafts))

    def read(self) -> None:
        """Read what is recorded, and what follows from it today."""
        person_id = self.state.person_id
        if not person_id:
            return
        kept = self._try(lambda: self._services.circumstances.of(person_id))
        found = self._try(lambda: self._services.requirements.for_person(person_id))
        if kept is None or found is None:
            return
        due = {each.id: each for each in found.finding.easements if each.due}
        decisions = tuple(decision_about(each, found, self._services) for each in due.values())
        today = self._services.day.today()
        self._set(replace(self.state, today=today, kept=kept, found=found, decisions=decisions))

    def change(self, circumstance_id: str) -> None:
        """Open the form of one; where it is sensitive, ask first what for."""
        kept = self._kept(circumstance_id)
        self._begin(Doing.OPENING if is_private(kept) else Doing.CHANGING, circumstance_id)

    def open_on_purpose(self, circumstance_id: str, reason: str) -> None:
        """Open the form of a sensitive one; the opening is audited with its reason."""
        kept = self._kept(circumstance_id)
        if self._try(lambda: self._services.circumstances.open(kept, reason)) is not None:
            self._begin(Doing.CHANGING, circumstance_id)

    def end(self, circumstance_id: str) -> None:
        """Ask for the last day of one; today is on offer."""
        self._begin(Doing.ENDING, circumstance_id)
        self._set(replace(self.state, ends=self.state.today.isoformat()))

    def add(self) -> None:
        """Ask what is to be added."""
        self._begin(Doing.ADDING, "")

    def choose_kind(self, kind: str) -> None:
        """This is what is to be added."""
        if kind != (self.state.new.kind if self.state.new is not None else ""):
            new = self._services.circumstances.draft(self.state.person_id, kind) if kind else None
            self._set(replace(self.state, new=new, problems={}))

    def decide_about(self, easement_id: str) -> None:
        """Open the form of a decision."""
        self._begin(Doing.DECIDING, easement_id)

    def close(self) -> None:
        """Not now. What was typed is there again when the form is opened again."""
        self._begin(Doing.NOTHING, "")

    def edit(self, typed: Typed) -> None:
        """Something was typed: a date that cannot be is said once it is whole, everything else when it is stored."""
        state, subject = self.state, self.state.subject
        if state.doing is Doing.ENDING:
            self._set(replace(state, ends=typed["ends_on"], problems={}))
            return
        if subject is None:
            return
        wrong = problems_of(subject, typed, state.today)
        shown = {name: text for name, text in wrong.items() if name in state.problems or is_whole(typed[name])}
        self._set(replace(state, drafts={**state.drafts, draft_key(subject): typed}, problems=shown))

    def store(self) -> None:
        """Store what stands in the open form, or say at its fields what has to be put right first."""
        state, subject = self.state, self.state.subject
        if subject is None:
            return
        if state.doing is Doing.ENDING:
            self._store_end(subject)
            return
        typed = state.typed(subject)
        problems = problems_of(subject, typed, state.today)
        if problems:
            self._set(replace(state, problems=problems))
        elif state.doing is Doing.ADDING:
            self._store_new(circumstance_of(subject, typed))
        else:
            self._store_changed(subject, circumstance_of(subject, typed))

    def decide(self, made: object) -> None:
        """Record a decision as the form gives it."""
        if not isinstance(made, Made):
            return
        requirements, person_id = self._services.requirements, self.state.person_id
        record = self._try(
            lambda: requirements.decide(person_id, made.easement_id, made.decided, reason=made.reason, until=made.until)
        )
        if record is not None:
            self._done(_("The decision is recorded."), lambda: requirements.take_back(record))

    def promise(self) -> None:
        """Asking the benefit team becomes a promise of the coach's own, for today."""
        person_id = self.state.person_id
        if self._try(lambda: self._services.requirements.refer_for_assessment(person_id)) is not None:
            self.noticed.emit(Notice(_("It stands with your promises, for today."), "done"))
            self.read()

    def leave(self) -> None:
        """Another page comes: what is typed and can be stored is stored, and what was opened on purpose shuts."""
        state, subject = self.state, self.state.subject
        if state.doing is Doing.CHANGING and subject is not None and draft_key(subject) in state.drafts:
            typed = state.typed(subject)
            if not problems_of(subject, typed, state.today):
                self._saving.put(CircumstanceJob(circumstance_of(subject, typed)))
        if self.state.doing is not Doing.NOTHING:
            self.close()

    def undo(self, action: str) -> bool:
        """Take the last thing back; False where the action is none of ours."""
        if action not in self._undo:
            return False
        back = self._undo.pop(action)
        self._try(back)
        self.read()
        return True

    def _written(self, written: Written) -> None:
        """What waited is stored: it is a draft no more."""
        if isinstance(written.record, Circumstance):
            stored = written.record
            kept = tuple(stored if each.id == stored.id else each for each in self.state.kept)
            self._forget(stored)
            self._set(replace(self.state, kept=kept))

    def _store_changed(self, before: Circumstance, after: Circumstance) -> None:
        circumstances = self._services.circumstances
        stored = self._try(lambda: circumstances.save(after))
        if stored is not None:
            self._forget(before)
            self._done(
                _("What is recorded was changed."), lambda: circumstances.save(replace(before, version=stored.version))
            )

    def _store_new(self, made: Circumstance) -> None:
        circumstances = self._services.circumstances
        stored = self._try(lambda: circumstances.save(made))
        if stored is not None:
            self._forget(made)
            self._done(_("It is recorded."), lambda: circumstances.remove(stored))

    def _store_end(self, before: Circumstance) -> None:
        on, problems = as_date(self.state.ends), self._end_problems(before)
        if on is None or problems:
            self._set(replace(self.state, problems=problems))
            return
        circumstances = self._services.circumstances
        stored = self._try(lambda: circumstances.end(before, on))
        if stored is not None:
            self._done(
                _("Its last day is recorded."), lambda: circumstances.save(replace(before, version=stored.version))
            )

    def _end_problems(self, before: Circumstance) -> Mapping[str, str]:
        on = as_date(self.state.ends)
        if on is None:
            return {"ends_on": _("Enter a day that there is, such as 1 12 2026.")}
        found = problems_of(before, {**typed_of(before), "ends_on": on.isoformat()}, self.state.today)
        return {name: text for name, text in found.items() if name == "ends_on"}

    def _done(self, words: str, back: Callable[[], object]) -> None:
        """Say so, offer to take it back, and read again."""
        self._number += 1
        action = f"{_OURS}{self._number}"
        self._undo[action] = back
        self.noticed.emit(Notice(words, "done", _("Undo"), action))
        self.close()
        self.read()

    def _forget(self, circumstance: Circumstance) -> None:
        key = draft_key(circumstance)
        self._set(replace(self.state, drafts={each: kept for each, kept in self.state.drafts.items() if each != key}))

    def _begin(self, doing: Doing, about: str) -> None:
        self._set(replace(self.state, doing=doing, about=about, new=None, ends="", problems={}))

    def _kept(self, circumstance_id: str) -> Circumstance:
        return next(each for each in self.state.kept if each.id == circumstance_id)

    def _set(self, state: CircumstancesState) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
