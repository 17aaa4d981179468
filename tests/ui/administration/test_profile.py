"""Opening a site profile in the window: shown before it is taken, refused whole, taken away again."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coachdesk.policy import Policy, ProfileRule, SetBy
from coachdesk.policy_file import read_policy
from coachdesk.signing import public_key_of, signature
from tests.ui.administration.conftest import Screen, Show
from ui.administration import state as at

KEY = Ed25519PrivateKey.generate()
TEXT = """name = "Wakefield, leisure centre"
[settings]
site_name = "Jobcentre Wakefield, leisure centre"
office_hours = "Mon-Fri 09:30-15:30"
telephone = "01632 960001"
[safety_plan]
text = "Stay with them. Call 5555."
date = 2026-11-20
[[provision]]
id = "bus-pass"
name = "Bus pass fund"
does = "Pays the bus for a month."
who = "Whoever starts a job."
status = "open"
terms = "voluntary"
refer = "Ask Dee at the front desk."
source = "Wakefield Council"
last_checked = 2026-11-20
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "stick" / "site-profile.toml"
    made.parent.mkdir()
    made.write_text(TEXT, "utf-8")
    return made


def opened(show: Show, policy: Policy, file: Path) -> Screen:
    screen = show(policy)
    screen.choose(at.SETTINGS)
    screen.file = file
    screen.page.settings.profile.open_button.click()
    return screen


def test_what_it_sets_is_shown_and_nothing_is_taken_before_the_coach_takes_it(show: Show, file: Path) -> None:
    policy = Policy(profile_from_coach=ProfileRule.ANY, telephone="0300", fixed=frozenset({"telephone"}))
    screen = opened(show, policy, file)
    said = screen.said()
    for words in (
        "Wakefield, leisure centre would set this:",
        "Mon-Fri 09:30-15:30",
        "01632 960001 (not taken: set by your organisation)",
        "of 20 November 2026:",
        "Stay with them. Call 5555.",
        "Bus pass fund: Ask Dee at the front desk.",
        "Nobody signed it",
    ):
        assert words in said
    assert read_policy().profile == frozenset()
    screen.page.settings.profile.back_button.click()
    assert "None is in use that you opened." in screen.said()
    assert read_policy().profile == frozenset()


def test_a_laptop_is_set_up_by_one_file_and_set_back(
    show: Show, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = tmp_path / "machine"
    machine.mkdir()
    monkeypatch.setattr("coachdesk.paths.MACHINE", machine)
    (machine / "policy.toml").write_text('profile_from_coach = "any"\ntelephone = "0300"\n', "utf-8")
    screen = opened(show, read_policy(), file)
    card = screen.page.settings.profile
    card.take_button.click()
    assert any("The safety panel shows its plan and numbers now." in each for each in screen.heard.notices)
    assert "In use: Wakefield, leisure centre" in screen.said()
    holds = read_policy()
    assert (holds.site_name, holds.origin("site_name")) == ("Jobcentre Wakefield, leisure centre", SetBy.PROFILE)
    assert (holds.telephone, holds.origin("telephone")) == ("0300", SetBy.ENFORCED)
    card.leave_button.click()
    assert read_policy().site_name == ""


def test_only_a_signed_one_is_taken_where_the_policy_says_so(show: Show, file: Path) -> None:
    policy = Policy(content_key=public_key_of(KEY))
    screen = opened(show, policy, file)
    assert "is not signed with the key" in screen.heard.failures[-1]
    beside = file.with_name("site-profile.toml.sig")
    beside.write_text(signature("site-profile.toml", file.read_bytes(), KEY), "ascii")
    screen.page.settings.profile.open_button.click()
    assert "Your organisation signed it." in screen.said()
    file.write_text(TEXT.replace("5555", "6666"), "utf-8")
    screen.page.settings.profile.back_button.click()
    screen.page.settings.profile.open_button.click()
    assert len(screen.heard.failures) == 2


def test_one_with_a_mistake_is_refused_whole_with_every_reason(show: Show, file: Path) -> None:
    file.write_text(
        TEXT.replace("Mon-Fri", "Mon to Fri").replace("date = 2026-11-20", "date = 2026-11-20\nsaid_by = 3", 1), "utf-8"
    )
    screen = opened(show, Policy(profile_from_coach=ProfileRule.ANY), file)
    said = screen.heard.failures[-1]
    assert "nothing of it was taken" in said
    assert "line 4, office_hours: This cannot be read." in said
    assert "line 9, said_by: There is no such part." in said


def test_a_mistake_in_what_can_be_referred_to_refuses_the_whole_file(show: Show, file: Path) -> None:
    file.write_text(TEXT.replace('status = "open"', 'status = "opened"').replace('source = "W', 'sauce = "W'), "utf-8")
    screen = opened(show, Policy(profile_from_coach=ProfileRule.ANY), file)
    said = screen.heard.failures[-1]
    assert 'provision bus-pass / status: "opened" is no status; there is open, closed, check.' in said
    assert 'provision bus-pass / source: "source" is missing.' in said
    assert 'provision bus-pass: "sauce" is no key of this table.' in said


def test_where_none_may_be_opened_the_button_says_so(show: Show, file: Path) -> None:
    screen = opened(show, Policy(profile_from_coach=ProfileRule.NEVER), file)
    button = screen.page.settings.profile.open_button
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Set by your organisation"
    assert "would set this" not in screen.said()
