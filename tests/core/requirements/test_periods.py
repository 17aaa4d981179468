"""Weeks, months and birthdays at the ends of months, in leap years and over both clock changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.requirements.periods import (
    age_on,
    birthday,
    first_after,
    last_of_days,
    last_of_weeks,
    months_after,
    sunday_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 20), 1, date(2026, 12, 20)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_the_last_of_the_month(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end


def test_thirteen_weeks_from_20_november_2026_end_on_18_february_2027() -> None:
    assert last_of_weeks(date(2026, 11, 20), 13) == date(2027, 2, 18)


@pytest.mark.parametrize("start", [date(2026, 3, 20), date(2026, 10, 20)])
def test_the_clock_change_takes_no_day_from_a_period(start: date) -> None:
    assert (last_of_weeks(start, 2) - start).days == 13
    assert last_of_days(start, 14) == last_of_weeks(start, 2)


def test_born_on_29_february_somebody_gets_older_on_1_march_of_an_ordinary_year() -> None:
    born = date(2024, 2, 29)
    assert birthday(born, 1) == date(2025, 3, 1)
    assert age_on(born, date(2025, 2, 28)) == 0
    assert age_on(born, date(2025, 3, 1)) == 1
    assert age_on(born, date(2028, 2, 29)) == 4


@given(born=DAYS, years=st.integers(0, 100))
def test_somebody_reaches_an_age_on_the_birthday_and_not_before(born: date, years: int) -> None:
    day = birthday(born, years)
    assert age_on(born, day) == years
    assert age_on(born, date.fromordinal(day.toordinal() - 1)) == years - 1


def test_the_week_of_confinement_begins_on_sunday() -> None:
    assert sunday_of(date(2026, 12, 6)) == date(2026, 12, 6)  # a Sunday
    assert sunday_of(date(2026, 12, 7)) == date(2026, 12, 6)
    assert sunday_of(date(2026, 12, 12)) == date(2026, 12, 6)


def test_a_prescribed_day_may_be_the_birthday_itself() -> None:
    days = ((3, 31), (8, 31), (12, 31))
    assert first_after(days, date(2027, 8, 31)) == date(2027, 8, 31)
    assert first_after(days, date(2027, 9, 1)) == date(2027, 12, 31)
    assert first_after(days, date(2028, 1, 1)) == date(2028, 3, 31)
