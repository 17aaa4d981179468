from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from coachdesk.application import Opened
from coachdesk.ids import new_id
from coachdesk.people import Need
from tests.ui.caseload import booked, day_of_twelve, held_to, person
from tests.ui.checks import activate, at_text_size, dictate, longer_texts, press, settle, type_text
from ui.kit import CheckGroup, ChoiceGroup, DateField, TextArea, TextLine
from ui.people import PeoplePage, PeoplePresenter, search_rows
from ui.theme import Appearance, Theme


def names(page: PeoplePage) -> list[str]:
    return [row.cells[0] for row in page.list.rows_model.rows()]


def line(page: PeoplePage, name: str) -> TextLine:
    field = page.form.fields.fields[name]
    assert isinstance(field, TextLine)
    return field


def birth(page: PeoplePage, day: str, month: str, year: str) -> DateField:
    field = page.form.fields.fields["date_of_birth"]
    assert isinstance(field, DateField)
    for part, typed in zip(("day", "month", "year"), (day, month, year), strict=True):
        field.lines[part].setText(typed)
    return field


def test_a_person_is_added_by_dictation_with_everything_that_can_be_said(
    opened: Opened, list_page: PeoplePage, people: PeoplePresenter, qtbot: QtBot
) -> None:
    list_page.arrived()
    list_page.add()
    for name, words in (("given_name", "Siân"), ("family_name", "Bevan"), ("interpreter_language", "Polish")):
        dictate(line(list_page, name).line, words)
    birth(list_page, "27", "3", "1990")
    fields = list_page.form.fields.fields
    note, needs, language, safe = (fields[n] for n in ("contact_note", "needs", "language", "safe_address"))
    assert isinstance(note, TextArea)
    assert isinstance(needs, CheckGroup)
    assert isinstance(safe, CheckGroup)
    assert isinstance(language, ChoiceGroup)
    dictate(note.area, "Text only, after four")
    activate(needs.boxes[1])
    activate(safe.boxes[0])
    activate(language.buttons[1])
    with qtbot.waitSignal(people.person_wanted) as wanted:
        list_page.form.add.click()
    stored = opened.services.people.open(wanted.args[0]).person
    assert (stored.full_name, stored.date_of_birth, stored.language) == ("Siân Bevan", date(1990, 3, 27), "cy")
    assert stored.needs == (Need.INTERPRETER, Need.LARGE_PRINT, Need.CONTACT_NOTE)
    assert (stored.contact_note, stored.safe_address) == ("Text only, after four", True)
    assert line(list_page, "given_name").value() == ""


def test_a_future_date_of_birth_is_refused_at_the_field_and_stays_as_typed(
    opened: Opened, list_page: PeoplePage
) -> None:
    list_page.add()
    line(list_page, "given_name").line.setText("Cal")
    field = birth(list_page, "5", "3", "2031")
    assert field.error() == "A date of birth cannot be in the future."
    list_page.form.add.click()
    assert opened.services.people.count() == 0
    assert field.value() == "2031-03-05"
    birth(list_page, "5", "3", "1977")
    assert field.error() == ""
    list_page.form.add.click()
    assert opened.services.people.count() == 1


def test_enter_in_a_line_of_the_form_adds_the_person(opened: Opened, list_page: PeoplePage) -> None:
    list_page.add()
    type_text(line(list_page, "given_name").line, "Amira")
    press(line(list_page, "given_name").line, Qt.Key.Key_Return)
    assert opened.services.people.count() == 1
    assert not list_page.presenter.state.adding


def test_the_form_is_stored_and_left_with_the_keys_that_stand_on_its_buttons(
    opened: Opened, list_page: PeoplePage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(list_page):
        list_page.activateWindow()
    list_page.add()
    QTest.keyClick(list_page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not list_page.presenter.state.adding
    list_page.add()
    type_text(line(list_page, "given_name").line, "Amira")
    QTest.keyClick(list_page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.services.people.count() == 1


def test_a_date_that_there_is_not_is_refused_too(opened: Opened, list_page: PeoplePage) -> None:
    list_page.add()
    line(list_page, "given_name").line.setText("Cal")
    field = birth(list_page, "31", "2", "1990")
    list_page.form.add.click()
    assert field.error()
    assert opened.services.people.count() == 0


def test_a_form_without_a_name_is_kept_over_going_away_and_coming_back(opened: Opened, list_page: PeoplePage) -> None:
    list_page.add()
    line(list_page, "phone").line.setText("01924 555")
    list_page.form.add.click()
    assert line(list_page, "given_name").error() == "Enter a name."
    list_page.form.back.click()
    list_page.leaving()
    list_page.arrived()
    list_page.add()
    assert line(list_page, "phone").value() == "01924 555"
    list_page.form.clear.click()
    assert line(list_page, "phone").value() == ""


def test_somebody_of_the_same_name_and_birthday_is_said_quietly_and_adding_goes_on(
    opened: Opened, list_page: PeoplePage, people: PeoplePresenter, qtbot: QtBot
) -> None:
    first = opened.services.people.save(replace(person(opened, "Seán", "O’Brien"), date_of_birth=date(1977, 3, 5)))
    list_page.add()
    line(list_page, "given_name").line.setText("sean")
    line(list_page, "family_name").line.setText("obrien")
    birth(list_page, "5", "3", "1977")
    qtbot.waitUntil(lambda: list_page.form.note.isVisibleTo(list_page))
    assert list_page.form.note.text().startswith("This person seems to be here already.")
    assert list_page.form.alike.rows_model.rows()[0].below == "Same name and date of birth"
    with qtbot.waitSignal(people.person_wanted) as wanted:
        list_page.form.alike.opened.emit(list_page.form.alike.rows_model.rows()[0].id)
    assert wanted.args == [first.id]
    list_page.form.add.click()
    assert opened.services.people.count() == 2


def test_people_are_found_however_they_are_spelt_and_enter_opens_the_best(
    opened: Opened, list_page: PeoplePage, people: PeoplePresenter, qtbot: QtBot
) -> None:
    everybody = day_of_twelve(opened)
    list_page.arrived()
    assert len(names(list_page)) == 12
    type_text(list_page.find_box.line, "siân bev")
    assert names(list_page) == ["Siân Bevan"]
    list_page.find_box.line.setText("hadad")
    assert names(list_page)[0] == "Mahmoud Haddad"
    with qtbot.waitSignal(people.person_wanted) as wanted:
        press(list_page.find_box.line, Qt.Key.Key_Return)
    assert wanted.args == [everybody["Mahmoud"].id]
    list_page.find_box.line.setText("zzz")
    assert list_page.none_found.isVisibleTo(list_page)


def test_a_line_says_next_appointment_last_contact_open_actions_and_needs(
    opened: Opened, list_page: PeoplePage
) -> None:
    cal = person(opened, "Cal", "Reid", (Need.EASY_READ,))
    booked(opened, cal, time(14))
    list_page.arrived()
    (row,) = list_page.list.rows_model.rows()
    assert row.cells == ("Cal Reid", "Next: 1 December 2026, 2pm", "Not seen yet", "")
    assert row.below == "Easy read"


def test_the_archived_are_behind_a_chip(opened: Opened, list_page: PeoplePage) -> None:
    cal = person(opened, "Cal", "Reid")
    person(opened, "Ruth", "Osei")
    opened.services.people.archive(cal.id)
    list_page.arrived()
    assert names(list_page) == ["Ruth Osei"]
    assert list_page.count.text() == "One on your caseload"
    activate(list_page.archived)
    assert names(list_page) == ["Cal Reid"]


def test_with_nobody_there_the_page_says_what_belongs_here_and_offers_the_first_step(list_page: PeoplePage) -> None:
    list_page.arrived()
    assert list_page.nobody.isVisibleTo(list_page)
    for needless in (list_page.find_box, list_page.add_button, list_page.list):
        assert not needless.isVisibleTo(list_page)
    list_page.nobody.button.click()
    assert list_page.form.isVisibleTo(list_page)


def test_the_find_box_of_the_window_gets_people_by_id(opened: Opened) -> None:
    everybody = day_of_twelve(opened)
    (row, *_others) = search_rows(opened.services, "oconor")
    assert (row.id, row.cells[0]) == (everybody["Lee"].id, "Lee O’Connor")


@contextmanager
def statements(opened: Opened) -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(opened.database._engine, "before_cursor_execute", note)
    yield said
    event.remove(opened.database._engine, "before_cursor_execute", note)


def test_ten_thousand_people_open_with_as_few_questions_to_the_vault_as_ten(
    opened: Opened, list_page: PeoplePage, people: PeoplePresenter
) -> None:
    empty = opened.services.people.draft()
    with opened.database.write() as writer:
        for number in range(10_000):
            writer.put(replace(empty, id=new_id(), given_name=f"Ada {number}", family_name="Lovelace"), "person.added")
    with statements(opened) as said:
        list_page.arrived()
    assert len(said) <= 8
    shown = len(names(list_page))
    list_page.list.scrollToBottom()
    people.more()
    assert shown < len(names(list_page)) < 200
    assert len(set(names(list_page))) == len(names(list_page))
    assert list_page.count.text() == "10000 on your caseload"
    with statements(opened) as said:
        list_page.find_box.line.setText("lovel")
    assert len(said) <= 6
    assert len(names(list_page)) == 20


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.BASIC, 200)])
def test_list_and_form_hold_to_the_checks(
    opened: Opened, list_page: PeoplePage, appearance: Appearance, wish: Theme, size: int
) -> None:
    day_of_twelve(opened)
    list_page.arrived()
    with at_text_size(appearance, size, wish):
        settle()
        assert held_to(list_page) == []
        list_page.add()
        list_page.form.add.click()
        settle()
        assert held_to(list_page) == []


def test_list_and_form_hold_to_the_checks_in_longer_words(
    opened: Opened, people: PeoplePresenter, qtbot: QtBot
) -> None:
    day_of_twelve(opened)
    with longer_texts():
        page = PeoplePage(people)
        qtbot.addWidget(page)
        page.resize(1186, 714)
        page.show()
        page.arrived()
        settle()
        assert held_to(page) == []
        page.add()
        settle()
        assert held_to(page) == []
