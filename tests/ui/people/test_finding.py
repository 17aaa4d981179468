from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Person
from coachdesk.plans import Action, Party
from coachdesk.privacy import Privacy
from tests.ui.caseload import person
from tests.ui.checks import press, settle, type_text
from ui.people import PeoplePage, PeoplePresenter, search_rows

BORN = date(1985, 3, 2)


def somebody(opened: Opened, given: str, family: str, preferred: str = "") -> Person:
    kept = person(opened, given, family)
    known = replace(kept, date_of_birth=BORN, phone="07700 900123", preferred_name=preferred)
    return opened.services.people.save(known)


def lines(page: PeoplePage) -> list[tuple[str, str]]:
    return [(row.cells[0], row.below) for row in page.list.rows_model.rows()]


def typing(page: PeoplePage, text: str) -> list[tuple[str, str]]:
    page.find_box.line.setText(text)
    return lines(page)


def test_every_line_says_why_somebody_was_found_where_the_name_does_not_say_it(
    opened: Opened, list_page: PeoplePage
) -> None:
    peggy = somebody(opened, "Margaret", "Hughes", "Peggy")
    somebody(opened, "Ruth", "Osei")
    with opened.database.write() as writer:
        agreed = Action(id="a-1", person_id=peggy.id, text="Book the forklift licence", owner=Party.CLAIMANT)
        writer.put(agreed, "action.added")
        secret = replace(agreed, id="a-2", text="Talk about the shelter", privacy=Privacy.BETWEEN_US)
        writer.put(secret, "action.added")
    list_page.arrived()
    assert typing(list_page, "hughes") == [("Margaret Hughes (Peggy)", "")]
    assert typing(list_page, "hews") == [("Margaret Hughes (Peggy)", "Another form of the name")]
    assert typing(list_page, "maggie hughes") == [("Margaret Hughes (Peggy)", "Another form of the name")]
    assert typing(list_page, "peggy") == [("Margaret Hughes (Peggy)", "Known as")]
    assert typing(list_page, "hughse") == [("Margaret Hughes (Peggy)", "Spelt like it")]
    assert typing(list_page, "margaret 1985") == [("Margaret Hughes (Peggy)", "Date of birth")]
    assert typing(list_page, "osay") == [("Ruth Osei", "Another form of the name")]
    assert {below for _name, below in typing(list_page, "2 March 1985")} == {"Date of birth"}
    assert {below for _name, below in typing(list_page, "900123")} == {"Phone"}
    assert typing(list_page, "forklift") == [("Margaret Hughes (Peggy)", "Agreed: Book the forklift licence")]
    assert typing(list_page, "shelter") == []
    assert search_rows(opened.services, "fork lift")[0].below == "Agreed: Book the forklift licence"


def test_down_goes_to_the_first_and_enter_opens_whoever_is_chosen(
    opened: Opened, list_page: PeoplePage, people: PeoplePresenter, qtbot: QtBot
) -> None:
    first, second = somebody(opened, "Ada", "Osei"), somebody(opened, "Ruth", "Osei")
    list_page.arrived()
    type_text(list_page.find_box.line, "osei")
    press(list_page.find_box.line, Qt.Key.Key_Down)
    settle()
    assert list_page.list.chosen_id() == first.id
    press(list_page.list, Qt.Key.Key_Down)
    assert list_page.list.chosen_id() == second.id
    with qtbot.waitSignal(people.person_wanted) as wanted:
        press(list_page.list, Qt.Key.Key_Return)
    assert wanted.args == [second.id]


def test_what_was_typed_to_find_somebody_is_not_typed_again_to_add_them(opened: Opened, list_page: PeoplePage) -> None:
    list_page.arrived()
    typing(list_page, "siân o'brien 2/3/85")
    assert list_page.none_found.isVisibleTo(list_page)
    list_page.none_found.button.click()
    typed = list_page.form.fields.typed()
    assert (typed["given_name"], typed["family_name"], typed["date_of_birth"]) == ("Siân", "O'Brien", "1985-03-02")
    list_page.form.back.click()
    typing(list_page, "somebody else")
    list_page.add()
    assert list_page.form.fields.typed()["given_name"] == "Siân"


def test_the_form_says_at_once_that_whoever_was_looked_for_is_here_already(
    opened: Opened, list_page: PeoplePage
) -> None:
    somebody(opened, "Siân", "O’Brien")
    list_page.arrived()
    typing(list_page, "Shan Obrian 02.03.1985")
    list_page.add()
    assert list_page.form.note.text() == "Somebody who may be this person is here already."
    (row,) = list_page.form.alike.rows_model.rows()
    assert row.cells[:3] == ("Siân O’Brien", "2 March 1985", "On your caseload")
    assert row.below == "Name much like it, same date of birth"
