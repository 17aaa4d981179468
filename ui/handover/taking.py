"""Opening a pack: looked at first, decided where both changed something, taken in whole or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.handover import Decision
from coachdesk.services import Services
from coachdesk.services.handover_views import Arrived, Taken
from ui.errors import advice
from ui.handover.state import TakingState
from ui.tasks import Tasks


class TakingPresenter(QObject):
    """`changed` carries the state; `taken` comes when the vault has changed."""

    changed = Signal(object)
    taken = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handover, self._tasks = services.handover, tasks
        self._file = Path()
        self.state = TakingState()

    def look(self, file: Path) -> None:
        """Open a pack and say what is in it; nothing of it is kept."""
        if not self.state.running:
            self._file = file
            self._look(TakingState())

    def choose(self, person_id: str) -> None:
        """Look at one person of the pack."""
        if person_id != self.state.chosen:
            self._show(replace(self.state, chosen=person_id))

    def decide(self, decisions: Mapping[str, Decision]) -> None:
        """What is right where both changed something, of the person who is looked at."""
        if not self.state.running:
            self._show(replace(self.state, decisions={**self.state.decisions, **decisions}, problem=""))

    def put_aside(self) -> None:
        """Not now, or another pack."""
        if not self.state.running:
            self._show(TakingState())

    def take(self) -> None:
        """Take it in: all of it or nothing."""
        state = self.state
        if state.arrived is not None and state.ready:
            self._show(replace(state, running="taking", problem=""))
            work = partial(self._handover.take, state.arrived, dict(state.decisions))
            self._tasks.run(work, owner=self, ok=self._taken, fail=self._failed)

    def cancel(self) -> None:
        """Stop looking; what is being taken in is taken in whole."""
        if self.state.running == "looking":
            self._show(TakingState())

    def _look(self, state: TakingState) -> None:
        self._show(replace(state, running="looking"))
        work = partial(self._handover.look, self._file)
        self._tasks.run(work, owner=self, ok=self._looked, fail=self._failed)

    def _looked(self, arrived: Arrived) -> None:
        """Shown unless it was cancelled. Who has something to decide comes first; what was decided stays decided."""
        if self.state.running != "looking":
            return
        asked = [each.person_id for each in arrived.lines if each.asked]
        first = asked[0] if asked else arrived.people[0].person_id
        keys = {each.key for each in arrived.lines if each.asked}
        kept = {key: decision for key, decision in self.state.decisions.items() if key in keys}
        problem = self.state.problem
        self._show(TakingState(arrived=arrived, chosen=first, decisions=kept, problem=problem))

    def _taken(self, taken: Taken) -> None:
        self._show(TakingState(taken=taken))
        self.taken.emit()

    def _failed(self, error: BaseException) -> None:
        """What was changed here meanwhile is looked at again; everything else is said, and the pack stays where it is."""
        if not isinstance(error, AppError):
            self._show(TakingState())
            raise error
        state = replace(self.state, running="", problem=advice(error).text)
        if error.code == "handover.changed":
            self._look(state)
        else:
            self._show(state if state.arrived is not None else TakingState(problem=state.problem))

    def _show(self, state: TakingState) -> None:
        self.state = state
        self.changed.emit(state)
