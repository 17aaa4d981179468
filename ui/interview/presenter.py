"""The interview: what the coach does goes in, one frozen state comes out, and every word goes to the vault."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.interviews import Answer, Definition, Question, Standing
from coachdesk.services import Services
from ui.errors import attempt
from ui.interview import talk, view
from ui.interview.finding import FindingPresenter
from ui.interview.jobs import ActionJob, AnswerJob, answer_key
from ui.interview.open_talk import OpenTalk
from ui.interview.planning import outcome_jobs
from ui.interview.state import GOODBYE, Happening, PlanLine


class InterviewPresenter(OpenTalk):
    """What the coach does in the open interview: says, goes from step to step, puts off and takes up."""

    plan_wanted = Signal(str, str)  # person id, interview id
    commitment_wanted = Signal(str)  # interview id

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self.finding = FindingPresenter(services, self)
        self.finding.failed.connect(self.failed)
        self.changed.connect(self.finding.follow)

    def in_language(self, language: Language) -> Definition:
        """The questions of the open interview in the words of a language."""
        return self._services.interviews.in_language(self._now().interview, language)

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
                self._keep(job)
            self._set(replace(state, happenings={**state.happenings, **value}))
            return
        question = state.definition.question(question_id)
        self._say(question, talk.with_value(state, question, value))

    def reword(self, action_id: str, words: str) -> None:
        """The two of them change the words of a line of the plan; a line is never emptied this way."""
        state = self._now()
        if action_id == state.line_id:
            self._set(self._line.write(state, replace(state.line, text=words)))
            return
        for action in state.plan.actions:
            if action.id == action_id and words.strip():
                self._keep(ActionJob(replace(action, text=words)))

    def set_standing(self, question_id: str, standing: Standing) -> None:
        """Not discussed, or prefer not to say; the same again takes it back. What was said before is kept."""
        state = self._now()
        question = state.definition.question(question_id)
        before = view.answer_of(state, question)
        if not view.is_sealed_shut(state, question):
            taken_back = before.standing is standing
            self._say(question, replace(before, standing=Standing.GIVEN if taken_back else standing))

    def set_note(self, question_id: str, note: str) -> None:
        """The coach's private note on an answer; on a sealed one that was not given anew there is none to write."""
        state = self._now()
        question = state.definition.question(question_id)
        before = view.answer_of(state, question)
        if not (before.sealed and before.value is None):
            self._say(question, replace(before, note=note))

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
        """Bring back the first step that was put off, to next time or last time, and go there."""
        state = self._now()
        steps = [step.id for step in view.folded(state)] or list(view.kept(state))
        if steps:
            self.go_to(steps[0])

    def let_go_of(self, step_id: str) -> None:
        """What was put off last time is not wanted any more."""
        state = self._now()
        if self.flush():
            left = attempt(lambda: self._services.interviews.let_go_of(state.interview, step_id), self.failed.emit)
            if left is not None:
                interview = replace(state.interview, brought=left.brought)
                asked = self._services.interviews.in_language(interview)
                self._set(talk.asking(replace(state, interview=interview, definition=asked)))

    def seen(self) -> None:
        """The coach has read what changed meanwhile."""
        self._set(replace(self._now(), meanwhile=()))

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

    def end_kindly(self) -> None:
        """First the kind end, with what may still be done; from there, the end."""
        state = self._now()
        if state.interview.step_id == GOODBYE:
            self._stop()
        else:
            self._back_from_goodbye = state.interview.step_id
            self.go_to(GOODBYE)

    def _say(self, question: Question, answer: Answer) -> None:
        state = talk.said(self._now(), question, answer)
        if question.id != self._visited:
            self._visited, self._visit = question.id, new_id()
        self._keep(AnswerJob(state.interview, state.answers, question.id, self._visit))
        self._set(state)

    def _is_stored(self, question_id: str) -> bool:
        return not self._saving.waits(answer_key(question_id))
