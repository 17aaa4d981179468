"""The same coach signs in a second time on the same computer: the second is told who has the vault, until the first locks."""

import getpass
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.steps import SECRET, the_program, unlock

pytestmark = pytest.mark.display


@pytest.mark.timeout(300)
def test_a_second_sign_in_is_told_who_has_the_vault_and_gets_it_when_the_first_one_locks(
    start: Start, practice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start(*the_program(practice), patience=40)
    unlock(first)
    monkeypatch.setenv("WAYLAND_DISPLAY", "another-sign-in")
    second = start(*the_program(practice), patience=40)
    second.find("Passphrase", SECRET)
    told, ends = f"{getpass.getuser()} has had this vault open on ", time.monotonic() + 20
    while not any(each.startswith(told) for each in second.names("label")):
        assert time.monotonic() < ends, second.outline()
        time.sleep(0.1)
    first.key("ctrl+l")
    assert first.wait(30) == 0
    unlock(second)
