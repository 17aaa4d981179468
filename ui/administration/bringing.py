"""The caseload in and out: a file is looked at, checked and brought in behind the window; the caseload is saved as one."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from coachdesk.caseload import FileKind, Matching
from coachdesk.errors import AppError
from coachdesk.services import Caseload, CaseloadFile, CheckedFile, FileLook
from ui.errors import advice
from ui.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CaseloadState:
    """Everything in the section.

    Attributes:
        allowed: the organisation lets the caseload be saved as a file.
        look: the file that was chosen; None before there is one that can be read.
        matching: in which place of a row each column stands, guessed first and changed by the coach.
        checked: what that file comes to with that matching; None before it was checked.
        all_of_them: those who may be here already are brought in too.
        running: "looking", "checking", "bringing" or "saving"; empty while nothing goes on.
        hundredths: how far that has come.
        brought: how many people were brought in by the last run; None where none was.
        saved: what the last saving came to.
        problem: why the last work ended before its end, as a sentence.
    """

    allowed: bool
    look: FileLook | None = None
    matching: Matching = field(default_factory=dict)
    checked: CheckedFile | None = None
    all_of_them: bool = False
    running: str = ""
    hundredths: int = 0
    stopping: bool = False
    brought: int | None = None
    saved: CaseloadFile | None = None
    problem: str = ""

    @property
    def wanted(self) -> int:
        """How many people would be brought in now."""
        if self.checked is None or self.checked.bad:
            return 0
        return self.checked.many - (0 if self.all_of_them else len(self.checked.alike_lines))


class Bringing(QObject):
    """`changed` carries the state."""

    changed = Signal(object)
    _heard = Signal(int)  # by the worker

    def __init__(self, caseload: Caseload, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caseload, self._tasks = caseload, tasks
        self._file = Path()
        self._stop = threading.Event()
        self._heard.connect(self._progressed)
        self.state = CaseloadState(caseload.export_allowed())

    def choose(self, file: Path) -> None:
        """Look at a file."""
        if not self.state.running:
            self._file = file
            self._run("looking", partial(self._caseload.look, file), self._looked, CaseloadState(self.state.allowed))

    def take_sheet(self, sheet: str) -> None:
        """Look at another sheet of the workbook."""
        look = self.state.look
        if look is not None and sheet != look.sheet and not self.state.running:
            work = partial(self._caseload.look, self._file, sheet)
            self._run("looking", work, self._looked, replace(self.state, checked=None))

    def match(self, matching: Matching) -> None:
        """The columns stand elsewhere: what was checked before does not count any more."""
        if not self.state.running and matching != self.state.matching:
            self._show(replace(self.state, matching=matching, checked=None, problem=""))

    def check(self) -> None:
        """Check every row."""
        if self.state.look is not None and not self.state.running:
            look = self.state.look
            work = partial(self._caseload.check, self._file, self.state.matching, self._told, look.sheet)
            self._run("checking", work, self._checked, replace(self.state, checked=None))

    def choose_all(self, all_of_them: bool) -> None:  # noqa: FBT001 - as the choice on the screen gives it
        """Whether those who may be here already are brought in too."""
        if not self.state.running:
            self._show(replace(self.state, all_of_them=all_of_them))

    def bring_in(self) -> None:
        """Bring in the people of the file that was checked."""
        state = self.state
        if state.wanted and state.checked is not None and not state.running:
            work = partial(
                self._caseload.bring_in,
                self._file,
                state.matching,
                state.checked,
                self._told,
                all_of_them=state.all_of_them,
            )
            self._run("bringing", work, self._brought, state)

    def save(self, folder: Path, kind: FileKind) -> None:
        """Save the caseload as a file."""
        if not self.state.running:
            self._run("saving", partial(self._caseload.give_out, folder, kind), self._saved, self.state)

    def cancel(self) -> None:
        """Stop soon; nothing is changed then."""
        self._stop.set()
        if self.state.running:
            self._show(replace(self.state, stopping=True))

    def _told(self, hundredths: int) -> bool:
        """In the worker: how far it is, and whether to go on."""
        if self._stop.is_set() or not shiboken6.isValid(self):
            return False
        self._heard.emit(hundredths)
        return True

    def _progressed(self, hundredths: int) -> None:
        if self.state.running:
            self._show(replace(self.state, hundredths=hundredths))

    def _run(self, what: str, work: Callable[[], T], done: Callable[[T], None], state: CaseloadState) -> None:
        self._stop.clear()
        self._show(replace(state, running=what, hundredths=0, brought=None, saved=None, problem=""))
        self._tasks.run(work, owner=self, ok=done, fail=self._failed)

    def _looked(self, look: FileLook) -> None:
        self._end(replace(self.state, look=look, matching=look.guessed))

    def _checked(self, checked: CheckedFile) -> None:
        self._end(replace(self.state, checked=checked, all_of_them=False))

    def _brought(self, many: int) -> None:
        """The file is done with."""
        self._end(CaseloadState(self.state.allowed, brought=many))

    def _saved(self, saved: CaseloadFile) -> None:
        self._end(replace(self.state, saved=saved))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self._end(self.state)
            raise error
        self._end(replace(self.state, problem=advice(error).text))

    def _end(self, state: CaseloadState) -> None:
        self._show(replace(state, running="", stopping=False))

    def _show(self, state: CaseloadState) -> None:
        self.state = state
        self.changed.emit(state)
