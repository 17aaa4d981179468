"""The organisation's way in: by its key to the caseload, by two people's keys to what is sealed."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.application import Opened, Setting, open_vault
from coachdesk.errors import AppError
from coachdesk.interviews import Interview
from coachdesk.policy import Policy
from coachdesk.recovering import OrganisationKeys, recover_vault
from coachdesk.storage import audit_lines, find
from coachdesk.vault.dropbox import public_half
from coachdesk.vault.header_file import read_header
from coachdesk.vault.organisation import recover, recover_private
from coachdesk.vault.organisation_key import make, read
from tests.core.services.talking import begin
from tests.vaults import CHEAP, PASSPHRASE, made, setting

NEW = "another four quiet words"


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> tuple[Policy, OrganisationKeys]:
    """The keys of two people, and the policy that names their public halves."""
    files = [tmp_path_factory.mktemp("safe") / "recovery.key" for _ in range(2)]
    first, second = (make(file, NEW, kdf=CHEAP) for file in files)
    privates = [read(file, NEW, kdf=CHEAP) for file in files]
    return Policy(recovery_key=first, second_recovery_key=second), OrganisationKeys(*privates)


@pytest.fixture
def lost(tmp_path: Path, safe: tuple[Policy, OrganisationKeys]) -> Setting:
    """A vault with one sealed answer that its coach cannot open any more."""
    where = setting(tmp_path, policy=safe[0])
    vault = made(where)
    talk = begin(vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    vault.close()
    return where


@pytest.fixture
def into(tmp_path: Path, safe: tuple[Policy, OrganisationKeys]) -> Setting:
    folder = tmp_path / "another computer"
    folder.mkdir()
    return setting(folder, policy=safe[0])


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(AppError) as refused:
        call()
    return refused.value.code


def sealed_answer(vault: Opened) -> str:
    """What is opened, on purpose, of the only interview."""
    with vault.database.read() as connection:
        (interview,) = find(connection, Interview)
    shown = vault.services.interviews.reveal(interview, "card_private", reason="plan")
    return shown.value if shown else ""


def people(vault: Opened) -> list[str]:
    return [row.full_name for row in vault.services.people.find("")]


def said_of_it(vault: Opened) -> list[str]:
    return [row.text for row in vault.services.administration.audit()]


def test_one_key_recovers_the_caseload_and_leaves_what_is_sealed_closed(
    lost: Setting, into: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    recover_vault(lost.files.vault, OrganisationKeys(safe[1].first), into, passphrase=NEW)
    vault = open_vault(into, NEW)
    assert people(vault) == ["Amira Khalil"]
    assert code_of(lambda: sealed_answer(vault)) == "vault.sealed-unreadable"
    said = said_of_it(vault)
    assert "The organisation recovered the vault into a new one. (On the command line.)" in said
    assert "The organisation recovered what was sealed, two people together. (On the command line.)" not in said
    vault.close()


def test_two_keys_recover_what_is_sealed_too_and_the_person_can_see_it(
    lost: Setting, into: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    recover_vault(lost.files.vault, safe[1], into, passphrase=NEW)
    vault = open_vault(into, NEW)
    assert "hurt" in sealed_answer(vault)
    (row,) = vault.services.people.find("")
    with vault.database.read() as connection:
        codes = [line.code for line in audit_lines(connection, subject=row.person_id)]
    assert "sealed.recovered" in codes
    vault.close()


def test_neither_of_the_two_opens_what_is_sealed_alone_not_even_with_both_keys_in_the_other_order(
    lost: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    header, (first, second) = read_header(lost.files.header), (safe[1].first, safe[1].second or b"")
    assert public_half(recover_private(header, first, second)) == header.public_key
    foreign = bytes(31) + b"\x01"
    for one, other in ((first, first), (second, second), (second, first), (first, foreign), (foreign, second)):
        assert code_of(partial(recover_private, header, one, other)) == "vault.wrong-organisation-key"


def test_where_the_policy_names_no_second_person_nothing_is_kept_that_opens_what_is_sealed(
    tmp_path: Path, safe: tuple[Policy, OrganisationKeys]
) -> None:
    where = replace(setting(tmp_path, policy=replace(safe[0], second_recovery_key="")), name="of one")
    made(where).close()
    header = read_header(where.files.header)
    assert recover(header, safe[1].first)
    assert header.organisation is not None
    assert (header.organisation.second, header.organisation.sealed) == (None, None)
    assert code_of(lambda: recover_private(header, safe[1].first, safe[1].first)) == "vault.not-escrowed"


def test_the_old_vault_still_opens_as_it_did(
    lost: Setting, into: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    recover_vault(lost.files.vault, safe[1], into, passphrase=NEW)
    vault = open_vault(lost, PASSPHRASE)
    assert "hurt" in sealed_answer(vault)
    vault.close()


def test_a_foreign_key_a_vault_without_a_slot_and_a_vault_in_use_are_refused_and_leave_nothing(
    tmp_path: Path, lost: Setting, into: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    foreign = OrganisationKeys(bytes(31) + b"\x01")
    assert code_of(lambda: recover_vault(lost.files.vault, foreign, into, passphrase=NEW)) == (
        "vault.wrong-organisation-key"
    )
    swapped = OrganisationKeys(safe[1].second or b"", safe[1].first)
    assert code_of(lambda: recover_vault(lost.files.vault, swapped, into, passphrase=NEW)) == (
        "vault.wrong-organisation-key"
    )
    without = replace(setting(tmp_path), name="without")
    made(without).close()
    assert code_of(lambda: recover_vault(without.files.vault, safe[1], into, passphrase=NEW)) == "vault.not-escrowed"
    vault = open_vault(lost, PASSPHRASE)
    assert code_of(lambda: recover_vault(lost.files.vault, safe[1], into, passphrase=NEW)) == "vault.in-use"
    vault.close()
    assert list(into.folder.iterdir()) == []


def test_a_policy_that_changes_its_key_changes_the_slot_at_the_next_opening(
    lost: Setting, safe: tuple[Policy, OrganisationKeys]
) -> None:
    assert recover(read_header(lost.files.header), safe[1].first)
    vault = open_vault(replace(lost, policy=Policy()), PASSPHRASE)
    assert vault.services.administration.organisation_keys() == 0
    assert "Who besides the coach can recover the vault was changed." in said_of_it(vault)
    vault.close()
    assert code_of(lambda: recover(read_header(lost.files.header), safe[1].first)) == "vault.not-escrowed"


def test_the_commands_make_a_key_and_recover_a_vault(
    tmp_path: Path, into: Setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "recovery.key"
    say(monkeypatch, "a key in a safe")
    assert cli.main(["recovery-keygen", str(key), "--passphrase-stdin"]) == 0
    public = capsys.readouterr().out.split('recovery_key = "')[1].split('"')[0]
    where = setting(tmp_path, policy=Policy(recovery_key=public))
    made(where).close()
    new = into.folder / "coachdesk.cdvault"
    say(monkeypatch, "a key in a safe", NEW)
    asked = ["recover", str(where.files.vault), "--into", str(new), "--key", str(key), "--passphrase-stdin"]
    assert cli.main(asked) == 0
    assert "Sealed answers stay closed in it." in capsys.readouterr().out
    assert new.exists()
    say(monkeypatch, "not the passphrase", NEW)
    assert cli.main(asked) == 3
    assert capsys.readouterr().err == "That passphrase does not open this key.\n"


def say(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What standard input has."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
