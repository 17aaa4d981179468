"""Making and opening a vault as the program does it: in a fit place, by one process at a time."""

from pathlib import Path

import pytest

from coachdesk.application import Setting, create_vault, open_vault
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from tests.core.vault.conftest import CHEAP, PASSPHRASE


def test_a_vault_is_neither_made_nor_opened_where_a_service_copies_it(tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    opened, _ = create_vault(_here(local), coach_name="Sam Example", site="Bangor", passphrase=PASSPHRASE)
    opened.close()
    copied = local.rename(tmp_path / "OneDrive - Example")
    with pytest.raises(AppError) as at_opening:
        open_vault(_here(copied), PASSPHRASE)
    fresh = tmp_path / "Dropbox"
    fresh.mkdir()
    with pytest.raises(AppError) as at_making:
        create_vault(_here(fresh), coach_name="Sam Example", site="Bangor", passphrase=PASSPHRASE)
    assert at_opening.value.code == at_making.value.code == "vault.place-synchronised"
    assert list(fresh.iterdir()) == []


def test_an_open_vault_is_not_opened_a_second_time(tmp_path: Path) -> None:
    opened, _ = create_vault(_here(tmp_path), coach_name="Sam Example", site="Bangor", passphrase=PASSPHRASE)
    with pytest.raises(AppError) as refused:
        open_vault(_here(tmp_path), PASSPHRASE)
    assert refused.value.code == "vault.in-use"
    opened.close()
    open_vault(_here(tmp_path), PASSPHRASE).close()


def _here(folder: Path) -> Setting:
    return Setting(folder=folder, keychain=None, policy=Policy(), kdf=CHEAP)
