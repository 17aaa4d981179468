from datetime import date

import pytest

from coachdesk.paths import resources
from coachdesk.people import Nation
from coachdesk.plans import Calendar, parse_calendar


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return parse_calendar(resources("calendar", "bank-holidays.toml").read_text(encoding="utf-8"))


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_monday(year: int, month: int, n: int) -> date:
    """The n-th Monday of a month; -1 is the last."""
    mondays = [
        date(year, month, day) for day in range(1, 32 if month != 6 else 31) if date(year, month, day).weekday() == 0
    ]
    return mondays[n]


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_movable_days_are_where_easter_and_the_mondays_are(calendar: Calendar, year: int) -> None:
    sunday = easter(year).toordinal()
    for nation in Nation:
        assert calendar.holiday(nation, date.fromordinal(sunday - 2)) == "Good Friday"
        assert calendar.holiday(nation, nth_monday(year, 5, 0)) == "Early May bank holiday"
        assert calendar.holiday(nation, nth_monday(year, 5, -1)) == "Spring bank holiday"
    monday = date.fromordinal(sunday + 1)
    for nation in (Nation.ENGLAND, Nation.WALES):
        assert calendar.holiday(nation, monday) == "Easter Monday"
        assert calendar.holiday(nation, nth_monday(year, 8, -1)) == "Summer bank holiday"
    assert calendar.holiday(Nation.SCOTLAND, monday) is None
    assert calendar.holiday(Nation.SCOTLAND, nth_monday(year, 8, 0)) == "Summer bank holiday"


def test_each_nation_has_its_number_of_days_in_each_year(calendar: Calendar) -> None:
    for year, scottish in ((2025, 9), (2026, 10), (2027, 9), (2028, 9)):
        counts = {nation: sum(day.year == year for day in calendar.holidays[nation]) for nation in Nation}
        assert counts == {Nation.ENGLAND: 8, Nation.WALES: 8, Nation.SCOTLAND: scottish}


def test_no_holiday_is_on_a_weekend_because_another_day_is_given(calendar: Calendar) -> None:
    assert all(day.weekday() < 5 for days in calendar.holidays.values() for day in days)
    assert calendar.holiday(Nation.WALES, date(2027, 12, 27)) == "Christmas Day (substitute)"
    assert calendar.holiday(Nation.SCOTLAND, date(2028, 1, 4)) == "2 January (substitute)"


def test_the_extra_day_of_2026_is_scottish_only(calendar: Calendar) -> None:
    assert calendar.holiday(Nation.SCOTLAND, date(2026, 6, 15)) == "World Cup bank holiday"
    assert calendar.holiday(Nation.ENGLAND, date(2026, 6, 15)) is None


def test_the_calendar_says_where_it_comes_from_and_when_it_was_checked(calendar: Calendar) -> None:
    assert calendar.source == "https://www.gov.uk/bank-holidays"
    assert calendar.checked >= date(2026, 11, 21)
    assert calendar.until == date(2028, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        'source = "x"\nchecked = 2026-01-01\nuntil = 2026-12-31',
        'source = "x"\nchecked = "2026"\nuntil = 2026-12-31\nholidays = []',
        'source = "x"\nchecked = 2026-01-01\nuntil = 2026-12-31\nholidays = [{on = "soon", name = "y", nations = ["wales"]}]',
    ],
)
def test_a_calendar_with_a_mistake_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"[Dd]ate|bank holiday"):
        parse_calendar(text)
