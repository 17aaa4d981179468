"""Number with a unit, money, and the scale from 0 to 10 with the words behind the number."""

import re
from datetime import date
from decimal import Decimal

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Operator, Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    has_shape,
    is_text,
    no_words,
    part,
    words,
)

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MONEY = re.compile(r"-?£? ?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?")

_NOT_A_NUMBER = AnswerProblem("answer.not-a-number", N_("This is not a number. Write it in digits, such as 7.5."))
_NOT_MONEY = AnswerProblem("answer.not-money", N_("This is not an amount of money. Write it in digits, such as 12.50."))
_TOO_SMALL = AnswerProblem("answer.too-small", N_("This is less than the smallest number that fits here."))
_TOO_LARGE = AnswerProblem("answer.too-large", N_("This is more than the largest number that fits here."))

SCALE_FROM, SCALE_UNTIL = 0, 10


def number(value: object) -> Decimal | None:
    """The number that was typed in digits, or None."""
    typed = words(value).strip()
    return Decimal(typed) if _NUMBER.fullmatch(typed) else None


def money(value: object) -> Decimal | None:
    """The amount in pounds that was typed, with or without a pound sign and commas, or None."""
    typed = words(value).strip()
    return Decimal(typed.replace("£", "").replace(",", "").replace(" ", "")) if _MONEY.fullmatch(typed) else None


def _limits(question: Question, amount: Decimal) -> tuple[AnswerProblem, ...]:
    if question.minimum is not None and amount < Decimal(str(question.minimum)):
        return (_TOO_SMALL,)
    if question.maximum is not None and amount > Decimal(str(question.maximum)):
        return (_TOO_LARGE,)
    return ()


def _check_number(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del today
    if no_words(value):
        return ()
    amount = number(value)
    return (_NOT_A_NUMBER,) if amount is None else _limits(question, amount)


def _check_money(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del today
    if no_words(value):
        return ()
    amount = money(value)
    return (_NOT_MONEY,) if amount is None else _limits(question, amount)


def _show_number(question: Question, value: object, translate: Translate) -> str:
    del translate
    return f"{words(value).strip()} {question.unit}".strip() if not no_words(value) else ""


def _show_money(question: Question, value: object, translate: Translate) -> str:
    del translate
    typed, amount = words(value).strip(), money(value)
    if amount is None:
        return typed
    pounds = f"£{amount:,.2f}".removesuffix(".00") if amount >= 0 else f"-£{-amount:,.2f}".removesuffix(".00")
    return f"{pounds} {question.unit}".strip()


def _is_point(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def _show_scale(question: Question, value: object, translate: Translate) -> str:
    """The words only: a person's number is never read back or held against them."""
    del question, translate
    return words(part(value, "words")).strip()


def _check_scale(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del today
    point = part(value, "number")
    if not isinstance(point, int):
        return ()
    lowest = SCALE_FROM if question.minimum is None else question.minimum
    highest = SCALE_UNTIL if question.maximum is None else question.maximum
    return (_TOO_SMALL,) if point < lowest else (_TOO_LARGE,) if point > highest else ()


def _point(value: object) -> object:
    point = part(value, "number")
    return Decimal(point) if isinstance(point, int) else None


_MEASURED = (Operator.AT_LEAST, Operator.AT_MOST, Operator.ANSWERED)

NUMBER = KindRules(
    fits=is_text, show=_show_number, blank=no_words, check=_check_number, operators=_MEASURED, compare=number
)
MONEY = KindRules(
    fits=is_text, show=_show_money, blank=no_words, check=_check_money, operators=_MEASURED, compare=money
)
SCALE = KindRules(
    fits=lambda value: has_shape(value, number=_is_point, words=is_text),
    show=_show_scale,
    blank=lambda value: part(value, "number") is None and no_words(part(value, "words")),
    check=_check_scale,
    operators=_MEASURED,
    compare=_point,
)
