"""What was arranged or is known beside life's events: it counts as it was agreed, and no further."""

from datetime import date
from decimal import Decimal

from coachdesk.requirements.facts import (
    Deduction,
    DeductionKind,
    ExpectedHoursDecision,
    PermittedPeriod,
    Volunteering,
)
from coachdesk.requirements.gathering import Recorded, gather
from tests.core.requirements.test_gathering import TODAY, noted, of_life, said


def test_volunteering_is_known_and_only_hours_that_were_agreed_are_taken_off() -> None:
    known = of_life(noted("volunteering", hours="6", needs_notice=True)).facts.claimant
    assert known.volunteering == Volunteering(hours=Decimal(6), needs_notice=True)
    assert known.deductions == ()
    agreed = of_life(noted("volunteering", hours="6", counts=True)).facts.claimant
    assert agreed.deductions == (Deduction(kind=DeductionKind.VOLUNTARY, hours=Decimal(6)),)


def test_agreed_time_counts_while_it_lasts() -> None:
    agreed = {"counts_as": "paid_work", "hours": "8.5"}
    there = of_life(noted("agreed_time", **agreed)).facts.claimant
    assert there.deductions == (Deduction(kind=DeductionKind.PAID_WORK, hours=Decimal("8.5")),)
    over = of_life(noted("agreed_time", ends_on=date(2026, 11, 20), **agreed)).facts.claimant
    assert over.deductions == ()
    assert of_life(noted("agreed_time", hours="8")).facts.claimant.deductions == ()


def test_a_permitted_period_begins_on_its_day_and_studying_ends_on_its_own() -> None:
    begun = of_life(noted("permitted_period", starts_on=date(2026, 11, 9), reasonable_prospects=True)).facts.claimant
    assert begun.permitted_period == PermittedPeriod(from_=date(2026, 11, 9), reasonable_prospects=True)
    assert of_life(noted("student")).facts.claimant.student_without_requirements is True
    ended = of_life(noted("student", ends_on=date(2026, 11, 20))).facts.claimant
    assert not ended.student_without_requirements


def test_what_the_benefit_decided_about_work_is_taken_over_and_the_rest_stays_unknown() -> None:
    earnings = of_life(noted("work", minimum_income_floor_applied=True)).facts.claimant.earnings
    assert earnings.minimum_income_floor_applied is True
    assert earnings.apprentice is not True


def test_what_is_known_of_a_partner_makes_a_couple_unless_they_said_that_they_claim_alone() -> None:
    told = noted(
        "partner", born_on="1990-04-02", employed_monthly="900", self_employed_monthly="0", expected_hours="20"
    )
    partner = of_life(told).facts.partner
    assert partner is not None
    assert partner.date_of_birth == date(1990, 4, 2)
    assert (partner.earnings.employed_monthly, partner.earnings.self_employed_monthly) == (Decimal(900), Decimal(0))
    assert partner.decisions.expected_hours == ExpectedHoursDecision(hours=Decimal(20))
    alone = gather(Recorded(said=(said(partner_in_claim="no"),), noted=(told,)), TODAY).facts
    assert alone.partner is None
