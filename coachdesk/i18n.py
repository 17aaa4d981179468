"""Texts in English and Welsh through gettext, and dates, times and numbers as people write them.

Screens use `_` (the language is chosen once, before the first widget). Documents ask `translation(language)` for their
own, because a coach with an English screen hands over Welsh paper.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache

from coachdesk.paths import resources


class Language(StrEnum):
    """A language of documents and screens."""

    ENGLISH = "en"
    WELSH = "cy"


_screen: list[gettext.NullTranslations] = [gettext.NullTranslations()]
_chosen: list[Language] = [Language.ENGLISH]
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@cache
def translation(language: Language) -> gettext.NullTranslations:
    """The catalogue of a language; English is the language of the source."""
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation("coachdesk", resources("locale"), languages=[language])


def use(language: Language) -> None:
    """Choose the language of the screens; before the first widget."""
    _screen[0] = translation(language)
    _chosen[0] = language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Another language than that of the screens, for a paper that is made of words of the screens; in this thread only."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def chosen() -> Language:
    """The language of the screens, or the one that is spoken instead."""
    return _spoken.get() or _chosen[0]


def _catalogue() -> gettext.NullTranslations:
    spoken = _spoken.get()
    return _screen[0] if spoken is None else translation(spoken)


def _(message: str) -> str:
    """The sentence in the language of the screens."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The sentence for n of something in the language of the screens."""
    return _catalogue().ngettext(singular, plural, n)


def N_(message: str) -> str:
    """Mark a sentence for translation where it cannot be translated yet (a table made at import)."""
    return message


_DAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday")),
    *(N_("Saturday"), N_("Sunday")),
)
_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def long_date(day: date, language: Language | None = None) -> str:
    """`Tuesday 1 December 2026`, or the same in Welsh; in the language of the screens where none is named."""
    if (language or chosen()) is Language.WELSH:
        return _welsh_date(day, "EEEE d MMMM y")
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, language: Language | None = None) -> str:
    """`1 December 2026`, or the same in Welsh; in the language of the screens where none is named."""
    if (language or chosen()) is Language.WELSH:
        return _welsh_date(day, "d MMMM y")
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def near_date(day: date) -> str:
    """`Tue 1 Dec`, in the language of the screens: for days beside one another."""
    if chosen() is Language.WELSH:
        return _welsh_date(day, "EEE d MMM")
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def month_and_year(day: date, language: Language | None = None) -> str:
    """`December 2026`, or the same in Welsh; in the language of the screens where none is named."""
    if (language or chosen()) is Language.WELSH:
        return _welsh_date(day, "MMMM y")
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _welsh_date(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale="cy")


def plain_number(number: Decimal) -> str:
    """A number as people write it: `35`, `17.5`; never `35.0` or `1E+1`."""
    return f"{number.normalize():f}"


def clock_time(at: time) -> str:
    """`10:30am`, as GOV.UK writes times; midday and midnight are said as 12pm and 12am."""
    hour, half = at.hour % 12 or 12, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at.minute:02}{half}" if at.minute else f"{hour}{half}"
