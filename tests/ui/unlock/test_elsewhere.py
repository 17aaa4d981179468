"""The vault and its backups are gone from this computer, and the second place has one."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.policy import Policy
from coachdesk.vault import MemoryKeychain
from tests.ui.checks import press
from tests.ui.unlock.conftest import FirstWindow, Show
from tests.ui.unlock.door import RealDoor
from tests.ui.unlock.test_unlock import fill_in
from tests.vaults import PASSPHRASE, setting
from ui.unlock.state import Mode

NEW = "other quiet words here"


@pytest.fixture
def door(tmp_path: Path) -> RealDoor:
    """A new disk in the same computer; Amira is in the backup of the second place."""
    own, stick = tmp_path / "own", tmp_path / "stick"
    own.mkdir()
    stick.mkdir()
    real = RealDoor(setting(own, policy=Policy(backup_folder=str(stick))))
    real.make("Sam Okafor", "Wakefield", PASSPHRASE)
    services = real.opened[0].services
    services.people.save(replace(services.people.draft(), given_name="Amira"))
    services.backing_up.make()
    real.close()
    shutil.rmtree(own)
    own.mkdir()
    return real


def looked(show: Show, qtbot: QtBot) -> FirstWindow:
    window = show()
    assert window.presenter.state.mode is Mode.MAKE
    window.page.look()
    qtbot.waitUntil(window.idle)
    return window


def test_it_is_offered_beside_making_a_new_vault_and_comes_back_with_the_passphrase(
    door: RealDoor, show: Show, qtbot: QtBot
) -> None:
    window = looked(show, qtbot)
    panel = window.page.make_panel
    assert "there is a backup from" in panel.elsewhere.text()
    panel.backup_button.click()
    opening = window.page.open_panel
    assert opening.title.text() == "Bring your vault back"
    assert "There is no vault on this computer" in opening.whose.text()
    assert "The newest backup in the second place is from" in opening.backup.text()
    assert "damaged" not in opening.backup.text()
    assert not opening.go.isVisible(), "there is nothing to unlock"
    opening.passphrase.set_value(PASSPHRASE)
    opening.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    assert door.opened[0].services.people.count() == 1
    assert [each.name for each in door.setting.folder.glob("*damaged*")] == [], "there was nothing to keep"
    door.close()


def test_enter_after_the_passphrase_brings_it_back_too(door: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = looked(show, qtbot)
    window.page.make_panel.backup_button.click()
    opening = window.page.open_panel
    opening.passphrase.set_value(PASSPHRASE)
    press(opening.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.entered))
    assert door.opened[0].services.people.count() == 1
    door.close()


def test_it_comes_back_on_another_computer_with_the_recovery_key(door: RealDoor, show: Show, qtbot: QtBot) -> None:
    door.setting = replace(door.setting, keychain=MemoryKeychain())
    window = looked(show, qtbot)
    window.page.make_panel.backup_button.click()
    window.page.open_panel.lost_button.click()
    window.presenter.recover(door.keys[0], NEW, NEW)
    qtbot.waitUntil(window.idle)
    opening = window.page.open_panel
    assert opening.backup_button.isVisible()
    opening.passphrase.set_value(NEW)
    opening.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    assert door.opened[0].services.people.count() == 1
    door.close()


def test_a_new_vault_can_be_made_all_the_same(door: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = looked(show, qtbot)
    window.page.make_panel.backup_button.click()
    window.page.open_panel.make_button.click()
    assert window.page.make_panel.isVisible()
    fill_in(window)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.KEEP)
    assert door.opened[0].services.people.count() == 0
    door.close()


def test_where_nothing_lies_there_nothing_is_said(door: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "stick")
    panel = looked(show, qtbot).page.make_panel
    assert not panel.backup_button.isVisible()
    assert not panel.elsewhere.isVisible()
    door.close()


def test_a_second_place_that_is_away_again_is_said_and_it_goes_on_once_it_is_there(
    door: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = looked(show, qtbot)
    window.page.make_panel.backup_button.click()
    (tmp_path / "stick").rename(tmp_path / "away")
    opening = window.page.open_panel
    opening.passphrase.set_value(PASSPHRASE)
    opening.backup_button.click()
    qtbot.waitUntil(window.idle)
    assert opening.problem.text() == (
        "The backup cannot be reached any more. Connect the drive or share that it lies on, and try again."
    )
    assert opening.title.text() == "Bring your vault back"
    (tmp_path / "away").rename(tmp_path / "stick")
    opening.passphrase.set_value(PASSPHRASE)
    opening.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    assert door.opened[0].services.people.count() == 1
    door.close()
