"""Conditions: about an earlier question that is not sealed, with an operator and a value that fit its kind."""

from dataclasses import dataclass

from coachdesk.interviews.definition import Condition, Definition, Operator, Question
from coachdesk.interviews.kinds import KINDS, YES_NO
from coachdesk.interviews.reading import Problems

_ONE = (Operator.IS, Operator.IS_NOT, Operator.INCLUDES)
_SEVERAL = (Operator.ANY_OF, Operator.INCLUDES_ANY)


@dataclass(frozen=True, slots=True)
class _Known:
    """The questions of a definition, which of them come earlier than the place in hand, and which nobody can read."""

    every: dict[str, Question]
    earlier: set[str]
    unsure: frozenset[str]


def check_conditions(definition: Definition, unsure: frozenset[str], problems: Problems) -> None:
    """Add a problem for every condition that could never be answered rightly."""
    known = _Known({question.id: question for question in definition.questions()}, set(), unsure)
    asked_alone = False
    for step in definition.steps:
        for condition in step.when:
            _check(condition, known, f"step {step.id}", problems)
        for question in step.questions:
            place = f"step {step.id} / question {question.id}"
            for condition in question.when:
                _check(condition, known, place, problems)
            if question.only_when_alone and not asked_alone:
                asked_alone = True
                _check_alone(definition.alone, known, place, problems)
            known.earlier.add(question.id)
    if definition.alone is not None and not asked_alone:
        _check(definition.alone, _Known(known.every, set(known.every), unsure), "alone", problems)


def _check_alone(alone: Condition | None, known: _Known, place: str, problems: Problems) -> None:
    """The condition "alone" as it is needed for the first question that is asked in private."""
    if alone is None:
        problems.add("no-alone", place, 'This is asked in private, but the definition does not say who is "alone".')
        return
    _check(alone, known, "alone", problems)
    asked = known.every.get(alone.question)
    if asked is not None and asked.only_when_alone:
        text = f'"{alone.question}" is itself asked in private only, so nobody could ever be alone.'
        problems.add("alone-asked-alone", "alone", text)


def _check(condition: Condition, known: _Known, place: str, problems: Problems) -> None:
    about = condition.question
    question = known.every.get(about)
    if not about or about in known.unsure:
        return
    if question is None:
        problems.add("unknown-question", place, f'A condition looks at "{about}", which is no question.')
        return
    if about not in known.earlier:
        problems.add("condition-on-later", place, f'A condition looks at "{about}", which is not asked before.')
    if question.sealed:
        problems.add("condition-on-sealed", place, f'A condition looks at "{about}", which is sealed.')
    if condition.operator not in KINDS[question.kind].operators:
        text = f'"{condition.operator}" does not fit "{about}", which is of the kind {question.kind}.'
        problems.add("operator-not-for-kind", place, text)
        return
    _check_value(condition, question, place, problems)


def _check_value(condition: Condition, question: Question, place: str, problems: Problems) -> None:
    value, operator = condition.value, condition.operator
    if operator in _SEVERAL and not (isinstance(value, tuple) and value):
        problems.add("wrong-type", place, f'"{operator}" has to be a list of choices.')
    elif operator in _ONE or operator in _SEVERAL:
        choices = {choice.id for choice in question.choices} or {*YES_NO}
        wanted = value if isinstance(value, tuple) else (value,)
        for one in wanted:
            if not isinstance(one, str) or one not in choices:
                problems.add("unknown-choice", place, f'"{one}" is no choice of "{question.id}".')
    elif operator is Operator.ANSWERED and not isinstance(value, bool):
        problems.add("wrong-type", place, '"answered" has to be true or false.')
    elif operator in {Operator.AT_LEAST, Operator.AT_MOST} and (
        isinstance(value, bool) or not isinstance(value, int | float)
    ):
        problems.add("wrong-type", place, f'"{operator}" has to be a number.')
