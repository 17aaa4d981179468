"""What was arranged or is known beside life's events, as facts: volunteering, agreed time, how work and a partner count."""

from coachdesk.people.circumstances import in_force
from coachdesk.requirements.draft import Draft, Person
from coachdesk.requirements.facts import (
    Deduction,
    DeductionKind,
    ExpectedHoursDecision,
    PermittedPeriod,
    Volunteering,
)
from coachdesk.requirements.noted import Noted


def volunteering(draft: Draft, noted: Noted) -> None:
    """Volunteering may put off a start (reg. 96(4)); only hours that were agreed to count are taken off (reg. 95(2))."""
    hours = noted.number("hours")
    draft.claimant.single["volunteering"] = Volunteering(hours=hours, needs_notice=noted.truth("needs_notice"))
    if hours is not None and noted.truth("counts"):
        draft.claimant.add("deductions", Deduction(kind=DeductionKind.VOLUNTARY, hours=hours))


def agreed_time(draft: Draft, noted: Noted) -> None:
    """Hours a week that were agreed to be taken off the expected ones (reg. 95(2))."""
    hours, kind = noted.number("hours"), noted.choice("counts_as", DeductionKind)
    if hours is not None and kind is not None and in_force(noted.circumstance, draft.on):
        draft.claimant.add("deductions", Deduction(kind=kind, hours=hours))


def permitted_period(draft: Draft, noted: Noted) -> None:
    """A time in which search may keep to the work done before (reg. 97(4), (5))."""
    period = PermittedPeriod(from_=noted.starts, reasonable_prospects=noted.truth("reasonable_prospects"))
    draft.claimant.single["permitted_period"] = period


def student(draft: Draft, noted: Noted) -> None:
    """A student of whom nothing is asked (reg. 89(1)(da), (e)), while that lasts."""
    draft.claimant.single["student_without_requirements"] = in_force(noted.circumstance, draft.on)


def work(draft: Draft, noted: Noted) -> None:
    """What the benefit decided about work: a minimum income floor, an apprenticeship."""
    for name in ("minimum_income_floor_applied", "apprentice"):
        if noted.truth(name) is not None:
            draft.claimant.earnings[name] = noted.truth(name)


def partner(draft: Draft, noted: Noted) -> None:
    """Two claim together, unless the person said that they do not."""
    draft.couple = True if draft.couple is None else draft.couple
    partner: Person = draft.partner
    if noted.day("born_on") is not None:
        partner.single["date_of_birth"] = noted.day("born_on")
    for name in ("employed_monthly", "self_employed_monthly"):
        if noted.number(name) is not None:
            partner.earnings[name] = noted.number(name)
    if noted.number("expected_hours") is not None:
        partner.expected_hours = ExpectedHoursDecision(hours=noted.number("expected_hours"))
