from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import AppointmentState
from tests.ui.caseload import booked, held_to, person
from tests.ui.checks import at_text_size, settle
from ui.theme import Appearance, Theme
from ui.today import TodayPage, TodayPresenter


@pytest.fixture
def cal(opened: Opened, page: TodayPage) -> str:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(10))
    page.arrived()
    return cal.id


def test_how_often_to_be_in_touch_is_agreed_beside_the_day(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, cal: str, qtbot: QtBot
) -> None:
    page.prep.rhythm.click()
    assert page.rhythm.title.text() == "Contact with Cal Reid"
    assert not page.prep.isVisibleTo(page)
    page.rhythm.keep.click()
    assert page.rhythm.days.error() == "Say after how many days: from 1 to 366."
    page.rhythm.days.line.setText("14")
    page.rhythm.keep.click()
    assert page.rhythm.reason.error() == "Say why this interval, in a few words."
    page.rhythm.reason.line.setText("Lives alone")
    with qtbot.waitSignal(presenter.noticed) as noticed:
        page.rhythm.keep.click()
    assert noticed.args[0].text == "The next contact with Cal Reid is due on Tuesday 15 December 2026."
    assert page.prep.isVisibleTo(page)
    assert page.presenter.state.card is not None
    assert page.presenter.state.card.remember == ("In touch every 14 days: Lives alone",)


def test_it_can_be_agreed_on_nothing_again(opened: Opened, page: TodayPage, cal: str) -> None:
    opened.services.rhythms.agree(cal, 14, "Lives alone")
    page.arrived()
    page.prep.rhythm.click()
    assert page.rhythm.days.value() == "14"
    page.rhythm.drop.click()
    assert opened.services.rhythms.of(cal) is None


def test_whoever_was_not_heard_of_for_longer_than_agreed_needs_you_by_a_plain_line(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    ruth = person(opened, "Ruth", "Osei")
    diary = opened.services.diary
    last = booked(opened, ruth, time(9), date(2026, 11, 2))
    diary.set_state(last.id, AppointmentState.SEEN)
    opened.services.rhythms.agree(ruth.id, 14, "Lives alone")
    page.arrived()
    assert "There was no contact with one person for longer than agreed." in page.needs.counts.text()
    page.needs.button.click()
    row = next(each for each in page.needs.list.rows_model.rows() if each.cells[0] == "No contact")
    assert "the last contact was on 2 November 2026, and one every 14 days was agreed" in row.cells[1]
    with qtbot.waitSignal(presenter.person_wanted) as wanted:
        page.needs.list.opened.emit(row.id)
    assert wanted.args == [ruth.id]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.usefixtures("cal")
def test_the_form_holds_to_the_checks(page: TodayPage, appearance: Appearance, size: int) -> None:
    page.prep.rhythm.click()
    with at_text_size(appearance, size, Theme.BASIC):
        settle()
        assert held_to(page) == []
