"""Someone like this: which examples are offered beside a finding, and in which order."""

from typing import Any

import pytest

from coachdesk.cases import SEALED, Circumstance, circumstances_of, examples_like, worked_examples
from coachdesk.content import read_examples
from tests.core.requirements.found import facts, rules

EXAMPLES = worked_examples(read_examples(), rules())


def names(*about: Circumstance, household: dict[str, object] | None = None, **known: object) -> list[str]:
    """The names of the examples for somebody of whom this is known."""
    person = facts("2026-11-10", household=household or {}, **known)
    return [each.example.name for each in examples_like(person, EXAMPLES, about=about)]


def test_whoever_shares_most_comes_first() -> None:
    found = names(household={"children": [{"age": 8}]}, temporary=[{"kind": "childcare", "from": "2026-11-09"}])
    assert found[0] == "school-holidays"
    assert "new-baby" in found, "She is a parent alone as well."
    assert "jury-service" not in found


@pytest.mark.parametrize(
    ("household", "known", "first"),
    [
        ({"children": [{"age": 1}]}, {}, "child-of-one"),
        ({}, {"capability": "limited"}, "limited"),
        ({}, {"cares_for": [{"hours": 20, "qualifying_benefit": "yes"}]}, "carer-part"),
        ({}, {"bereavements": [{"on": "2026-10-01", "who": "partner"}]}, "bereavement-friend"),
        ({}, {"fit_notes": [{"from": "2026-11-02"}]}, "darren"),
        ({"nation": "scotland", "children": [{"age": 7, "relation": "friend_or_family",
          "approved_kinship_scotland": True}]}, {}, "kinship-scotland"),
        ({"partner": {"date_of_birth": "1989-02-20"}}, {"date_of_birth": "1958-01-01"}, "pension-age-couple"),
    ],
)  # fmt: skip
def test_the_nearest_example_is_about_the_same_thing(
    household: dict[str, object], known: dict[str, object], first: str
) -> None:
    person: dict[str, Any] = known
    assert names(household=household, **person)[0] == first


def test_a_coach_may_ask_for_what_stands_in_no_facts() -> None:
    assert names(Circumstance.CARE_LEAVER)[0] == "care-leaver"
    assert names(Circumstance.REFUGEE) == ["refugee"]
    assert names(Circumstance.CARE_LEAVER, Circumstance.STUDENT) == ["care-leaver-in-college"]


def test_whoever_is_like_nobody_is_shown_nobody() -> None:
    assert names() == []


@pytest.mark.parametrize("children", [[], [{"age": 6}], [{"age": 9}]])
def test_no_sealed_matter_stands_on_a_screen_that_nobody_asked_it_of(children: list[object]) -> None:
    person = facts("2026-11-10", household={"children": children}, temporary=[{"kind": "homeless"}])
    assert not any(each.example.sealed for each in examples_like(person, EXAMPLES))


@pytest.mark.parametrize("word", sorted(SEALED))
def test_it_does_where_the_coach_chose_it(word: Circumstance) -> None:
    assert all(word in each.example.circumstances for each in examples_like(facts(), EXAMPLES, about=[word]))
    assert names(word)


def test_it_does_where_the_person_told_us() -> None:
    assert "pause-outside-the-rule" in names(domestic_abuse={"notified_on": "2026-11-03", "at_same_address": True})
    assert "pause-and-a-course" in names(structured_recovery={"from": "2026-10-20"})


def test_every_example_is_found_by_its_own_facts() -> None:
    """What no facts say (a care leaver) is left out; all else that an example is about follows from what is known."""
    said_only = {
        Circumstance.CARE_LEAVER,
        Circumstance.EX_FORCES,
        Circumstance.REFUGEE,
        Circumstance.PRISON_LEAVER,
        Circumstance.ENOUGH_EARNINGS,
    }
    for each in EXAMPLES:
        if each.example.name not in {"hard-month", "two-days-taken"}:
            assert set(each.example.circumstances) - said_only <= circumstances_of(each.facts), each.example.name
