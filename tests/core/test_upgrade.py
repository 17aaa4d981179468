"""A program opens the vaults of every released version after a checked backup, and an older program leaves them alone."""

import io
import re
import shutil
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import Connection

from coachdesk import __version__, cli
from coachdesk.application import Opened, Setting, open_vault
from coachdesk.services import backups
from coachdesk.storage.migrations import STEPS
from tests.core.released import FOLDER, GIVEN_NAME, GOAL, place, versions
from tests.vaults import PASSPHRASE

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def add_pronouns(connection: Connection) -> None:
    """What a next version might change."""
    connection.exec_driver_sql("ALTER TABLE people ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


@pytest.fixture(params=versions())
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Setting:
    """A copy of the vault of each released version."""
    return place(Path(shutil.copytree(FOLDER / str(request.param), tmp_path / "vault")))


def is_whole(vault: Opened) -> bool:
    with vault.database.read() as connection:
        names = connection.exec_driver_sql("SELECT given_name FROM people").scalars().all()
        answers = connection.exec_driver_sql("SELECT * FROM answers").all()
    return GIVEN_NAME in names and GOAL in str(answers) and vault.services.administration.check().sound


def test_every_version_that_the_changelog_calls_released_has_its_vault() -> None:
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert set(released) | {__version__} <= set(versions())


def test_todays_program_opens_it_with_everything_in_it(old: Setting) -> None:
    with closing(open_vault(old, PASSPHRASE)) as vault:
        assert is_whole(vault)


def test_the_next_program_makes_a_checked_backup_first(old: Setting) -> None:
    with patch("coachdesk.storage.database.STEPS", (*STEPS, add_pronouns)):
        with closing(open_vault(old, PASSPHRASE)) as vault:
            ((moment, made),) = backups.there(old.files, backups.beside(old.files)).items()
            found = backups.tested(moment, made, key=vault.database.key, vault_id=vault.keys.vault_id)
            assert found == backups.BackupTest(moment, ())
            assert is_whole(vault)
        with closing(open_vault(old, PASSPHRASE)) as vault:
            assert is_whole(vault)


def test_an_older_program_refuses_it_in_a_sentence_and_changes_nothing(
    old: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with patch("coachdesk.storage.database.STEPS", (*STEPS, add_pronouns)):
        open_vault(old, PASSPHRASE).close()
    before = {path.name: path.read_bytes() for path in (old.files.vault, old.files.header)}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    assert cli.main(["backup", str(old.files.vault), "--passphrase-stdin"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "newer" in said.err
    assert "Traceback" not in said.err
    assert {path.name: path.read_bytes() for path in (old.files.vault, old.files.header)} == before
