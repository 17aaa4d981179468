"""The worked examples that ship: every row of the catalogue has one, and each can be read beside a conversation."""

import re

import pytest

from coachdesk.cases import CIRCUMSTANCES, SEALED, Case, Circumstance, Example, Worked, work_out, worked_examples
from coachdesk.content import read_examples
from coachdesk.requirements.finding import Group, Standing
from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.rule import Authority
from tests.core.requirements.found import rules

EXAMPLES = read_examples()
WORKED = worked_examples(EXAMPLES, rules())
MEETINGS = {"amira", "darren", "kezia", "nowak-lena", "nowak-piotr", "callum"}

NEVER = re.compile(
    r"\bmust\b|\beligible\b|\bswitched off\b|light touch|LCWRA|sanction|!|\bthe claimant\b|\bclaimants?\b",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"abus|violen|refuge\b|drug|alcohol|addict|recover|treatment|prison|custod|sentence|licen[cs]e|probation|court|"
    r"witness|protect|police|safe\b|scared|distress|death|murder",
    re.IGNORECASE,
)


def words_of(example: Example) -> list[str]:
    """Everything of an example that a coach may read aloud."""
    contact = example.contact
    assert contact is not None
    sources = [each.text for each in example.sources]
    said = [example.title, example.summary, *example.unreasonable, *sources]
    return [*said, contact.frequency, contact.channel, contact.why]


def test_at_least_fifteen_beside_the_five_stories_and_every_one_holds() -> None:
    assert {each.name for each in EXAMPLES if isinstance(each, Case)} == MEETINGS
    assert len(EXAMPLES) >= len(MEETINGS) + 15
    assert len(WORKED) == len(EXAMPLES)


def test_there_is_an_example_of_every_circumstance() -> None:
    assert {word for each in EXAMPLES for word in each.circumstances} == set(Circumstance)
    assert set(CIRCUMSTANCES) == set(Circumstance)


def test_there_is_an_example_of_every_easement() -> None:
    assert {easement.id for each in WORKED for easement in each.finding.easements} == set(EASEMENTS)


def test_there_is_an_example_of_every_group_and_of_every_reason_for_one() -> None:
    assert {each.finding.group for each in WORKED} == set(Group)
    held = {rule.id for rule in rules().every if rule.topic.startswith("group.")}
    assert {reason.rule for each in WORKED for reason in each.finding.group_because} == held - {"group-cet"}


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.example.name)
def test_each_says_what_it_is_about_in_words_that_can_be_read_aloud(worked: Worked) -> None:
    words = words_of(worked.example)
    assert [each for each in words if NEVER.search(each)] == []
    assert len(worked.example.summary) <= 200
    assert 2 <= len(worked.example.unreasonable) <= 6
    assert max(map(len, worked.example.unreasonable)) <= 90
    assert not any(each.endswith(".") for each in worked.example.unreasonable)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.example.name)
def test_each_expects_the_group_and_its_sources(worked: Worked) -> None:
    assert worked.example.expect["group"] == worked.finding.group
    assert worked.example.expect["citations"]
    if worked.finding.group is Group.ALL:
        assert "search" in worked.example.expect or "interviews" in worked.example.expect


@pytest.mark.parametrize(
    "example",
    [each for each in EXAMPLES if each.sealed or Circumstance.COURT in each.circumstances],
    ids=lambda example: example.name,
)
def test_the_title_and_the_summary_of_a_sealed_matter_do_not_tell_it(example: Example) -> None:
    assert [each for each in (example.title, example.summary) if TELLING.search(each)] == []


def test_sealed_matters_have_one_label() -> None:
    assert {CIRCUMSTANCES[each] for each in SEALED} == {"A statutory pause"}


def test_what_the_law_leaves_open_is_called_policy_advice_or_practice() -> None:
    sources = [source for each in EXAMPLES for source in each.sources]
    assert sources
    assert not {Authority.ACT, Authority.REGULATION} & {each.authority for each in sources}
    silent = {"care-leaver", "coming-home", "youth", "start-up", "ex-forces", "refugee", "two-days-taken"}
    assert {each.name for each in EXAMPLES if each.sources} >= silent


def test_nothing_is_asked_of_whoever_may_be_asked_for_nothing() -> None:
    """An example of somebody with no requirements names no rhythm of meetings as the department's own."""
    for each in WORKED:
        contact = each.example.contact
        if each.finding.interviews in {Standing.OFF, Standing.NOT_IMPOSED}:
            assert contact is not None
            assert contact.authority != "operational", each.example.name


def test_facts_with_a_mistake_are_no_example() -> None:
    broken = Example(title="Broken", circumstances=(Circumstance.YOUTH,), facts={"on": "tomorrow"})
    assert isinstance(work_out(broken, rules()), tuple)
    assert worked_examples((broken, *EXAMPLES[:1]), rules()) == WORKED[:1]
