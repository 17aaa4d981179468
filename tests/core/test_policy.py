"""The organisation's policy file: obeyed whole, or refused with every mistake named."""

import base64
import re

import pytest

from coachdesk.errors import AppError
from coachdesk.policy import KeychainRule, Policy, PolicyProblem, SetBy, load_policy, require_policy, settings


def problems(text: str) -> list[tuple[str, str]]:
    found = load_policy(text)
    assert isinstance(found, tuple)
    return [(problem.code, problem.place) for problem in found]


def test_without_a_file_the_defaults_hold_and_nothing_is_fixed() -> None:
    policy = load_policy("")
    assert policy == Policy()
    assert (Policy().idle_lock_minutes, Policy().interview_lock_minutes) == (5, 15)
    assert Policy().keychain is KeychainRule.PREFERRED
    assert not Policy().removable_allowed
    assert not Policy().commitment_adopted


def test_what_the_file_sets_holds_and_is_known_as_set_by_the_organisation() -> None:
    policy = load_policy('site_name = "Canolfan Byd Gwaith Bangor"\nkeychain = "required"\nidle_lock_minutes = 3\n')
    assert isinstance(policy, Policy)
    assert policy.site_name == "Canolfan Byd Gwaith Bangor"
    assert policy.keychain is KeychainRule.REQUIRED
    assert policy.idle_lock_minutes == 3
    assert policy.fixed == {"site_name", "keychain", "idle_lock_minutes"}


def test_every_mistake_is_reported_at_once() -> None:
    text = """
    idle_lock_minute = 3
    interview_lock_minutes = 0
    passphrase_length = 8
    keychain = "optional"
    removable_allowed = "no"
    commitment_adopted = 1
    site_name = 7
    duty_manager_phone = 2026-12-01
    fixed = ["keychain"]
    """
    assert problems(text) == [
        ("policy.unknown", "idle_lock_minute"),
        ("policy.range", "interview_lock_minutes"),
        ("policy.range", "passphrase_length"),
        ("policy.choice", "keychain"),
        ("policy.type", "removable_allowed"),
        ("policy.type", "commitment_adopted"),
        ("policy.type", "site_name"),
        ("policy.type", "duty_manager_phone"),
        ("policy.unknown", "fixed"),
    ]


def test_a_misspelt_setting_is_told_which_one_is_meant() -> None:
    assert load_policy("idle_lock_minute = 3") == (
        PolicyProblem("policy.unknown", "idle_lock_minute", "No such setting. Is idle_lock_minutes meant?", 1),
    )


@pytest.mark.parametrize("text", ["site_name =", "keychain = [", "a = 1\na = 2\n", "\x00"])
def test_a_file_that_is_not_toml_says_where(text: str) -> None:
    found = load_policy(text)
    assert isinstance(found, tuple)
    assert found[0].code == "policy.not-toml"
    assert re.search(r"at line \d+|at end of document", found[0].place)


@pytest.mark.parametrize("value", ["1" * 10_000, "[" * 100_000], ids=["digits", "depth"])
def test_what_python_itself_will_not_read_is_no_toml_either(value: str) -> None:
    found = load_policy(f"idle_lock_minutes = {value}")
    assert isinstance(found, tuple)
    assert [each.code for each in found] == ["policy.not-toml"]


@pytest.mark.parametrize("value", ["true", "[1]", "{a = 1}", "1.5", "inf"])
def test_a_value_of_the_wrong_kind_is_never_taken_for_a_number_or_a_choice(value: str) -> None:
    assert problems(f"idle_lock_minutes = {value}\nkeychain = {value}") == [
        ("policy.type", "idle_lock_minutes"),
        ("policy.choice", "keychain"),
    ]


@pytest.mark.parametrize("key", ["AAAA", "not base64", "A" * 43, "A" * 44, f"{'A' * 43}= ", f"{'A' * 43}=\\n"])
def test_a_key_that_was_not_copied_whole_is_found_when_the_policy_is_read(key: str) -> None:
    assert problems(f'content_key = "{key}"') == [("policy.key", "content_key")]


def test_keys_for_two_people_are_two_keys_and_a_place_holder_is_none() -> None:
    first, second = (base64.b64encode(bytes(range(at, at + 32))).decode() for at in (1, 2))
    both = f'recovery_key = "{first}"\nsecond_recovery_key = "{second}"\n'
    assert isinstance(load_policy(both), Policy)
    assert problems(both.replace(second, first)) == [("policy.same-key", "second_recovery_key")]
    assert problems(f'content_key = "{first}"\nrecovery_key = "{first}"\n') == [("policy.same-key", "recovery_key")]
    assert problems(f'second_recovery_key = "{second}"') == [("policy.no-first-key", "second_recovery_key")]
    assert problems(f'recovery_key = "{"A" * 43}="') == [("policy.key", "recovery_key")]


@pytest.mark.parametrize("folder", ["backups", "~/backups", "./x", "C:backups", "/mnt/a\\u0000b"])
def test_a_second_place_that_is_not_written_in_full_is_a_mistake(folder: str) -> None:
    assert problems(f'backup_folder = "{folder}"') == [("policy.unreadable-text", "backup_folder")]


@pytest.mark.parametrize("folder", ["/mnt/stick", "E:\\backups", "\\\\server\\share", "//server/share", "%STICK%/x"])
def test_a_second_place_may_be_on_a_stick_or_on_the_network(folder: str) -> None:
    assert isinstance(load_policy(f"backup_folder = '{folder}'"), Policy)


def test_a_key_just_as_keygen_prints_it_holds_and_unsigned_content_is_refused_unless_allowed() -> None:
    policy = require_policy(f'content_key = "{"AQID" * 10}AQI="')
    assert policy.content_key == "AQID" * 10 + "AQI="
    assert (policy.unsigned_content_allowed, Policy().content_key) == (False, "")
    assert require_policy("unsigned_content_allowed = true").unsigned_content_allowed


def test_a_policy_with_a_mistake_is_refused_and_not_half_obeyed() -> None:
    with pytest.raises(AppError) as refused:
        require_policy('keychain = "required"\nidle_lock_minutes = 600\n')
    assert refused.value.code == "policy.invalid"
    words = "line 2, idle_lock_minutes: A number from 1 to 60 is needed."
    assert refused.value.details == {"many": 1, "all": words}
    assert require_policy("").idle_lock_minutes == 5


def test_every_setting_says_what_it_means() -> None:
    for setting in settings():
        assert setting.about.doc.endswith(".")
    assert {setting.name for setting in settings()} == set(Policy.__dataclass_fields__) - {
        "fixed",
        "defaults",
        "profile",
    }


def test_a_default_holds_and_is_not_fixed() -> None:
    policy = require_policy('idle_lock_minutes = 3\n[defaults]\nsite_name = "Wakefield"\nslot_minutes = 15\n')
    assert (policy.idle_lock_minutes, policy.site_name, policy.slot_minutes) == (3, "Wakefield", 15)
    assert policy.fixed == {"idle_lock_minutes"}
    assert policy.defaults == {"site_name", "slot_minutes"}
    assert (policy.origin("slot_minutes"), policy.origin("idle_lock_minutes")) == (SetBy.DEFAULT, SetBy.ENFORCED)
    assert policy.origin("think_days") is SetBy.PROGRAM


def test_what_nobody_can_change_in_the_window_cannot_be_a_default() -> None:
    text = "slot_minutes = 10\n[defaults]\nexport_allowed = false\nslot_minutes = 15\nslot_minuts = 15\n"
    found = load_policy(text)
    assert isinstance(found, tuple)
    assert [(each.code, each.place, each.line) for each in found] == [
        ("policy.no-default", "export_allowed", 3),
        ("policy.unknown", "slot_minuts", 5),
        ("policy.both", "slot_minutes", 1),
    ]
    assert problems("defaults = 3") == [("policy.type", "defaults")]
