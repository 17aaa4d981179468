"""What was said, ready to be read back from a turned screen."""

from dataclasses import dataclass

from coachdesk.interviews.conditions import is_given
from coachdesk.interviews.definition import Channel, Definition, Question
from coachdesk.interviews.engine import is_alone, person_label, questions_of, visible_steps
from coachdesk.interviews.interview import Answers
from coachdesk.interviews.kinds import KINDS, Translate


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One answer in words: the step it belongs to, the question as the person reads it, and what they said."""

    step: str
    question: str
    said: str


def recap(definition: Definition, answers: Answers, channel: Channel, translate: Translate) -> tuple[RecapLine, ...]:
    """The lines to read back.

    Sealed answers are never among them, sensitive and private ones only while the person is alone with the coach, and
    of a scale only the words: no number is read back.
    """
    alone = is_alone(definition, answers)

    def may_be_seen(question: Question) -> bool:
        return not question.sealed and (alone or not (question.sensitive or question.only_when_alone))

    lines = [
        RecapLine(step.title, person_label(question, channel), _said(question, answers, translate))
        for step in visible_steps(definition, answers)
        for question in questions_of(definition, answers, step)
        if may_be_seen(question) and is_given(question, answers.get(question.id))
    ]
    return tuple(line for line in lines if line.said)


def _said(question: Question, answers: Answers, translate: Translate) -> str:
    return KINDS[question.kind].show(question, answers[question.id].value, translate)
