from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.interviews import Channel
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office


def seen(office: Office) -> str:
    """Every word that can be read on the page in front."""
    settle()
    return " ".join(each.text() for each in office.desk.window.page().findChildren(QLabel) if each.isVisible())


def test_a_page_that_is_made_when_somebody_first_goes_there_shows_whom_it_is_about(
    office: Office, qtbot: QtBot
) -> None:
    desk, people = office.desk, office.desk.services.people
    amira = people.save(replace(people.draft(), given_name="Amira", family_name="Haddad"))
    desk.routes.open_person(amira.id)
    assert "No appointment is booked." in seen(office)
    desk.routes.open_plan(amira.id)
    assert "What Amira wants" in seen(office)
    desk.routes.go("today")
    desk.routes.start(amira.id, "first-commitments", Channel.FACE_TO_FACE, "")
    assert "Who is with us today?" in seen(office)
    desk.screens.interview.want_commitment()
    qtbot.waitUntil(lambda: "What stands in the way" in seen(office))  # the page is drawn behind the window


def test_only_the_day_is_made_before_somebody_goes_elsewhere(office: Office) -> None:
    assert office.desk.window.pages.count() == 1
    assert office.desk.window.here() == "today"
