from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.diary import OnTheClock, moment, on_the_clock, read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("1030", time(10, 30)),
        (" 9 ", time(9)),
        ("9am", time(9)),
        ("2pm", time(14)),
        ("2:15 PM", time(14, 15)),
        ("2:15", time(14, 15)),
        ("02:15", time(2, 15)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("16:45", time(16, 45)),
        ("0:05", time(0, 5)),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "10:75", "13pm", "0am", "10:3", "10:300"])
def test_what_is_no_time_is_not_made_into_one(typed: str) -> None:
    assert read_time(typed) is None


SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
LONDON = "Europe/London"


def test_an_hour_that_the_clocks_leave_out_is_none_and_the_next_time_is_named() -> None:
    assert on_the_clock(SPRING, time(1, 30), LONDON) == OnTheClock(skipped=True, twice=False, next_time=time(2))
    assert not on_the_clock(SPRING, time(0, 59), LONDON).skipped
    assert not on_the_clock(SPRING, time(2), LONDON).skipped


def test_an_hour_that_comes_twice_is_said_and_the_first_is_meant() -> None:
    assert on_the_clock(AUTUMN, time(1, 30), LONDON).twice
    assert not on_the_clock(AUTUMN, time(2), LONDON).twice
    assert moment(AUTUMN, time(1, 30), LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_meeting_stays_at_its_wall_time_over_a_clock_change() -> None:
    assert moment(date(2027, 3, 26), time(10), LONDON) == datetime(2027, 3, 26, 10, tzinfo=UTC)
    assert moment(date(2027, 3, 29), time(10), LONDON) == datetime(2027, 3, 29, 9, tzinfo=UTC)


def test_another_zone_has_its_own_clocks() -> None:
    assert not on_the_clock(SPRING, time(1, 30), "Europe/Paris").skipped
    assert on_the_clock(SPRING, time(2, 30), "Europe/Paris").skipped


@given(
    on=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    at=st.times().map(lambda each: each.replace(second=0, microsecond=0)),
)
def test_whatever_day_and_time_the_next_time_named_is_one_that_there_is(on: date, at: time) -> None:
    clock = on_the_clock(on, at, LONDON)
    assert clock.next_time >= at
    assert not on_the_clock(on, clock.next_time, LONDON).skipped
