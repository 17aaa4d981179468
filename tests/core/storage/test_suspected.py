from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.errors import AppError
from coachdesk.storage import suspected
from coachdesk.storage.tables import METADATA
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    found = setting(tmp_path)
    made(found).close()
    return found


def flip_last_page(where: Setting) -> None:
    content = bytearray(where.files.vault.read_bytes())
    content[-100] ^= 1
    where.files.vault.write_bytes(content)


def refused(where: Setting) -> bool:
    """Whether the vault is refused as damaged when it is opened."""
    try:
        open_vault(where, PASSPHRASE).close()
    except AppError as error:
        return error.code == "storage.damaged"
    return False


def read_all(vault: Opened) -> None:
    with vault.database.read() as connection:
        for table in METADATA.sorted_tables:
            connection.execute(table.select()).all()
        connection.exec_driver_sql("PRAGMA quick_check").all()


def test_damage_anywhere_in_the_file_is_met_at_the_door(where: Setting) -> None:
    flip_last_page(where)
    assert refused(where)


def test_a_large_vault_in_which_damage_was_met_is_read_whole_until_it_is_sound_again(
    where: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suspected, "QUICK", 0)
    sound = where.files.vault.read_bytes()
    flip_last_page(where)
    vault = open_vault(where, PASSPHRASE)  # it would take long, and nothing is shown before it is read
    with pytest.raises(AppError, match=r"storage\.damaged"):
        read_all(vault)
    vault.close()
    assert refused(where)
    where.files.vault.write_bytes(sound)
    assert not refused(where)
    assert not vault.database.suspected.exists()
