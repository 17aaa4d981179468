"""Putting a pack together: for whom, who goes, what of them; then saving it behind the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.services import Services
from coachdesk.services.handover_views import Chosen, Leaving, MadePack
from ui.errors import advice
from ui.handover.state import GivingState
from ui.tasks import Tasks

T = TypeVar("T")

FOUND = 6
AT_ONCE = 5
"""So many people are read in one piece of work: between two of them it can be stopped."""


class GivingPresenter(QObject):
    """`changed` carries the state."""

    changed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._left: list[str] = []
        self.state = GivingState()

    def refresh(self) -> None:
        """Read again who the colleagues are; with one of them there is nothing to choose."""
        colleagues = self._services.handover.colleagues()
        known = {each.id for each in colleagues}
        to = self.state.to if self.state.to in known else ""
        people = self.state.people if to else ()
        self._show(replace(self.state, colleagues=colleagues, to=to, came=self._came(to), people=people))
        if not to and len(colleagues) == 1:
            self.choose_colleague(colleagues[0].id)

    def choose_colleague(self, colleague_id: str) -> None:
        """Whom the pack is for. Who goes is read anew: what somebody has of them already differs."""
        if self.state.running or colleague_id == self.state.to:
            return
        again = [each.person_id for each in self.state.people]
        self._show(
            replace(self.state, to=colleague_id, came=self._came(colleague_id), people=(), made=None, problem="")
        )
        self.add(again)

    def find(self, text: str) -> None:
        """Look for a person, however the name is spelt."""
        found = self._services.people.find(text, limit=FOUND) if text.strip() else ()
        self._show(replace(self.state, typed=text, found=found))

    def pick(self, person_id: str) -> None:
        """Add somebody who was found."""
        self._show(replace(self.state, typed="", found=()))
        self.add((person_id,))

    def add_coming(self, until: date) -> None:
        """Add everybody who is to be met up to a day."""
        self._add(lambda: self._services.day.coming(until))

    def add_without_next_step(self) -> None:
        """Add everybody without a next step."""
        self._add(self._services.day.without_next_step)

    def add_who_came(self) -> None:
        """Add everybody who came in packs of this colleague: they go back."""
        self._add(partial(self._services.handover.came_from, self.state.to))

    def add(self, person_ids: Sequence[str]) -> None:
        """Add people, a few at a time."""
        here = {each.person_id for each in self.state.people}
        new = [each for each in dict.fromkeys(person_ids) if each not in here]
        if new and self.state.to and not self.state.running:
            self._left = new
            self._show(replace(self.state, running="reading", to_read=len(new), made=None, problem=""))
            self._read_on()

    def cancel(self) -> None:
        """Stop reading after those who are being read; who was added stays."""
        self._left = []

    def choose(self, person_id: str) -> None:
        """Look at one of those who go."""
        if person_id != self.state.chosen:
            self._show(replace(self.state, chosen=person_id))

    def leave_out(self) -> None:
        """Whoever is looked at stays here."""
        gone, kept = self.state.chosen, tuple(each for each in self.state.people if each.person_id != self.state.chosen)
        self._show(replace(self.state, people=kept, chosen="", sealed=self.state.sealed - {gone}, made=None))

    def take_notes(self, taken: bool) -> None:  # noqa: FBT001 - as the choice on the screen gives it
        """Whether coaching notes go too."""
        self._show(replace(self.state, notes=taken, made=None))

    def take_sealed(self, taken: bool) -> None:  # noqa: FBT001 - as the choice on the screen gives it
        """Whether what is sealed goes with whoever is looked at."""
        chosen = {self.state.chosen} if self.state.chosen else set[str]()
        sealed = self.state.sealed | chosen if taken else self.state.sealed - chosen
        self._show(replace(self.state, sealed=frozenset(sealed), made=None))

    def make(self, folder: Path) -> None:
        """Save the pack."""
        state = self.state
        if not state.people or not state.to or state.running:
            return
        chosen = [
            Chosen(each.person_id, notes=state.notes, sealed=each.person_id in state.sealed) for each in state.people
        ]
        self._show(replace(state, running="making", made=None, problem=""))
        work = partial(self._services.handover.make, state.to, chosen, folder)
        self._tasks.run(work, owner=self, ok=self._made, fail=self._failed)

    def _came(self, colleague_id: str) -> int:
        return len(self._services.handover.came_from(colleague_id)) if colleague_id else 0

    def _add(self, who: Callable[[], Sequence[str]]) -> None:
        try:
            found = who()
        except AppError as error:
            self._failed(error)
            return
        self.add(found)

    def _read_on(self) -> None:
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        work = partial(self._services.handover.prepare, now)
        self._tasks.run(work, owner=self, ok=self._read, fail=self._failed)

    def _read(self, people: tuple[Leaving, ...]) -> None:
        everybody = (*self.state.people, *people)
        if self._left:
            self._show(replace(self.state, people=everybody))
            self._read_on()
        else:
            chosen = self.state.chosen or everybody[0].person_id
            self._show(replace(self.state, people=everybody, chosen=chosen, running="", to_read=0))

    def _made(self, made: MadePack) -> None:
        """It is done with: the next pack begins anew, for the same colleague."""
        state = self.state
        self._show(GivingState(state.colleagues, state.to, state.came, made=made))

    def _failed(self, error: BaseException) -> None:
        self._left = []
        problem = advice(error).text if isinstance(error, AppError) else ""
        self._show(replace(self.state, running="", to_read=0, problem=problem))
        if not isinstance(error, AppError):
            raise error

    def _show(self, state: GivingState) -> None:
        self.state = state
        self.changed.emit(state)
