"""The kinds of values that a rule may hold, and whether something is one."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Final

from coachdesk.requirements.finding import Switch

_DURATION = re.compile(r"P\d+[DWM]|PT\d+H")
_DAY_OF_YEAR = re.compile(r"\d\d-\d\d")
_LEAP_YEAR = 2024


class Kind(StrEnum):
    """A kind of value; its text ends the sentence "it has to be ..."."""

    WHOLE = "a whole number, nought or more"
    POUNDS = 'pounds and pence in quotation marks, such as "12.71"'
    SHARE = 'a share from 0 to 1 in quotation marks, such as "0.5"'
    FLAG = "true or false"
    TEXT = "a text"
    SWITCH = "one of the switches A to F"
    DURATION = 'a length of time such as "P1M", "P1W" or "PT48H"'
    DAYS = 'a list of days of the year such as "08-31", in order'
    BANDS = "a list of from_age and rate, the oldest first, the last from age 0"
    STEPS = "a list of hours and minutes, both growing"
    AGES = "a list of born_from with on, or with years and months, in order of birth"


def is_a(kind: Kind, value: object) -> bool:
    """Whether the value is of that kind."""
    return _CHECKS[kind](value)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None


def _pounds(value: object) -> bool:
    number = _decimal(value)
    return number is not None and number.is_finite() and number > 0


def _share(value: object) -> bool:
    number = _decimal(value)
    return number is not None and number.is_finite() and 0 <= number <= 1


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _duration(value: object) -> bool:
    return isinstance(value, str) and _DURATION.fullmatch(value) is not None


def _day_of_year(value: object) -> bool:
    if not isinstance(value, str) or not _DAY_OF_YEAR.fullmatch(value):
        return False
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{value}")
    except ValueError:
        return False
    return True


def _days(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_day_of_year, value)) and value == sorted(value)


def _tables(value: object, *shapes: Mapping[str, Callable[[object], bool]]) -> list[Mapping[str, object]] | None:
    """The tables of a list where each has one of the shapes exactly; None for anything else or an empty list."""
    if not isinstance(value, list) or not value or not all(isinstance(each, dict) for each in value):
        return None
    for each in value:
        if not any(each.keys() == shape.keys() and all(shape[key](each[key]) for key in shape) for shape in shapes):
            return None
    return value


def _column(tables: list[Mapping[str, object]] | None, key: str) -> list[str]:
    """The values of a key as texts that sort as the whole numbers or days that they are."""
    found = [each[key] for each in tables or ()]
    return [f"{each:09d}" if isinstance(each, int) else str(each) for each in found]


def _grows(column: list[str]) -> bool:
    return bool(column) and all(low < high for low, high in pairwise(column))


def _bands(value: object) -> bool:
    bands = _tables(value, {"from_age": _whole, "rate": _pounds})
    youngest_first = _column(bands, "from_age")[::-1]
    return _grows(youngest_first) and int(youngest_first[0]) == 0


def _steps(value: object) -> bool:
    steps = _tables(value, {"hours": _whole, "minutes": _whole})
    return _grows(_column(steps, "hours")) and _grows(_column(steps, "minutes"))


def _day(value: object) -> bool:
    return type(value) is date


def _ages(value: object) -> bool:
    ages = _tables(value, {"born_from": _day, "on": _day}, {"born_from": _day, "years": _whole, "months": _whole})
    return _grows(_column(ages, "born_from"))


def _switch(value: object) -> bool:
    return isinstance(value, str) and value in set(Switch)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


_CHECKS: Final[Mapping[Kind, Callable[[object], bool]]] = {
    Kind.WHOLE: _whole,
    Kind.POUNDS: _pounds,
    Kind.SHARE: _share,
    Kind.FLAG: _flag,
    Kind.TEXT: _text,
    Kind.SWITCH: _switch,
    Kind.DURATION: _duration,
    Kind.DAYS: _days,
    Kind.BANDS: _bands,
    Kind.STEPS: _steps,
    Kind.AGES: _ages,
}
