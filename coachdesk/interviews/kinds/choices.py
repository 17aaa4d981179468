"""Yes or no, one of, many of, the card that is told to everyone, and "are you happy for us to ...?"."""

from datetime import date

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Choice, Operator, Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    has_shape,
    ids,
    is_text,
    no_words,
    part,
    words,
)

YES_NO = {"yes": N_("Yes"), "no": N_("No")}
"""The two ids of a yes or no, and how they are said."""

_UNKNOWN = AnswerProblem("answer.unknown-choice", N_("This is no longer one of the choices. Please choose again."))
_ALONE = AnswerProblem("answer.alone-with-others", N_("One of these only makes sense on its own."))


def chosen_ids(value: object) -> tuple[str, ...]:
    """The ids that were chosen, whichever kind of choice the value is of."""
    if isinstance(value, dict):
        value = part(value, "answer")
    return (value,) if isinstance(value, str) else tuple(ids(value))


def chosen(question: Question, value: object) -> tuple[Choice, ...]:
    """The choices of the question that were chosen, in the question's order."""
    picked = chosen_ids(value)
    return tuple(choice for choice in question.choices if choice.id in picked)


def _is_yes_no(value: object) -> bool:
    return value in {"", *YES_NO} if isinstance(value, str) else False


def _is_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _show(question: Question, value: object, translate: Translate) -> str:
    labels = {choice.id: choice.label for choice in question.choices}
    said = [labels.get(one) or translate(YES_NO.get(one, one)) for one in chosen_ids(value) if one]
    return "; ".join(said)


def _show_consent(question: Question, value: object, translate: Translate) -> str:
    answer, what = _show(question, value, translate), words(part(value, "what")).strip()
    return f"{answer}: {what}" if answer and what else answer or what


def _check(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del today
    picked = chosen_ids(value)
    known = {choice.id: choice for choice in question.choices}
    problems = [_UNKNOWN] if any(one and one not in (known or YES_NO) for one in picked) else []
    if len(picked) > 1 and any(known[one].alone for one in picked if one in known):
        problems.append(_ALONE)
    return tuple(problems)


def _answer(value: object) -> object:
    return part(value, "answer")


_SINGLE = (Operator.IS, Operator.IS_NOT, Operator.ANY_OF, Operator.ANSWERED)

YES_OR_NO = KindRules(fits=_is_yes_no, show=_show, blank=no_words, check=_check, operators=_SINGLE)
ONE_OF = KindRules(fits=is_text, show=_show, blank=no_words, check=_check, operators=_SINGLE)
MANY_OF = KindRules(
    fits=_is_ids,
    show=_show,
    blank=lambda value: not ids(value),
    check=_check,
    operators=(Operator.INCLUDES, Operator.INCLUDES_ANY, Operator.ANSWERED),
)
CONSENT = KindRules(
    fits=lambda value: has_shape(value, answer=_is_yes_no, what=is_text),
    show=_show_consent,
    blank=lambda value: no_words(part(value, "answer")),
    check=_check,
    operators=_SINGLE,
    compare=_answer,
)
