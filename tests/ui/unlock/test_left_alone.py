"""The recovery key, or names of a damaged vault, on the first window while nobody is there."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened, open_vault
from tests.ui.unlock.conftest import FirstWindow, Show
from tests.ui.unlock.door import RealDoor
from tests.ui.unlock.test_unlock import fill_in
from tests.vaults import PASSPHRASE
from ui.settings import open_settings
from ui.starting import read
from ui.unlock import LeftAlone
from ui.unlock.state import Mode


class Alone:
    """A first window with a recovery key on it, and what is given back of it."""

    def __init__(self, window: FirstWindow, folder: Path) -> None:
        self.window, self.left = window, list[Opened]()
        window.presenter.left.connect(self.left.append)
        self.watcher = LeftAlone(window.page, window.presenter, open_settings(folder / "settings.ini"))

    def wait(self) -> None:
        """Nobody touches a key for as long as the vault may stay open."""
        assert self.watcher.lock is not None
        assert self.watcher.lock.minutes() == 5
        self.watcher.lock.expired.emit()


@pytest.fixture
def alone(door: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path) -> Alone:
    window = show()
    found = Alone(window, tmp_path)
    assert found.watcher.lock is None, "there is nothing to hide yet"
    fill_in(window)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.KEEP)
    assert door.keys
    return found


def test_the_recovery_key_is_hidden_the_vault_given_back_and_the_way_on_said(alone: Alone, door: RealDoor) -> None:
    alone.wait()
    page = alone.window.page
    assert page.keep_panel.key.groups == ()
    assert page.open_panel.isVisible()
    assert "make a new one under Administration" in page.open_panel.problem.text()
    assert alone.left == door.opened
    assert alone.watcher.lock is None
    assert alone.window.entered == []
    door.close()
    vault = open_vault(door.setting, PASSPHRASE)
    assert vault.services.administration.renew_recovery_key(PASSPHRASE)
    vault.close()


def test_it_is_hidden_as_well_when_whoever_made_it_leaves_the_computer(alone: Alone, door: RealDoor) -> None:
    alone.window.page.forget()
    assert alone.window.page.keep_panel.key.groups == ()
    assert alone.left == door.opened


def test_it_warns_before_and_a_key_takes_the_warning_back(alone: Alone) -> None:
    lock, problem = alone.watcher.lock, alone.window.page.keep_panel.problem
    assert lock is not None
    lock.warning.emit(60)
    assert "locks in 60 seconds" in problem.text()
    lock.woken.emit()
    assert problem.text() == ""
    assert alone.window.presenter.state.mode is Mode.KEEP


def test_the_safety_panel_has_no_time_out(alone: Alone) -> None:
    alone.window.page.safety_button.click()
    alone.wait()
    assert alone.window.page.in_safety()
    assert alone.left == []
    assert alone.watcher.lock is not None
    assert alone.watcher.lock.running()


def test_nothing_counts_any_more_once_the_vault_is_entered(alone: Alone) -> None:
    window = alone.window
    groups, asked = window.presenter.state.groups, window.presenter.state.asked
    window.presenter.kept(groups[asked - 1])
    assert window.entered
    assert alone.watcher.lock is None


def test_the_next_start_says_it_too(made: RealDoor, show: Show) -> None:
    del made
    assert read(["--key-left"]).key_left
    assert not read([]).key_left
    window = show()
    window.presenter.tell_key_left()
    assert "If you kept the key, it holds." in window.page.open_panel.problem.text()


def test_names_of_a_damaged_vault_are_hidden_as_well(made: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    file = made.setting.files.vault
    content = bytearray(file.read_bytes())
    content[-100] ^= 1
    file.write_bytes(content)
    window = show()
    found = Alone(window, tmp_path)
    window.presenter.open(PASSPHRASE)
    qtbot.waitUntil(window.idle)
    window.presenter.look_inside(PASSPHRASE)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.READABLE)
    found.wait()
    assert window.presenter.state.readable is None
    assert window.page.open_panel.isVisible()
    qtbot.waitUntil(window.idle)
