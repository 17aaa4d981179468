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
        most: what it is at the most: reg. 88 gives no more hours than the default, whoever decides them.
        apprentice: the lower one of reg. 90(4), at the most; None for everybody else.
    """

    amount: int | None
    most: int | None
    apprentice: int | None = None

    @property
    def shown(self) -> int | None:
        """The figure that counts, where it can be said."""
        known = [each for each in (self.amount, self.apprentice) if each is not None]
        return min(known) if known and self.amount is not None else None

    @property
    def enough(self) -> int | None:
        """Earnings that reach the threshold for certain, decided or not."""
        return min((each for each in (self.most, self.apprentice) if each is not None), default=None)


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
    asked = group is not Group.NONE
    other = _other(facts, law) if asked else None
    employed, total = employed_of(facts.claimant), total_of(facts.claimant)
    partner = facts.partner
    either = law.value("aet", "either_leg") or partner is None
    together = total + total_of(partner) if partner is not None else total
    reached = (
        ("aet_single", employed, single if either else None),
        ("aet_couple", employed + (employed_of(partner) if partner else 0), couple if partner is not None else None),
        ("cet", total, own.enough if asked else None),
        ("cet_couple", together, _sum(own.most, other.most if other is not None else None)),
    )
    return Thresholds(
        aet_single=single,
        aet_couple=couple,
        cet=own.shown if asked else None,
        cet_couple=_sum(own.amount, other.amount if other is not None else None),
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
        return Individual(0, 0)
    rule, wage, default = law.held("cet"), law.held("wage"), law.value("expected_hours", "default")
    rate = rate_for(facts.claimant, law.day, wage)
    if rule is None or wage is None or rate is None or default is None:
        return Individual(None, None)
    low = number(rule.values["interview_or_preparation_hours"])
    worked = hours if group is Group.ALL else low
    most = monthly(worked if worked is not None else default, rate)
    return Individual(
        amount=most if worked is not None else None,
        most=most,
        apprentice=_apprentice(facts, hours, rule, wage),
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


def _apprentice(facts: Facts, hours: Decimal | None, rule: Rule, wage: Rule) -> int | None:
    """Reg. 90(4): 30 hours at the apprentice rate, or the expected hours where those are fewer."""
    if not facts.claimant.earnings.apprentice:
        return None
    most = number(rule.values["apprentice_hours"])
    return monthly(min(most, hours) if hours is not None else most, number(wage.values["apprentice"]))


def _other(facts: Facts, law: Law) -> Individual | None:
    """What a partner adds in reg. 90(3): their own threshold, or 35 hours at the main rate where they are no claimant."""
    if facts.partner is None:
        return None
    if facts.partner_in_claim:
        partner = swapped(facts)
        group = place_apart_from_earnings(partner, law).group
        hours = expected_hours(partner, law).hours if group is Group.ALL else None
        return individual(partner, group, hours, law)
    rule, wage = law.held("cet"), law.held("wage")
    if rule is None or wage is None:
        return None
    added = monthly(rule.values["partner_not_claiming_hours"], number(wage.values["bands"][0]["rate"]))
    return Individual(added, added)


def _sum(own: int | None, other: int | None) -> int | None:
    return own + other if own is not None and other is not None else None
