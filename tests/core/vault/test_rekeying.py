"""A fresh data key: the vault says the same under it, and a kill at any step leaves one that opens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.storage import Integrity, verify
from coachdesk.storage import rekeying as moving
from coachdesk.vault import rekeying
from coachdesk.vault.header_file import read_header
from coachdesk.vault.organisation import recover
from coachdesk.vault.organisation_key import make, read
from tests.core.services.talking import begin
from tests.vaults import CHEAP, PASSPHRASE, made, setting


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it and tidies up."""


@dataclass(frozen=True, slots=True)
class Place:
    """A vault with one person in it, and the key that an organisation has to it."""

    where: Setting
    organisation: bytes


@pytest.fixture
def place(tmp_path: Path) -> Place:
    file = tmp_path / "recovery.key"
    where = setting(tmp_path, policy=Policy(recovery_key=make(file, PASSPHRASE, kdf=CHEAP)))
    vault = made(where)
    begin(vault)
    vault.close()
    return Place(where, read(file, PASSPHRASE, kdf=CHEAP))


def people(vault: Opened) -> list[str]:
    return [row.full_name for row in vault.services.people.find("")]


def test_everything_is_there_under_the_fresh_key_and_nothing_opens_with_the_old_one(place: Place) -> None:
    vault = open_vault(place.where, PASSPHRASE)
    old = vault.database.key
    vault.services.administration.renew_data_key(PASSPHRASE)
    assert vault.database.key != old
    assert people(vault) == ["Amira Khalil"]
    with vault.database.read():
        begin(vault)  # readers still hold up nobody who writes
    vault.close()
    assert [path for path in place.where.folder.iterdir() if path.name.startswith(".")] == []
    assert verify(place.where.files.vault, vault.database.key).sound
    with pytest.raises(AppError):
        verify(place.where.files.vault, old)
    again = open_vault(place.where, PASSPHRASE)
    assert people(again) == ["Amira Khalil"] * 2
    assert "The vault was encrypted anew under a fresh key." in [
        row.text for row in again.services.administration.audit()
    ]
    assert recover(read_header(place.where.files.header), place.organisation) == (again.database.key,)
    again.close()


def test_a_wrong_passphrase_changes_nothing(place: Place) -> None:
    vault = open_vault(place.where, PASSPHRASE)
    before = vault.database.key
    with pytest.raises(AppError) as refused:
        vault.services.administration.renew_data_key("not the passphrase")
    assert refused.value.code == "vault.wrong-passphrase"
    assert vault.database.key == before
    assert people(vault) == ["Amira Khalil"]
    vault.close()


@pytest.mark.parametrize(
    ("module", "step", "after"),
    [
        (rekeying, "announce", False),
        (rekeying, "announce", True),
        (moving, "copy_vault", False),
        (moving, "copy_vault", True),
        (moving, "put_in_place", False),
        (moving, "put_in_place", True),
        (rekeying, "settle", False),
        (rekeying, "settle", True),
    ],
)
def test_whichever_step_it_is_killed_at_the_vault_opens_and_so_does_the_organisations_key(
    place: Place, module: object, step: str, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    real: Callable[..., object] = getattr(module, step)

    def cut(*arguments: object, **named: object) -> object:
        if after:
            real(*arguments, **named)
        raise Killed

    vault = open_vault(place.where, PASSPHRASE)
    vault.services.administration.back_up()
    with monkeypatch.context() as broken:
        broken.setattr(module, step, cut)
        with pytest.raises(Killed):
            vault.services.administration.renew_data_key(PASSPHRASE)
    vault.close()
    if read_header(place.where.files.header).pending is not None:  # as copying leaves it when it is killed
        (place.where.folder / "..coachdesk.cdvault.rekeying.unfinished-journal").touch()
    keys = recover(read_header(place.where.files.header), place.organisation)
    again = open_vault(place.where, PASSPHRASE)
    assert people(again) == ["Amira Khalil"]
    assert again.database.key in keys
    assert read_header(place.where.files.header).pending is None
    assert not list(place.where.folder.glob(".*rekeying*"))
    again.close()


def test_a_copy_that_does_not_say_the_same_under_the_fresh_key_never_takes_the_place(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(place.where, PASSPHRASE)
    old, fresh = vault.database.key, bytes(range(32))

    def lossy(path: Path, key: bytes) -> Integrity:
        found = verify(path, key)
        return replace(found, digest="another") if key == fresh else found

    monkeypatch.setattr(moving, "verify", lossy)
    with pytest.raises(AppError, match=r"storage\.damaged"):
        moving.rekey(vault.database, fresh)
    assert vault.database.key == old
    assert people(vault) == ["Amira Khalil"]
    vault.close()
    assert verify(place.where.files.vault, old).sound
    assert [path for path in place.where.folder.iterdir() if path.name.startswith(".")] == []


def test_a_vault_that_somebody_opened_meanwhile_is_not_replaced_under_them(place: Place) -> None:
    vault = open_vault(place.where, PASSPHRASE)
    file, key = vault.database.path, vault.database.key
    begin(vault)
    with pytest.raises(AppError, match=r"storage\.busy"):
        moving.rekeyed_copy(file, key, bytes(32), file)
    begin(vault)
    vault.close()
    again = open_vault(place.where, PASSPHRASE)
    assert len(people(again)) == 3
    again.close()
