"""The one interview that is open: its state, its clock, and how it is opened, kept and left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from coachdesk.i18n import _
from coachdesk.interviews import Channel, Interview
from coachdesk.services import OpenInterview, Services
from ui.errors import attempt
from ui.interview import talk
from ui.interview.clock import InterviewClock
from ui.interview.jobs import PlaceJob
from ui.interview.line import LineKeeper
from ui.interview.state import InterviewState
from ui.kit import Notice
from ui.saving import Job, Saving, Written

PLACE_AFTER = 1000
"""Milliseconds after the focus moved until the place is stored."""

KEEP_EVERY = 15
"""Seconds of the clock between two stores of it."""

CARRY_ON = "carry-on:"
"""What the button of the notice about a pause does; the id of the interview follows."""


class OpenTalk(QObject):
    """Owns the state of the one interview that is open; None while none is.

    `failed` carries an AppError; `saved` wall-clock time, after the commit. `ended` after a pause, a finish and a kind
    end: nothing of the interview is on the screen then.
    """

    changed = Signal(object)  # InterviewState, or None
    failed = Signal(object)  # AppError
    saved = Signal(object)  # datetime
    ended = Signal()
    noticed = Signal(object)  # Notice; its action comes back to `undo`
    resume_wanted = Signal(str)  # interview id

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._state: InterviewState | None = None
        self._visit = ""
        self._visited = ""
        self._back_from_goodbye = ""
        self._kept = ("", "")
        self._saving = Saving(services, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._saving.written.connect(self._written)
        self.clock = InterviewClock(self)
        self.clock.ticked.connect(self._ticked)
        self._line = LineKeeper(services, self._keep, self._saving.waits)
        self._place = QTimer(self, singleShot=True, interval=PLACE_AFTER)
        self._place.timeout.connect(self._keep_place)

    def state(self) -> InterviewState | None:
        """What is shown; None while no interview is open."""
        return self._state

    def start(self, person_id: str, definition_id: str, channel: Channel, appointment_id: str = "") -> bool:
        """Start an interview, or carry on the unfinished one of the same kind; False where that did not work."""
        start = self._services.interviews.start
        return self._begin(lambda: start(person_id, definition_id, Channel(channel), appointment_id=appointment_id))

    def open(self, interview_id: str) -> bool:
        """Carry on an interview where it was left; False where that did not work."""
        return self._begin(lambda: self._services.interviews.open(interview_id))

    def reread(self) -> None:
        """The plan may have been changed on its own screen."""
        if self._state is not None and self._saving.flush():
            self._set(self._line.reread(self._state))

    def pause(self) -> None:
        """Everything is stored, the clock stands still, and the interview waits at this question: one key."""
        QGuiApplication.inputMethod().commit()  # a letter that is still being put together counts
        waits = self._now().interview.id
        if self._close(self._services.interviews.pause):
            words = _("Paused. Every word is kept, and the clock stands still.")
            self.noticed.emit(Notice(words, "done", _("Carry on with it"), f"{CARRY_ON}{waits}"))

    def undo(self, action: str) -> bool:
        """Carry on what was paused just now; False where another interview is open."""
        if self._state is not None or not action.startswith(CARRY_ON):
            return False
        self.resume_wanted.emit(action.removeprefix(CARRY_ON))
        return True

    def finish(self) -> None:
        """The conversation is over; what nobody came to is put off to the next one."""
        self._close(self._services.interviews.finish)

    def _stop(self) -> None:
        self._close(self._services.interviews.stop)

    def stop_clock(self, reason: str = "safety") -> None:
        """The clock stands still (the safety panel is open, the page is hidden)."""
        self.clock.hold(reason)

    def resume_clock(self, reason: str = "safety") -> None:
        """This reason is gone."""
        self.clock.release(reason)

    def unsaved(self) -> bool:
        """Whether something typed is not on disk yet: lock and close say so, and keep the key until it is."""
        return self._saving.unsaved()

    def flush(self) -> bool:
        """Put everything on disk now; False where something still waits. It is tried again by itself."""
        if self._state is not None:
            self._keep_place()
        return self._saving.flush()

    def _begin(self, opening: Callable[[], OpenInterview]) -> bool:
        opened = attempt(opening, self.failed.emit)
        if opened is None:
            return False
        self._visited, self._back_from_goodbye, self._kept = "", "", _place_of(opened.interview)
        state = self._line.begin(talk.begin(opened, self._services.plans.today()))
        self.clock.begin(state.interview.elapsed_seconds)
        self._set(state)
        return True

    def _ticked(self, seconds: int) -> None:
        state = self._now()
        before = state.interview.elapsed_seconds
        self._set(talk.paced(replace(state, interview=replace(state.interview, elapsed_seconds=seconds))))
        if seconds // KEEP_EVERY != before // KEEP_EVERY:
            self._keep_place()

    def _keep(self, job: Job) -> None:
        """Store it soon, and before it where it was said: what was saved is found again at its question."""
        if _place_of(self._now().interview) != self._kept:
            self._keep_place()
        self._saving.put(job)

    def _keep_place(self) -> None:
        if self._state is not None:
            self._place.stop()
            self._kept = _place_of(self._state.interview)
            self._saving.put(PlaceJob(self._state.interview))

    def _written(self, written: Written) -> None:
        if self._state is not None:
            self._set(self._line.written(self._state, written))

    def _close(self, how: Callable[[Interview], Interview]) -> bool:
        """Store everything, then close; False where something could not be stored, and the interview stays open."""
        if not self.flush():
            return False
        interview = self._now().interview
        if how != self._services.interviews.pause:
            interview = talk.over(self._now())
        if attempt(lambda: how(interview), self.failed.emit) is None:
            return False
        self.clock.end()
        self._place.stop()
        self._set(None)
        self.ended.emit()
        return True

    def _now(self) -> InterviewState:
        assert self._state is not None, "no interview is open"
        return self._state

    def _set(self, state: InterviewState | None) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)


def _place_of(interview: Interview) -> tuple[str, str]:
    """The step and the question in front."""
    return interview.step_id, interview.question_id
