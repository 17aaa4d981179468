"""Earnings at or above the administrative threshold: no search and no availability (reg. 99(6))."""

from dataclasses import replace

from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Easement, Thresholds
from coachdesk.requirements.law import Law
from coachdesk.requirements.rule import Discretion
from coachdesk.requirements.thresholds import aet, employed_of

ID = "earnings_light_touch"


def light_touch(facts: Facts, found: Thresholds, law: Law) -> tuple[Easement, ...]:
    """By itself while a threshold is met.

    Where no figure is held for the day, earnings that reach the last figure held are a decision: nothing is asked again
    because a table has ended.
    """
    if {"aet_single", "aet_couple"} & set(found.met):
        return law.easement(ID)
    if found.aet_single is None and _reached_the_last(facts, law):
        return tuple(replace(each, standing=Discretion.MUST_CONSIDER) for each in law.easement(ID))
    return ()


def _reached_the_last(facts: Facts, law: Law) -> bool:
    single, couple = aet(law.rules.latest("aet", law.day), law.rules.latest("wage", law.day))
    employed = employed_of(facts.claimant)
    if single is not None and employed >= single:
        return True
    together = employed + employed_of(facts.partner) if facts.partner is not None else employed
    return facts.partner is not None and couple is not None and together >= couple
