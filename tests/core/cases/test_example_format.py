"""What a case may say about requirements: facts, expectations, and examples without a meeting."""

import re

from coachdesk.cases import Case, Circumstance, Example, Footing, load_case
from coachdesk.paths import resources
from tests.core.cases.written import WRITTEN, mistakes
from tests.core.requirements.found import rules

EXAMPLE = """
title = "Kofi: twelve hours at the till"
summary = "He works 12 hours a week in a supermarket."
circumstances = ["in_work"]
unreasonable = ["Starting elsewhere tomorrow"]
sources = [{ authority = "practice", text = "Nothing regulates it." }]

[contact]
frequency = "Every eight weeks"
channel = "By phone"
authority = "operational"

[facts]
on = 2026-11-10
claimant = { date_of_birth = 1998-06-25, deductions = [{ kind = "paid_work", hours = 12 }] }

[expect]
group = "all"
search_hours = 23
citations = ["WRA 2012 s.22"]
"""


def test_an_example_is_a_case_without_a_meeting() -> None:
    example = load_case(EXAMPLE, name="in-work.toml", rules=rules())
    assert isinstance(example, Example), example
    assert not isinstance(example, Case)
    assert (example.name, example.circumstances, example.sealed) == ("in-work", (Circumstance.IN_WORK,), False)
    assert example.contact is not None
    assert example.contact.authority is Footing.OPERATIONAL


def test_whatever_is_offered_as_an_example_needs_all_that_a_coach_would_look_for() -> None:
    bare = 'title = "Kofi"\n[facts]\non = 2026-11-10\nclaimant = { date_of_birth = 1998-06-25 }\n'
    needed = {("contact", "case.missing-field"), ("expect", "case.missing-field"), ("summary", "case.missing-field")}
    assert needed | {("circumstances", "case.missing-field"), ("unreasonable", "case.missing-field")} == mistakes(bare)
    offered = WRITTEN.replace("[person]", 'circumstances = ["single_parent"]\nunreasonable = ["Nights"]\n[person]')
    assert needed | {("facts", "case.missing-field")} == mistakes(offered)


def test_a_word_that_no_example_is_about_is_refused() -> None:
    assert mistakes(EXAMPLE.replace('"in_work"', '"in_space"')) == {("circumstances 1", "case.unknown-value")}


def test_facts_that_cannot_be_read_are_mistakes_of_the_case_at_their_place() -> None:
    wrong = EXAMPLE.replace('kind = "paid_work"', 'knd = "paid_work"').replace("on = 2026-11-10", "on = 1990-01-01")
    assert {place for place, _code in mistakes(wrong)} == {
        "facts / claimant.date_of_birth",
        "facts / claimant.deductions[0].knd",
        "facts / claimant.deductions[0].kind",
    }


def test_an_expectation_that_does_not_hold_is_a_mistake_of_the_case() -> None:
    wrong = EXAMPLE.replace("search_hours = 23", "search_hours = 35").replace("s.22", "s.21")
    found = load_case(wrong, name="in-work.toml", rules=rules())
    assert isinstance(found, tuple)
    assert [str(each) for each in found] == [
        "in-work.toml: expect / search_hours: case.expectation: The finding says 23, and 35 is expected.",
        "in-work.toml: expect / citations / WRA 2012 s.21: case.expectation: The finding cites this nowhere.",
    ]


def test_nothing_can_be_expected_where_nothing_is_known() -> None:
    assert mistakes(WRITTEN + '[expect]\ngroup = "all"\n') == {("expect", "case.no-facts")}


def test_a_meeting_gives_the_day_and_the_date_of_birth_of_its_facts() -> None:
    facts = '[facts]\nnation = "england"\n[expect]\non = 2026-12-01\n"thresholds.cet" = 1927\n'
    assert isinstance(load_case(WRITTEN + facts, name="mine.toml", rules=rules()), Case)
    unborn = WRITTEN.replace("date_of_birth = 1995-03-02\n", "") + facts
    assert mistakes(unborn) == {("facts / claimant", "facts.missing")}


def test_the_example_in_the_documentation_is_a_true_one() -> None:
    page = (resources().parent / "docs" / "written-cases.md").read_text("utf-8")
    written = page.split("```toml\n")[2].split("```")[0]
    example = load_case('title = "Kofi"\n' + written, name="written-cases.md", rules=rules())
    assert isinstance(example, Example), example
    assert {f"`{word}`" for word in Circumstance} <= set(re.findall(r"`\w+`", page))
