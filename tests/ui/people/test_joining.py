from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.people import Need, Person
from tests.ui.caseload import booked, held_to, person
from tests.ui.checks import activate, at_text_size, longer_texts, press, settle, spoken, tab_walk, type_text
from tests.ui.people.handling import texts
from ui.kit import Notice
from ui.people import JoiningPage, JoiningPresenter, PeoplePage, PeoplePresenter, PersonPage, PersonPresenter
from ui.theme import Appearance, Theme

BORN = date(1990, 3, 4)


@pytest.fixture
def joining(opened: Opened) -> JoiningPresenter:
    return JoiningPresenter(opened.services)


@pytest.fixture
def joining_page(joining: JoiningPresenter, qtbot: QtBot) -> JoiningPage:
    page = JoiningPage(joining)
    qtbot.addWidget(page)
    page.resize(1186, 714)
    page.show()
    return page


@pytest.fixture
def twin(opened: Opened, cal: Person) -> Person:
    """The same person a second time, with a phone, something they need and an appointment."""
    known = replace(
        person(opened, "Callum", "Reid", (Need.WELSH,)),
        date_of_birth=BORN,
        phone="07700 900123",
        contact_note="Text first",
    )
    kept = opened.services.people.save(known)
    booked(opened, kept, time(15))
    return kept


def cells(page: JoiningPage, row_id: str) -> tuple[str, ...]:
    (row,) = [each for each in page.both.table.rows_model.rows() if each.id == row_id]
    return row.cells


def test_the_likeliest_stand_there_at_once_and_others_are_found_by_typing(
    opened: Opened, joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person
) -> None:
    married = person(opened, "Calista", "Osei")
    joining.open(cal)
    settle()
    assert joining_page.find_box.line.hasFocus()
    (row,) = joining_page.list.rows_model.rows()
    assert (row.id, row.cells, row.below) == (
        twin.id,
        ("Callum Reid", "4 March 1990", "On your caseload", ""),
        "Name much like it, same date of birth",
    )
    type_text(joining_page.find_box.line, "osei")
    assert [each.id for each in joining_page.list.rows_model.rows()] == [married.id]
    joining_page.find_box.line.setText("zzzz")
    assert joining_page.nobody.isVisibleTo(joining_page)
    assert not joining_page.under.isVisibleTo(joining_page)  # an empty strip looks as if something were missing


def test_both_stand_beside_one_another_and_a_contact_note_is_not_shown(
    joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person
) -> None:
    joining.open(cal)
    press(joining_page.list, Qt.Key.Key_Down)
    press(joining_page.list, Qt.Key.Key_Return)
    settle()
    assert joining_page.both.table.hasFocus()
    assert cells(joining_page, "given_name") == ("Given name", "Cal", "Callum", "Different")
    assert cells(joining_page, "family_name") == ("Family name", "Reid", "Reid", "The same")
    assert cells(joining_page, "appointments") == ("Appointments", "0", "1", "Different")
    assert "Text first" not in " ".join(texts(joining_page))
    assert "Text first" not in str(joining_page.both.table.rows_model.rows())
    assert joining_page.both.chosen() == {"given_name": "left", "phone": "right"}
    assert joining_page.intro.text().startswith("Name much like it, same date of birth. Look at both")
    stops = [spoken(each) for each in tab_walk(joining_page)]
    assert stops == [
        "Back",
        "Both records",
        "Cal",
        "07700 900123",
        "This record",
        "Join the two records",
        "Compare with another record",
    ]


def test_joined_and_taken_back_at_once(
    opened: Opened, joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person
) -> None:
    said: list[Notice] = []
    gone_to: list[str] = []
    joining.noticed.connect(said.append)
    joining.person_wanted.connect(gone_to.append)
    joining.open(cal)
    joining.compare(twin.id)
    activate(joining_page.both.choice("given_name").buttons[1])
    joining_page.join.click()
    file = opened.services.people.open(cal.id)
    assert (file.person.given_name, file.person.phone, len(file.appointments)) == ("Callum", "07700 900123", 1)
    assert (said[0].text, said[0].action_words) == ("The two records are one now. Nothing was deleted.", "Undo")
    joining.undo(said[0].action)
    assert said[1].text.startswith("The two records are apart again.")
    assert gone_to == [cal.id, cal.id]
    assert opened.services.people.open(cal.id).person.given_name == "Cal"
    assert opened.services.people.open(twin.id).person.phone == "07700 900123"


def test_the_other_record_may_stay_with_the_values_that_were_chosen(
    opened: Opened, joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person
) -> None:
    joining.open(cal)
    joining.compare(twin.id)
    activate(joining_page.stays.buttons[1])
    joining_page.join.click()
    file = opened.services.people.open(twin.id)
    assert (file.person.id, file.person.given_name, file.person.phone) == (twin.id, "Cal", "07700 900123")
    assert opened.services.people.open(cal.id).person.id == twin.id


def test_another_record_can_be_looked_at_instead_and_nothing_is_joined_by_going_back(
    opened: Opened, joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person, qtbot: QtBot
) -> None:
    joining.open(cal)
    joining.compare(person(opened, "Zoe", "Osei").id)
    assert joining_page.intro.text().startswith("Nothing in the records shows that this is one person.")
    joining_page.another.click()
    assert joining_page.find_box.isVisibleTo(joining_page)
    with qtbot.waitSignal(joining.back_wanted) as back:
        joining_page.back.click()
    assert back.args == [False]
    assert opened.services.people.count() == 3


def test_what_was_changed_meanwhile_is_said_and_nothing_is_joined(
    opened: Opened, joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person
) -> None:
    failed: list[AppError] = []
    joining.failed.connect(failed.append)
    joining.open(cal)
    joining.compare(twin.id)
    opened.services.people.save(replace(twin, phone=""))
    joining_page.join.click()
    assert [each.code for each in failed] == ["storage.stale"]
    assert opened.services.people.count() == 2


def test_a_person_says_that_another_record_was_joined_and_takes_it_apart(
    opened: Opened, one: PersonPresenter, page: PersonPage, cal: Person, twin: Person, qtbot: QtBot
) -> None:
    opened.services.joinings.join(cal, twin)
    one.open(cal.id, "details")
    settle()
    assert page.same.joined.text().startswith("Another record was joined to this one on Tuesday 1 December 2026.")
    (meeting,) = page.appointments.list.rows_model.rows()
    assert meeting.below == "From the other record"
    said: list[Notice] = []
    one.noticed.connect(said.append)
    page.same.part.click()
    assert said[0].text.startswith("The two records are apart again.")
    assert not page.same.part.isVisibleTo(page)
    assert opened.services.people.count() == 2
    with qtbot.waitSignal(one.same_wanted) as wanted:
        page.same.compare.click()
    assert wanted.args[0].id == cal.id


def test_what_was_typed_to_add_somebody_is_compared_with_whoever_is_here_and_goes_into_their_record(
    opened: Opened,
    people: PeoplePresenter,
    list_page: PeoplePage,
    joining: JoiningPresenter,
    joining_page: JoiningPage,
    twin: Person,
) -> None:
    people.compare_wanted.connect(joining.open_typed)
    joining.used.connect(people.clear)
    list_page.arrived()
    list_page.find_box.line.setText("Callum Reid 4/3/1990 07700 900999")
    list_page.add()
    settle()
    assert list_page.form.compare.isVisibleTo(list_page)
    list_page.form.alike.choose(twin.id)
    list_page.form.compare.click()
    assert cells(joining_page, "phone") == ("Phone", "07700900999", "07700 900123", "Different")
    assert joining_page.both.chosen() == {"phone": "right"}
    assert not joining_page.stays.isVisibleTo(joining_page)
    assert joining_page.join.text().startswith("Use the record that is here")
    activate(joining_page.both.choice("phone").buttons[0])
    joining_page.join.click()
    assert opened.services.people.open(twin.id).person.phone == "07700900999"
    assert opened.services.people.count() == 2
    assert people.untouched()


@pytest.mark.parametrize("comparing", [False, True])
@pytest.mark.parametrize("wish", [each for each in Theme if each is not Theme.SYSTEM])
def test_the_page_holds_to_the_checks(
    joining: JoiningPresenter,
    joining_page: JoiningPage,
    cal: Person,
    twin: Person,
    appearance: Appearance,
    wish: Theme,
    *,
    comparing: bool,
) -> None:
    appearance.choose(wish, 100)
    joining.open(cal)
    if comparing:
        joining.compare(twin.id)
    settle()
    assert held_to(joining_page) == []


def test_the_page_holds_to_the_checks_at_twice_the_text_size(
    joining: JoiningPresenter, joining_page: JoiningPage, cal: Person, twin: Person, appearance: Appearance
) -> None:
    with at_text_size(appearance, 200):
        joining.open(cal)
        joining.compare(twin.id)
        settle()
        assert held_to(joining_page) == []


def test_the_page_holds_to_the_checks_in_longer_words(
    opened: Opened, joining: JoiningPresenter, cal: Person, twin: Person, qtbot: QtBot
) -> None:
    with longer_texts():
        page = JoiningPage(joining)
        qtbot.addWidget(page)
        page.resize(1186, 714)
        page.show()
        joining.open(cal)
        joining.compare(twin.id)
        settle()
        assert held_to(page) == []
