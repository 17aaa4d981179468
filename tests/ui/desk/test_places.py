from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.interviews import Channel
from tests.ui.checks import press, settle
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


def found(office: Office) -> list[tuple[str, ...]]:
    """What hangs below the find box."""
    rows = office.desk.window.found_list.rows_model.rows()
    return [tuple(cell for cell in row.cells if cell) for row in rows]


def test_a_new_person_starts_in_the_find_box_and_nothing_is_typed_twice(office: Office) -> None:
    desk, people = office.desk, office.desk.services.people
    people.save(replace(people.draft(), given_name="Amira", family_name="Haddad"))
    box = desk.window.top.find_box
    box.setText("hadad")
    assert found(office) == [("Amira Haddad", "No appointment"), ("Add a person",)]
    box.setText("<b>Bronwen</b> Pryce 3/2/1990")
    assert found(office) == [("Nobody fits", "Add a person")]
    box.setText("Bronwen Pryce 3/2/1990")
    press(box, Qt.Key.Key_Return)
    assert desk.window.here() == "people"
    assert box.text() == ""
    typed = desk.screens.people.state.typed
    assert (typed["given_name"], typed["family_name"]) == ("Bronwen", "Pryce")
    assert typed["date_of_birth"] == "1990-02-03"


def test_the_find_box_leads_to_a_screen_by_its_name(office: Office) -> None:
    box = office.desk.window.top.find_box
    box.setText("admin")
    assert found(office)[0] == ("Administration",)
    press(box, Qt.Key.Key_Return)
    assert office.desk.window.here() == "administration"


def test_only_the_day_is_made_before_somebody_goes_elsewhere(office: Office) -> None:
    assert office.desk.window.pages.count() == 1
    assert office.desk.window.here() == "today"
