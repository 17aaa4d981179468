from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import AppointmentState, Companion
from coachdesk.interviews import Channel
from coachdesk.people import Need
from tests.ui.caseload import FIRST, REVIEW, TODAY, booked, person
from tests.ui.checks import dictate, press, type_text
from ui.today import TodayPage, TodayPresenter


def test_an_appointment_is_added_with_a_misspelt_name_and_a_time_as_people_write_it(
    opened: Opened, page: TodayPage, qtbot: QtBot
) -> None:
    mahmoud = person(opened, "Mahmoud", "Haddad")
    with qtbot.waitActive(page):
        page.activateWindow()
    page.arrived()
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    type_text(page.booking.who.line, "hadad")
    press(page.booking.who.line, Qt.Key.Key_Return)
    assert page.booking.picked.text() == "Mahmoud Haddad"
    dictate(page.booking.at.line, "2pm")
    page.booking.book.click()
    (entry,) = opened.services.day.view().entries
    made = entry.appointment
    assert (made.person_id, made.on, made.at, made.definition_id) == (mahmoud.id, TODAY, time(14), FIRST)
    assert page.prep.title.text() == "Mahmoud Haddad, 2pm"
    assert not page.booking.isVisibleTo(page)


def test_time_in_which_nobody_meets_is_kept_free_and_no_interview_is_started_in_it(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    person(opened, "Cal", "Reid")
    page.arrived()
    page.presenter.add_appointment()
    page.booking.who.line.setText("reid")
    press(page.booking.who.line, Qt.Key.Key_Return)
    page.booking.at.line.setText("10")
    page.booking.channel.buttons[-1].click()
    page.booking.book.click()
    (entry,) = opened.services.day.view().entries
    assert entry.appointment.without_contact
    assert page.list.rows_model.rows()[0].cells[3] == "Nobody meets"
    assert not page.prep.start.isVisibleTo(page)
    with qtbot.assertNotEmitted(presenter.start_wanted):
        presenter.start()


def test_what_only_some_appointments_need_is_kept_with_them(opened: Opened, page: TodayPage) -> None:
    person(opened, "Cal", "Reid", (Need.QUIET_ROOM,))
    page.arrived()
    page.presenter.add_appointment()
    page.booking.who.line.setText("reid")
    press(page.booking.who.line, Qt.Key.Key_Return)
    page.booking.at.line.setText("10")
    page.booking.more_button.click()
    more = page.booking.more
    assert more.premises.value() == ["quiet_room"]
    more.minutes.line.setText("999")
    page.booking.book.click()
    assert more.minutes.error() == "Enter a number of minutes up to 480."
    more.minutes.line.setText("45")
    more.reason.line.setText("Lives far away")
    more.comes_along.boxes[2].click()
    page.booking.book.click()
    made = opened.services.day.view().entries[0].appointment
    assert (made.minutes, made.channel_reason, made.comes_along) == (45, "Lives far away", (Companion.SUPPORTER,))
    assert page.prep.kind.text().endswith("In this way for now: Lives far away")


def test_whoever_was_seen_before_gets_the_kind_that_follows(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid")
    opened.services.interviews.start(cal.id, FIRST, Channel.PHONE)
    page.arrived()
    page.presenter.add_appointment()
    page.booking.who.line.setText("reid")
    press(page.booking.who.line, Qt.Key.Key_Return)
    assert page.booking.kind.value() == REVIEW


def test_a_time_that_is_taken_is_said_and_refused_with_the_next_one(opened: Opened, page: TodayPage) -> None:
    cal, ruth = person(opened, "Cal", "Reid"), person(opened, "Ruth", "Osei")
    booked(opened, cal, time(10, 30))
    page.arrived()
    page.presenter.add_appointment()
    page.booking.who.line.setText("osei")
    press(page.booking.who.line, Qt.Key.Key_Return)
    page.booking.at.line.setText("10.35")
    refusal = "That time is taken. The next free time on that day is 10:40am."
    assert page.booking.understood.text() == f"10:35am to 11:05am. {refusal}"
    page.booking.book.click()
    assert page.booking.at.error() == refusal
    page.booking.at.line.setText("10.40")
    page.booking.book.click()
    assert {entry.appointment.person_id for entry in opened.services.day.view().entries} == {cal.id, ruth.id}


def test_an_appointment_is_made_with_enter_alone_and_the_form_left_with_its_key(
    opened: Opened, page: TodayPage, qtbot: QtBot
) -> None:
    person(opened, "Cal", "Reid")
    with qtbot.waitActive(page):
        page.activateWindow()
    page.arrived()
    page.presenter.add_appointment()
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not page.booking.isVisibleTo(page)
    page.presenter.add_appointment()
    type_text(page.booking.who.line, "reid")
    press(page.booking.who.line, Qt.Key.Key_Return)
    press(page.booking.on.lines["day"], Qt.Key.Key_Return)
    assert page.booking.at.line.hasFocus(), "what is missing has the keyboard"
    type_text(page.booking.at.line, "2pm")
    QTest.keyClick(page.booking.at.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [entry.appointment.at for entry in opened.services.day.view().entries] == [time(14)]


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(opened: Opened, page: TodayPage) -> None:
    person(opened, "Cal", "Reid")
    page.arrived()
    page.presenter.add_appointment()
    page.booking.at.line.setText("soon")
    page.booking.book.click()
    assert page.booking.who.error()
    assert page.booking.at.error()
    page.booking.close_button.click()
    page.presenter.add_appointment()
    assert page.booking.at.line.text() == "soon"


def test_an_appointment_is_put_right_and_undo_puts_it_back(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    made = booked(opened, cal, time(10))
    page.arrived()
    page.prep.change.click()
    page.booking.on.set_value("")
    for part, typed in (("day", "2"), ("month", "12"), ("year", "2026")):
        page.booking.on.lines[part].setText(typed)
    with qtbot.waitSignal(presenter.noticed) as noticed:
        page.booking.book.click()
    changed = opened.services.diary.get(made.id)
    assert (changed.on, changed.at) == (TODAY + timedelta(days=1), time(10))
    presenter.undo(noticed.args[0].action)
    back = opened.services.diary.get(made.id)
    assert (back.on, back.at, back.state) == (TODAY, time(10), AppointmentState.BOOKED)


def test_whoever_comes_again_is_offered_what_follows_their_last_kind(
    opened: Opened, page: TodayPage, presenter: TodayPresenter
) -> None:
    jess = person(opened, "Jess", "Tranter")
    services = opened.services
    services.interviews.finish(services.interviews.start(jess.id, "work-focused-interview", Channel.PHONE).interview)
    presenter.booking.open_new(TODAY)
    presenter.booking.find("tranter")
    presenter.booking.pick(jess.id)
    assert page.booking.kind.value() == "work-focused-interview"


def test_the_day_of_the_next_contact_is_one_press_away_where_a_rhythm_was_agreed(
    opened: Opened, page: TodayPage
) -> None:
    person(opened, "Ruth", "Osei")
    cal = person(opened, "Cal", "Reid")
    opened.services.rhythms.agree(cal.id, 14, "Between two courses")
    page.arrived()
    page.presenter.add_appointment()
    page.booking.who.line.setText("reid")
    press(page.booking.who.line, Qt.Key.Key_Return)
    assert page.booking.as_agreed.text() == "Take Tuesday 15 December 2026, as agreed"
    page.booking.as_agreed.click()
    assert page.booking.on.value() == "2026-12-15"
    assert not page.booking.as_agreed.isVisibleTo(page)
    page.booking.other.click()
    page.booking.who.line.setText("osei")
    press(page.booking.who.line, Qt.Key.Key_Return)
    assert not page.booking.as_agreed.isVisibleTo(page)


@pytest.mark.parametrize(
    ("reason", "until", "field", "words"),
    [
        ("Lives far away", {"day": "31", "month": "2", "year": "2027"}, "until", "Enter a day that there is"),
        ("Lives far away", "2026-11-30", "until", "That is before the appointment."),
        ("", "2026-12-31", "reason", "Say why you meet in this way until then"),
    ],
)
def test_a_last_day_that_cannot_be_is_said_and_not_dropped(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, reason: str, until: object, field: str, words: str
) -> None:
    made = booked(opened, person(opened, "Cal", "Reid"), time(10))
    page.arrived()
    presenter.change()
    more = page.booking.more
    more.reason.line.setText(reason)
    more.until.set_value(until)
    more.edited.emit()
    page.booking.book.click()
    assert words in {"until": more.until, "reason": more.reason}[field].error()
    assert more.isVisibleTo(page)
    assert opened.services.diary.get(made.id) == made


def test_putting_an_appointment_right_keeps_all_that_the_form_does_not_say(
    opened: Opened, page: TodayPage, presenter: TodayPresenter
) -> None:
    diary, cal = opened.services.diary, person(opened, "Cal", "Reid")
    made = diary.book(replace(booked(opened, cal, time(10)), zone="Europe/Paris"))
    moved = diary.move(made.id, TODAY + timedelta(days=1), time(11))
    page.arrived()
    presenter.choose(made.id)
    presenter.change()
    page.booking.more.place.line.setText("Room 2")
    page.booking.book.click()
    kept = diary.get(made.id)
    assert (kept.place, kept.zone, kept.moved_to, kept.state) == (
        "Room 2",
        "Europe/Paris",
        moved.id,
        AppointmentState.MOVED_BY_US,
    )
