"""A death, and a child in distress (reg. 99(3)(d), (4A) to (4C))."""

from datetime import date, timedelta

from coachdesk.requirements.facts import Bereavement, ChildDistress, Facts, Who
from coachdesk.requirements.finding import Easement
from coachdesk.requirements.household import carer_children
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import DAY, months_after

DEATH, DISTRESS = "bereavement", "child_distress"


def bereavements(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """One easement for each death that has been told: by itself for six months, or a decision."""
    told = (each for each in facts.claimant.bereavements if each.on is None or each.on <= facts.on)
    return tuple(each for death in told for each in _death(death, facts.on, law))


def child_distress(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """A month that is being used, or the decision whether to use one.

    It is for a responsible carer; whoever has told of a child nothing is known of is taken to be one.
    """
    told = (each for each in facts.claimant.child_distress if each.event_on is None or each.event_on <= facts.on)
    return tuple(each for event in told for each in _event(event, facts, law))


def _death(death: Bereavement, day: date, law: Law) -> tuple[Easement, ...]:
    months = law.value(f"easement.{DEATH}", "months")
    if months is None:
        return ()
    if death.on is None or death.who is None:
        return law.lapsed(DEATH, death.on)
    if death.who is Who.OTHER:
        weeks = law.value(f"consider.{DEATH}", "other_weeks")
        last = death.on + timedelta(weeks=int(weeks)) if weeks is not None else None
        return law.lapsed(DEATH, death.on, last) if last is None or day <= last else ()
    last = months_after(death.on, int(months))  # "has died within the past 6 months": the corresponding day counts
    return law.easement(DEATH, death.on, last) if day <= last else law.lapsed(DEATH, last + DAY)


def _event(event: ChildDistress, facts: Facts, law: Law) -> tuple[Easement, ...]:
    rule = law.held(f"easement.{DISTRESS}")
    if rule is None:
        return ()
    if event.event_on is not None and (carer_children(facts) or not facts.children):
        for first in _months(event, int(rule.values["halves"])):
            last = months_after(first, 1) - DAY
            if first <= facts.on <= last:
                return law.easement(DISTRESS, first, last)
    return law.lapsed(DISTRESS, event.event_on)


def _months(event: ChildDistress, halves: int) -> tuple[date, ...]:
    """The first days of the months that count: one in each of the four half-years that follow the event."""
    assert event.event_on is not None
    used: dict[int, date] = {}
    for first in sorted(event.months_used):
        half = next((n for n in range(halves) if first < months_after(event.event_on, 6 * (n + 1))), None)
        if half is not None and first >= event.event_on:
            used.setdefault(half, first)
    return tuple(used.values())
