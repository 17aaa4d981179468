"""The findings of the shipped cases and examples, as they stand and with something about them changed."""

from collections.abc import Mapping
from typing import Any

from coachdesk.cases import Example, load_case
from coachdesk.cases.answers import json_of
from coachdesk.cases.worked import facts_of
from coachdesk.paths import resources
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding_json import as_json
from coachdesk.requirements.reading import read_facts
from tests.core.requirements.dumped import facts_json
from tests.core.requirements.found import rules

Json = Mapping[str, Any]


def finding_of(facts: Json) -> dict[str, Any]:
    """The JSON finding of facts as the contract writes them."""
    read = read_facts(facts, strict=True)
    assert isinstance(read, Facts), read
    return as_json(assess(read, rules()))


def case(name: str, on: str = "", /, *, household: Json | None = None, **claimant: object) -> dict[str, Any]:
    """The JSON finding of a shipped case, on another day or with other facts about the claimant.

    A fact given as None becomes unknown. Decisions are as the case has them, unless they are given.
    """
    path = resources("cases", f"{name}.toml")
    loaded = load_case(path.read_text("utf-8"), name=path.name)
    assert isinstance(loaded, Example), loaded
    read = facts_of(loaded)
    assert isinstance(read, Facts), read
    facts: dict[str, Any] = facts_json(read)
    facts["claimant"] = {**facts["claimant"], **json_of(claimant)}
    return finding_of({**facts, **json_of(household or {}), **({"on": on} if on else {})})


def eased(finding: Json, easement_id: str) -> Json:
    """One easement of a finding."""
    found = [each for each in finding["easements"] if each["id"] == easement_id]
    assert len(found) == 1, finding["easements"]
    one: Json = found[0]
    return one


def ids(finding: Json) -> list[str]:
    """The easements of a finding by their ids."""
    return [each["id"] for each in finding["easements"]]


def codes(finding: Json) -> set[str]:
    """The codes of its warnings."""
    return {each["code"] for each in finding["warnings"]}


def stands(finding: Json) -> tuple[str, str, str, str]:
    """Search, availability, interviews, preparation."""
    return finding["search"], finding["availability"], finding["interviews"], finding["preparation"]


def reviewed(finding: Json) -> set[str]:
    """The days on which to look again."""
    return {each["on"] for each in finding["review"]}


def cited(finding: Json) -> set[str]:
    """What the group, the hours and the easements rest on."""
    reasons = (*finding["group_because"], *finding["expected_hours"]["because"], *finding["easements"])
    return {each["citation"] for each in reasons}
