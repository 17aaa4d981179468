"""The computer's keychain lost its part of the key: said in words, and three steps lead back in."""

from pytestqt.qtbot import QtBot

from coachdesk.vault import MemoryKeychain
from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE

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
