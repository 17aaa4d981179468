"""Calendar arithmetic of the regulations: weeks and months by the calendar, birthdays by law. Ends are last days."""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """The corresponding date so many months later; the last day of that month where it has no such day.

    31 January and one month is 28 or 29 February (the corresponding date rule: Dodds v Walker [1981] UKHL).
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_of_weeks(first: date, weeks: int) -> date:
    """The last day of so many weeks that begin with `first`: 13 weeks from 20 November 2026 end on 18 February 2027."""
    return first + timedelta(weeks=weeks) - DAY


def last_of_days(first: date, days: int) -> date:
    """The last day of so many days that begin with `first`."""
    return first + timedelta(days=days) - DAY


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches an age; born on 29 February, that is 1 March of an ordinary year."""
    year = born.year + years
    if (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def age_on(born: date, day: date) -> int:
    """Whole years on that day; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def sunday_of(day: date) -> date:
    """The first day of the week that the day lies in; weeks of confinement run from Sunday."""
    return day - timedelta(days=day.isoweekday() % 7)


def first_after(days: tuple[tuple[int, int], ...], day: date) -> date:
    """The first of these days of the year (month, day) that is not before `day`."""
    return min(
        each
        for year in (day.year, day.year + 1)
        for month, number in days
        if (each := date(year, month, number)) >= day
    )
