"""What an organisation sends out: used when it can be trusted and is newer, refused with its reason, never half used."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coachdesk import paths
from coachdesk.content import Origin
from coachdesk.policy import Policy
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.reading import read_facts
from coachdesk.requirements.rule_changes import RuleChangeKind, changes
from coachdesk.signing import fingerprint, public_key_of
from coachdesk.site_content import Places, content_here, content_in_use, places, with_site
from tests.site_files import (
    FILE,
    KEY,
    OF_THE_PROGRAM,
    OTHER,
    PROGRAM,
    SHIPPED,
    SIGNED,
    TRYING,
    empty,
    mistakes,
    refused,
    rules,
    send,
    source,
    version,
)


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return empty(tmp_path)


def test_without_a_folder_the_rules_of_the_program_hold(tmp_path: Path) -> None:
    nowhere = Places(tmp_path / "none", tmp_path / "own")
    assert version(nowhere) == OF_THE_PROGRAM
    assert refused(nowhere) == []
    assert not (tmp_path / "own").exists()
    assert content_in_use(SIGNED, None).rules.version.isoformat() == OF_THE_PROGRAM[0]


def test_a_signed_newer_file_takes_the_place_of_that_of_the_program(where: Places) -> None:
    send(where, rules())
    content = with_site(PROGRAM, SIGNED, where)
    assert (content.rules.version, content.rules.file) == (date(2027, 2, 1), "uc-gb.toml")
    assert source(content).origin is Origin.SITE
    assert source(content).signed_by == fingerprint(SIGNED.content_key)
    assert refused(where) == []
    before = content.rules_before
    assert before is not None
    (change,) = changes(before, content.rules)
    assert (change.kind, change.rule.id) == (RuleChangeKind.ADDED, "wage-2027")


def test_a_signed_file_as_editors_of_windows_write_it_is_used(where: Places) -> None:
    send(where, b"\xef\xbb\xbf" + rules().replace(b"\n", b"\r\n"))
    assert with_site(PROGRAM, SIGNED, where).rules.version == date(2027, 2, 1)
    assert refused(where) == []


def test_next_years_wage_changes_what_is_found_for_next_year(where: Places) -> None:
    send(where, rules())
    facts = read_facts(
        {"on": "2027-04-06", "claimant": {"date_of_birth": "1996-04-06", "capability": "not_in_question"}}
    )
    assert isinstance(facts, Facts)
    before, now = assess(facts, PROGRAM.rules), assess(facts, with_site(PROGRAM, SIGNED, where).rules)
    assert before.thresholds.cet is None, "beyond the rules of the program nothing is guessed"
    assert now.thresholds.cet == int(13.10 * 35 * 52 / 12)
    assert now.rules == (("uc-gb.toml", "2027-02-01"),)


@pytest.mark.parametrize(
    ("by", "as_", "policy", "code"),
    [
        (None, "", SIGNED, "site.unsigned"),
        (None, "", Policy(), "site.unsigned"),
        (KEY, "", Policy(), "site.no-key"),
        (OTHER, "", SIGNED, "site.other-key"),
        (KEY, "uc-ni.toml", SIGNED, "site.altered"),
    ],
)
def test_what_the_key_of_the_policy_did_not_sign_under_this_name_is_refused(
    where: Places, by: Ed25519PrivateKey | None, as_: str, policy: Policy, code: str
) -> None:
    send(where, rules(), by=by, as_=as_)
    assert version(where, policy) == OF_THE_PROGRAM
    assert refused(where, policy) == [(FILE, code)]
    assert not where.kept.exists()


def test_one_changed_byte_is_enough_to_refuse_a_file(where: Places) -> None:
    file = send(where, rules())
    file.write_bytes(rules().replace(b'rate = "13.10"', b'rate = "13.11"'))
    assert version(where) == OF_THE_PROGRAM
    assert refused(where) == [(FILE, "site.altered")]


def test_unsigned_files_are_used_where_the_policy_allows_them_but_not_badly_signed_ones(where: Places) -> None:
    send(where, rules(), by=None)
    assert version(where, TRYING) == ("2027-02-01", Origin.SITE)
    assert source(with_site(PROGRAM, TRYING, where)).signed_by == ""
    both = Policy(content_key=public_key_of(KEY), unsigned_content_allowed=True)
    assert version(where, both) == ("2027-02-01", Origin.SITE)
    send(where, rules("2027-03-01"), by=OTHER)
    assert refused(where, both) == [(FILE, "site.other-key")]
    assert version(where, TRYING) == ("2027-03-01", Origin.SITE), "there is no key to judge it by"


def test_rules_older_than_those_of_the_program_are_refused_and_the_reason_is_said(where: Places) -> None:
    send(where, rules("2020-01-01"))
    assert version(where) == OF_THE_PROGRAM
    (problem,) = mistakes(where)
    assert problem.code == "site.older"
    assert problem.text == f"Its version, 2020-01-01, is older than that of the program, {OF_THE_PROGRAM[0]}."


def test_the_very_rules_of_the_program_are_no_mistake_but_other_words_need_another_version(where: Places) -> None:
    send(where, SHIPPED.encode())
    assert (version(where), refused(where)) == (OF_THE_PROGRAM, [])
    send(where, rules(OF_THE_PROGRAM[0]))
    assert (version(where), refused(where)) == (OF_THE_PROGRAM, [(FILE, "site.same-version")])


BAD: list[tuple[str, Callable[[Places], object], str]] = [
    ("mistake", lambda where: send(where, rules("2027-05-01").replace(b"checked_on", b"chekced_on")), "rules."),
    ("no TOML", lambda where: send(where, b"version ="), "rules.not-toml"),
    ("no text", lambda where: send(where, b"\xff\xfe"), "site.unreadable"),
    ("empty", lambda where: send(where, b""), "rules."),
    ("unsigned", lambda where: send(where, rules("2027-05-01"), by=None), "site.unsigned"),
    ("another key", lambda where: send(where, rules("2027-05-01"), by=OTHER), "site.other-key"),
    ("older", lambda where: send(where, rules("2027-01-01")), "site.older"),
]


@pytest.mark.parametrize(("what", "spoil", "code"), BAD, ids=[each[0] for each in BAD])
def test_after_a_bad_update_the_last_good_one_stays_in_use_and_the_mistake_is_named(
    where: Places, what: str, spoil: Callable[[Places], object], code: str
) -> None:
    send(where, rules())
    with_site(PROGRAM, SIGNED, where)
    spoil(where)
    assert version(where) == ("2027-02-01", Origin.KEPT)
    assert source(with_site(PROGRAM, SIGNED, where)).signed_by == fingerprint(SIGNED.content_key)
    found = mistakes(where)
    assert found
    assert {each.file for each in found} == {FILE}
    assert all(each.code.startswith(code) for each in found), found
    send(where, rules("2027-06-01"))
    assert version(where) == ("2027-06-01", Origin.SITE)
    assert refused(where) == []


def test_the_kept_copy_is_checked_again_each_time(where: Places) -> None:
    send(where, rules())
    with_site(PROGRAM, SIGNED, where)
    kept = where.kept / "rules" / "uc-gb.toml"
    send(where, b"version =")
    assert version(where) == ("2027-02-01", Origin.KEPT)
    assert version(where, Policy(content_key=public_key_of(OTHER))) == OF_THE_PROGRAM, "the key was changed"
    kept.write_bytes(kept.read_bytes().replace(b"13.10", b"99.10"))
    assert version(where) == OF_THE_PROGRAM
    assert refused(where) == [(FILE, "rules.not-toml")]


def test_what_was_used_without_a_signature_is_not_used_again_once_the_policy_asks_for_one(where: Places) -> None:
    send(where, rules(), by=None)
    with_site(PROGRAM, TRYING, where)
    send(where, b"version =", by=None)
    assert version(where, TRYING) == ("2027-02-01", Origin.KEPT)
    assert version(where, SIGNED) == OF_THE_PROGRAM


def test_a_file_that_is_taken_away_is_not_used_any_more_and_neither_is_its_copy(where: Places) -> None:
    file = send(where, rules())
    with_site(PROGRAM, SIGNED, where)
    file.unlink()
    assert version(where) == OF_THE_PROGRAM
    assert list(where.kept.rglob("*.toml*")) == []
    send(where, rules("2027-01-01"))
    assert version(where) == ("2027-01-01", Origin.SITE), "taken back, an earlier one can be sent out again"


def test_the_kept_copy_is_for_its_owner_only_and_is_the_file_byte_for_byte(where: Places) -> None:
    file = send(where, rules().replace(b"\n", b"\r\n"))
    assert version(where) == ("2027-02-01", Origin.SITE)
    kept = where.kept / "rules" / "uc-gb.toml"
    assert kept.read_bytes() == file.read_bytes()
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o077 == 0


def test_where_no_copy_can_be_kept_the_file_is_used_and_that_is_noted(where: Places) -> None:
    where.kept.parent.mkdir()
    where.kept.write_text("in the way", "ascii")
    send(where, rules())
    assert version(where) == ("2027-02-01", Origin.SITE)
    assert [(each.code, each.note) for each in mistakes(where)] == [("site.not-kept", True)]


def test_on_this_machine_the_policy_and_the_folder_are_those_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = tmp_path / "machine"
    monkeypatch.setattr(paths, "MACHINE", machine)
    (machine / "content" / "rules").mkdir(parents=True)
    assert places().site == machine / "content"
    send(places(), rules())
    assert source(content_here()).origin is Origin.PROGRAM
    (machine / "policy.toml").write_text(f'content_key = "{public_key_of(KEY)}"', "utf-8")
    assert source(content_here()).origin is Origin.SITE
    assert (places().kept / "rules" / "uc-gb.toml").exists()


def test_a_policy_can_want_nothing_but_what_comes_with_the_program(where: Places) -> None:
    send(where, rules())
    none_wanted = replace(SIGNED, site_content_allowed=False)
    assert source(content_in_use(SIGNED, where)).origin is Origin.SITE
    assert source(content_in_use(none_wanted, where)).origin is Origin.PROGRAM
