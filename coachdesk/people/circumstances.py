"""What follows from a circumstance on a day: a statutory pause, or a decision that is due.

A pause is said only where what is recorded is enough to say it. Where the law asks for a date or a condition that is
not recorded, a decision is due: the coach decides, and the program does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.people.person import Circumstance


class Pauses(StrEnum):
    """What may not be asked for while a pause lasts."""

    EVERYTHING = "everything"
    ALL_BUT_INTERVIEWS = "all_but_interviews"
    LOOKING = "looking"  # work search, and availability is put off


@dataclass(frozen=True, slots=True)
class PauseRule:
    """A pause that must be given.

    Attributes:
        pauses: what it switches off.
        needs_dates: it depends on a period, so without one a decision is due instead.
        source: where the law says so (Universal Credit Regulations 2013, or Welfare Reform Act 2012).
    """

    pauses: Pauses
    needs_dates: bool
    source: str


RULES: Mapping[str, PauseRule] = MappingProxyType(
    {
        "domestic_abuse": PauseRule(Pauses.EVERYTHING, needs_dates=False, source="reg. 98; reg. 99(5) meanwhile"),
        "benefit_team_today": PauseRule(Pauses.EVERYTHING, needs_dates=False, source="reg. 16(2)"),
        "structured_recovery": PauseRule(Pauses.LOOKING, needs_dates=False, source="reg. 99(3)(e)"),
        "custody": PauseRule(Pauses.LOOKING, needs_dates=True, source="reg. 99(3)(b)"),
        "court": PauseRule(Pauses.LOOKING, needs_dates=True, source="reg. 99(3)(a)"),
        "bereavement": PauseRule(Pauses.LOOKING, needs_dates=True, source="reg. 99(3)(d)"),
        "child_distress": PauseRule(Pauses.LOOKING, needs_dates=True, source="reg. 99(4A) to (4C)"),
        "pregnancy": PauseRule(Pauses.EVERYTHING, needs_dates=True, source="WRA s.19(2)(d); reg. 89(1)(c)"),
        "fostering": PauseRule(Pauses.ALL_BUT_INTERVIEWS, needs_dates=True, source="WRA s.20; reg. 91(2)"),
    }
)
"""Pauses by kind of circumstance. Every other kind leaves a decision to the coach (regs 88, 97, 99(5))."""


def in_force(circumstance: Circumstance, day: date) -> bool:
    """Whether it stands on that day; an end or a start that nobody knows is open."""
    begun = circumstance.starts_on is None or circumstance.starts_on <= day
    return begun and (circumstance.ends_on is None or day <= circumstance.ends_on)


def pause_on(circumstance: Circumstance, day: date) -> Pauses | None:
    """What a circumstance switches off on that day by law, or None."""
    rule = RULES.get(circumstance.kind)
    if rule is None or not in_force(circumstance, day):
        return None
    dated = circumstance.starts_on is not None or circumstance.ends_on is not None
    return rule.pauses if dated or not rule.needs_dates else None


def decision_due(circumstance: Circumstance, day: date) -> bool:
    """Whether the coach still has to decide what follows from it."""
    return in_force(circumstance, day) and pause_on(circumstance, day) is None
