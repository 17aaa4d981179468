"""What is said above the day about a vault that does without a keychain: why, and only what is true."""

from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, open_vault
from coachdesk.paths import data_folder
from coachdesk.vault import MemoryKeychain
from tests.ui.desk.conftest import Office
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture(params=[True, False])
def has_keychain(request: pytest.FixtureRequest) -> bool:
    """Whether the computer has a keychain by now."""
    return bool(request.param)


@pytest.fixture
def opened(own_home: Path, *, has_keychain: bool) -> Opened:
    """A vault that was made without one."""
    del own_home  # the data folder is in it
    where = replace(setting(data_folder()), keychain=None)
    made(where).close()
    return open_vault(replace(where, keychain=MemoryKeychain() if has_keychain else None), PASSPHRASE)


def test_a_vault_made_without_a_keychain_does_not_blame_the_computer(office: Office, *, has_keychain: bool) -> None:
    made_without = "This vault was made without a keychain, so your passphrase alone protects it."
    has_none = "This computer has no keychain that can be used, so your passphrase alone protects the vault."
    assert office.said() == (made_without if has_keychain else has_none)
