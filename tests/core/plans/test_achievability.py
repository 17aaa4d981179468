from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews.definition import Channel
from coachdesk.paths import resources
from coachdesk.people import Nation
from coachdesk.plans import (
    Action,
    Calendar,
    Days,
    Party,
    Plan,
    Rhythm,
    Strip,
    hours_from,
    parse_calendar,
    strip,
)

TODAY = date(2026, 12, 1)  # a Tuesday


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return parse_calendar(resources("calendar", "bank-holidays.toml").read_text(encoding="utf-8"))


def action(text: str, hours: str | None = None, by: date | None = None, every: Rhythm | None = None) -> Action:
    return Action(
        id=text,
        person_id="amira",
        text=text,
        owner=Party.CLAIMANT,
        hours=None if hours is None else Decimal(hours),
        by=by,
        every=every,
    )


def weigh(calendar: Calendar, *actions: Action, given: str | None = "10", nation: Nation = Nation.ENGLAND) -> Strip:
    hours = None if given is None else Decimal(given)
    return strip(Plan(actions=actions), hours, today=TODAY, days=Days(nation=nation, calendar=calendar))


def test_what_is_done_each_week_and_what_is_due_in_a_week_add_up(calendar: Calendar) -> None:
    weighed = weigh(
        calendar,
        action("Search two boards", "8", every=Rhythm.WEEK),
        action("Book the medical", "1.5", by=date(2026, 12, 9)),
        action("Compare two courses", "2", by=date(2026, 12, 11)),
    )
    assert weighed.used == Decimal("11.5")
    assert weighed.week == date(2026, 12, 7)
    assert weighed.over
    assert weighed.notes == ("In the week of 7 December 2026 the plan takes 11.5 hours. The person can give 10.",)


def test_a_plan_that_fits_says_nothing(calendar: Calendar) -> None:
    weighed = weigh(calendar, action("Search two boards", "8", every=Rhythm.WEEK))
    assert (weighed.used, weighed.given, weighed.notes) == (Decimal(8), Decimal(10), ())


def test_our_own_promises_take_none_of_the_persons_hours(calendar: Calendar) -> None:
    ours = replace(action("Ring the school", "40", every=Rhythm.WEEK), owner=Party.COACH)
    assert weigh(calendar, ours).used == 0


def test_hours_that_nobody_asked_about_are_said_and_not_guessed(calendar: Calendar) -> None:
    weighed = weigh(calendar, action("Search two boards", "8", every=Rhythm.WEEK), given=None)
    assert not weighed.over
    assert weighed.notes == ("Nobody has said yet how many hours a week fit. The plan takes 8 in its fullest week.",)


def test_an_action_without_hours_is_counted_as_open(calendar: Calendar) -> None:
    one, two = action("Ask the school", by=date(2026, 12, 4)), action("Ask the library", by=date(2026, 12, 4))
    assert weigh(calendar, one).notes == ("One action has no hours yet, so it is not counted.",)
    assert weigh(calendar, one, two).notes == ("2 actions have no hours yet, so they are not counted.",)


def test_a_late_action_counts_in_this_week(calendar: Calendar) -> None:
    assert weigh(calendar, action("Book the medical", "2", by=date(2026, 11, 20))).week == date(2026, 11, 30)


def test_a_weekend_is_said(calendar: Calendar) -> None:
    (note,) = weigh(calendar, action("Ring the surgery", "1", by=date(2026, 12, 5))).notes
    assert note == "“Ring the surgery” is due at a weekend: Saturday 5 December 2026."


def test_a_bank_holiday_is_one_only_in_its_nation(calendar: Calendar) -> None:
    st_andrew = action("Ring the surgery", "1", by=date(2027, 11, 30))
    assert weigh(calendar, st_andrew, nation=Nation.WALES).notes == ()
    assert weigh(calendar, st_andrew, nation=Nation.SCOTLAND).notes == (
        "“Ring the surgery” is due on a bank holiday: Tuesday 30 November 2027, St Andrew’s Day.",
    )


def test_a_known_appointment_on_the_same_day_is_said_unless_it_is_off(calendar: Calendar) -> None:
    meeting = Appointment(
        id="m",
        person_id="amira",
        on=date(2026, 12, 16),
        at=time(10, 30),
        minutes=10,
        definition_id="work-search-review",
        channel=Channel.PHONE,
    )
    plan = Plan(actions=(action("Bring the CV", "1", by=date(2026, 12, 16)),))
    off = replace(meeting, id="off", state=AppointmentState.CANCELLED, at=time(15))
    known = Days(nation=Nation.ENGLAND, calendar=calendar, appointments=(off, meeting))
    weighed = strip(plan, Decimal(10), today=TODAY, days=known)
    assert weighed.notes == (
        "“Bring the CV” is due on the day of the appointment at 10:30am, Wednesday 16 December 2026.",
    )


@pytest.mark.parametrize(
    ("typed", "hours"), [("7.5", Decimal("7.5")), (" 20 ", Decimal(20)), ("0", Decimal(0)), ("168", Decimal(168))]
)
def test_hours_are_read_as_typed(typed: str, hours: Decimal) -> None:
    assert hours_from(typed) == hours


@pytest.mark.parametrize("typed", ["", "a few", "-1", "169", "NaN", "Infinity"])
def test_what_no_week_can_hold_is_no_hours(typed: str) -> None:
    assert hours_from(typed) is None
