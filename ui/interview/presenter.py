"""The interview: what the coach does goes in, one frozen state comes out, and every word goes to the vault."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.interviews import Answer, Channel, Definition, Interview, Question, Standing
from coachdesk.services import OpenInterview, Services
from ui.errors import attempt
from ui.interview import talk, view
from ui.interview.clock import InterviewClock
from ui.interview.finding import FindingPresenter
from ui.interview.jobs import AnswerJob, PlaceJob, answer_key
from ui.interview.line import LineKeeper
from ui.interview.planning import outcome_jobs
from ui.interview.state import GOODBYE, Happening, InterviewState, PlanLine
from ui.saving import Saving, Written

PLACE_AFTER = 1000
"""Milliseconds after the focus moved until the place is stored."""

KEEP_EVERY = 15
"""Seconds of the clock between two stores of it."""


class InterviewPresenter(QObject):
    """Owns the state of the one interview that is open; None while none is.

    `failed` carries an AppError; `saved` wall-clock time, after the commit. `ended` after a pause, a finish and a kind
    end: nothing of the interview is on the screen then.
    """

    changed = Signal(object)  # InterviewState, or None
    failed = Signal(object)  # AppError
    saved = Signal(object)  # datetime
    ended = Signal()
    plan_wanted = Signal(str, str)  # person id, interview id
    commitment_wanted = Signal(str)  # interview id

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._state: InterviewState | None = None
        self._visit = ""
        self._visited = ""
        self._back_from_goodbye = ""
        self._saving = Saving(services, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._saving.written.connect(self._written)
        self._clock = InterviewClock(self)
        self._clock.ticked.connect(self._ticked)
        self._line = LineKeeper(services, self._saving)
        self._place = QTimer(self, singleShot=True, interval=PLACE_AFTER)
        self._place.timeout.connect(self._keep_place)
        self.finding = FindingPresenter(services, self)
        self.finding.failed.connect(self.failed)
        self.changed.connect(self.finding.follow)

    def state(self) -> InterviewState | None:
        """What is shown; None while no interview is open."""
        return self._state

    def in_language(self, language: Language) -> Definition:
        """The questions of the open interview in the words of a language."""
        return self._services.interviews.in_language(self._now().interview, language)

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

    def at(self, question_id: str) -> None:
        """The focus came to a question: what was typed before is stored, and the place soon after."""
        state = self._state
        if state is None or question_id == state.interview.question_id:
            return
        left = view.current(state)
        self._saving.flush()
        self._visited = ""
        if left is not None:
            state = talk.checked(self._now(), left)
        self._set(replace(state, interview=replace(state.interview, question_id=question_id)))
        self._place.start()

    def answer(self, question_id: str, value: object) -> None:
        """Somebody said or changed something, by whatever means. Each kind keeps its value in its own place."""
        state = self._now()
        if isinstance(value, PlanLine):
            self._set(self._line.write(state, value))
            return
        if isinstance(value, Mapping) and all(isinstance(each, Happening) for each in value.values()) and value:
            for job in outcome_jobs(state, value):
                self._saving.put(job)
            self._set(replace(state, happenings={**state.happenings, **value}))
            return
        question = state.definition.question(question_id)
        self._say(question, talk.with_value(state, question, value))

    def set_standing(self, question_id: str, standing: Standing) -> None:
        """Not discussed, or prefer not to say; the same again takes it back. What was said before is kept."""
        state = self._now()
        question = state.definition.question(question_id)
        before = view.answer_of(state, question)
        if not view.is_sealed_shut(state, question):
            taken_back = before.standing is standing
            self._say(question, replace(before, standing=Standing.GIVEN if taken_back else standing))

    def set_note(self, question_id: str, note: str) -> None:
        """The coach's private note on an answer."""
        state = self._now()
        question = state.definition.question(question_id)
        self._say(question, replace(view.answer_of(state, question), note=note))

    def reveal(self, question_id: str, reason: str) -> None:
        """Open a sealed answer on purpose, until the step is left."""
        state = self._now()
        try:
            opened = self._services.interviews.reveal(state.interview, question_id, reason=reason)
        except AppError as error:
            self.failed.emit(error)
            return
        self._set(replace(state, revealed={**state.revealed, question_id: opened.value if opened else ""}))

    def answer_again(self, question_id: str) -> None:
        """Answer a sealed question afresh; the answer before stays until something new is said."""
        state = self._now()
        self._set(replace(state, again=state.again | {question_id}, landing=state.landing + 1))

    def show_all_carried(self) -> None:
        """Show every action that was agreed, not only the first three."""
        self._set(replace(self._now(), all_carried=True))

    def next_line(self) -> None:
        """The line of the plan is written; begin another."""
        self._saving.flush()
        self._set(replace(self._line.fresh(self._now()), landing=self._now().landing + 1))

    def go_to(self, step_id: str) -> None:
        """Open any step, at any time; one that was put off comes back."""
        state = self._state
        if state is None or step_id == state.interview.step_id:
            return
        left = view.current(state)
        self._saving.flush()
        state = self._now() if left is None else talk.checked(self._now(), left)
        self._visited = ""
        state = talk.gone_to(state, step_id, self._is_stored)
        self._set(self._line.fresh(state))
        self.flush()

    def go_to_question(self, question_id: str) -> None:
        """Open the step of a question, at the question."""
        self.go_to(view.step_of(self._now(), question_id))
        self._set(talk.landed(self._now(), question_id))

    def go_on(self) -> None:
        """The next step; after the last one the commitment."""
        state = self._now()
        following = view.after(state, 1)
        if following is not None:
            self.go_to(following)
        elif state.interview.step_id == GOODBYE:
            self.end_kindly()
        else:
            self.want_commitment()

    def go_back(self) -> None:
        """The step before; nothing before the first."""
        state = self._now()
        before = view.after(state, -1)
        if state.interview.step_id == GOODBYE and self._back_from_goodbye:
            before = self._back_from_goodbye
        if before is not None:
            self.go_to(before)

    def unfold(self) -> None:
        """Bring back the first step that was put off to next time, and go there."""
        steps = view.folded(self._now())
        if steps:
            self.go_to(steps[0].id)

    def want_plan(self) -> None:
        """The full plan of this person."""
        state = self._state
        if state is not None:
            self.flush()
            self.plan_wanted.emit(state.person.id, state.interview.id)

    def want_commitment(self) -> None:
        """The commitment of this interview."""
        state = self._state
        if state is not None:
            self.flush()
            self.commitment_wanted.emit(state.interview.id)

    def pause(self) -> None:
        """Everything is stored, the clock stands still, and the interview waits at this question."""
        self._close(self._services.interviews.pause)

    def finish(self) -> None:
        """The conversation is over."""
        self._close(self._services.interviews.finish)

    def end_kindly(self) -> None:
        """First the kind end, with what may still be done; from there, the end."""
        state = self._now()
        if state.interview.step_id == GOODBYE:
            self._close(self._services.interviews.stop)
        else:
            self._back_from_goodbye = state.interview.step_id
            self.go_to(GOODBYE)

    def stop_clock(self, reason: str = "safety") -> None:
        """The clock stands still (the safety panel is open, the page is hidden)."""
        self._clock.hold(reason)

    def resume_clock(self, reason: str = "safety") -> None:
        """This reason is gone."""
        self._clock.release(reason)

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
        self._visited, self._back_from_goodbye = "", ""
        state = self._line.begin(talk.begin(opened, self._services.plans.today()))
        self._clock.begin(state.interview.elapsed_seconds)
        self._set(state)
        return True

    def _say(self, question: Question, answer: Answer) -> None:
        state = talk.said(self._now(), question, answer)
        if question.id != self._visited:
            self._visited, self._visit = question.id, new_id()
        self._saving.put(AnswerJob(state.interview, state.answers, question.id, self._visit))
        self._set(state)

    def _ticked(self, seconds: int) -> None:
        state = self._now()
        before = state.interview.elapsed_seconds
        self._set(talk.paced(replace(state, interview=replace(state.interview, elapsed_seconds=seconds))))
        if seconds // KEEP_EVERY != before // KEEP_EVERY:
            self._keep_place()

    def _keep_place(self) -> None:
        if self._state is not None:
            self._place.stop()
            self._saving.put(PlaceJob(self._state.interview))

    def _written(self, written: Written) -> None:
        if self._state is not None:
            self._set(self._line.written(self._state, written))

    def _close(self, how: Callable[[Interview], Interview]) -> None:
        """Store everything, then close. What cannot be stored keeps the interview open."""
        state = self._now()
        if not self.flush():
            return
        if attempt(lambda: how(state.interview), self.failed.emit) is None:
            return
        self._clock.end()
        self._place.stop()
        self._set(None)
        self.ended.emit()

    def _is_stored(self, question_id: str) -> bool:
        return not self._saving.waits(answer_key(question_id))

    def _now(self) -> InterviewState:
        assert self._state is not None, "no interview is open"
        return self._state

    def _set(self, state: InterviewState | None) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
