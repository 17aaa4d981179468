"""Findings for the tests: facts as the contract writes them, the rules as they ship."""

from collections.abc import Mapping
from functools import cache

from coachdesk.paths import resources
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Easement, Finding
from coachdesk.requirements.loader import load_rules
from coachdesk.requirements.reading import read_facts
from coachdesk.requirements.rule import Rules

BORN = "1990-06-15"


@cache
def rules() -> Rules:
    """The rules that ship."""
    path = resources("rules") / "uc-gb.toml"
    loaded = load_rules(path.read_text("utf-8"), name=path.name)
    assert isinstance(loaded, Rules), loaded
    return loaded


def facts(day: str = "2026-12-01", /, **known: object) -> Facts:
    """Facts of somebody born in 1990, with whatever else is said of them; `household` says the rest."""
    household = known.pop("household", None)
    given: dict[str, object] = {"on": day, "claimant": {"date_of_birth": BORN, **known}}
    if isinstance(household, Mapping):
        given |= household
    read = read_facts(given, strict=True)
    assert isinstance(read, Facts), read
    return read


def found(day: str = "2026-12-01", /, **known: object) -> Finding:
    """The finding for them."""
    return assess(facts(day, **known), rules())


def child(born: str, **more: object) -> dict[str, object]:
    """A household with one child."""
    return {"children": [{"date_of_birth": born, **more}]}


def only(finding: Finding) -> Easement:
    """The one easement of a finding."""
    assert len(finding.easements) == 1, finding.easements
    return finding.easements[0]


def warned(finding: Finding) -> set[str]:
    """The codes of its warnings."""
    return {each.code for each in finding.warnings}


def reviewed(finding: Finding) -> dict[str, str]:
    """What is to be looked at again, by its words, and when."""
    return {each.because: each.on.isoformat() for each in finding.review}
