"""The site's own plan for when somebody is in danger: never refused, whatever is wrong with a file."""

from datetime import date
from pathlib import Path

import pytest

from coachdesk.policy import Policy, ProfileRule
from coachdesk.policy_file import PolicyPlaces
from coachdesk.safety_plan import read_safety_plan, safety_plan_here

PROFILE = """
name = "Wakefield leisure centre"
[safety_plan]
text = "{text}"
date = 2026-11-20
agreed_by = "J. Lee"
"""


def test_the_plan_of_the_site_says_when_and_by_whom_it_was_agreed(tmp_path: Path) -> None:
    assert read_safety_plan(tmp_path) is None
    (tmp_path / "safety-plan.md").write_text("Stay. Ask directly.\n", "utf-8")
    plan = read_safety_plan(tmp_path)
    assert plan is not None
    assert (plan.text, plan.dated, plan.agreed_by) == ("Stay. Ask directly.", None, "")
    (tmp_path / "safety-plan.toml").write_text(
        'text = """Stay.\nCall 5555."""\ndate = 2026-11-01\nagreed_by = "J. Lee"\n', "utf-8"
    )
    plan = read_safety_plan(tmp_path)
    assert plan is not None
    assert (plan.text, plan.dated, plan.agreed_by) == ("Stay.\nCall 5555.", date(2026, 11, 1), "J. Lee")


@pytest.mark.parametrize(
    "text",
    [
        "Stay with them = [",
        'date = 2026-11-01\ntxt = "Stay with them"\n',
        f"a = {'1' * 10_000}",
        f"a = {'[' * 100_000}",
    ],
    ids=["no toml", "another key", "digits", "depth"],
)
def test_in_danger_raw_words_are_better_than_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "safety-plan.toml").write_text(text, "utf-8")
    plan = read_safety_plan(tmp_path)
    assert plan is not None
    assert plan.text == text.strip()


def test_an_undated_plan_is_a_plan_and_an_empty_one_is_none(tmp_path: Path) -> None:
    (tmp_path / "safety-plan.toml").write_text('text = "Stay."\ndate = "soon"\nagreed_by = 3\n', "utf-8")
    plan = read_safety_plan(tmp_path)
    assert plan is not None
    assert (plan.text, plan.dated, plan.agreed_by) == ("Stay.", None, "")
    (tmp_path / "safety-plan.toml").write_text(" \n", "utf-8")
    assert read_safety_plan(tmp_path) is None


def test_the_plan_of_a_site_profile_holds_where_the_machine_has_none(tmp_path: Path) -> None:
    machine, own = tmp_path / "machine", tmp_path / "own"
    machine.mkdir()
    own.mkdir()
    where = PolicyPlaces(machine, tmp_path, own, owners=frozenset({tmp_path.stat().st_uid, 0}))
    policy = Policy(profile_from_coach=ProfileRule.ANY)
    assert safety_plan_here(where, policy) is None
    (machine / "site-profile.toml").write_text(PROFILE.format(text="Stay. Call 1."), "utf-8")
    found = safety_plan_here(where, policy)
    assert found is not None
    assert (found.text, found.dated, found.agreed_by) == ("Stay. Call 1.", date(2026, 11, 20), "J. Lee")
    (own / "site-profile.toml").write_text(PROFILE.format(text="Stay. Call 2."), "utf-8")
    opened = safety_plan_here(where, policy)
    assert opened is not None
    assert opened.text == "Stay. Call 2."
    (machine / "safety-plan.md").write_text("Stay. Call 3.", "utf-8")
    own_of_the_machine = safety_plan_here(where, policy)
    assert own_of_the_machine is not None
    assert own_of_the_machine.text == "Stay. Call 3."


def test_a_broken_profile_takes_no_plan_away(tmp_path: Path) -> None:
    (tmp_path / "safety-plan.md").write_text("Stay.", "utf-8")
    (tmp_path / "site-profile.toml").write_text("name = [", "utf-8")
    where = PolicyPlaces(tmp_path, tmp_path / "program", owners=frozenset({tmp_path.stat().st_uid, 0}))
    found = safety_plan_here(where, Policy())
    assert found is not None
    assert found.text == "Stay."
