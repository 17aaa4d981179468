"""What stands against asking for one requirement today, for whoever makes a plan."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.requirements.finding import Easement, Finding, Standing, Switch
from coachdesk.requirements.rule import Discretion

SEARCH, AVAILABILITY, PREPARATION, INTERVIEW = "search", "availability", "preparation", "interview"
"""The four requirements, by the names of `MayRequire`."""

_BOTH = frozenset({SEARCH, AVAILABILITY})

TAKES: Mapping[Switch, frozenset[str]] = MappingProxyType(
    {
        Switch.A: _BOTH,
        Switch.B: frozenset({SEARCH}),
        Switch.C: _BOTH,
        Switch.D: _BOTH,
        Switch.E: frozenset({SEARCH, AVAILABILITY, PREPARATION, INTERVIEW}),
        Switch.F: _BOTH,
    }
)
"""What each switch takes away or puts off, by requirement (domain.md 2.1)."""


def standing_of(finding: Finding, requirement: str) -> Standing | None:
    """How a requirement stands; None where no rules are held for the day."""
    return {
        SEARCH: finding.search,
        AVAILABILITY: finding.availability,
        PREPARATION: finding.preparation,
        INTERVIEW: finding.interviews,
    }[requirement]


def easements_against(finding: Finding, requirement: str) -> tuple[Easement, ...]:
    """The easements that take the requirement away: those that the law gives, or else the decided, or else those due.

    A decision nobody has taken counts against search and availability, which reg. 99(5) is about, and nothing else.
    """
    takes = tuple(each for each in finding.easements if requirement in TAKES[each.switch])
    given = tuple(each for each in takes if each.standing is Discretion.MUST)
    decided = tuple(each for each in takes if each.decided)
    due = tuple(each for each in finding.easements if each.due) if requirement in _BOTH else ()
    return given or decided or due
