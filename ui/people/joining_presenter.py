"""What the coach does with two records of one person: find the other one, compare, join, take back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.people import Person
from coachdesk.services import Candidate, Services
from ui.errors import attempt
from ui.kit import Notice
from ui.kit.side_by_side import Side
from ui.people.joining_state import JoiningState, chosen_at_first

T = TypeVar("T")

JOIN = "join:"


class JoiningPresenter(QObject):
    """Owns a `JoiningState`, or None while nobody is open, and gives it whole."""

    changed = Signal(object)
    failed = Signal(object)  # AppError
    noticed = Signal(object)  # Notice; its action comes back to `undo`
    person_wanted = Signal(str)
    back_wanted = Signal(bool)  # whether to the form for a new person
    used = Signal()  # nobody has to be added any more

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.state: JoiningState | None = None

    def open(self, person: Person) -> None:
        """Look for another record of a person, beginning with those that are like theirs."""
        self._set(JoiningState(person, candidates=self._candidates(person, "")))

    def open_typed(self, draft: Person, known_id: str) -> None:
        """Compare what was typed of somebody new with the record of somebody who is here."""
        both = self._try(lambda: self._services.joinings.compare_typed(draft, known_id))
        if both is not None:
            chosen = chosen_at_first(both, "right")
            self._set(JoiningState(draft, new=True, both=both, stays="right", chosen=chosen))

    def find(self, text: str) -> None:
        """Show whoever fits; where nothing is typed, those that are like the person."""
        if self.state is not None:
            self._set(replace(self.state, text=text, candidates=self._candidates(self.state.person, text)))

    def compare(self, other_id: str) -> None:
        """Put another record beside the person's."""
        if self.state is None or not other_id:
            return
        person_id = self.state.person.id
        both = self._try(lambda: self._services.joinings.compare(person_id, other_id))
        if both is not None:
            self._set(
                replace(self.state, person=both.first, both=both, stays="left", chosen=chosen_at_first(both, "left"))
            )

    def choose_another(self) -> None:
        """It was not this one: back to those who may be meant."""
        if self.state is not None and not self.state.new:
            self._set(replace(self.state, both=None, chosen={}))

    def keep(self, side: Side) -> None:
        """Which of the two records stays."""
        if self.state is not None and not self.state.new:
            self._set(replace(self.state, stays=side))

    def choose(self, chosen: Mapping[str, Side]) -> None:
        """Where they differ, which is right. A choice that was taken back is the record's that stays."""
        if self.state is not None:
            state = self.state
            self._set(replace(state, chosen={name: side or state.stays for name, side in chosen.items()}))

    def confirm(self) -> None:
        """It is one person: join the records, or use the one that is here for what was typed."""
        state = self.state
        if state is None or state.both is None:
            return
        first, second = state.both.first, state.both.second
        keep, other = (first, second) if state.stays == "left" else (second, first)
        if state.new:
            self._use(keep, other, state.taken)
        else:
            self._join(keep, other, state.taken)

    def undo(self, action: str) -> None:
        """Take two records apart again."""
        joining_id = action.removeprefix(JOIN)
        person = self._try(lambda: self._services.joinings.part(joining_id))
        if person is not None:
            self.noticed.emit(Notice(apart_again(), "done"))
            self.person_wanted.emit(person.id)

    def back(self) -> None:
        """Back to where the coach came from; nothing is joined."""
        if self.state is not None:
            self.back_wanted.emit(self.state.new)

    def _join(self, keep: Person, other: Person, taken: frozenset[str]) -> None:
        joining = self._try(lambda: self._services.joinings.join(keep, other, taken))
        if joining is not None:
            words = _("The two records are one now. Nothing was deleted.")
            self.noticed.emit(Notice(words, "done", _("Undo"), f"{JOIN}{joining.id}"))
            self.person_wanted.emit(keep.id)

    def _use(self, known: Person, draft: Person, taken: frozenset[str]) -> None:
        stored = self._try(lambda: self._services.joinings.use(known, draft, taken))
        if stored is not None:
            self.used.emit()
            self.noticed.emit(Notice(_("Nobody was added. This is the record that was here."), "done"))
            self.person_wanted.emit(stored.id)

    def _candidates(self, person: Person, text: str) -> tuple[Candidate, ...]:
        return self._try(lambda: self._services.joinings.candidates(person.id, text)) or ()

    def _set(self, state: JoiningState) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)


def apart_again() -> str:
    """What became of two records that were taken apart."""
    return _("The two records are apart again. What you added since stays here, unless it belongs to the other record.")
