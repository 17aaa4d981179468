from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import AppointmentState
from coachdesk.interviews import Channel
from tests.ui.caseload import FIRST, REVIEW, TODAY, booked, day_of_twelve, held_to, person, promise, yesterday
from tests.ui.checks import at_text_size, longer_texts, press, settle
from ui.kit import Notice
from ui.theme import Appearance, Theme
from ui.today import TodayPage, TodayPresenter


def cells(page: TodayPage, number: int) -> tuple[str, ...]:
    return page.list.rows_model.rows()[number].cells


def texts(page: TodayPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_the_day_lists_who_comes_by_the_clock_with_kind_minutes_channel_and_state(
    opened: Opened, page: TodayPage
) -> None:
    day_of_twelve(opened)
    page.arrived()
    assert page.head.title.text() == "Tuesday 1 December 2026"
    assert len(page.list.rows_model.rows()) == 12
    assert cells(page, 0) == ("9am", "Amina Khalil", "Work search review, 10 min", "Face to face", "Seen")
    assert page.list.rows_model.rows()[5].below == "Welsh · Large print"
    assert page.far.text() == "2 seen, 10 to come"


def test_the_first_who_is_still_to_come_is_chosen_and_the_card_is_theirs(opened: Opened, page: TodayPage) -> None:
    people = day_of_twelve(opened)
    promise(opened, people["Cal"], "Send the bus pass form")
    page.arrived()
    assert page.prep.title.text() == "Cal Reid, 9:30am"
    settle()
    shown = texts(page)
    assert shown.index("We promised") + 1 == shown.index("• Send the bus pass form (due today)")


def test_the_arrows_choose_and_enter_starts_for_that_appointment(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    people = day_of_twelve(opened)
    page.arrived()
    press(page.list, Qt.Key.Key_Down)
    assert page.prep.title.text() == "Piotr Nowak, 9:40am"
    with qtbot.waitSignal(presenter.start_wanted) as wanted:
        press(page.list, Qt.Key.Key_Return)
    assert wanted.args == [people["Piotr"].id, REVIEW, "face_to_face", presenter.state.chosen]


def test_an_unfinished_interview_is_carried_on_before_another_is_started(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(10))
    interview = opened.services.interviews.start(cal.id, FIRST, Channel.FACE_TO_FACE).interview
    page.arrived()
    assert page.prep.start.accessibleName() == "Carry on"
    with qtbot.waitSignal(presenter.resume_wanted) as wanted:
        page.prep.start.click()
    assert wanted.args == [interview.id]


def test_a_state_is_set_by_key_and_undo_takes_it_back(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    day_of_twelve(opened)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.arrived()
    chosen = presenter.state.chosen
    with qtbot.waitSignal(presenter.noticed) as noticed:
        QTest.keyClick(page.list, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.services.diary.get(chosen).state is AppointmentState.ARRIVED
    assert cells(page, 2)[-1] == "Here, waiting"
    notice = noticed.args[0]
    assert isinstance(notice, Notice)
    assert notice.action_words == "Undo"
    assert presenter.undo(notice.action)
    assert opened.services.diary.get(chosen).state is AppointmentState.BOOKED
    assert not presenter.undo(notice.action)


def test_a_state_is_set_by_its_chip_and_only_what_may_follow_can_be_pressed(opened: Opened, page: TodayPage) -> None:
    day_of_twelve(opened)
    page.arrived()
    page.prep.states[AppointmentState.NO_SHOW].click()
    assert cells(page, 2)[-1] == "Did not come"
    assert page.prep.states[AppointmentState.NO_SHOW].isChecked()
    assert not page.prep.states[AppointmentState.CANCELLED].isEnabled()


def test_whoever_moved_is_asked_for_the_new_time_at_once(opened: Opened, page: TodayPage) -> None:
    day_of_twelve(opened)
    page.arrived()
    page.prep.states[AppointmentState.MOVED_BY_THEM].click()
    assert page.booking.isVisibleTo(page)
    assert not page.prep.isVisibleTo(page)
    assert page.booking.picked.text() == "Cal Reid"
    assert page.booking.on.value() == ""
    assert page.booking.on.isAncestorOf(page.focusWidget())


def test_a_form_that_closes_gives_the_keyboard_back_to_the_day(opened: Opened, page: TodayPage) -> None:
    day_of_twelve(opened)
    page.arrived()
    page.add.click()
    assert page.booking.isAncestorOf(page.focusWidget())
    page.booking.close_button.click()
    assert page.focusWidget() is page.list
    page.prep.rhythm.click()
    page.rhythm.close_button.click()
    assert page.focusWidget() is page.list


def test_past_a_day_with_nobody_on_it_the_keyboard_goes_on_with_the_arrow(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid")
    for days in (0, 2):
        booked(opened, cal, time(14), TODAY + timedelta(days=days))
    page.arrived()
    press(page.list, Qt.Key.Key_Right)
    assert page.free.isVisibleTo(page)
    assert page.focusWidget() is page.head.after
    page.head.after.click()
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Left)
    assert page.focusWidget() is page.head.before


def test_another_day_is_one_key_away_and_so_is_the_way_back(opened: Opened, page: TodayPage, qtbot: QtBot) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(14), TODAY + timedelta(days=1))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.arrived()
    assert page.free.isVisibleTo(page)
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.head.title.text() == "Wednesday 2 December 2026"
    assert cells(page, 0)[:2] == ("2pm", "Cal Reid")
    page.head.today.click()
    assert page.head.title.text() == "Tuesday 1 December 2026"


def test_any_day_can_be_typed_and_one_that_there_is_not_is_refused_at_the_field(
    opened: Opened, page: TodayPage
) -> None:
    page.head.other.click()
    page.head.day.set_value({"day": "31", "month": "2", "year": "2027"})
    page.head.go.click()
    assert page.head.day.error()
    page.head.day.set_value("2027-02-28")
    page.head.go.click()
    assert page.head.title.text() == "Sunday 28 February 2027"


def test_with_nobody_on_the_caseload_the_first_step_is_to_add_somebody(
    page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    page.arrived()
    assert page.nobody.isVisibleTo(page)
    assert not page.add.isVisibleTo(page)
    with qtbot.waitSignal(presenter.add_person_wanted):
        page.nobody.button.click()


def test_what_waits_leads_where_it_can_be_done(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal, ruth = person(opened, "Cal", "Reid"), person(opened, "Ruth", "Osei")
    interview = opened.services.interviews.start(cal.id, FIRST, Channel.FACE_TO_FACE).interview
    promise(opened, ruth, "Ring the college")
    missed = booked(opened, ruth, time(9), yesterday())
    page.arrived()
    assert page.needs.title.text() == "4 things need you"
    page.needs.button.click()
    rows = {row.cells[0]: row.id for row in page.needs.list.rows_model.rows()}
    with qtbot.waitSignal(presenter.resume_wanted) as resume:
        page.needs.list.opened.emit(rows["Carry on"])
    with qtbot.waitSignal(presenter.person_wanted) as promised:
        page.needs.list.opened.emit(rows["Your promise"])
    with qtbot.waitSignal(presenter.person_wanted) as stuck:
        page.needs.list.opened.emit(rows["No next step"])
    assert (resume.args, promised.args, stuck.args) == ([interview.id], [ruth.id], [cal.id])
    page.needs.list.opened.emit(rows["What became of it"])
    assert page.head.title.text() == "Monday 30 November 2026"
    assert presenter.state.chosen == missed.id


def test_where_nothing_waits_that_is_said(opened: Opened, page: TodayPage) -> None:
    booked(opened, person(opened, "Cal", "Reid"), time(10))
    page.arrived()
    assert page.needs.title.text() == "Nothing waits for you"
    assert not page.needs.button.isVisibleTo(page)


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.BASIC, 200)])
def test_the_page_holds_to_the_checks_with_a_day_of_twelve(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, appearance: Appearance, wish: Theme, size: int
) -> None:
    day_of_twelve(opened)
    page.arrived()
    with at_text_size(appearance, size, wish):
        settle()
        assert held_to(page) == []
        presenter.toggle_needs()
        presenter.add_appointment()
        settle()
        assert held_to(page) == []


def test_the_page_holds_to_the_checks_in_longer_words(opened: Opened, presenter: TodayPresenter, qtbot: QtBot) -> None:
    day_of_twelve(opened)
    with longer_texts():
        page = TodayPage(presenter)
        qtbot.addWidget(page)
        page.resize(1186, 714)
        page.show()
        page.arrived()
        settle()
        assert held_to(page) == []
