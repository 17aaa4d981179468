"""A handover and its return with a conflict, through the window; the colleague works in a vault of their own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened, create_vault
from coachdesk.people import Person
from coachdesk.services.handover_views import Chosen
from tests.ui.checks import press, settle
from tests.ui.desk.conftest import Office
from tests.ui.desk.test_places import seen
from tests.vaults import PASSPHRASE, setting
from ui.administration import AdministrationPage
from ui.administration import state as at
from ui.handover import HandoverPage
from ui.handover import state as part


@pytest.fixture
def alex(tmp_path: Path) -> Iterator[Opened]:
    """A colleague's vault."""
    folder = tmp_path / "alex"
    folder.mkdir()
    opened, _key = create_vault(setting(folder), coach_name="Alex Doyle", site="Wakefield", passphrase=PASSPHRASE)
    yield opened
    opened.close()


def cal(opened: Opened) -> Person:
    (row,) = opened.services.people.find("reid")
    return opened.services.people.open(row.person_id).person


def ring_on(opened: Opened, phone: str) -> None:
    opened.services.people.save(replace(cal(opened), phone=phone))


def to_handing_over(office: Office) -> HandoverPage:
    """From Today by keys and one button."""
    window = office.desk.window
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    page = window.page()
    assert isinstance(page, AdministrationPage)
    page.sections.button(at.HANDOVER).click()
    page.handover.open.click()
    handing = window.page()
    assert isinstance(handing, HandoverPage)
    return handing


def test_somebody_goes_to_a_colleague_and_comes_back_with_a_conflict(
    office: Office, alex: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, ours, theirs = office.desk, office.desk.services.handover, alex.services.handover
    people = desk.services.people
    people.save(replace(people.draft(), given_name="Cal", family_name="Reid", phone="0113 496 0000"))
    sam = theirs.keep_contact(theirs.look_at_contact(ours.write_contact(tmp_path)))
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    page, presenter = to_handing_over(office), desk.screens.handover
    presenter.choose_section(part.COLLEAGUES)
    presenter.contacts.look_at(theirs.write_contact(tmp_path))
    page.colleagues.keep.click()

    presenter.choose_section(part.GIVE)
    page.give.who.line.setText("reed")
    press(page.give.who.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.give.make.isVisible)
    assert "One of them has no next step." in seen(office)
    presenter.giving.make(tmp_path)
    qtbot.waitUntil(lambda: "Nobody but your colleague can open it." in seen(office))

    (there,) = tmp_path.glob("*.coachdesk-handover")
    theirs.take(theirs.look(there), {})
    ring_on(alex, "0113 496 0002")
    ring_on(office.vault, "0113 496 0001")
    back = theirs.make(sam.id, [Chosen(cal(alex).id)], tmp_path).path

    presenter.choose_section(part.OPEN)
    presenter.taking.look(back)
    qtbot.waitUntil(page.open.review.isVisible)
    assert "One thing is left to decide. Until then nothing is taken in." in seen(office)
    assert cal(office.vault).phone == "0113 496 0001"
    (key,) = page.open.review.chosen()
    page.open.review.choice(key).buttons[1].click()
    page.open.take.click()
    qtbot.waitUntil(lambda: "You decided about one thing." in seen(office))
    assert cal(office.vault).phone == "0113 496 0002"
    page.back.click()
    assert desk.window.here() == "administration"


def test_while_an_interview_is_open_nobody_is_handed_over(office: Office) -> None:
    office.talk()
    QTest.keyClick(office.desk.window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    office.desk.routes.go("handover")
    settle()
    assert office.desk.window.here() == "interview"
    assert office.said() == "Pause or end the interview first. Then other people can be seen."


def test_a_pack_that_is_opened_on_the_desktop_is_looked_at_and_one_that_is_none_is_said(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "made-up.coachdesk-handover"
    file.write_bytes(b"no pack")
    office.desk.routes.open_pack(file)
    page = office.desk.window.page()
    assert isinstance(page, HandoverPage)
    qtbot.waitUntil(lambda: bool(office.desk.screens.handover.taking.state.problem))
    assert page.open.isVisible()


def test_a_pack_that_is_opened_on_the_desktop_takes_nobody_out_of_a_talk(office: Office, tmp_path: Path) -> None:
    office.talk()
    office.desk.routes.open_pack(tmp_path / "any.coachdesk-handover")
    settle()
    assert office.desk.window.here() == "interview"
