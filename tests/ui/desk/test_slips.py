from dataclasses import replace
from datetime import time, timedelta

from coachdesk.diary import Appointment
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.people import Given
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.people import PersonPage
from ui.slips import SlipPage
from ui.today import TodayPage


def booked(office: Office) -> Appointment:
    services = office.desk.services
    amira = services.people.save(replace(services.people.draft(), given_name="Amira"))
    day = services.day.today() + timedelta(days=14)
    return services.diary.book(services.diary.draft(amira.id, "work-search-review", day, time(10, 30), Channel.PHONE))


def test_a_slip_is_one_key_from_the_day_and_leads_back_to_it(office: Office) -> None:
    meeting, desk = booked(office), office.desk
    desk.routes.go("today")
    desk.screens.today.show_day(meeting.on)
    settle()
    page = desk.window.page()
    assert isinstance(page, TodayPage)
    page.prep.slip.click()
    settle()
    assert isinstance(desk.window.page(), SlipPage)
    assert desk.screens.slip.state is not None
    assert desk.screens.slip.state.given is Given.REMINDER
    desk.screens.slip.go_back()
    assert desk.window.here() == "today"


def test_a_slip_is_given_from_the_persons_screen(office: Office) -> None:
    meeting, desk = booked(office), office.desk
    desk.routes.open_person(meeting.person_id)
    desk.screens.person.choose("appointments")
    settle()
    page = desk.window.page()
    assert isinstance(page, PersonPage)
    page.appointments.slip.click()
    settle()
    assert desk.window.here() == "slip"
    desk.screens.slip.go_back()
    assert desk.window.here() == "person"


def test_what_cannot_be_given_says_so_and_stays_where_the_coach_is(office: Office) -> None:
    meeting, desk = booked(office), office.desk
    desk.services.diary.book(replace(meeting, without_contact=True))
    desk.routes.go("today")
    desk.screens.today.slip_wanted.emit(meeting.id)
    assert desk.window.here() == "today"
    assert "nothing to be reminded of" in office.said()


def test_who_looked_at_a_record_is_given_from_the_persons_screen(office: Office) -> None:
    meeting, desk = booked(office), office.desk
    desk.routes.open_person(meeting.person_id)
    desk.screens.person.choose("details")
    settle()
    page = desk.window.page()
    assert isinstance(page, PersonPage)
    page.record.viewing.click()
    settle()
    paper = desk.window.page()
    assert isinstance(paper, SlipPage)
    assert "Began your record." in paper.image.accessibleDescription()
    assert paper.title.text() == "Who looked at the record"
    desk.screens.slip.set_language(Language.WELSH)
    assert "Edrychodd arno." in paper.image.accessibleDescription()
    desk.screens.slip.go_back()
    assert desk.window.here() == "person"
