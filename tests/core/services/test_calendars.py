from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.interviews import Channel

TUESDAY = date(2026, 12, 1)
REVIEW = "work-search-review"
DENTIST = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Dentist with Moira
DTSTART;TZID=Europe/London:20261201T140000
DTEND;TZID=Europe/London:20261201T150000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def dentist(tmp_path: Path) -> Path:
    file = tmp_path / "mine.ics"
    file.write_text(DENTIST, "utf-8")
    return file


def test_another_calendars_busy_times_take_slots_and_tell_nothing_else(timed: Opened, dentist: Path) -> None:
    services = timed.services
    taken = services.calendars.bring_in(dentist)
    assert (taken.number, taken.until) == (1, date(2027, 12, 1))
    view = services.day.view()
    assert [(each.starts, each.ends) for each in view.free] == [(time(9), time(14)), (time(15), time(17))]
    assert "Dentist" not in repr(view)
    cal = services.people.save(replace(services.people.draft(), given_name="Cal"))
    with pytest.raises(AppError) as refused:
        services.diary.book(services.diary.draft(cal.id, REVIEW, TUESDAY, time(14, 30), Channel.PHONE))
    assert refused.value.details == {"next": "3pm"}


def test_the_newest_file_takes_the_place_of_the_one_before(timed: Opened, dentist: Path) -> None:
    timed.services.calendars.bring_in(dentist)
    dentist.write_text(DENTIST.replace("T14", "T11").replace("T15", "T12"), "utf-8")
    timed.services.calendars.bring_in(dentist)
    assert [each.starts for each in timed.services.day.view().free] == [time(9), time(12)]


def test_a_file_that_makes_no_sense_changes_nothing(timed: Opened, dentist: Path, tmp_path: Path) -> None:
    timed.services.calendars.bring_in(dentist)
    dentist.write_text(DENTIST.replace("DTSTART", "?"), "utf-8")
    with pytest.raises(AppError, match=r"calendar\.malformed"):
        timed.services.calendars.bring_in(dentist)
    with pytest.raises(AppError, match=r"calendar\.cannot-read"):
        timed.services.calendars.bring_in(tmp_path / "gone.ics")
    assert len(timed.services.day.view().free) == 2


def test_the_week_is_given_out_without_a_name(timed: Opened, tmp_path: Path) -> None:
    services = timed.services
    cal = services.people.save(replace(services.people.draft(), given_name="Cal", family_name="Reid"))
    services.diary.book(services.diary.draft(cal.id, REVIEW, TUESDAY, time(9), Channel.PHONE))
    file = services.calendars.give_out(date(2026, 11, 30), date(2026, 12, 6), tmp_path)
    assert file.name == "coachdesk-2026-11-30.ics"
    text = file.read_text("utf-8")
    assert "SUMMARY:Slot 1" in text
    assert "Cal" not in text.replace("CALENDAR", "")
    assert "Reid" not in text
