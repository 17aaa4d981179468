"""The JSON of a finding is that of the contract: its names, its values, its framed texts."""

import json
import timeit
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from coachdesk.requirements.assess import assess
from coachdesk.requirements.codes import codes
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding_json import as_json
from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.reading import read_facts
from tests.core.requirements.any_facts import FACTS
from tests.core.requirements.found import rules
from tests.core.requirements.written import EVERY_FACT

FIRST: dict[str, Any] = {
    "on": "2026-10-06",
    "claimant": {"date_of_birth": "1996-04-06", "capability": "not_in_question"},
}
CHILD = {"children": [{"date_of_birth": "2022-05-10"}]}


def document(value: object) -> dict[str, Any]:
    """What a program gets that asks for JSON."""
    facts = read_facts(value, strict=True)
    assert isinstance(facts, Facts), facts
    written: dict[str, Any] = json.loads(json.dumps(as_json(assess(facts, rules()))))
    return written


def about(claimant: dict[str, object], **more: object) -> dict[str, Any]:
    """The person of the contract's first true example, with more facts."""
    return FIRST | {"claimant": FIRST["claimant"] | claimant} | more


def test_the_first_true_example_of_the_contract() -> None:
    found = document(FIRST)
    assert (found["group"], found["expected_hours"]["hours"]) == ("all", 35)
    assert (found["search"], found["availability"]) == ("required", "required")
    assert found["thresholds"] == {"aet_single": 991, "aet_couple": 1597, "cet": 1927, "cet_couple": None, "met": []}


def test_the_second_true_example_undecided() -> None:
    found = document(about({"responsible_carer": True}, **CHILD))
    assert found["group"] == "all"
    hours = found["expected_hours"]
    assert (hours["hours"], hours["decide"], hours["policy_maximum"]) == (None, True, 30)
    assert (found["search_hours"], found["thresholds"]["cet"]) == (None, None)
    assert "claimant.decisions.expected_hours" in found["ask"]


def test_the_second_true_example_decided() -> None:
    decided = {"expected_hours": {"hours": 20, "on": "2026-10-06", "reason": "nursery"}}
    more = {"responsible_carer": True, "decisions": decided, "earnings": {"employed_monthly": 1100}}
    found = document(about(more, **CHILD))
    assert (found["expected_hours"]["hours"], found["thresholds"]["cet"]) == (20, 1101)
    assert (found["thresholds"]["met"], found["search"]) == (["aet_single"], "off")


def test_the_third_true_example_of_the_contract() -> None:
    told = {"notified_on": "2026-10-02", "within_six_months": True, "at_same_address": False}
    found = document(about({"responsible_carer": True, "domestic_abuse": told}, **CHILD))
    assert {found[each] for each in ("search", "availability", "interviews", "preparation")} == {"off"}
    (easement,) = found["easements"]
    assert (easement["until"], easement["evidence_by"]) == ("2026-12-31", "2026-11-02")
    assert (easement["sealed"], easement["print"]) == (True, False)
    assert easement["standing"] == "must"


def test_every_field_of_the_contract_is_there() -> None:
    found = document(EVERY_FACT)
    assert set(found) == {
        *("on", "rules", "group", "group_because", "expected_hours", "search_hours", "search", "availability"),
        *("interviews", "preparation", "may_require", "availability_terms", "travel_minutes_each_way", "thresholds"),
        *("easements", "warnings", "ask", "told_to_everyone", "review"),
    }
    assert found["rules"] == [{"file": "uc-gb.toml", "version": "2026-11-22"}]
    assert set(found["may_require"]) == {"interview", "preparation", "search", "availability"}
    assert set(found["travel_minutes_each_way"]) == {"ceiling", "guidance", "agreed"}
    assert {"start_up_to", "interview_up_to", "decided", "because"} <= set(found["availability_terms"])
    for easement in found["easements"]:
        assert {"id", "from", "until", "standing", "switch", "citation", "evidence_by", "review_on"} <= set(easement)
        assert {"sealed", "print", "neutral_label"} <= set(easement)
    assert found["told_to_everyone"] == ["domestic_abuse", "structured_recovery", "expected_confinement"]


def test_a_day_before_the_rules_has_no_group_and_says_so() -> None:
    found = document(FIRST | {"on": "2016-10-06", "claimant": {"date_of_birth": "1980-04-06"}})
    assert (found["group"], found["search"], found["search_hours"]) == (None, None, None)
    assert [each["code"] for each in found["warnings"]] == ["not_held"]


def test_half_an_hour_is_written_as_one() -> None:
    decided = {"expected_hours": {"hours": 17.5, "on": "2026-10-06", "reason": "nursery"}}
    found = document(about({"decisions": decided}, **CHILD))
    assert found["expected_hours"]["hours"] == 17.5


def texts(value: object) -> Iterator[str]:
    """Every text that is a whole one: reasons, warnings, what is said of availability."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key == "text" or (key == "because" and isinstance(item, str) and "start_up_to" in value):
                yield item
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@settings(max_examples=60)
@given(FACTS)
def test_every_text_is_framed_and_every_citation_is_given(known: Facts) -> None:
    found = as_json(assess(known, rules()))
    for text in filter(None, texts(found)):
        assert text.startswith("On what is recorded today: ")
        assert text.endswith(" You decide, and say why.")
        assert text.count("On what is recorded today") == 1
    assert json.loads(json.dumps(found)) == found


def test_a_document_takes_well_under_a_millisecond() -> None:
    facts = read_facts(EVERY_FACT)
    assert isinstance(facts, Facts)
    finding = assess(facts, rules())
    assert min(timeit.repeat(lambda: as_json(finding), number=20, repeat=20)) / 20 < 0.003


@pytest.mark.parametrize("kind", ["easements", "warnings", "rules"])
def test_the_codes_that_others_rely_on_are_listed_with_what_they_say(kind: str) -> None:
    rows = codes(rules())[kind]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["text"] and row["citation"] and row["authority"] for row in rows)


def test_the_easements_are_those_of_the_contract() -> None:
    assert tuple(row["id"] for row in codes(rules())["easements"]) == EASEMENTS
