"""Earnings at or above the administrative threshold: no search and no availability (reg. 99(6))."""

from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Easement, Thresholds
from coachdesk.requirements.law import Law
from coachdesk.requirements.thresholds import aet, employed_of

ID = "earnings_light_touch"


def light_touch(facts: Facts, found: Thresholds, law: Law) -> tuple[Easement, ...]:
    """By itself while a threshold is met.

    Where no figure is held for the day, earnings that may reach one are a decision: nothing is asked for because a table
    begins late or has ended.
    """
    if {"aet_single", "aet_couple"} & set(found.met):
        return law.easement(ID)
    return law.lapsed(ID) if found.aet_single is None and _may_reach(facts, law) else ()


def _may_reach(facts: Facts, law: Law) -> bool:
    """Against the last figure that is held; any earnings where none is."""
    single, couple = aet(law.rules.latest("aet", law.day), law.rules.latest("wage", law.day))
    employed = employed_of(facts.claimant)
    together = employed + employed_of(facts.partner) if facts.partner is not None else employed
    if single is None or couple is None:
        return together > 0
    return employed >= single or (facts.partner is not None and together >= couple)
