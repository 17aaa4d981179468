"""What is half typed at the first window is gone with whoever types it; and who else has the vault is said at once."""

import getpass
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.checks import settle, use_key
from tests.ui.unlock.conftest import FirstWindow, Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE
from ui.kit.text_fields import FORGOTTEN_AFTER, SecretLine

HALF = PASSPHRASE[:9]


def press_hide(window: FirstWindow) -> None:
    use_key(window.page, "hide")


def minimise(window: FirstWindow) -> None:
    window.page.hide()


def open_safety(window: FirstWindow) -> None:
    window.page.safety_button.click()


def go_to_recovery(window: FirstWindow) -> None:
    window.presenter.lost()


def leave(window: FirstWindow) -> None:
    """What the operating system tells when its screen is locked."""
    window.page.forget()


def wait(window: FirstWindow) -> None:
    """Nobody types for as long as it is remembered."""
    (timer,) = [each._idle for each in window.page.findChildren(SecretLine) if each._idle.isActive()]
    assert timer.interval() == FORGOTTEN_AFTER * 1000
    timer.timeout.emit()


@pytest.mark.parametrize("what", [press_hide, minimise, open_safety, go_to_recovery, leave, wait])
def test_half_a_passphrase_is_forgotten(show: Show, made: RealDoor, what: Callable[[FirstWindow], None]) -> None:
    del made
    window = show()
    field = window.page.open_panel.passphrase
    field.line.setText(HALF)
    what(window)
    settle()
    assert field.value() == ""
    field.line.undo()
    assert field.value() == ""


def test_half_a_recovery_key_is_forgotten_too(show: Show, made: RealDoor) -> None:
    del made
    window = show()
    window.presenter.lost()
    panel = window.page.recover_panel
    panel.recovery.line.setText("ABCD EFGH")
    panel.passphrase.line.setText(HALF)
    press_hide(window)
    assert {panel.recovery.value(), panel.passphrase.value()} == {""}


def test_a_key_in_one_field_keeps_what_is_typed_in_the_others(show: Show, made: RealDoor) -> None:
    del made
    window = show()
    window.presenter.lost()
    panel = window.page.recover_panel
    panel.recovery.line.setText("ABCD EFGH")
    panel.recovery._idle.stop()  # as if its time were nearly over
    panel.passphrase.line.setText(HALF)
    assert panel.recovery._idle.remainingTime() > (FORGOTTEN_AFTER - 5) * 1000


def test_who_has_the_vault_open_is_said_before_anybody_types(show: Show, made: RealDoor, qtbot: QtBot) -> None:
    opened = made.open(PASSPHRASE)
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.page.open_panel.problem.text().startswith(f"{getpass.getuser()} has had this vault open on ")
    made.close()
    assert opened.locks
    window.page.open_panel.passphrase.line.setText(PASSPHRASE)
    window.page.open_panel.go.click()
    qtbot.waitUntil(lambda: bool(window.entered))


def test_nothing_is_said_where_nobody_has_it_or_somebody_who_was_killed(
    show: Show, made: RealDoor, qtbot: QtBot
) -> None:
    made.setting.files.lock.write_text('{"host": "here", "who": "sam", "pid": 1, "since": "2026-11-22T09:00:00+00:00"}')
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.page.open_panel.problem.text() == ""
