"""How long and by how much a payment may go down, as far as somebody can vouch for it and it is said of this person.

A number is said where its rule was read, or where the organisation has confirmed the rule by its id and a date; a
confirmation from before the rule was last checked is one of other words. For the rest the paper says "may be reduced".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Finding, Group
from coachdesk.requirements.law import number
from coachdesk.requirements.periods import age_on
from coachdesk.requirements.rule import Rule, Rules, Status

_ADULT: Final = 18
_FULL_RATE: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Reductions:
    """What is known of one person; nothing of it is what they did, or how often.

    Attributes:
        days, days_again: medium level (UC Regs 2013 reg. 103): days, and days where it happened before; 0: not known.
        days_more: low level (reg. 104): the most days after what was asked is done; 0: not known.
        until_met: lowest level (reg. 105): until the meeting takes place.
        a_day: the most pounds for each day; None: nobody has confirmed a table of them.
    """

    days: int = 0
    days_again: int = 0
    days_more: int = 0
    until_met: bool = False
    a_day: Decimal | None = None


NOT_KNOWN = Reductions()
"""Nothing that may be said."""


def reductions(rules: Rules, finding: Finding, facts: Facts, confirmed: Mapping[str, date]) -> Reductions:
    """What may be said to one person on the day of the finding.

    The rules are those for adults; lengths are known for the group of whom all is asked, and for that of meetings only.
    A pause makes no difference: a length that goes away with it would tell of it.

    Args:
        rules: with the topics `consequence.*`.
        finding: whose group counts.
        facts: whose date of birth, and whether there is a partner, count.
        confirmed: by id of a rule, the day on which the organisation confirmed it.
    """
    born = facts.claimant.date_of_birth
    if born is None or age_on(born, finding.on) < _ADULT or finding.group not in {Group.ALL, Group.INTERVIEW}:
        return NOT_KNOWN
    found = {
        name: rule.values if rule is not None and _may_be_said(rule, finding.on, confirmed) else None
        for name in ("medium", "low", "lowest", "amount", "amount_lower")
        for rule in (rules.on(f"consequence.{name}", finding.on),)
    }
    if finding.group is Group.INTERVIEW:
        return Reductions(until_met=found["lowest"] is not None, a_day=_a_day(found["amount_lower"], facts))
    medium, low = found["medium"] or {}, found["low"] or {}
    return Reductions(
        days=medium.get("days", 0),
        days_again=medium.get("days_again", 0),
        days_more=low.get("days_more", 0),
        a_day=_a_day(found["amount"], facts),
    )


def _may_be_said(rule: Rule, day: date, confirmed: Mapping[str, date]) -> bool:
    confirmed_on = confirmed.get(rule.id)
    return rule.status is Status.READ or (confirmed_on is not None and rule.checked_on <= confirmed_on <= day)


def _a_day(amounts: Mapping[str, str] | None, facts: Facts) -> Decimal | None:
    """Of a couple who are not both known to be of one rate nothing is said: it would tell the age of the other."""
    born = facts.claimant.date_of_birth
    if amounts is None or born is None:
        return None
    is_full = age_on(born, facts.on) >= _FULL_RATE
    if facts.partner is None or not facts.partner_in_claim:
        return number(amounts["single_25" if is_full else "single_under_25"])
    return number(amounts["couple_25"]) if is_full else None
