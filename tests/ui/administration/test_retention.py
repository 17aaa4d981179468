from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Setting
from coachdesk.policy import Policy
from coachdesk.retention import HeldBecause
from coachdesk.services.viewing import viewed
from coachdesk.slips import Viewed
from coachdesk.storage import audit_lines
from tests.core.services.talking import begin
from tests.ui.administration.conftest import Screen, Show
from ui.administration import state as at


class Watch:
    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 1, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def where(where: Setting, watch: Watch) -> Setting:
    return replace(where, clock=watch)


def paused_long_ago(screen: Screen, watch: Watch) -> str:
    """Amira's talk was paused six weeks ago; her id."""
    talk = begin(screen.vault, family_name="Haddad")
    screen.vault.services.interviews.pause(talk.interview)
    watch.moment += timedelta(43)
    return talk.person.id


def test_what_is_past_its_time_is_looked_at_then_deleted_and_the_list_says_so(
    show: Show, watch: Watch, qtbot: QtBot
) -> None:
    screen = show()
    paused_long_ago(screen, watch)
    screen.choose(at.RETENTION)
    qtbot.waitUntil(screen.idle)
    section = screen.page.retention
    assert not section.delete_button.isVisible()
    assert "Talks and their answers: 4 weeks after it is in the account or over." in screen.said()
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    said = screen.said()
    assert "Talks that are not finished, and steps that are not in a plan yet: 1" in said
    assert "The oldest: Tuesday 1 December 2026." in said
    assert section.people.isVisible()
    section.away_button.click()
    assert not section.delete_button.isVisible()
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    section.delete_button.click()
    qtbot.waitUntil(lambda: bool(screen.heard.notices) and screen.idle())
    assert screen.heard.notices[-1].endswith("records were deleted for good.")
    assert "13 January 2027: Talks that are not finished" in screen.said()
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    assert "Nothing goes." in screen.said()


def test_the_reason_of_a_hold_stands_beside_nobodys_name_until_it_is_opened_on_purpose(
    show: Show, watch: Watch, qtbot: QtBot
) -> None:
    screen = show()
    services, person_id = screen.vault.services, paused_long_ago(screen, watch)
    services.holds.set(person_id, HeldBecause.COURT, "Inspector Zqx")
    screen.choose(at.RETENTION)
    qtbot.waitUntil(screen.idle)
    card = screen.page.retention.holds
    (row,) = card.rows.rows_model.rows()
    assert row.cells == ("Amira Haddad", "since 13 January 2027", "set by Sam Okafor")
    assert "court" not in screen.said()
    assert "Zqx" not in screen.said()
    card.purpose.set_value("asked")
    card.purpose.edited.emit("asked")
    assert "A court or the police asked for it. It belongs to: Inspector Zqx" in screen.said()
    assert not card.purpose.isVisible()
    with screen.vault.database.read() as connection:
        newest = audit_lines(connection, subject=person_id)[0]
    assert newest.code == "hold.opened.asked"
    assert viewed(newest.code) is Viewed.LOOKED
    screen.choose(at.LOCK)
    screen.choose(at.RETENTION)
    qtbot.waitUntil(screen.idle)
    assert "Zqx" not in screen.said()


def test_a_hold_is_listed_and_lifted(show: Show, watch: Watch, qtbot: QtBot) -> None:
    screen = show()
    person_id = paused_long_ago(screen, watch)
    screen.vault.services.holds.set(person_id, HeldBecause.APPEAL, "Dispute resolution")
    screen.choose(at.RETENTION)
    qtbot.waitUntil(screen.idle)
    section = screen.page.retention
    assert section.holds.lift_button.isVisible()
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    assert "Nothing goes." in screen.said()
    assert section.people.isVisible(), "it says whose records stay, and why"
    assert not section.delete_button.isVisible()
    section.holds.lift_button.click()
    qtbot.waitUntil(lambda: bool(screen.heard.notices) and screen.idle())
    assert "No hold stands." in screen.said()
    assert screen.vault.services.holds.standing() == ()


def test_what_the_organisation_set_says_so(show: Show, qtbot: QtBot) -> None:
    screen = show(Policy(kept_for="notes 1 week", record_adopted=True))
    screen.choose(at.RETENTION)
    qtbot.waitUntil(screen.idle)
    said = screen.said()
    assert "Coaching notes: one week after it is in the account or over. Set by your organisation." in said
    assert "Talks and their answers: 24 months after the person left the caseload." in said
