import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.application import Setting, create_vault, open_vault
from coachdesk.policy import Policy
from tests.core.services.talking import begin
from tests.vaults import PASSPHRASE


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    """A vault with a talk that was paused long ago, and somebody else."""
    found = Setting(
        folder=tmp_path, keychain=None, policy=Policy(), clock=lambda: datetime(2026, 1, 12, 10, tzinfo=UTC)
    )
    vault, _key = create_vault(found, coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    talk = begin(vault)
    talk.say("goal", "Work with zqxhorses")
    vault.services.interviews.pause(talk.interview)
    people = vault.services.people
    people.save(replace(people.draft(), given_name="Bryn"))
    vault.close()
    return found


def purge(monkeypatch: pytest.MonkeyPatch, where: Setting, *more: str) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    return cli.main(["purge", str(where.files.vault), *more, "--passphrase-stdin"])


def interviews(where: Setting) -> int:
    vault = open_vault(where, PASSPHRASE)
    with vault.database.read() as connection:
        found: int = connection.exec_driver_sql("SELECT count(*) FROM interviews").scalar_one()
    vault.close()
    return found


def test_what_is_past_its_time_is_listed_without_a_name_and_deleted_only_when_that_is_asked_for(
    where: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert purge(monkeypatch, where) == 1
    said = capsys.readouterr().out
    assert "Talks that are not finished" in said
    assert "(4 weeks after it is in the account or over). The oldest: Monday 12 January 2026." in said
    assert "Nothing was deleted" in said
    assert not [name for name in ("Amira", "Khalil", "Bryn", "horses") if name in said]
    assert interviews(where) == 1
    assert purge(monkeypatch, where, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["people"], found["deleted"], found["stays"][0]["why"]) == (2, 0, "it is not in the account yet")
    assert purge(monkeypatch, where, "--delete") == 0
    assert "records were deleted." in capsys.readouterr().out
    assert interviews(where) == 0
    assert purge(monkeypatch, where) == 0
    assert "Nothing is past its time." in capsys.readouterr().out


def test_a_vault_that_a_window_has_is_not_purged(
    where: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = open_vault(where, PASSPHRASE)
    assert purge(monkeypatch, where, "--delete") == 3
    vault.close()
    assert interviews(where) == 1
