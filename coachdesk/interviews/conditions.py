"""Whether an answer was given, and whether a condition holds. Named operators, no expression language."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from coachdesk.interviews.definition import Condition, Operator, Question
from coachdesk.interviews.interview import Answer, Answers, Standing
from coachdesk.interviews.kinds import KINDS


def is_given(question: Question, answer: Answer | None) -> bool:
    """Something was said: a value that is not blank, or a sealed one that has not been opened."""
    if answer is None or answer.standing is not Standing.GIVEN:
        return False
    if answer.value is None:
        return answer.sealed
    return not KINDS[question.kind].blank(answer.value)


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Given, or not discussed, or "prefer not to say": all of these are answers."""
    return answer is not None and (answer.standing is not Standing.GIVEN or is_given(question, answer))


def _includes(value: object, wanted: object) -> bool:
    return isinstance(value, list) and wanted in value


def _includes_any(value: object, wanted: object) -> bool:
    return isinstance(wanted, tuple) and any(_includes(value, one) for one in wanted)


def _at_least(value: object, limit: object) -> bool:
    return isinstance(value, Decimal) and value >= Decimal(str(limit))


def _at_most(value: object, limit: object) -> bool:
    return isinstance(value, Decimal) and value <= Decimal(str(limit))


_HOLDS: Mapping[Operator, Callable[[object, object], bool]] = {
    Operator.IS: lambda value, wanted: value == wanted,
    Operator.IS_NOT: lambda value, wanted: value != wanted,
    Operator.ANY_OF: lambda value, wanted: isinstance(wanted, tuple) and value in wanted,
    Operator.INCLUDES: _includes,
    Operator.INCLUDES_ANY: _includes_any,
    Operator.AT_LEAST: _at_least,
    Operator.AT_MOST: _at_most,
}


def holds(condition: Condition, visible: Mapping[str, Question], answers: Answers) -> bool:
    """Whether a condition holds on what was given to the visible questions before it.

    What was not said is unknown, never "no": every operator but `answered = false` needs a given answer, `is_not` too.
    """
    question = visible.get(condition.question)
    answer = answers.get(condition.question)
    given = question is not None and is_given(question, answer)
    if condition.operator is Operator.ANSWERED:
        return given is condition.value
    if question is None or answer is None or not given:
        return False
    return _HOLDS[condition.operator](KINDS[question.kind].compare(answer.value), condition.value)
