"""While an interview is open nobody else's name is on the screen: not in a list, a notice, a search, a tip, a title."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coachdesk.diary import AppointmentState
from coachdesk.interviews import Channel
from coachdesk.people import Person
from coachdesk.plans import Party
from tests.ui.checks import settle, use_key
from tests.ui.desk.conftest import Office
from ui.kit import Notice

REVIEW = "work-search-review"
OTHERS = ("Zora", "Quillfeather", "Xanthe", "Oddbody", "Jupiter", "Nobbs")


def said_by(widget: QWidget) -> Iterator[str]:
    """Every word that a widget shows or that a screen reader would read of it."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis())
    yield from (widget.windowTitle(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QAbstractItemView():
            yield from rows_of(widget.model())
        case _:
            pass
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()


def rows_of(model: QAbstractItemModel | None) -> Iterator[str]:
    """Every word of the rows of a list, with what is only spoken."""
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.data(index, role) or "")


def names_on_screen() -> set[str]:
    """Names of others in any visible widget of any window, the titles of windows included."""
    settle()
    shown = [each for window in QApplication.topLevelWidgets() for each in (window, *window.findChildren(QWidget))]
    words = [text for each in shown if each.isVisible() for text in said_by(each)]
    words += [window.windowTitle() for window in QApplication.topLevelWidgets()]
    assert len(words) > 100
    return {name for name in OTHERS for text in words if name in text}


def add(office: Office, given: str, family: str, *, at: time) -> Person:
    """Somebody with an appointment today, a promise that is due and a meeting that nobody spoke of."""
    services = office.desk.services
    person = services.people.save(replace(services.people.draft(), given_name=given, family_name=family))
    today = services.day.today()
    for day in (today, today - timedelta(days=1)):
        services.diary.book(services.diary.draft(person.id, REVIEW, day, at, Channel.FACE_TO_FACE))
    plans = services.plans
    plans.save_action(replace(plans.draft_action(person.id, Party.COACH), text=f"Ring {given}", by=today))
    return person


@pytest.fixture
def amira(office: Office) -> Person:
    """The person to talk with, on a day with others: one of them is in an interview that was paused."""
    amira = add(office, "Amira", "Khalil", at=time(9))
    others = [
        add(office, given, family, at=time(10 + number))
        for number, (given, family) in enumerate(zip(OTHERS[::2], OTHERS[1::2], strict=True))
    ]
    services = office.desk.services
    services.interviews.pause(services.interviews.start(others[0].id, REVIEW, Channel.PHONE).interview)
    office.desk.routes.go("today")
    assert names_on_screen() == set(OTHERS)
    return amira


def talk(office: Office, person: Person) -> None:
    office.desk.routes.start(person.id, REVIEW, Channel.FACE_TO_FACE, "")
    assert office.desk.window.here() == "interview"


def test_nobody_elses_name_is_on_any_page_that_belongs_to_the_interview(
    office: Office, amira: Person, qtbot: QtBot
) -> None:
    desk = office.desk
    talk(office, amira)
    assert names_on_screen() == set()
    desk.screens.interview.want_plan()
    assert desk.window.here() == "plan"
    assert names_on_screen() == set()
    desk.routes.go("interview")
    desk.screens.interview.want_commitment()
    qtbot.waitUntil(lambda: desk.screens.commitment.state is not None and not desk.screens.commitment.state.busy)
    assert names_on_screen() == set()
    desk.routes.go("today")
    assert names_on_screen() == set(), "the day cannot be reached"
    assert "Pause or end the interview first" in office.said()


def test_what_was_typed_and_found_before_is_gone(office: Office, amira: Person) -> None:
    desk = office.desk
    desk.window.top.find_box.setFocus()
    desk.window.top.find_box.setText("Zora")
    assert names_on_screen() == set(OTHERS)
    talk(office, amira)
    assert names_on_screen() == set()
    use_key(desk.window, "find")
    desk.window.searched.emit("Xanthe")
    assert names_on_screen() == set()
    desk.screens.interview.pause()
    assert "Zora" not in desk.window.top.find_box.text()


def test_what_was_said_about_others_before_is_gone_and_cannot_be_taken_back_by_key(
    office: Office, amira: Person, qtbot: QtBot
) -> None:
    desk = office.desk
    desk.window.show_notice(Notice("Zora Quillfeather left the caseload.", "done", "Undo", "restore:zora"))
    assert "Zora" in names_on_screen()
    talk(office, amira)
    assert names_on_screen() == set()
    assert office.said() == ""
    with qtbot.assertNotEmitted(desk.window.acted):
        desk.window.notices.act()


def test_what_comes_up_meanwhile_names_nobody(office: Office, amira: Person) -> None:
    desk = office.desk
    talk(office, amira)
    desk.keeper.lock.warning.emit(30)
    assert "CoachDesk locks" in office.said()
    assert names_on_screen() == set()
    desk.screens.today.checking.begin()
    desk.screens.today.refresh()
    desk.screens.today.set_state(AppointmentState.ARRIVED.value)
    assert names_on_screen() == set()
    desk.window.show_keys()
    assert names_on_screen() == set()
    for sheet in QApplication.topLevelWidgets():
        if sheet is not desk.window and sheet.isVisible():
            sheet.close()


def test_when_the_interview_is_paused_the_day_is_back(office: Office, amira: Person) -> None:
    talk(office, amira)
    assert names_on_screen() == set()
    office.desk.screens.interview.pause()
    assert office.desk.window.here() == "today"
    assert names_on_screen() == set(OTHERS)
