"""What the organisation's policy does to the first window: it fills in, it withholds, and with a mistake it closes."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk import paths
from coachdesk.policy import Policy
from tests.ui.unlock.conftest import Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr(paths, "MACHINE", folder)
    return folder


def test_a_policy_with_mistakes_closes_the_program_and_says_what_is_wrong_and_whom_to_call(
    machine: Path, show: Show, made: RealDoor, qtbot: QtBot
) -> None:
    assert made.exists()
    policy = machine / "policy.toml"
    policy.write_text('support_contact = "Service desk, 5555"\nidle_lock_minutes = 0\nsite_nam = "W"\n', "utf-8")
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.presenter.state.mode.value == "refused"
    panel = window.page.refused_panel
    assert panel.isVisible()
    assert "line 2, idle_lock_minutes: A number from 1 to 60 is needed." in panel.problem.text()
    assert "line 3, site_nam: No such setting. Is site_name meant?" in panel.problem.text()
    assert panel.whom.text() == "Call: Service desk, 5555"
    assert panel.go.hasFocus()
    assert window.page.safety_button.isVisible()
    policy.write_text("idle_lock_minutes = 3\n", "utf-8")
    panel.go.click()
    qtbot.waitUntil(window.idle)
    assert window.presenter.state.mode.value == "open"
    assert window.page.open_panel.isVisible()
    assert window.page.open_panel.problem.text() == ""


def test_the_site_that_the_organisation_named_is_filled_in(show: Show, door: RealDoor, qtbot: QtBot) -> None:
    door.setting = replace(door.setting, policy=Policy(site_name="Wakefield", defaults=frozenset({"site_name"})))
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.page.make_panel.site.value() == "Wakefield"
    assert window.page.make_panel.site.isEnabled()


def test_an_enforced_site_cannot_be_typed_over(show: Show, door: RealDoor, qtbot: QtBot) -> None:
    door.setting = replace(door.setting, policy=Policy(site_name="Wakefield", fixed=frozenset({"site_name"})))
    window = show()
    window.page.make_panel.site.set_value("Elsewhere")
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.page.make_panel.site.value() == "Wakefield"
    assert not window.page.make_panel.site.isEnabled()


def test_the_recovery_key_is_neither_printed_nor_copied_where_that_is_withheld(
    show: Show, door: RealDoor, qtbot: QtBot
) -> None:
    door.setting = replace(door.setting, policy=Policy(printing_allowed=False, clipboard_allowed=False))
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    window.presenter.make("Sam", "Wakefield", PASSPHRASE, PASSPHRASE)
    qtbot.waitUntil(window.idle)
    key = window.page.keep_panel.key
    assert not key.print_button.isEnabled()
    assert not key.copy_button.isEnabled()
    assert key.copy_button.accessibleDescription() == "Set by your organisation"


def test_a_longer_passphrase_that_the_organisation_asks_for_is_said_before_anybody_types(
    show: Show, door: RealDoor, qtbot: QtBot
) -> None:
    door.setting = replace(door.setting, policy=Policy(passphrase_length=20, fixed=frozenset({"passphrase_length"})))
    window = show()
    window.page.look()
    qtbot.waitUntil(window.idle)
    assert window.page.make_panel.passphrase.hint.startswith("At least 20 characters.")
    window.presenter.lost()
    assert window.page.recover_panel.passphrase.hint.startswith("At least 20 characters.")
