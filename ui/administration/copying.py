"""Saving copies for several people: counted behind the window, then made and written one after the other."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.services import Batch, Copy, CopyWish, Services
from ui.errors import advice
from ui.tasks import Tasks

_OF_ONE_COPY = frozenset({"commitment.altered", "documents.failed-checks", "documents.unprintable"})
"""What is wrong with one document only: the others go on."""


_FIRST = CopyWish()


@dataclass(frozen=True, slots=True)
class Done:
    """How far the saving has come.

    Attributes:
        at: how many of the copies have had their turn.
        written: how many of them are whole files.
        kept_back: how many could not be given any more when their turn came.
        not_made: how many could not be made.
    """

    at: int = 0
    written: int = 0
    kept_back: int = 0
    not_made: int = 0


@dataclass(frozen=True, slots=True)
class CopiesState:
    """Everything in the section.

    Attributes:
        wish: what was chosen; with `by_day` and no day in it, the day is still being typed.
        batch: what it comes to; None while it is counted, or before there is a day.
        done: of the run that goes on, or of the last one; None before the first.
        problem: why the last run ended before its end, as a sentence.
        formats: those on offer; `languages` likewise.
    """

    wish: CopyWish = _FIRST
    by_day: bool = False
    batch: Batch | None = None
    done: Done | None = None
    running: bool = False
    stopping: bool = False
    problem: str = ""
    formats: tuple[Format, ...] = tuple(Format)
    languages: tuple[Language, ...] = tuple(Language)


class Copying(QObject):
    """`changed` carries the state, `failed` an AppError that is no matter of the files."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._left: list[Copy] = []
        self._folder = Path()
        offered = services.handing.formats()
        self.state = CopiesState(CopyWish(offered[0]), formats=offered, languages=services.handing.languages())

    def count(self) -> None:
        """Count again: who has a commitment, and to whom it may be given, may have changed."""
        if not self.state.running:
            self.choose(self.state)

    def choose(self, wanted: CopiesState) -> None:
        """Another wish; it is counted behind the window."""
        if self.state.running:
            return
        wish = wanted.wish
        self._show(replace(self.state, wish=wish, by_day=wanted.by_day, batch=None))
        if not wanted.by_day or wish.day is not None:
            self._tasks.run(partial(self._counted, wish), owner=self, ok=self._show_count, fail=self._lost)

    def save(self, folder: Path) -> None:
        """Save what was counted, one copy after the other."""
        if self.state.running or self.state.batch is None:
            return
        self._folder, self._left = folder, list(reversed(self.state.batch.copies))
        self._show(replace(self.state, running=True, stopping=False, done=Done(), problem=""))
        self._go_on(Done())

    def cancel(self) -> None:
        """Stop after the copy that is being written."""
        if self.state.running:
            self._show(replace(self.state, stopping=True))

    def _counted(self, wish: CopyWish) -> tuple[CopyWish, Batch]:
        return wish, self._services.copies.wanted(wish)

    def _show_count(self, found: tuple[CopyWish, Batch]) -> None:
        """Shown unless something else was chosen meanwhile."""
        wish, batch = found
        if wish == self.state.wish and not self.state.running:
            self._show(replace(self.state, batch=batch))

    def _go_on(self, done: Done) -> None:
        """The next copy, behind the window."""
        if not self._left or self.state.stopping:
            self._end(done)
            return
        self._show(replace(self.state, done=done))
        work = partial(self._services.copies.save, self._left.pop(), self._folder)
        self._tasks.run(work, owner=self, ok=self._written, fail=self._not_written)

    def _written(self, file: Path | None) -> None:
        done = self._done()
        done = replace(done, at=done.at + 1)
        if file is None:
            self._go_on(replace(done, kept_back=done.kept_back + 1))
        else:
            self._go_on(replace(done, written=done.written + 1))

    def _not_written(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self._end(self._done())
            raise error
        if error.code in _OF_ONE_COPY:
            done = self._done()
            self._go_on(replace(done, at=done.at + 1, not_made=done.not_made + 1))
        else:
            self._end(self._done(), advice(error).text)

    def _done(self) -> Done:
        return self.state.done or Done()

    def _end(self, done: Done, problem: str = "") -> None:
        self._left = []
        self._show(replace(self.state, running=False, done=done, problem=problem))

    def _lost(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _show(self, state: CopiesState) -> None:
        self.state = state
        self.changed.emit(state)
