from datetime import date, time

from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.caseload import booked, held_to, person
from tests.ui.checks import settle
from ui.today import TodayPage, TodayPresenter


def test_a_decision_that_is_due_is_said_with_the_name_and_no_more(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(14))
    opened.services.circumstances.add(cal.id, "homeless", starts_on=date(2026, 11, 3))
    opened.services.circumstances.add(cal.id, "domestic_abuse", starts_on=date(2026, 11, 20), at_same_address=True)
    page.arrived()
    assert page.needs.counts.text() == "A decision is due about one person. Everybody has a next step."
    page.needs.button.click()
    (row,) = page.needs.list.rows_model.rows()
    assert row.cells == ("To decide", "Cal Reid: a decision is due.")
    settle()
    assert held_to(page) == []
    with qtbot.waitSignal(presenter.decision_wanted) as wanted:
        page.needs.list.opened.emit(row.id)
    assert wanted.args == [cal.id]


def test_a_decision_that_was_taken_waits_no_more(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(14))
    opened.services.circumstances.add(
        cal.id, "domestic_abuse", starts_on=date(2026, 11, 20), at_same_address=False, within_six_months=True
    )
    page.arrived()
    assert page.needs.title.text() == "Nothing waits for you"
