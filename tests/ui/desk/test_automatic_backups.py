from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.errors import AppError
from tests.ui.desk.conftest import Office
from tests.vaults import PASSPHRASE
from ui.backing_up import AutomaticBackups
from ui.tasks import Tasks
from ui.wiring import Desk

SOON = 0.02 / 60
NEW = "quite another long passphrase"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    worker = Tasks()
    yield worker
    worker.close()


@pytest.fixture
def owner(opened: Opened) -> Iterator[QObject]:
    yield QObject()
    opened.close()


def add(vault: Opened, name: str) -> None:
    people = vault.services.people
    people.save(replace(people.draft(), given_name=name))


def test_a_while_after_something_was_stored_a_backup_is_made_behind_the_window(
    opened: Opened, tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    automatic = AutomaticBackups(opened.services, tasks, owner, minutes=SOON)
    assert not automatic.waits(), "nothing ticks while nothing is stored"
    with qtbot.waitSignal(automatic.made):
        add(opened, "Amira")
    assert opened.services.backing_up.last() is not None
    assert not automatic.waits()


def test_what_a_worker_stores_counts_too(opened: Opened, tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    automatic = AutomaticBackups(opened.services, tasks, owner, minutes=SOON)
    with qtbot.waitSignal(automatic.made):
        tasks.run(lambda: add(opened, "Amira"), owner=owner, ok=print, fail=print)


def test_a_backup_that_cannot_be_made_is_told_once_and_tried_again(
    opened: Opened, tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    folder = opened.services.backing_up.folder()
    folder.touch()  # nothing can be written into a file
    automatic = AutomaticBackups(opened.services, tasks, owner, minutes=SOON)
    told = list[AppError]()
    automatic.failed.connect(told.append)
    with qtbot.waitSignal(automatic.failed):
        add(opened, "Amira")
    qtbot.wait(100)
    assert [each.code for each in told] == ["storage.cannot-write"]
    with qtbot.waitSignal(automatic.made):
        folder.unlink()


def test_locking_makes_the_last_backup_when_the_window_is_gone(office: Office) -> None:
    office.talk()
    backing_up, window = office.vault.services.backing_up, office.desk.window
    assert backing_up.last() is None
    office.desk.shutting.lock()
    assert office.locked == [True]
    assert backing_up.last() is not None
    assert not window.isVisible()


def test_whoever_leaves_does_not_wait_for_the_backup_of_a_large_vault(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.services.backing_up.QUICK", 1000)
    add(office.vault, "Amira")
    office.desk.shutting.lock()
    assert office.locked == [True]
    assert not list(office.vault.services.backing_up.folder().glob("*.cdvault"))


def test_locking_makes_none_where_nothing_was_stored(office: Office) -> None:
    office.desk.shutting.lock()
    assert office.vault.services.backing_up.last() is None


def test_a_backup_that_fails_holds_up_no_lock(office: Office) -> None:
    office.talk()
    office.vault.services.backing_up.folder().touch()
    office.desk.shutting.lock()
    assert office.locked == [True]


def test_a_header_that_somebody_took_away_holds_up_no_lock_and_comes_from_the_backup(office: Office) -> None:
    office.talk()
    vault = office.vault
    made = vault.services.backing_up.make().path
    office.talk()
    header = vault.services.backing_up.folder().parent / "coachdesk.cdheader"
    header.unlink()
    with pytest.raises(AppError, match=r"vault\.header-missing"):
        vault.services.backing_up.make()
    office.desk.shutting.lock()
    assert office.locked == [True]
    assert made.with_suffix(".cdheader").exists()


def header_of_newest(vault: Opened) -> bytes:
    return max(vault.services.backing_up.folder().glob("*.cdheader")).read_bytes()


def change_passphrase(desk: Desk) -> None:
    desk.screens.administration.change_passphrase(PASSPHRASE, NEW, NEW)


def renew_recovery_key(desk: Desk) -> None:
    desk.screens.administration.renew_recovery_key(PASSPHRASE)


def renew_data_key(desk: Desk) -> None:
    desk.screens.administration.renew_data_key(PASSPHRASE)


@pytest.mark.parametrize("change", [change_passphrase, renew_recovery_key, renew_data_key])
def test_a_change_of_keys_is_in_a_backup_at_once(office: Office, qtbot: QtBot, change: Callable[[Desk], None]) -> None:
    office.vault.services.backing_up.make()
    before = header_of_newest(office.vault)
    with qtbot.waitSignal(office.desk.backups.made):
        change(office.desk)
    assert header_of_newest(office.vault) != before
    assert not office.vault.services.backing_up.due()


def test_who_came_back_in_with_the_recovery_key_has_a_backup_that_opens_with_the_new_passphrase_at_once(
    opened: Opened, tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    opened.services.backing_up.make()
    opened.services.administration.change_passphrase(PASSPHRASE, NEW)
    automatic = AutomaticBackups(opened.services, tasks, owner)
    with qtbot.waitSignal(automatic.made):
        assert not automatic.waits()
    assert not opened.services.backing_up.keys_changed()
