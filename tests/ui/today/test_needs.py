from dataclasses import replace
from datetime import time, timedelta

from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary.needs_you import DECISION
from coachdesk.people import Need
from coachdesk.services.easement_check import AT_ONCE
from tests.ui.caseload import TODAY, booked, person
from ui.today import TodayPage, TodayPresenter


def test_how_many_have_no_next_step_is_always_said(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid")
    page.arrived()
    assert page.needs.counts.text() == "One person has no next step."
    booked(opened, cal, time(14), TODAY + timedelta(days=1))
    page.arrived()
    assert page.needs.title.text() == "Nothing waits for you"
    assert page.needs.counts.text() == "Everybody has a next step."
    assert page.needs.counts.isVisibleTo(page)


def test_what_ends_leads_to_where_it_is_decided(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    opened.services.circumstances.add(
        cal.id, "public_duty", starts_on=TODAY, ends_on=TODAY + timedelta(days=3), approved=True
    )
    page.arrived()
    page.needs.button.click()
    (row,) = (each for each in page.needs.list.rows_model.rows() if each.cells[0] == "A pause ends")
    assert row.cells[1] == "Cal Reid: a pause ends on 4 December 2026."
    with qtbot.waitSignal(presenter.decision_wanted) as wanted:
        page.needs.list.opened.emit(row.id)
    assert wanted.args == [cal.id]


def test_a_large_caseload_is_looked_through_after_the_day_is_shown(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    everybody = AT_ONCE + 30
    for number in range(everybody):
        somebody = person(opened, "Cal", f"Reid {number}")
        opened.services.circumstances.add(somebody.id, "homeless", starts_on=TODAY)

    def to_decide() -> int:
        return sum(need.code == DECISION for need in presenter.state.view.needs_you)

    page.arrived()
    assert to_decide() == AT_ONCE
    page.leaving()
    qtbot.wait(150)
    assert to_decide() == AT_ONCE, "while another page is shown nobody is looked at"
    presenter.checking.begin()
    qtbot.waitUntil(lambda: to_decide() == everybody)


def test_the_card_says_what_protects_before_anything_that_was_agreed(opened: Opened, page: TodayPage) -> None:
    cal = person(opened, "Cal", "Reid", needs=(Need.TWO_PEOPLE,))
    opened.services.people.save(replace(cal, contact_note="Text first"))
    booked(opened, cal, time(14))
    page.arrived()
    state = page.presenter.state
    assert state.card is not None
    assert state.card.care == ("Two of us present", "Safe contact only: see the note")
    assert page.list.rows_model.rows()[0].below == "Two of us present"


def test_records_that_are_past_their_time_lead_to_where_they_are_looked_at(
    opened: Opened, page: TodayPage, presenter: TodayPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(14), TODAY - timedelta(days=43))
    page.arrived()
    assert "Records are past their time." not in page.needs.counts.text(), "nobody counted yet"
    opened.services.retention.count()
    page.arrived()
    page.needs.button.click()
    (row,) = (each for each in page.needs.list.rows_model.rows() if each.cells[0] == "To delete")
    assert row.cells[1] == "One record is past its time: look at it."
    with qtbot.waitSignal(presenter.vault_wanted) as wanted:
        page.needs.list.opened.emit(row.id)
    assert wanted.args == ["time-over"]
