import io
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.application import Setting, create_vault, open_vault
from coachdesk.policy import Policy
from tests.vaults import PASSPHRASE


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    """A vault with Amira in it, as a program makes it."""
    found = Setting(folder=tmp_path, keychain=None, policy=Policy())
    vault, _key = create_vault(found, coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    people = vault.services.people
    people.save(replace(people.draft(), given_name="Amira"))
    vault.close()
    return found


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    return cli.main([*map(str, arguments), "--passphrase-stdin"])


def many(where: Setting) -> int:
    vault = open_vault(where, PASSPHRASE)
    found = vault.services.people.count()
    vault.close()
    return found


def test_a_backup_is_made_and_brought_back_and_a_damaged_vault_put_right(
    where: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = where.files.vault
    assert run(monkeypatch, "restore", file) == 3
    assert "No such backup" in capsys.readouterr().err
    assert run(monkeypatch, "backup", file) == 0
    assert "It was read from end to end." in capsys.readouterr().out
    (backup,) = (where.folder / "backups").glob("*.cdvault")
    vault = open_vault(where, PASSPHRASE)
    vault.services.people.save(replace(vault.services.people.draft(), given_name="Bryn"))
    assert run(monkeypatch, "backup", file) == 3, "a window has it"
    vault.close()
    assert run(monkeypatch, "restore", file, "--backup", backup) == 0
    assert many(where) == 1
    content = bytearray(file.read_bytes())
    content[50] ^= 1
    file.write_bytes(content)
    assert run(monkeypatch, "restore", file) == 0
    assert "The vault was damaged." in capsys.readouterr().out
    assert many(where) == 2
    file.unlink()
    assert run(monkeypatch, "restore", file) == 0
    assert "The vault was gone." in capsys.readouterr().out
    assert many(where) == 2


def test_what_can_be_read_of_a_damaged_vault_is_listed_and_then_takes_its_place(
    where: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = where.files.vault
    assert run(monkeypatch, "salvage", file) == 3
    assert "The vault is sound" in capsys.readouterr().err
    assert run(monkeypatch, "backup", file) == 0
    content = bytearray(file.read_bytes())
    content[-100] ^= 1
    file.write_bytes(content)
    assert run(monkeypatch, "salvage", file, "--look") in {0, 1}
    said = capsys.readouterr().out
    assert "People: 1" in said
    assert "The newest backup is from" in said
    assert "Amira" not in said
    assert file.read_bytes() == content
    assert not list(where.folder.glob(".*"))
    assert run(monkeypatch, "salvage", file) in {0, 1}
    assert many(where) == 1
