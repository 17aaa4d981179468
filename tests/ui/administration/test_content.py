"""Administration, Content and rules: what is in use, who signed it, what was refused, what changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk import paths
from coachdesk.application import Setting
from coachdesk.content import Origin
from coachdesk.i18n import Language, use
from coachdesk.paths import machine_folder
from coachdesk.policy import Policy
from coachdesk.signing import fingerprint
from coachdesk.site_content import Places, places, with_site
from tests.site_files import PROGRAM, SIGNED, TRYING, WAGE, empty, rules, send, source
from tests.site_kinds import KINDS
from tests.ui import checks
from tests.ui.administration.conftest import Screen, Show
from tests.vaults import PASSPHRASE
from ui.administration import state as at
from ui.theme import Appearance, Theme
from ui.vaults import VaultDoor

OF_THE_PROGRAM = f"uc-gb.toml, version of {PROGRAM.rules.version.day} November 2026"


@pytest.fixture
def sent(tmp_path: Path) -> Places:
    return empty(tmp_path)


@pytest.fixture
def where(where: Setting, sent: Places) -> Setting:
    return replace(where, site=sent)


def content(show: Show, policy: Policy = SIGNED) -> Screen:
    screen = show(policy)
    screen.choose(at.CONTENT)
    return screen


def test_where_nothing_was_sent_the_rules_are_those_of_the_program(show: Show) -> None:
    said = content(show).said()
    assert OF_THE_PROGRAM in said
    assert "They came with the program." in said
    assert "No file has a mistake." in said
    assert "What changed" not in said


def test_signed_rules_are_shown_with_their_key_and_with_what_changed(show: Show, sent: Places) -> None:
    send(sent, rules())
    said = content(show).said()
    assert "uc-gb.toml, version of 1 February 2027" in said
    assert "From your organisation." in said
    assert f"Fingerprint of the key: {fingerprint(SIGNED.content_key)}" in said
    place = said.index("What changed, compared with the rules that came with the program")
    assert "New: From 1 April 2027 the National Living Wage is 13.10 pounds an hour" in said[place:]
    assert "It holds from 1 April 2027 until 31 March 2028." in said[place:]
    assert "bands, from age 21, rate: 13.10" in said[place:]
    assert "National Minimum Wage (Amendment) Regulations 2027, regulation" in said[place:]


def test_the_first_window_opens_a_vault_with_the_rules_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "MACHINE", tmp_path / "machine")
    (machine_folder() / "content" / "rules").mkdir(parents=True)
    (machine_folder() / "policy.toml").write_text(f'content_key = "{SIGNED.content_key}"', "ascii")
    send(places(), rules())
    vault, _recovery_key = VaultDoor(tmp_path, "first").make("Sam Okafor", "Wakefield", PASSPHRASE)
    assert source(vault.content).origin is Origin.SITE
    vault.close()


def test_refused_rules_are_named_with_the_reason_and_those_before_stay(show: Show, sent: Places) -> None:
    send(sent, rules(), by=None)
    said = content(show).said()
    assert OF_THE_PROGRAM in said
    assert "These files of your organisation were refused, and are not used." in said
    assert "content/rules/uc-gb.toml, the file" in said
    assert "It is not signed: there is no uc-gb.toml.sig beside it." in said
    assert "No file has a mistake." not in said


def test_after_a_bad_update_it_says_that_the_last_good_one_is_in_use(show: Show, sent: Places) -> None:
    send(sent, rules())
    with_site(PROGRAM, SIGNED, sent)
    send(sent, b"version =")
    said = content(show).said()
    assert "uc-gb.toml, version of 1 February 2027" in said
    assert "The last good version from your organisation. What it has sent since was refused." in said
    assert f"Fingerprint of the key: {fingerprint(SIGNED.content_key)}" in said
    assert "These files of your organisation were refused, and are not used." in said


def test_unsigned_rules_say_that_they_are(show: Show, sent: Places) -> None:
    send(sent, rules(), by=None)
    assert "Not signed. The policy of your organisation allows that." in content(show, TRYING).said()


def test_a_file_that_nobody_looks_at_is_mentioned_and_is_no_mistake(show: Show, sent: Places) -> None:
    send(sent, rules(), name="uc-ni.toml")
    said = content(show).said()
    assert "Good to know about the files of your organisation." in said
    assert "The program takes nothing of this name from here, but rules/uc-gb.toml, " in said
    assert "No file has a mistake." in said


def test_where_nothing_was_sent_interviews_and_days_off_are_the_programs_own(show: Show) -> None:
    said = content(show).said()
    assert "First commitments meeting, version 1" in said
    assert "Bank holidays until 31 December 2028, compared with their source on 21 November 2026" in said
    assert "28 rows of the country, version of 22 November 2026" in said
    assert "School holidays: none are known." in said
    assert "From your organisation." not in said


def test_sent_interviews_and_days_off_are_shown_with_where_they_came_from(show: Show, sent: Places) -> None:
    for kind in KINDS.values():
        send(sent, kind.of(7, "Sent"), name=kind.name, folder=kind.folder)
    said = content(show).said()
    from_there = f"From your organisation.\nSigned. Fingerprint of the key: {fingerprint(SIGNED.content_key)}"
    for words in (
        "Sent, version 7",
        "Bank holidays until 31 December 2028, compared with their source on 27 November 2026",
        "School holidays of 1 area, compared with their source on 26 November 2026",
    ):
        assert f"{words}\n{from_there}" in said
    assert "First commitments meeting, version 1" in said.split("Only interviews that were begun with them")[1]
    assert "There is no first-commitments.cy.toml beside it, so all of it stays English." in said
    assert "No file has a mistake." in said


def test_a_refused_interview_is_named_and_the_last_good_one_says_that_it_is(show: Show, sent: Places) -> None:
    kind = KINDS["a new interview"]
    send(sent, kind.of(2, "Good"), name=kind.name, folder=kind.folder)
    with_site(PROGRAM, SIGNED, sent)
    send(sent, kind.of(3, "Bad"), by=None, name=kind.name, folder=kind.folder)
    said = content(show).said()
    last = "The last good version from your organisation. What it has sent since was refused."
    assert f"Good, version 2\n{last}" in said
    assert "content/interviews/talk.toml, the file\nIt is not signed: there is no talk.toml.sig beside it." in said
    assert "Bad" not in said


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)])
def test_everything_about_rules_can_be_read_and_reached(
    show: Show, sent: Places, qtbot: QtBot, appearance: Appearance, wish: Theme, size: int
) -> None:
    send(sent, rules())
    with_site(PROGRAM, SIGNED, sent)
    send(sent, rules("2027-03-01", more=WAGE.replace("checked_on", "chekced_on")))
    send(sent, rules(), name="uc-ni.toml")
    for kind in KINDS.values():
        send(sent, kind.of(7, "Sent"), name=kind.name, folder=kind.folder)
    with checks.at_text_size(appearance, size, wish):
        screen = content(show)
        qtbot.waitUntil(screen.idle)
        checks.settle()
        tests = (checks.nameless, checks.same_named, checks.small_targets, checks.clipped, checks.unreachable)
        assert [found for found in (test(screen.page) for test in tests) if found] == []


def test_what_changed_is_said_in_welsh_where_the_words_are_ours(show: Show, sent: Places) -> None:
    use(Language.WELSH)
    try:
        send(sent, rules())
        said = content(show).said()
        assert "1 Ebrill 2027" in said
        assert "From 1 April 2027 the National Living Wage" in said, "we do not translate the law"
    finally:
        use(Language.ENGLISH)
