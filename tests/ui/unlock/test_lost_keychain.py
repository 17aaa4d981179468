"""The computer's keychain lost its part of the key: said in words, and three steps lead back in."""

import shutil
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from coachdesk.vault import MemoryKeychain
from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE, setting

NEW = "another four quiet words"


def test_three_steps_lead_back_in_with_the_recovery_key(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    keychain = made.setting.keychain
    assert isinstance(keychain, MemoryKeychain)
    keychain._kept.clear()
    window = show()
    window.page.open_panel.passphrase.line.setText(PASSPHRASE)
    window.page.open_panel.go.click()
    qtbot.waitUntil(window.idle)
    said = window.page.open_panel.problem.text()
    assert said == "This machine's keychain no longer holds its part of the key. Your recovery key opens the vault."
    window.page.open_panel.lost_button.click()  # the first step
    panel = window.page.recover_panel
    panel.recovery.line.setText(made.keys[0])  # the second: three fields
    panel.passphrase.line.setText(NEW)
    panel.again.line.setText(NEW)
    panel.go.click()  # the third
    qtbot.waitUntil(lambda: bool(window.entered))
    assert made.opened[-1].keys.with_keychain
    made.close()
    assert made.open(NEW).keys.with_keychain


def test_backups_alone_on_another_computer_come_back_with_the_recovery_key(
    made: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    here = made.setting
    made.open(PASSPHRASE)
    people = made.opened[0].services.people
    people.save(replace(people.draft(), given_name="Amira"))
    made.opened[0].services.backing_up.make()
    made.close()
    there = tmp_path / "another computer"
    shutil.copytree(here.folder / "backups", there / "backups")
    made.setting = setting(there)
    assert made.exists()
    window = show()
    window.page.open_panel.lost_button.click()
    panel = window.page.recover_panel
    panel.recovery.line.setText(made.keys[0])
    panel.passphrase.line.setText(NEW)
    panel.again.line.setText(NEW)
    panel.go.click()
    qtbot.waitUntil(window.idle)
    assert window.page.open_panel.backup_button.isVisible()
    window.page.open_panel.passphrase.line.setText(NEW)
    window.page.open_panel.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    vault = made.opened[-1]
    assert vault.services.people.count() == 1
    assert vault.keys.with_keychain
    assert not vault.older_than_left
    made.close()
    assert made.open(NEW).services.people.count() == 1
