from dataclasses import replace
from datetime import date, time

import pytest

from coachdesk.advice import sentence
from coachdesk.diary import (
    Appointment,
    AppointmentState,
    BusyTime,
    OfficeDay,
    check_booking,
    first_free,
    free,
    office_day,
    slot_number,
)
from coachdesk.interviews.definition import Channel
from coachdesk.opening_hours import Closure, Stretch, closures, opening_hours

TUESDAY, SATURDAY = date(2026, 12, 1), date(2026, 12, 5)
WEEK = opening_hours("Mon-Fri 09:00-10:00 13:00-13:30; Sat 09:00-09:30")
DAY = office_day(TUESDAY, WEEK, 10)
MEETING = Appointment(
    id="a",
    person_id="amira",
    on=TUESDAY,
    at=time(9, 10),
    minutes=15,
    definition_id="work-search-review",
    channel=Channel.PHONE,
)


def test_a_day_has_numbered_slots_within_its_hours() -> None:
    assert len(DAY.slots) == 9
    assert [slot_number(DAY, at) for at in (time(9), time(9, 25), time(13), time(12), time(8, 59))] == [1, 3, 7, 0, 0]
    assert office_day(SATURDAY, WEEK, 10).slots == (time(9), time(9, 10), time(9, 20))


def test_a_bank_holiday_and_a_closure_have_no_slots_and_say_why() -> None:
    training = Closure(TUESDAY, TUESDAY, "training")
    assert office_day(TUESDAY, WEEK, 10, [training]) == OfficeDay(TUESDAY, (), 10, "training")
    assert office_day(TUESDAY, WEEK, 10, holiday="St Andrew’s Day").closed == "St Andrew’s Day"


def test_free_slots_beside_one_another_are_one_stretch() -> None:
    coffee = BusyTime(id="b", on=TUESDAY, at=time(13), minutes=5)
    cancelled = replace(MEETING, id="c", at=time(9), state=AppointmentState.CANCELLED)
    assert free(DAY, [MEETING, coffee, cancelled]) == (
        Stretch(time(9), time(9, 10)),
        Stretch(time(9, 30), time(10)),
        Stretch(time(13, 10), time(13, 30)),
    )


def test_the_first_time_that_is_long_enough_is_found() -> None:
    stretches = free(DAY, [MEETING])
    assert first_free(DAY, stretches, 20) == time(9, 30)
    assert first_free(DAY, stretches, 20, after=time(9, 45)) == time(13)
    assert first_free(DAY, stretches, 60) is None


def test_a_double_booking_is_refused_with_the_next_time_that_is_free() -> None:
    new = replace(MEETING, id="n", person_id="ben", at=time(9, 20))
    booking = check_booking(new, [MEETING], [], DAY, TUESDAY)
    assert booking.refused is not None
    assert sentence(booking.refused) == "That time is taken. The next free time on that day is 9:30am."
    full = BusyTime(id="b", on=TUESDAY, at=time(9, 20), minutes=480)
    nothing_left = check_booking(new, [MEETING], [full], DAY, TUESDAY).refused
    assert nothing_left is not None
    assert nothing_left.code == "appointment.taken"


def test_a_second_booking_on_a_day_is_said_and_can_be_made() -> None:
    booking = check_booking(replace(MEETING, id="n", at=time(13)), [MEETING], [], DAY, TUESDAY)
    assert booking.refused is None
    assert booking.notes == ("This person has another appointment on that day (9:10am).",)


def test_an_hour_that_the_clocks_leave_out_is_refused_with_the_next_one() -> None:
    night = date(2027, 3, 28)
    new = replace(MEETING, on=night, at=time(1, 15))
    refused = check_booking(new, [], [], office_day(night, WEEK, 10), TUESDAY).refused
    assert refused is not None
    assert sentence(refused) == "The clocks go forward over that hour. The next time there is, is 2am."


@pytest.mark.parametrize(
    ("new", "day", "note"),
    [
        (replace(MEETING, at=time(9, 50)), DAY, "That is outside opening hours."),
        (MEETING, office_day(TUESDAY, WEEK, 10, holiday="A feast"), "The office is closed on that day: A feast."),
        (
            replace(MEETING, on=date(2026, 12, 6)),
            office_day(date(2026, 12, 6), WEEK, 10),
            "The office is closed on that day.",
        ),
        (
            replace(MEETING, on=date(2026, 11, 30)),
            office_day(date(2026, 11, 30), WEEK, 10),
            "That day is over.",
        ),
    ],
)
def test_what_only_wants_saying_is_said(new: Appointment, day: OfficeDay, note: str) -> None:
    assert note in check_booking(new, [], [], day, TUESDAY).notes


def test_a_doubled_hour_is_said() -> None:
    night = date(2026, 10, 25)
    booking = check_booking(replace(MEETING, on=night, at=time(1, 15)), [], [], office_day(night, WEEK, 10), night)
    assert "The clocks go back in that hour, so it comes twice. The first one is meant." in booking.notes


@pytest.mark.parametrize(
    "text", ["Mon 9-5", "Fri-Mon 09:00-17:00", "Mon 10:00-09:00", "Mon 09:00-12:00 11:00-13:00", "Day"]
)
def test_hours_that_cannot_be_are_not_read(text: str) -> None:
    with pytest.raises(ValueError):
        opening_hours(text)


def test_closures_are_days_and_stretches_of_days_with_a_word_or_two() -> None:
    assert closures("2026-12-24 training; 2027-01-04..2027-01-05") == (
        Closure(date(2026, 12, 24), date(2026, 12, 24), "training"),
        Closure(date(2027, 1, 4), date(2027, 1, 5)),
    )
    with pytest.raises(ValueError, match="2027-01-05"):
        closures("2027-01-05..2027-01-04")
