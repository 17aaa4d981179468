"""The two earnings thresholds: AET (reg. 99(6)) and CET (reg. 90). Whole pounds a month, fractions dropped (reg. 6(1A)).

A sum that is unknown counts as nothing here: more earnings can only reach more.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coachdesk.requirements.facts import Facts, PersonFacts
from coachdesk.requirements.finding import Group, Thresholds
from coachdesk.requirements.groups import place_apart_from_earnings
from coachdesk.requirements.hours import expected_hours
from coachdesk.requirements.household import swapped
from coachdesk.requirements.law import Law, number
from coachdesk.requirements.periods import age_on
from coachdesk.requirements.rule import Rule

WEEKS, MONTHS = Decimal(52), Decimal(12)


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody's own threshold of reg. 90.

    Attributes:
        amount: pounds; None where it cannot be said, nought where the Act asks for nothing anyway.
        apprentice: the lower one of reg. 90(4); None for everybody else.
    """

    amount: int | None
    apprentice: int | None = None


def thresholds(facts: Facts, group: Group, hours: Decimal | None, law: Law) -> Thresholds:
    """All thresholds of the claimant, and which of them the earnings reach.

    Args:
        facts: of the day of the law.
        group: apart from earnings.
        hours: expected hours a week; None where nobody has decided them, or no search is asked.
        law: of the day.
    """
    own = individual(facts, group, hours, law)
    single, couple = aet(law.held("aet"), law.held("wage"))
    cet = min((each for each in (own.amount, own.apprentice) if each is not None), default=None)
    asked = group is not Group.NONE
    cet_couple = _couple(facts, own, law) if asked else None
    employed, total = employed_of(facts.claimant), total_of(facts.claimant)
    partner = facts.partner
    either = law.value("aet", "either_leg") or partner is None
    together = total + total_of(partner) if partner is not None else total
    reached = (
        ("aet_single", employed, single if either else None),
        ("aet_couple", employed + (employed_of(partner) if partner else 0), couple if partner is not None else None),
        ("cet", total, cet if asked else None),
        ("cet_couple", together, cet_couple),
    )
    return Thresholds(
        aet_single=single,
        aet_couple=couple,
        cet=cet if asked else None,
        cet_couple=cet_couple,
        met=tuple(name for name, earned, least in reached if least is not None and earned > 0 and earned >= least),
    )


def aet(rule: Rule | None, wage: Rule | None) -> tuple[int | None, int | None]:
    """The single and the couple figure: flat sums before 26 September 2022, then hours at the main wage."""
    if rule is None:
        return None, None
    if "single" in rule.values:
        return int(rule.values["single"]), int(rule.values["couple"])
    if wage is None:
        return None, None
    rate = number(wage.values["bands"][0]["rate"])
    return monthly(rule.values["single_hours"], rate), monthly(rule.values["couple_hours"], rate)


def individual(facts: Facts, group: Group, hours: Decimal | None, law: Law) -> Individual:
    """Reg. 90(2) and (4): the wage of the claimant's own age for 16 hours, or for the expected hours."""
    if group is Group.NONE:
        return Individual(0)
    rule, wage = law.held("cet"), law.held("wage")
    rate = rate_for(facts.claimant, law.day, wage)
    if rule is None or wage is None:
        return Individual(None)
    low = number(rule.values["interview_or_preparation_hours"])
    worked = hours if group is Group.ALL else low
    amount = monthly(worked, rate) if worked is not None and rate is not None else None
    if not facts.claimant.earnings.apprentice or (group is Group.ALL and hours is None):
        return Individual(amount)
    most = number(rule.values["apprentice_hours"])
    return Individual(
        amount, monthly(min(most, hours) if hours is not None else most, number(wage.values["apprentice"]))
    )


def rate_for(person: PersonFacts, day: date, wage: Rule | None) -> Decimal | None:
    """Pounds an hour that a person of that age would be paid; None where age or wage is unknown."""
    if wage is None or person.date_of_birth is None:
        return None
    age = age_on(person.date_of_birth, day)
    rates = (number(band["rate"]) for band in wage.values["bands"] if band["from_age"] <= age)
    return next(rates, None)


def monthly(hours: object, rate: Decimal) -> int:
    """Whole pounds a month for hours a week at a rate an hour."""
    return int(number(hours) * rate * WEEKS / MONTHS)


def employed_of(person: PersonFacts) -> Decimal:
    """Employed earnings, pounds a month."""
    return person.earnings.employed_monthly or Decimal()


def total_of(person: PersonFacts) -> Decimal:
    """All earnings, pounds a month, gross."""
    return employed_of(person) + (person.earnings.self_employed_monthly or Decimal())


def _of_partner(facts: Facts, law: Law) -> Individual:
    group = place_apart_from_earnings(facts, law).group
    hours = expected_hours(facts, law).hours if group is Group.ALL else None
    return individual(facts, group, hours, law)


def _couple(facts: Facts, own: Individual, law: Law) -> int | None:
    """Reg. 90(3): both thresholds together; 35 hours at the main rate for a partner who is no claimant."""
    if facts.partner is None or own.amount is None:
        return None
    if facts.partner_in_claim:
        other = _of_partner(swapped(facts), law).amount
    else:
        rule, wage = law.held("cet"), law.held("wage")
        if rule is None or wage is None:
            return None
        other = monthly(rule.values["partner_not_claiming_hours"], number(wage.values["bands"][0]["rate"]))
    return own.amount + other if other is not None else None
