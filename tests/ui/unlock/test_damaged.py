from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE
from ui.unlock.state import Mode

NEW = "other quiet words here"


def damaged(door: RealDoor, *, with_backup: bool, at: int = 100) -> None:
    """Break the vault, at its first page where no place is named; Amira is in its backup."""
    door.open(PASSPHRASE)
    vault = door.opened[0]
    vault.services.people.save(replace(vault.services.people.draft(), given_name="Amira"))
    if with_backup:
        vault.services.backing_up.make()
    door.close()
    file = door.setting.files.vault
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_a_damaged_vault_is_named_and_the_newest_backup_offered_and_brought_back(
    made: RealDoor, show: Show, qtbot: QtBot
) -> None:
    damaged(made, with_backup=True)
    window = show()
    panel = window.page.open_panel
    assert not panel.backup_button.isVisible()
    panel.passphrase.set_value(PASSPHRASE)
    panel.go.click()
    qtbot.waitUntil(window.idle)
    assert "The vault is damaged" in panel.problem.text()
    assert panel.backup_button.isVisible()
    assert "The newest backup is from" in panel.backup.text()
    panel.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    vault = made.opened[-1]
    assert vault.services.people.count() == 1
    assert not panel.backup_button.isVisible()


def test_without_a_backup_none_is_offered(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    damaged(made, with_backup=False)
    window = show()
    window.page.open_panel.passphrase.set_value(PASSPHRASE)
    window.page.open_panel.go.click()
    qtbot.waitUntil(window.idle)
    said = window.page.open_panel.problem.text()
    assert "The vault is damaged" in said
    assert said.endswith("Where there is a backup, you can go back to it. No backup of it was found.")
    assert not window.page.open_panel.backup_button.isVisible()


def test_what_can_be_read_is_shown_before_anything_is_replaced_and_can_be_gone_on_with(
    made: RealDoor, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    damaged(made, with_backup=True, at=-100)
    broken = made.setting.files.vault.read_bytes()
    window = show()
    window.page.open_panel.passphrase.set_value(PASSPHRASE)
    window.page.open_panel.go.click()
    qtbot.waitUntil(window.idle)
    assert window.page.open_panel.look_button.isVisible()
    window.page.open_panel.look_button.click()
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.READABLE)
    panel = window.page.readable_panel
    assert "People: 1" in panel.lines.text()
    assert panel.backup_button.isVisible()
    assert made.setting.files.vault.read_bytes() == broken
    window.presenter.save_list(tmp_path)
    assert "coachdesk-what-was-saved.txt" in panel.saved.text()
    assert "Amira" not in (tmp_path / "coachdesk-what-was-saved.txt").read_text()
    panel.back_button.click()
    qtbot.waitUntil(window.idle)
    assert not list(tmp_path.glob(".*"))
    window.page.open_panel.passphrase.set_value(PASSPHRASE)
    window.page.open_panel.look_button.click()
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.READABLE)
    panel.passphrase.set_value(PASSPHRASE)
    panel.go.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    assert made.opened[-1].services.people.count() == 1


def test_hiding_the_screen_leaves_the_list_with_names(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    damaged(made, with_backup=False, at=-100)
    window = show()
    window.page.open_panel.passphrase.set_value(PASSPHRASE)
    window.page.open_panel.go.click()
    qtbot.waitUntil(window.idle)
    window.page.open_panel.look_button.click()
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.READABLE)
    window.page.forget()
    assert window.presenter.state.mode is Mode.OPEN
    assert window.presenter.state.readable is None
    qtbot.waitUntil(window.idle)


def test_a_slip_of_the_passphrase_leaves_the_backup_on_offer(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    damaged(made, with_backup=True)
    window = show()
    panel = window.page.open_panel
    panel.passphrase.set_value(PASSPHRASE)
    panel.go.click()
    qtbot.waitUntil(window.idle)
    panel.passphrase.set_value("quite another one")
    panel.backup_button.click()
    qtbot.waitUntil(window.idle)
    assert "does not open" in panel.problem.text()
    assert panel.backup_button.isVisible()
    panel.passphrase.forget()
    panel.backup_button.click()
    assert panel.problem.text() == "Type your passphrase first."
    panel.passphrase.set_value(PASSPHRASE)
    panel.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))


def test_after_the_recovery_key_the_ways_out_of_damage_stand_beside_the_passphrase(
    made: RealDoor, show: Show, qtbot: QtBot
) -> None:
    damaged(made, with_backup=True)
    window = show()
    window.presenter.lost()
    window.presenter.recover(made.keys[0], NEW, NEW)
    qtbot.waitUntil(window.idle)
    panel = window.page.open_panel
    assert panel.isVisible()
    assert "The vault is damaged" in panel.problem.text()
    panel.passphrase.set_value(NEW)
    panel.backup_button.click()
    qtbot.waitUntil(lambda: bool(window.entered))
    assert made.opened[-1].services.people.count() == 1
