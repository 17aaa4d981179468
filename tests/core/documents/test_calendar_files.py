from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.diary import Appointment, AppointmentState, office_day
from coachdesk.documents.calendar_in import Busy, busy_times
from coachdesk.documents.calendar_out import calendar_file
from coachdesk.errors import AppError
from coachdesk.interviews import Channel
from coachdesk.opening_hours import opening_hours

TUESDAY, LAST = date(2026, 12, 1), date(2027, 11, 30)
MADE = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
DAY = office_day(TUESDAY, opening_hours("Mon-Fri 09:00-17:00"), 10)
MEETING = Appointment(
    id="a",
    person_id="amira-khalil",
    on=TUESDAY,
    at=time(10, 30),
    minutes=30,
    definition_id="first-commitments",
    channel=Channel.HOME_VISIT,
    reason="Between two courses",
    place="14 Mill Lane",
)


def a_file(*events: str) -> bytes:
    entries = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{entries}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def busy(*events: str) -> tuple[Busy, ...]:
    return busy_times(a_file(*events), TUESDAY, LAST)


def test_an_entry_has_its_time_and_the_number_of_its_slot_and_nothing_that_tells_of_anybody() -> None:
    gone = replace(MEETING, id="b", state=AppointmentState.CANCELLED)
    text = calendar_file([(DAY, [MEETING, gone])], MADE).decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Slot 10\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261201T103000\r\n" in text
    assert "BEGIN:VTIMEZONE" in text
    for private in ("amira", "khalil", "mill lane", "courses", "commitments", "home", "location:", "description"):
        assert private not in text.casefold()


def test_what_is_given_out_comes_back_as_busy_at_the_same_wall_time() -> None:
    assert busy_times(calendar_file([(DAY, [MEETING])], MADE), TUESDAY, LAST) == (Busy(TUESDAY, time(10, 30), 30),)


def test_a_time_of_another_zone_is_put_on_our_wall() -> None:
    assert busy("UID:1\nDTSTART;TZID=Europe/Paris:20261201T110000\nDTEND;TZID=Europe/Paris:20261201T113000") == (
        Busy(TUESDAY, time(10), 30),
    )
    assert busy("UID:1\nDTSTART:20270701T090000Z\nDURATION:PT15M") == (Busy(date(2027, 7, 1), time(10), 15),)


def test_what_is_free_or_cancelled_takes_no_time() -> None:
    when = "DTSTART:20261201T100000\nDTEND:20261201T110000"
    assert (
        busy(
            f"UID:1\n{when}\nTRANSP:TRANSPARENT", f"UID:2\n{when}\nSTATUS:CANCELLED", "UID:3\nDTSTART:20261201T100000Z"
        )
        == ()
    )


def test_a_whole_day_and_a_night_are_cut_at_midnight() -> None:
    assert busy("UID:1\nDTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261205") == (
        Busy(date(2026, 12, 3), time(), 1440),
        Busy(date(2026, 12, 4), time(), 1440),
    )
    assert busy("UID:1\nDTSTART:20261203T233000\nDTEND:20261204T003000") == (
        Busy(date(2026, 12, 3), time(23, 30), 30),
        Busy(date(2026, 12, 4), time(), 30),
    )


def test_what_repeats_keeps_its_wall_time_over_a_clock_change_and_leaves_out_what_was_moved() -> None:
    weekly = "UID:1\nDTSTART;TZID=Europe/London:20270322T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=4"
    moved = "UID:1\nRECURRENCE-ID;TZID=Europe/London:20270405T090000\nDTSTART;TZID=Europe/London:20270406T140000\nDURATION:PT30M"
    found = busy(f"{weekly}\nEXDATE;TZID=Europe/London:20270412T090000", moved)
    assert [(each.on.isoformat(), each.at) for each in found] == [
        ("2027-03-22", time(9)),
        ("2027-03-29", time(9)),
        ("2027-04-06", time(14)),
    ]


def test_a_repetition_ends_where_it_says() -> None:
    daily = "UID:1\nDTSTART:20261130T090000Z\nDURATION:PT5M\nRRULE:FREQ=DAILY;UNTIL=20261202T235959Z"
    assert [each.on.day for each in busy(daily)] == [1, 2]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"PK\x03\x04 not a calendar", 1),
        (a_file("UID:1\nDTSTART:20261201T100000\nthis is no line"), 7),
        (a_file("UID:1\nDTSTART:20261341T100000"), 4),
        (a_file("UID:1"), 4),
        (a_file("UID:1\nDTSTART:20261201T100000\nDTEND:20261201T090000"), 4),
        (a_file("UID:1\nDTSTART:20261201T100000").replace(b"END:VCALENDAR\r\n", b""), 7),
        (a_file("UID:1\nSUMMARY:a long line\n  that is folded\nDTSTART:20261201T100000\nnothing"), 9),
        (a_file("UID:1\nDTSTART:20261201T100000\nSUMMARY:\xff").replace("\xff".encode(), b"\xff"), 7),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_whole_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(AppError) as refused:
        busy_times(content, TUESDAY, LAST)
    assert (refused.value.code, refused.value.details) == ("calendar.malformed", {"line": line})


@pytest.mark.parametrize(
    "content",
    [
        a_file("UID:1\nDTSTART:19700101T000000\nDURATION:PT1M\nRRULE:FREQ=SECONDLY"),
        a_file("UID:1\nDTSTART:20000101T000000\nDTEND:20990101T000000\nRRULE:FREQ=DAILY"),
        b"BEGIN:VCALENDAR\r\n" * 400_000,
    ],
)
def test_what_would_never_end_is_refused(content: bytes) -> None:
    with pytest.raises(AppError) as refused:
        busy_times(content, TUESDAY, LAST)
    assert refused.value.code == "calendar.too-large"


@given(st.binary(max_size=300) | st.text(alphabet="BEGINDVCALTR:;=\r\n 0123456789", max_size=300).map(str.encode))
def test_whatever_somebody_brings_there_is_an_answer(content: bytes) -> None:
    with suppress(AppError):
        assert busy_times(content, TUESDAY, LAST) == ()
