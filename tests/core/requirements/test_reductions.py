"""How long and by how much a payment may go down: only what somebody read or confirmed, and only where it is true."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.requirements.assess import assess
from coachdesk.requirements.reductions import Reductions, reductions
from coachdesk.requirements.rule import Status
from tests.core.requirements.found import child, facts, rules

DAY = "2026-12-01"
AMOUNT, LOWER, LOWEST = "consequence-amount-2026", "consequence-amount-lower-2026", "consequence-lowest"
CONFIRMED = {each: date(2026, 11, 30) for each in (AMOUNT, LOWER, LOWEST)}
MEETINGS_ONLY = child("2025-06-01")
PARTNER = {"date_of_birth": "1980-01-01"}


def said(confirmed: dict[str, date] | None = None, day: str = DAY, **known: object) -> Reductions:
    of_the_day = facts(day, **known)
    return reductions(rules(), assess(of_the_day, rules()), of_the_day, confirmed or {})


def test_without_a_confirmation_lengths_that_were_read_are_said_and_no_amount() -> None:
    assert said() == Reductions(days=28, days_again=91, days_more=28)


def test_the_amounts_that_ship_are_vouched_for_by_nobody() -> None:
    shipped = {each.id: each.status for each in rules().every if each.topic.startswith("consequence.")}
    assert shipped[AMOUNT] is shipped[LOWER] is Status.UNCONFIRMED
    assert [each for each, status in shipped.items() if status is Status.READ] == [
        "consequence-medium",
        "consequence-low",
    ]


@pytest.mark.parametrize(
    ("known", "amount"),
    [
        ({}, "13.90"),
        ({"date_of_birth": "2003-01-01"}, "11.10"),
        ({"household": {"partner": PARTNER}}, "10.90"),
        ({"household": {"partner": PARTNER, "partner_in_claim": False}}, "13.90"),
    ],
)
def test_a_confirmed_table_says_the_most_for_each_day(known: dict[str, object], amount: str) -> None:
    assert said(CONFIRMED, DAY, **known).a_day == Decimal(amount)


def test_nothing_is_said_that_would_tell_the_age_of_a_partner() -> None:
    assert said(CONFIRMED, date_of_birth="2003-01-01", household={"partner": PARTNER}).a_day is None


def test_where_only_meetings_are_asked_for_it_lasts_until_the_meeting_and_costs_less() -> None:
    assert said(household=MEETINGS_ONLY) == Reductions()
    assert said(CONFIRMED, household=MEETINGS_ONLY) == Reductions(until_met=True, a_day=Decimal("5.50"))


def test_nothing_is_known_of_who_is_no_adult_whose_age_is_unknown_or_of_whom_something_else_is_asked() -> None:
    assert said(CONFIRMED, date_of_birth="2009-06-01") == Reductions()
    ageless = facts()
    ageless = replace(ageless, claimant=replace(ageless.claimant, date_of_birth=None))
    assert reductions(rules(), assess(ageless, rules()), ageless, CONFIRMED) == Reductions()
    assert said(CONFIRMED, household=child("2024-06-01")) == Reductions()
    assert said(CONFIRMED, capability="limited_and_activity") == Reductions()


def test_a_confirmation_holds_from_its_day_and_only_for_the_words_that_were_there() -> None:
    assert said({AMOUNT: date(2026, 12, 2)}).a_day is None
    assert said({AMOUNT: date(2026, 10, 31)}).a_day is None, "the rule was checked again after that"
    assert said({AMOUNT: date(2026, 11, 1)}).a_day == Decimal("13.90")
    assert said(CONFIRMED, "2027-04-06").a_day is None, "the year is over"


def test_a_pause_changes_no_length_that_would_tell_of_it() -> None:
    assert said(domestic_abuse={"notified_on": "2026-11-20"}) == said()
