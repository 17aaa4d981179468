"""A person's record as a whole, on their screen: a copy of it for review, and its end."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.people import Person
from coachdesk.retention import HeldBecause
from tests.ui.checks import settle
from ui.kit import Notice
from ui.people import PersonPage, PersonPresenter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


@pytest.fixture
def page(one: PersonPresenter, cal: Person, folder: Path, qtbot: QtBot) -> PersonPage:
    made = PersonPage(one, folders=lambda _parent: folder)
    qtbot.addWidget(made)
    made.resize(1186, 678)
    made.show()
    one.open(cal.id)
    one.choose("details")
    settle()
    return made


def said_on(page: PersonPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel))


def test_a_review_copy_is_saved_without_what_was_told_in_private_unless_that_is_chosen(
    opened: Opened, page: PersonPage, one: PersonPresenter, folder: Path, qtbot: QtBot
) -> None:
    page.record.copy.click()
    assert page.record.copying.isVisible()
    assert page.record.private.value() == "without"
    with qtbot.waitSignal(one.noticed) as said:
        page.record.copy_now.click()
    assert {each.suffix for each in folder.iterdir()} == {".html", ".json"}
    assert isinstance(said.args[0], Notice)
    assert "Saved for review as review-copy-" in said.args[0].text
    assert page.record.copying.isHidden()
    audited = [line.text for line in opened.services.administration.audit(limit=2)]
    assert "A sealed answer was opened." not in audited


def test_a_person_is_removed_only_after_a_reason_and_a_second_press(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    page.record.remove.click()
    assert page.record.removing.isVisible()
    assert not page.record.remove_now.isEnabled()
    assert opened.services.people.count() == 1
    page.record.because.buttons[1].click()
    with qtbot.waitSignal(one.back_wanted):
        page.record.remove_now.click()
    assert opened.services.people.count() == 0
    assert one.state is None
    assert opened.services.administration.audit()[0].text == "A person was removed for good."


def test_leaving_the_screen_puts_the_question_away(page: PersonPage) -> None:
    page.record.remove.click()
    page.record.because.buttons[0].click()
    page.leaving()
    assert page.record.removing.isHidden()
    assert page.record.because.value() == ""
    assert not page.record.remove_now.isEnabled()


def test_a_legal_hold_is_set_with_a_reason_and_an_owner_and_then_nobody_removes_the_person(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    hold = page.record.hold
    hold.set.click()
    assert not hold.set_now.isEnabled()
    hold.because.buttons[1].click()
    hold.owner.line.setText("Dispute resolution")
    with qtbot.waitSignal(one.noticed):
        hold.set_now.click()
    assert hold.setting.isHidden()
    assert "A legal hold has stood since" in hold.standing.text()
    page.record.remove.click()
    assert "legal hold" in page.record.warning.text()
    page.record.because.buttons[0].click()
    with qtbot.waitSignal(one.failed):
        page.record.remove_now.click()
    assert opened.services.people.count() == 1
    with qtbot.waitSignal(one.noticed):
        hold.lift.click()
    assert hold.standing.isHidden()
    assert not page.record.warning.text()
    assert opened.services.holds.standing() == ()


def test_why_a_hold_stands_is_opened_by_a_reason_and_shut_when_the_page_is_left(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.holds.set(cal.id, HeldBecause.APPEAL, "Dispute resolution")
    one.refresh()
    hold = page.record.hold
    assert "Dispute" not in said_on(page), "nobody who looks over a shoulder reads why"
    hold.purpose.buttons[0].click()
    settle()
    assert hold.said.text() == "There is an appeal. It belongs to: Dispute resolution"
    assert not hold.purpose.isVisible()
    assert page.focusWidget() is hold.lift
    assert "hold" in opened.services.administration.audit(limit=1)[0].text
    page.leaving()
    assert hold.said.text() == ""
    assert "Dispute" not in said_on(page)
    one.refresh()
    assert hold.purpose.isVisible()


def test_what_was_told_in_private_is_opened_by_a_reason_and_shut_when_the_page_is_left(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    talk = opened.services.interviews.start(cal.id, "first-commitments", Channel.FACE_TO_FACE).interview
    opened.services.safety.keep_note(talk, opened.services.safety.new_note(), ("zqx said so", "R. Shah", "10:40"))
    opened.services.interviews.finish(talk)
    record = page.record
    assert record.look.isVisible(), "it is offered of everybody"
    record.look.click()
    assert not record.said.isVisible()
    record.purpose.buttons[1].click()
    settle()
    assert "zqx said so" in record.said.text()
    assert record.said.isVisible()
    assert not record.purpose.isVisible()
    assert opened.services.administration.audit(limit=1)[0].text == "A sealed answer was opened."
    page.leaving()
    assert record.said.text() == ""
    assert one.record.state.said is None
    record.look.click()
    assert record.purpose.isVisible()
    assert not record.said.isVisible()
