"""A checkpoint that lies elsewhere shows what the chain alone cannot: an end that was cut off, or a chain built anew."""

import hashlib
import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from coachdesk.application import Opened, Setting, create_vault
from coachdesk.cli import main
from coachdesk.policy import Policy
from coachdesk.services.checkpoints import Standing, standing_of_audit
from coachdesk.storage import Database
from coachdesk.storage.mapper import canonical
from coachdesk.storage.tables import AUDIT
from tests.core.services.talking import begin
from tests.vaults import PASSPHRASE


def built_anew(database: Database, number: int) -> None:
    """Change what a line says, and compute it and all later ones again."""
    with database.write() as writer:
        previous = ""
        for row in writer.connection.execute(select(AUDIT).order_by(AUDIT.c.number)).mappings().all():
            line: dict[str, Any] = dict(row)
            line.pop("hash")
            line["previous"] = previous
            if line["number"] == number:
                line["code"] = "person.opened"
            body = canonical(line | {"at": line["at"].isoformat(timespec="microseconds")})
            previous = hashlib.sha256(body.encode()).hexdigest()
            values = line | {"hash": previous}
            writer.connection.execute(update(AUDIT).where(AUDIT.c.number == line["number"]).values(**values))


def test_a_chain_that_goes_on_from_a_checkpoint_is_whole(timed: Opened, tmp_path: Path) -> None:
    begin(timed)
    checkpoints = timed.services.checkpoints
    saved = checkpoints.save(tmp_path)
    assert timed.services.administration.audit()[0].text == "A checkpoint of this list was saved as a file."
    begin(timed)
    checked = checkpoints.check(saved.read_text())
    assert checked.fine
    assert standing_of_audit(checked).startswith("The list is whole, and goes on from the checkpoint")
    assert checkpoints.check().fine


def test_a_chain_that_was_built_anew_is_seen_by_the_checkpoint_only(timed: Opened) -> None:
    begin(timed)
    checkpoints = timed.services.checkpoints
    kept = checkpoints.line()
    built_anew(timed.database, 2)
    assert checkpoints.check().fine
    found = checkpoints.check(kept)
    assert found.standing is Standing.REBUILT
    assert "was built anew since the checkpoint" in standing_of_audit(found)


def test_a_chain_whose_end_was_cut_off_is_seen_by_the_checkpoint_only(timed: Opened) -> None:
    begin(timed)
    checkpoints = timed.services.checkpoints
    kept = checkpoints.line()
    with timed.database.write() as writer:
        writer.connection.execute(AUDIT.delete().where(AUDIT.c.number > 2))
    assert checkpoints.check().fine
    assert checkpoints.check(kept).standing is Standing.SHORTER


def test_the_day_on_paper_carries_a_checkpoint_that_tells_later(timed: Opened) -> None:
    begin(timed)
    sheet = timed.services.day.outgoing(timed.services.day.today()).text
    checkpoints = timed.services.checkpoints
    assert checkpoints.check(sheet).fine
    assert checkpoints.check(sheet).number
    built_anew(timed.database, 2)
    assert checkpoints.check(sheet).standing is Standing.REBUILT


def test_a_line_that_was_changed_needs_no_checkpoint(timed: Opened) -> None:
    begin(timed)
    with timed.database.write() as writer:
        writer.connection.execute(update(AUDIT).where(AUDIT.c.number == 2).values(code="person.opened"))
    found = timed.services.checkpoints.check()
    assert (found.standing, found.broken_at) == (Standing.CHANGED, 2)


@pytest.mark.parametrize("text", ["", "Nothing to see", "CoachDesk audit K7M2 2026-12-01 3 beef"])
def test_a_file_without_a_checkpoint_is_said_to_be_one(timed: Opened, text: str) -> None:
    assert timed.services.checkpoints.check(text).standing is Standing.UNREADABLE


def test_a_checkpoint_of_another_vault_says_nothing_of_this_one(timed: Opened) -> None:
    line = timed.services.checkpoints.line().replace(timed.info.short_id, "0000")
    assert timed.services.checkpoints.check(line).standing is Standing.ANOTHER


def test_the_command_line_saves_and_compares_checkpoints_and_exports_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = Setting(folder=tmp_path, keychain=None, policy=Policy())
    opened, _key = create_vault(where, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    begin(opened)
    opened.close()
    out = tmp_path / "out"
    out.mkdir()

    def run(*arguments: str | Path) -> int:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(f"{PASSPHRASE}\n".encode())))
        return main([*(str(each) for each in arguments), "--passphrase-stdin", "--json"])

    vault = where.files.vault
    assert run("audit", vault, "--save", out) == 0
    (kept,) = out.glob("audit-*.txt")
    assert json.loads(capsys.readouterr().out)["saved"] == str(kept)
    assert run("audit", vault, "--against", kept) == 0
    assert json.loads(capsys.readouterr().out)["standing"] == "whole"
    assert run("export-person", vault, "Amira Khalil", "--out", out) == 0
    assert len(json.loads(capsys.readouterr().out)["files"]) == 2
    assert run("audit", vault, "--against", out / "not-there") == 3
    assert run("export-person", vault, "nobody", "--out", out) == 3
