"""Days of a plan that clash with what is known; school holidays only where an area's own file says so."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from coachdesk.content import read_content
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews.definition import Channel
from coachdesk.people import Nation
from coachdesk.plans import Action, Calendar, Days, Party, SchoolHolidays, day_notes, parse_school_holidays
from coachdesk.site_content import with_site
from tests.site_files import PROGRAM, SIGNED, empty, send

INVENTED = """
[[areas]]
id = "anytown"
source = "https://example.org/terms"
checked = 2026-11-20
holidays = [ { from = 2026-12-19, until = 2027-01-03, name = "Christmas holidays" } ]
"""
CALENDAR = Calendar("", date.min, date.max, {each: {date(2026, 12, 25): "Christmas Day"} for each in Nation})
MEETING = Appointment(
    id="m",
    person_id="amira",
    on=date(2026, 12, 16),
    at=time(10, 30),
    minutes=10,
    definition_id="work-search-review",
    channel=Channel.PHONE,
)


def due(day: date) -> Action:
    return Action(id="a", person_id="amira", text="List the schools", owner=Party.CLAIMANT, by=day)


def codes(day: date, *, area: str = "anytown", appointments: tuple[Appointment, ...] = ()) -> list[str]:
    days = Days(
        nation=Nation.ENGLAND,
        calendar=CALENDAR,
        appointments=appointments,
        schools=parse_school_holidays(INVENTED),
        area=area,
    )
    return [each.code for each in day_notes((due(day),), days)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 18), []),
        (date(2026, 12, 19), ["note.weekend", "note.school-holiday"]),
        (date(2026, 12, 25), ["note.bank-holiday", "note.school-holiday"]),
        (date(2027, 1, 3), ["note.weekend", "note.school-holiday"]),
        (date(2027, 1, 4), []),
    ],
)
def test_a_day_is_said_to_be_what_it_is(day: date, said: list[str]) -> None:
    assert codes(day) == said


def test_only_the_area_that_the_policy_names_is_looked_at() -> None:
    assert codes(date(2026, 12, 22), area="") == codes(date(2026, 12, 22), area="elsewhere") == []


def test_an_appointment_on_the_same_day_is_said_unless_it_is_off() -> None:
    assert codes(MEETING.on, appointments=(MEETING,)) == ["note.appointment"]
    assert codes(MEETING.on, appointments=(replace(MEETING, state=AppointmentState.CANCELLED),)) == []


def test_the_sentence_names_action_day_and_holiday() -> None:
    days = Days(nation=Nation.WALES, calendar=CALENDAR, schools=parse_school_holidays(INVENTED), area="anytown")
    (note,) = day_notes((due(date(2026, 12, 22)),), days)
    assert note.text == (
        "“List the schools” is due in the school holidays: Tuesday 22 December 2026, Christmas holidays."
    )
    assert note.action_id == "a"


def test_the_program_knows_no_school_holiday_by_itself() -> None:
    assert read_content().schools == SchoolHolidays()


def test_a_site_is_sent_the_areas_around_it(tmp_path: Path) -> None:
    where = empty(tmp_path)
    send(where, INVENTED.encode(), name="school-holidays.toml", folder="calendar")
    assert with_site(PROGRAM, SIGNED, where).schools.holiday("anytown", date(2026, 12, 22)) == "Christmas holidays"


@pytest.mark.parametrize(
    "wrong",
    [
        "areas = 3",
        "x = 1",
        "[[areas",
        INVENTED.replace('name = "Christmas holidays"', "name = 3"),
        INVENTED.replace("from = 2026-12-19", "from = 2027-01-04"),
        INVENTED.replace("checked = 2026-11-20", 'checked = "lately"'),
        INVENTED.replace('source = "https://example.org/terms"', ""),
    ],
)
def test_a_file_with_a_mistake_is_no_calendar(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"area|holiday|TOML|toml|Expected|Invalid|line"):
        parse_school_holidays(wrong)
