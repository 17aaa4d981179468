"""What waits to be stored. A job holds all it needs, so that it can be tried again until the vault takes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coachdesk.clock import now
from coachdesk.interviews import Answer, Interview
from coachdesk.plans import Action, Delay, Happened
from coachdesk.services import Services
from ui.saving import Written


@dataclass(frozen=True, slots=True)
class AnswerJob:
    """The answer to one question, with all others as they stood."""

    interview: Interview
    answers: Mapping[str, Answer]
    question_id: str
    visit: str

    @property
    def key(self) -> str:
        return answer_key(self.question_id)

    def write(self, services: Services) -> Written:
        saved = services.interviews.save_answer(self.interview, self.answers, self.question_id, visit=self.visit)
        return Written(self, saved.at)


@dataclass(frozen=True, slots=True)
class PlaceJob:
    """Where the coach is, what the clock says, what is put off."""

    interview: Interview
    key: str = "place"

    def write(self, services: Services) -> Written:
        stored = services.interviews.keep_place(self.interview)
        return Written(self, stored.updated_at or now(), stored)


@dataclass(frozen=True, slots=True)
class OutcomeJob:
    """What became of an action; None takes back what was said of it in this interview."""

    interview_id: str
    action_id: str
    happened: Happened | None
    learned: str
    new_by: date | None
    delay: Delay | None = None

    @property
    def key(self) -> str:
        return f"outcome {self.action_id}"

    def write(self, services: Services) -> Written:
        if self.happened is None:
            services.plans.take_back_outcome(self.action_id, interview_id=self.interview_id)
            return Written(self, now())
        stored = services.plans.record_outcome(
            self.action_id,
            self.happened,
            interview_id=self.interview_id,
            learned=self.learned,
            new_by=self.new_by,
            delay=self.delay,
        )
        return Written(self, stored.updated_at or now(), stored)


@dataclass(frozen=True, slots=True)
class ActionJob:
    """The line of the plan that is being written; without words it is dropped."""

    action: Action

    @property
    def key(self) -> str:
        return f"action {self.action.id}"

    def write(self, services: Services) -> Written:
        if self.action.text.strip():
            stored = services.plans.save_action(self.action)
            return Written(self, stored.updated_at or now(), stored)
        if self.action.version:
            services.plans.discard(self.action)
        return Written(self, now())


def answer_key(question_id: str) -> str:
    """The key of the job that stores the answer to a question."""
    return f"answer {question_id}"
