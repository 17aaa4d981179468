from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import AppointmentState
from tests.ui.caseload import TODAY, booked, day_of_twelve, held_to, person
from tests.ui.checks import at_text_size, longer_texts, press, settle
from ui.kit import Notice
from ui.theme import Appearance, Theme
from ui.today import TodayPage, TodayPresenter


def week(page: TodayPage) -> list[tuple[str, ...]]:
    return [tuple(cell for cell in row.cells if cell) for row in page.week.rows_model.rows()]


def test_the_week_says_of_each_day_who_comes_and_how_much_is_free(opened: Opened, page: TodayPage) -> None:
    booked(opened, person(opened, "Cal", "Reid"), time(10))
    booked(opened, person(opened, "Ruth", "Osei"), time(14, 30), TODAY + timedelta(days=3))
    page.arrived()
    press(page.list, Qt.Key.Key_W)
    assert page.head.title.text() == "Week from Monday 30 November 2026"
    assert week(page) == [
        ("Mon 30 Nov", "Nobody", "48 slots free"),
        ("Tue 1 Dec", "One appointment", "47 slots free"),
        ("10am", "Cal Reid", "Work search review, 10 min", "Booked"),
        ("Wed 2 Dec", "Nobody", "48 slots free"),
        ("Thu 3 Dec", "Nobody", "48 slots free"),
        ("Fri 4 Dec", "One appointment", "47 slots free"),
        ("2:30pm", "Ruth Osei", "Work search review, 10 min", "Booked"),
    ]
    assert page.prep.title.text() == "Cal Reid, 10am"


def test_in_the_week_the_arrows_go_a_week_and_enter_opens_a_day(opened: Opened, page: TodayPage) -> None:
    later = booked(opened, person(opened, "Cal", "Reid"), time(10), TODAY + timedelta(days=7))
    page.arrived()
    page.head.week.click()
    press(page.week, Qt.Key.Key_Right)
    assert page.head.title.text() == "Week from Monday 7 December 2026"
    page.week.choose("day:2026-12-09")
    press(page.week, Qt.Key.Key_Return)
    assert page.head.title.text() == "Wednesday 9 December 2026"
    press(page.list, Qt.Key.Key_W)
    page.week.choose(later.id)
    press(page.week, Qt.Key.Key_W)
    assert page.head.title.text() == "Tuesday 8 December 2026"


def test_in_the_day_the_arrows_go_a_day_and_a_digit_says_what_became_of_it(opened: Opened, page: TodayPage) -> None:
    day_of_twelve(opened)
    page.arrived()
    cal = page.presenter.state.chosen
    press(page.list, Qt.Key.Key_7)
    assert opened.services.diary.get(cal).state is AppointmentState.REMINDED
    press(page.list, Qt.Key.Key_3)
    assert opened.services.diary.get(cal).state is AppointmentState.NO_SHOW
    press(page.list, Qt.Key.Key_Left)
    assert page.head.title.text() == "Monday 30 November 2026"


def test_what_cannot_follow_is_refused_and_nothing_is_changed(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    day_of_twelve(opened)
    page.arrived()
    with qtbot.waitSignal(presenter.failed) as failed:
        press(page.list, Qt.Key.Key_9)
    assert failed.args[0].code == "appointment.not-now"


def test_the_times_that_are_free_are_said_below_the_day(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(10))
    page.arrived()
    assert page.open.text() == "Free: 9am to 10am, 10:10am to 5pm."
    page.presenter.show_day(date(2026, 12, 25))
    assert page.open.text() == "The office is closed on this day: Christmas Day."
    page.presenter.show_day(date(2026, 12, 6))
    assert page.open.text() == "The office is closed on this day."


def test_when_somebody_did_not_come_their_safety_is_asked_first_and_what_is_known_is_kept(
    opened: Opened, page: TodayPage
) -> None:
    day_of_twelve(opened)
    page.arrived()
    page.prep.states[AppointmentState.NO_SHOW].click()
    assert page.presenter.state.card is not None
    assert page.presenter.state.card.absent[0].startswith("First, are they safe?")
    assert page.prep.absence.value() == "unknown"
    page.prep.absence.buttons[2].click()
    assert page.presenter.state.card.absent == ()
    settle()
    assert held_to(page) == []


def test_a_moved_appointment_gets_its_new_time_now_or_later_and_undo_leaves_one(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    before = booked(opened, cal, time(10))
    page.arrived()
    page.prep.states[AppointmentState.MOVED_BY_THEM].click()
    assert page.booking.title.text() == "A new time"
    page.booking.close_button.click()
    page.prep.again.click()
    page.booking.on.set_value("2026-12-03")
    page.booking.on.edited.emit(page.booking.on.value())
    page.booking.at.line.setText("2pm")
    with qtbot.waitSignal(presenter.noticed) as noticed:
        page.booking.book.click()
    old = opened.services.diary.get(before.id)
    new = opened.services.diary.get(old.moved_to)
    assert (old.state, new.on, new.at, new.moved_from) == (
        AppointmentState.MOVED_BY_THEM,
        date(2026, 12, 3),
        time(14),
        old.id,
    )
    presenter.undo(noticed.args[0].action)
    (left,) = opened.services.people.open(cal.id).appointments
    assert (left.id, left.moved_to) == (before.id, "")


def test_the_paper_of_the_day_has_slot_numbers_and_nobodys_name(opened: Opened, presenter: TodayPresenter) -> None:
    day_of_twelve(opened)
    presenter.refresh()
    going = presenter.sheet()
    assert going is not None
    sheet = going.text
    assert sheet.startswith("<!DOCTYPE html>\n<html lang='en'>")
    assert "<td>4</td><td>9:30am, 10 min</td><td>Work search review</td><td>Face to face</td>" in sheet
    for entry in presenter.state.view.entries:
        for part in entry.name.split():
            assert part not in sheet


def test_the_day_is_printed_and_called_so_once_the_printer_has_it(
    opened: Opened, presenter: TodayPresenter, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file, said = tmp_path_factory.mktemp("printed") / "day.pdf", list[Notice]()
    places = ["", "/dev/full", str(file)]

    def chosen(_parent: QWidget) -> QPrinter | None:
        printer, place = QPrinter(), places.pop(0)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(place)
        return printer if place else None

    day_of_twelve(opened)
    page = TodayPage(presenter, ask_printer=chosen)
    qtbot.addWidget(page)
    page.arrived()
    presenter.noticed.connect(said.append)
    for _press in range(2):
        page.paper.click()
        assert "A day's sheet without names was printed." not in [
            line.text for line in opened.services.administration.audit()
        ]
    assert [each.text.split(" before")[0] for each in said] == ["The printer stopped"]
    page.paper.click()
    assert said[-1].text == "Sent to the printer."
    assert opened.services.administration.audit()[0].text == "A day's sheet without names was printed."
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.BASIC, 200)])
def test_the_week_and_the_whole_form_hold_to_the_checks(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, appearance: Appearance, wish: Theme, size: int
) -> None:
    day_of_twelve(opened)
    page.arrived()
    presenter.toggle_week()
    with at_text_size(appearance, size, wish):
        settle()
        assert held_to(page) == []
        presenter.add_appointment()
        presenter.booking.toggle_more()
        settle()
        assert held_to(page) == []


def test_the_week_holds_to_the_checks_in_longer_words(opened: Opened, presenter: TodayPresenter, qtbot: QtBot) -> None:
    day_of_twelve(opened)
    with longer_texts():
        page = TodayPage(presenter)
        qtbot.addWidget(page)
        page.resize(1186, 714)
        page.show()
        presenter.toggle_week()
        page.arrived()
        settle()
        assert held_to(page) == []
