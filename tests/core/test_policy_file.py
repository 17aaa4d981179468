"""The policy file of a machine: found where only administrators write, trusted, and obeyed whole or not at all."""

import os
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coachdesk import paths
from coachdesk.advice import sentence
from coachdesk.errors import AppError
from coachdesk.policy import Policy, SetBy
from coachdesk.policy_file import PolicyPlaces, places, policy_in_danger, read_policy
from coachdesk.signing import public_key_of, signature

ADMINISTRATOR = Ed25519PrivateKey.generate()
LAID = """
name = "Wakefield leisure centre"
[settings]
site_name = "Wakefield, leisure centre"
telephone = "01632 960001"
"""


@pytest.fixture
def where(tmp_path: Path) -> PolicyPlaces:
    """A machine whose administrators are whoever runs the test."""
    for name in ("machine", "program", "own"):
        (tmp_path / name).mkdir(mode=0o755)
    here = frozenset({0, os.getuid() if sys.platform != "win32" else 0})
    return PolicyPlaces(tmp_path / "machine", tmp_path / "program", tmp_path / "own", here)


def policy(where: PolicyPlaces, text: str) -> Path:
    file = where.machine / "policy.toml"
    file.write_text(text, "utf-8")
    return file


def refused(where: PolicyPlaces) -> AppError:
    with pytest.raises(AppError) as found:
        read_policy(where)
    assert sentence(found.value)
    return found.value


def test_a_machine_without_policy_has_the_defaults(where: PolicyPlaces) -> None:
    assert read_policy(where) == Policy()


def test_it_counts_from_the_machines_folder_or_from_that_of_the_program(where: PolicyPlaces) -> None:
    policy(where, 'site_name = "Wakefield"').rename(where.program / "policy.toml")
    assert read_policy(where).site_name == "Wakefield"
    policy(where, 'site_name = "Leeds"')
    assert refused(where).code == "policy.two-files"
    (where.program / "policy.toml").unlink()
    assert read_policy(where).site_name == "Leeds"


def test_it_is_obeyed_whole_or_the_program_says_what_is_wrong_and_whom_to_call(where: PolicyPlaces) -> None:
    policy(where, 'support_contact = "Service desk, 5555"\n\nidle_lock_minutes = 600\nsite_nam = 3\n')
    error = refused(where)
    assert error.code == "policy.invalid"
    assert error.details["all"] == (
        "line 3, idle_lock_minutes: A number from 1 to 60 is needed.\n"
        "line 4, site_nam: No such setting. Is site_name meant?"
    )
    assert error.details["support"] == "Service desk, 5555"
    policy(where, 'support_contact = "Service desk, 5555"\nsite_name = [\n')
    assert refused(where).details["support"] == "Service desk, 5555"


def test_a_mistake_takes_no_number_from_the_safety_panel_but_the_one_that_it_is_in(where: PolicyPlaces) -> None:
    file = policy(where, 'crisis_team = "First response, 01632 960001"\nduty_manager = 3\nidle_lock_minutes = 0\n')
    (where.machine / "site-profile.toml").write_text("name = [", "utf-8")
    assert refused(where).code == "policy.invalid"
    found = policy_in_danger(where)
    assert (found.crisis_team, found.duty_manager, found.idle_lock_minutes) == ("First response, 01632 960001", "", 5)
    file.write_text('crisis_team = "First response', "utf-8")
    assert policy_in_danger(where) == Policy()


def test_what_somebody_else_could_have_written_names_nobody_to_call(where: PolicyPlaces) -> None:
    file = policy(where, 'crisis_team = "Ring me, 01632 960002"\n')
    not_theirs = PolicyPlaces(where.machine, where.program, where.own, frozenset({file.stat().st_uid + 1}))
    assert policy_in_danger(where).crisis_team
    if sys.platform != "win32":
        assert policy_in_danger(not_theirs) == Policy()
    (where.program / "policy-key.pub").write_text(public_key_of(ADMINISTRATOR) + "\n", "ascii")
    assert policy_in_danger(where) == Policy(), "it is not signed"


@pytest.mark.parametrize("content", [b"\xff", b"#" * 300_000])
def test_what_cannot_be_read_is_refused(where: PolicyPlaces, content: bytes) -> None:
    (where.machine / "policy.toml").write_bytes(content)
    assert refused(where).code == "policy.unreadable"


def test_a_file_as_windows_editors_write_it_is_read(where: PolicyPlaces) -> None:
    (where.machine / "policy.toml").write_bytes('\ufeffsite_name = "Ynys Môn"\r\nanswer_days = 3\r\n'.encode())
    assert (read_policy(where).site_name, read_policy(where).answer_days) == ("Ynys Môn", 3)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are of POSIX; Windows is asked by opening the file")
def test_a_file_that_a_user_could_change_is_refused(where: PolicyPlaces) -> None:
    file = policy(where, 'site_name = "Wakefield"')
    os.chown(file, -1, os.getgid() or 1)  # a group of people, not that of the administrator
    for mode in (0o646, 0o666, 0o664):
        file.chmod(mode)
        assert refused(where).code == "policy.changeable"
    file.chmod(0o644)
    where.machine.chmod(0o777)
    assert refused(where).code == "policy.changeable"
    where.machine.chmod(0o755)
    assert read_policy(where).site_name == "Wakefield"
    of_a_coach = PolicyPlaces(where.machine, where.program, where.own, frozenset({file.stat().st_uid + 1}))
    assert refused(of_a_coach).code == "policy.changeable"


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right of its own on Windows")
def test_a_link_counts_by_what_it_leads_to_and_one_that_leads_nowhere_is_no_missing_file(where: PolicyPlaces) -> None:
    elsewhere = where.program / "elsewhere.toml"
    (where.machine / "policy.toml").symlink_to(elsewhere)
    assert refused(where).code == "policy.unreadable"
    elsewhere.write_text('site_name = "Wakefield"', "utf-8")
    assert read_policy(where).site_name == "Wakefield"
    elsewhere.chmod(0o666)
    assert refused(where).code == "policy.changeable"


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right of its own on Windows")
def test_a_folder_that_nobody_can_look_into_is_no_machine_without_policy(where: PolicyPlaces) -> None:
    laid = policy(where, "export_allowed = false")
    where.machine.chmod(0)
    if os.getuid():  # whoever may do everything looks into every folder
        assert refused(where).code == "policy.unreadable"
    where.machine.chmod(0o755)
    laid.unlink()
    laid.symlink_to(laid)
    assert refused(where).code == "policy.unreadable"
    assert policy_in_danger(where) == Policy()
    laid.unlink()
    where.machine.rmdir()
    where.machine.write_text("export_allowed = false", "utf-8")  # copied to where no folder was
    assert refused(where).details["file"] == str(laid)
    where.machine.unlink()
    where.machine.symlink_to(where.machine)
    assert refused(where).code == "policy.unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="where a machine's folder is comes from Windows itself there")
def test_what_cannot_be_looked_into_rules_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MACHINE", tmp_path / "machine")
    assert not paths.is_ruled()
    (tmp_path / "machine").write_text("export_allowed = false", "utf-8")
    assert paths.is_ruled()


def test_where_the_installer_laid_a_key_only_a_policy_that_it_signed_counts(where: PolicyPlaces) -> None:
    (where.program / "policy-key.pub").write_text(public_key_of(ADMINISTRATOR) + "\n", "ascii")
    assert refused(where).code == "policy.missing"
    file = policy(where, 'site_name = "Wakefield"')
    assert refused(where).code == "policy.not-signed"
    beside = file.with_name("policy.toml.sig")
    beside.write_text(signature("policy.toml", file.read_bytes(), Ed25519PrivateKey.generate()), "ascii")
    assert refused(where).code == "policy.not-signed"
    beside.write_text(signature("policy.toml", file.read_bytes(), ADMINISTRATOR), "ascii")
    assert read_policy(where).site_name == "Wakefield"
    file.write_text('site_name = "Leeds"', "utf-8")
    assert refused(where).code == "policy.not-signed"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are of POSIX; Windows is asked by opening the file")
def test_a_key_or_a_signature_that_a_user_could_change_proves_nothing(where: PolicyPlaces) -> None:
    key, file = where.program / "policy-key.pub", policy(where, 'site_name = "Wakefield"')
    key.write_text(public_key_of(ADMINISTRATOR) + "\n", "ascii")
    beside = file.with_name("policy.toml.sig")
    beside.write_text(signature("policy.toml", file.read_bytes(), ADMINISTRATOR), "ascii")
    for each in (key, beside):
        each.chmod(0o666)
        assert refused(where).code == "policy.changeable"
        each.chmod(0o644)
    assert read_policy(where).site_name == "Wakefield"


def test_a_key_that_was_not_copied_whole_opens_nothing(where: PolicyPlaces) -> None:
    (where.program / "policy-key.pub").write_text("AAAA", "ascii")
    assert refused(where).code == "policy.unreadable"


def test_what_is_enforced_wins_then_the_profile_then_the_default(where: PolicyPlaces) -> None:
    policy(where, 'telephone = "0300 123"\n[defaults]\nsite_name = "Wakefield"\noffice_hours = "Mon-Fri 08:00-16:00"\n')
    (where.machine / "site-profile.toml").write_text(LAID, "utf-8")
    holds = read_policy(where)
    assert (holds.telephone, holds.origin("telephone")) == ("0300 123", SetBy.ENFORCED)
    assert (holds.site_name, holds.origin("site_name")) == ("Wakefield, leisure centre", SetBy.PROFILE)
    assert (holds.office_hours, holds.origin("office_hours")) == ("Mon-Fri 08:00-16:00", SetBy.DEFAULT)
    assert (holds.idle_lock_minutes, holds.origin("idle_lock_minutes")) == (5, SetBy.PROGRAM)


def test_a_profile_with_a_mistake_is_refused_whole_with_every_reason(where: PolicyPlaces) -> None:
    (where.machine / "site-profile.toml").write_text(f'{LAID}keychain = "required"\nslot_minutes = 1\n', "utf-8")
    error = refused(where)
    assert error.code == "profile.invalid"
    assert error.details["all"] == (
        "line 6, keychain: Nobody can change this one in the program, so it can only be enforced: write it above "
        "[defaults].\nline 7, slot_minutes: A number from 5 to 60 is needed."
    )


def test_no_variable_moves_the_machines_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (
        "XDG_CONFIG_DIRS",
        "XDG_CONFIG_HOME",
        "PROGRAMDATA",
        "ALLUSERSPROFILE",
        "WIN_PD_OVERRIDE_COMMON_APPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path))
    assert tmp_path not in places().machine.parents
    if sys.platform == "linux":
        assert places().machine == paths.machine_folder() == Path("/etc/coachdesk")
