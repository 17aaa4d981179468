"""Settings whose effect no other test shows: another value, another behaviour of a real vault."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from coachdesk.application import Opened, create_vault
from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.policy import Policy, PolicyProblem, load_policy, settings, with_values
from coachdesk.policy.policy import Value
from tests.conftest import ROOT
from tests.core.services.issuing import Watch, issue
from tests.core.services.talking import ready_to_issue
from tests.vaults import PASSPHRASE, made, setting

CHRISTMAS_EVE, ST_ANDREW = date(2026, 12, 24), date(2026, 11, 30)


@pytest.fixture
def watch() -> Watch:
    return Watch()


class Under:
    """Vaults under one policy or another, closed at the end."""

    def __init__(self, folder: Path, watch: Watch) -> None:
        self._folder, self._watch, self._all = folder, watch, list[Opened]()

    def vault(self, **settings: Value) -> Opened:
        folder = self._folder / str(len(self._all))
        folder.mkdir()
        opened = made(setting(folder, policy=with_values(Policy(), settings), clock=self._watch))
        self._all.append(opened)
        return opened

    def close(self) -> None:
        for each in self._all:
            each.close()


@pytest.fixture
def under(tmp_path: Path, watch: Watch) -> Iterator[Under]:
    found = Under(tmp_path, watch)
    yield found
    found.close()


def cal(opened: Opened, *, safe_address: bool = False) -> Person:
    people = opened.services.people
    return people.save(replace(people.draft(), given_name="Cal", family_name="Reid", safe_address=safe_address))


def codes(opened: Opened) -> set[str]:
    return {need.code for need in opened.services.day.view().needs_you}


def test_every_setting_is_read_by_the_program() -> None:
    """`network` has one value only: there is nothing that could read it."""
    for each in settings():
        if each.name in {"network", "organisation", "support_contact"}:
            continue  # the one has one value; the others are shown with the settings (tests/ui/administration)
        looked = ["git", "grep", "-qE", rf"\.{each.name}\b", "--", "coachdesk", "ui", ":!coachdesk/policy"]
        assert subprocess.run(looked, cwd=ROOT, check=False, timeout=60).returncode == 0, each.name


def test_the_slots_of_a_day_are_as_long_as_the_policy_says(under: Under) -> None:
    for minutes in (10, 15):
        slots = under.vault(slot_minutes=minutes).services.day.view(date(2026, 12, 2)).office.slots
        assert slots[:2] == (time(9), time(9, minutes))


def test_bank_holidays_are_those_of_the_sites_nation(under: Under) -> None:
    for nation, closed in (("england", False), ("scotland", True)):
        office = under.vault(site_nation=nation).services.day.view(ST_ANDREW).office
        assert bool(office.closed) is closed


def test_a_day_on_which_the_site_is_closed_has_no_slots(under: Under) -> None:
    office = under.vault(closures="2026-12-24 training").services.day.view(CHRISTMAS_EVE).office
    assert (office.closed, office.slots) == ("training", ())


def test_silence_is_said_after_the_quiet_days_of_the_policy(under: Under, watch: Watch) -> None:
    vaults = {days: under.vault(quiet_days=days) for days in (0, 30)}
    for opened in vaults.values():
        opened.services.rhythms.agree(cal(opened).id, 14, "Lives alone")
    watch.go_on(20)
    assert {days: "quiet" in codes(opened) for days, opened in vaults.items()} == {0: True, 30: False}


def test_a_follow_up_comes_back_after_the_days_of_the_policy_or_never(under: Under, watch: Watch) -> None:
    vaults = {days: under.vault(follow_up_days=days) for days in (0, 7, 100)}
    for opened in vaults.values():
        cal(opened, safe_address=True)
    watch.go_on(40)
    assert {days: "follow-up" in codes(opened) for days, opened in vaults.items()} == {0: False, 7: True, 100: False}


def test_a_backup_is_overdue_after_the_working_days_of_the_policy(under: Under, watch: Watch) -> None:
    vaults = {days: under.vault(backup_days=days) for days in (1, 20)}
    for opened in vaults.values():
        cal(opened)
    watch.go_on(7)
    found = {days: opened.services.backing_up.overdue() for days, opened in vaults.items()}
    assert found == {1: True, 20: False}


def test_a_new_passphrase_has_as_many_characters_as_the_policy_wants(tmp_path: Path) -> None:
    where = setting(tmp_path, policy=Policy(passphrase_length=40))
    with pytest.raises(AppError) as refused:
        create_vault(where, coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    assert (refused.value.code, refused.value.details["least"]) == ("vault.passphrase-too-short", 40)


def test_texts_for_the_account_are_cut_to_what_it_takes(under: Under) -> None:
    whole = under.vault()
    cut = under.vault(journal_message_length=200, journal_title_length=20, journal_text_length=100)
    many = []
    for opened, most in ((whole, 4000), (cut, 200)):
        pieces = opened.services.journal.pieces(issue(ready_to_issue(opened)).id)
        assert max(len(each.text) for each in pieces) <= most
        assert all(len(each.text) <= (20 if opened is cut else 100) for each in pieces if each.is_title)
        many.append(len(pieces))
    assert many[1] > many[0]


def test_there_is_no_network_that_a_policy_could_allow() -> None:
    assert load_policy('network = "none"') == replace(Policy(), fixed=frozenset({"network"}))
    words = "One of these is needed: none."
    assert load_policy('network = "any"') == (PolicyProblem("policy.choice", "network", words, 1),)
