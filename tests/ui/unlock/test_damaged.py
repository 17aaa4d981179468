from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE


def damaged(door: RealDoor, *, with_backup: bool) -> None:
    """Break the vault; Amira is in its backup."""
    door.open(PASSPHRASE)
    vault = door.opened[0]
    vault.services.people.save(replace(vault.services.people.draft(), given_name="Amira"))
    if with_backup:
        vault.services.backing_up.make()
    door.close()
    file = door.setting.files.vault
    content = bytearray(file.read_bytes())
    content[100] ^= 1
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
    assert "The vault is damaged" in window.page.open_panel.problem.text()
    assert not window.page.open_panel.backup_button.isVisible()
