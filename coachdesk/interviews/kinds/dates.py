"""A date typed in three fields, and a range of two dates. What was typed is kept, even the 31st of February."""

from datetime import date

from coachdesk.i18n import N_, Language, long_date
from coachdesk.interviews.definition import Question
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

_PARTS = ("day", "month", "year")
_INCOMPLETE = AnswerProblem(
    "answer.incomplete-date", N_("The date is not complete: it needs a day, a month and a year.")
)
_IMPOSSIBLE = AnswerProblem("answer.impossible-date", N_("There is no such date."))
_REVERSED = AnswerProblem("answer.range-reversed", N_("The last day is before the first day."))


def as_fields(value: object) -> tuple[str, str, str]:
    """What the three fields (day, month, year) show for a value."""
    day = as_date(value)
    if day is not None:
        return str(day.day), str(day.month), str(day.year)
    return words(part(value, "day")), words(part(value, "month")), words(part(value, "year"))


def as_date(value: object) -> date | None:
    """The date, where it is complete, possible and written as 2026-12-01."""
    typed = words(value)
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if day.isoformat() == typed else None


def is_dateval(value: object) -> bool:
    """The value is an ISO date or three texts as typed."""
    return as_date(value) is not None or has_shape(value, day=is_text, month=is_text, year=is_text)


def no_date(value: object) -> bool:
    """Nothing was typed."""
    return no_words("".join(as_fields(value)))


def date_problems(value: object) -> tuple[AnswerProblem, ...]:
    """What is wrong with one date: impossible or incomplete."""
    if as_date(value) is not None or no_date(value):
        return ()
    return (_INCOMPLETE,) if any(no_words(text) for text in as_fields(value)) else (_IMPOSSIBLE,)


def show_date(value: object, translate: Translate) -> str:
    """`Tuesday 1 December 2026` in the language of `translate`; what was typed where that is no date."""
    day = as_date(value)
    if day is None:
        return " ".join(text.strip() for text in as_fields(value) if text.strip())
    weekday, number, month, year = long_date(day, Language.ENGLISH).split()
    return f"{translate(weekday)} {number} {translate(month)} {year}"


def _show(question: Question, value: object, translate: Translate) -> str:
    del question
    return show_date(value, translate)


def _check(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del question, today
    return date_problems(value)


def _show_range(question: Question, value: object, translate: Translate) -> str:
    del question
    first, last = show_date(part(value, "from"), translate), show_date(part(value, "until"), translate)
    if first and last:
        return translate(N_("{first} to {last}")).format(first=first, last=last)
    if first:
        return translate(N_("from {first}")).format(first=first)
    return translate(N_("until {last}")).format(last=last) if last else ""


def _check_range(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del question, today
    first, last = part(value, "from"), part(value, "until")
    begin, end = as_date(first), as_date(last)
    both = (*date_problems(first), *date_problems(last))
    return (*both, _REVERSED) if begin is not None and end is not None and end < begin else both


def _is_range(value: object) -> bool:
    return has_shape(value, **{"from": _is_dateval_or_empty, "until": _is_dateval_or_empty})


def _is_dateval_or_empty(value: object) -> bool:
    return value == "" or is_dateval(value)


DATE = KindRules(fits=_is_dateval_or_empty, show=_show, blank=no_date, check=_check)
DATE_RANGE = KindRules(
    fits=_is_range,
    show=_show_range,
    blank=lambda value: no_date(part(value, "from")) and no_date(part(value, "until")),
    check=_check_range,
)
