"""The reason for an action, as one key: sentences that the definition offers for what the person has told us.

Only the sentence is printed, never an answer. A question whose answer is sealed or sensitive offers no reason, because
a reason that only such a person can have says it all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.interviews.definition import Kind, Question
from coachdesk.interviews.interview import Answer, Answers, Standing
from coachdesk.plans.plan import Action
from coachdesk.plans.words import words

_STEM = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that can be given: the question it comes from and its own sentence."""

    question_id: str
    sentence: str


def reasons_for(action: Action, questions: Sequence[Question], answers: Answers) -> tuple[Reason, ...]:
    """The reasons on offer for an action, whatever fits best first.

    Args:
        action: the reasons it already has come first, then those that share words with it.
        questions: the visible ones (`engine.visible`), in order.
        answers: what was said.
    """
    offered = [
        (place, question)
        for place, question in enumerate(questions)
        if question.because and _open(question) and _says_something(question, answers.get(question.id))
    ]
    subject = _stems(f"{action.text} {action.obstacle}")
    offered.sort(key=lambda each: (each[1].id not in action.because, -_shared(each[1], subject), each[0]))
    return tuple(Reason(question.id, question.because) for _place, question in offered)


def _open(question: Question) -> bool:
    return not (question.sealed or question.sensitive or question.only_when_alone)


def _says_something(question: Question, answer: Answer | None) -> bool:
    """Whether the answer is a fact to reason from: "no" and "nothing of this" are none."""
    if answer is None or answer.standing is not Standing.GIVEN or answer.sealed:
        return False
    value = answer.value
    if question.kind is Kind.YES_NO:
        return bool(value == "yes")
    if question.kind is Kind.CONSENT:
        return isinstance(value, dict) and value.get("answer") == "yes"
    none_of_these = {choice.id for choice in question.choices if choice.alone}
    if isinstance(value, list):
        return any(each not in none_of_these for each in value if isinstance(each, str)) or any(
            isinstance(each, dict) and any(each.values()) for each in value
        )
    if isinstance(value, dict):
        return any(value.values())
    return isinstance(value, str) and bool(value.strip()) and value not in none_of_these


def _shared(question: Question, subject: frozenset[str]) -> int:
    return len(subject & _stems(f"{question.because} {question.label}"))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= _STEM - 1)
