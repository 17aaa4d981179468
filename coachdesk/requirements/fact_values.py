"""How single values of facts are read from JSON-like ones: true or false, a word, a day, a text, a number.

Each reader is given the path at which the value stands and where problems go; it gives None, and a problem, where the
value is wrong.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from coachdesk.i18n import _
from coachdesk.requirements.facts import FactProblem

Found = list[FactProblem]
Read = Callable[[object, str, Found], Any]

FIRST_YEAR, LAST_YEAR = 1900, 2999
LAST_DAY: Final = date(LAST_YEAR, 12, 31)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def wrong_type(path: str, text: str) -> FactProblem:
    """What stands there is of another kind; `text` says what it has to be."""
    return FactProblem(path, "facts.wrong-type", text)


def word_of(kind: type[StrEnum]) -> Read:
    """One of the words of an enumeration."""
    words = {str(each): each for each in kind}

    def read(value: object, path: str, found: Found) -> object:
        word = words.get(value) if isinstance(value, str) else None
        if word is None:
            text = _("This has to be one of these words: {words}.").format(words=", ".join(words))
            found.append(FactProblem(path, "facts.unknown-word", text))
        return word

    return read


def _flag(value: object, path: str, found: Found) -> bool | None:
    if isinstance(value, bool):
        return value
    found.append(wrong_type(path, _("This has to be true or false.")))
    return None


def _date(value: object, path: str, found: Found) -> date | None:
    day = value if isinstance(value, date) and not isinstance(value, datetime) else None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
    if day is None:
        found.append(
            wrong_type(path, _("This has to be a day of the calendar, such as 2026-12-01, in quotation marks."))
        )
    elif not FIRST_YEAR <= day.year <= LAST_YEAR:
        text = _("The year has to lie between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        found.append(FactProblem(path, "facts.impossible", text))
        return None
    return day


def _text(value: object, path: str, found: Found) -> str | None:
    if isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value):
        return value
    found.append(wrong_type(path, _("This has to be text in quotation marks.")))
    return None


def _number(value: object, path: str, found: Found) -> Decimal | None:
    number = _as_number(value)
    if number is None:
        found.append(wrong_type(path, _("This has to be a number.")))
    return number


def _whole(value: object, path: str, found: Found) -> int | None:
    number = _as_number(value)
    if number is not None and abs(number) < 10**9 and number == int(number):
        return int(number)
    found.append(wrong_type(path, _("This has to be a whole number.")))
    return None


def number_or_text(value: object, path: str, found: Found) -> Decimal | str | None:
    """A number, or words where somebody wrote some."""
    return _text(value, path, found) if isinstance(value, str) else _number(value, path, found)


def _as_number(value: object) -> Decimal | None:
    """The number; a float as it is written, so that 0.1 stays 0.1."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return Decimal(str(value)) if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return Decimal(value) if isinstance(value, int) else None


SIMPLE: Mapping[Any, Read] = MappingProxyType({bool: _flag, int: _whole, Decimal: _number, date: _date, str: _text})
"""The reader of each type that stands for itself."""
