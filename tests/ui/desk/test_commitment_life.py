"""A commitment lives through the real window: issued, changed, compared, opened again, put right and withdrawn."""

import hashlib
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachdesk.commitments import Commitment, Format, OutcomeKind
from coachdesk.people import Giving, Safe
from tests.ui.checks import settle
from tests.ui.commitment.handling import bytes_of, state, wait_for_pages, words
from tests.ui.desk.conftest import Office
from tests.ui.plan.acted import played
from ui.commitment import CommitmentPage
from ui.commitment.after.answer_form import AnswerForm
from ui.commitment.after.state import DIFFERENT, EDITIONS, ENDING, SAID

CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(office: Office) -> CommitmentPage:
    page = office.desk.window.page()
    assert isinstance(page, CommitmentPage)
    return page


def issue_with_the_key(office: Office, interview_id: str, qtbot: QtBot) -> Commitment:
    """The document of an interview, issued with the one key pressed twice."""
    presenter = office.desk.screens.commitment
    office.desk.routes.open_commitment(interview_id)
    wait_for_pages(presenter, qtbot)
    for _press in ("the envelope check", "issue it"):
        QTest.keyClick(office.desk.window, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: state(presenter).commitment is not None, timeout=30_000)
    wait_for_pages(presenter, qtbot)
    commitment = state(presenter).commitment
    assert commitment is not None
    return commitment


def go(office: Office, section: str) -> str:
    """To one of the parts beside the page; what can be read there."""
    panel = page_of(office).side.after
    panel.sections.button(section).click()
    settle()
    return words(panel)


def answer_with_keys(form: AnswerForm, digit: Qt.Key) -> None:
    """A digit chooses, Space on the button records."""
    form.outcome.setFocus()
    QTest.keyClick(form.outcome.buttons[0], digit)
    settle()
    if form.reason.isVisible():
        assert form.reason.choices is not None
        form.reason.setFocus()
        QTest.keyClick(form.reason.choices.buttons[0], Qt.Key.Key_1)
    form.record.setFocus()
    QTest.keyClick(form.record, Qt.Key.Key_Space)
    settle()


def test_a_commitment_is_issued_changed_compared_put_right_and_withdrawn(office: Office, qtbot: QtBot) -> None:
    services, presenter = office.vault.services, office.desk.screens.commitment
    person, interview = played(office.vault, "callum")
    for way in (Giving.PAPER, Giving.POST):
        services.handing.told(person.id, way, Safe.YES)
    first = issue_with_the_key(office, interview.id, qtbot)
    before = hashlib.sha256(bytes_of(office.vault, first, Format.PDF)).hexdigest()

    kitchen = next(each for each in services.plans.plan(person.id).chosen if "kitchen" in each.text)
    services.plans.save_action(replace(kitchen, text="Help in the library on Mondays"))
    second = issue_with_the_key(office, interview.id, qtbot)
    assert (second.number, second.edition) == (first.number, 2)
    assert "Help in the library on Mondays" in go(office, DIFFERENT)

    go(office, EDITIONS)
    page_of(office).side.after.editions.list.choose(first.id)
    QTest.keyClick(page_of(office).side.after.editions.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(presenter).commitment == first, timeout=30_000)
    wait_for_pages(presenter, qtbot)
    assert hashlib.sha256(bytes_of(office.vault, first, Format.PDF)).hexdigest() == before
    assert "Followed by edition 2" in words(page_of(office).side)

    office.desk.routes.open_issued(second.id)
    wait_for_pages(presenter, qtbot)
    go(office, SAID)
    answer_with_keys(page_of(office).side.after.said.form, Qt.Key.Key_2)
    assert services.outcomes.life(second.id).outcome is OutcomeKind.AGREED_BY_PHONE
    assert "Why this was put right: It was noted by mistake." in go(office, SAID)

    go(office, ENDING)
    card = page_of(office).side.after.ending.withdrawing
    card.begin.click()
    card.reason.line.setText("It named a place.")
    card.go_on.click()
    card.for_good.click()
    settle()
    assert services.outcomes.life(second.id).withdrawn_on is not None
    assert "This document was withdrawn." in words(page_of(office).paper)
    assert office.said() == "Withdrawn. It is shown to nobody any more."
