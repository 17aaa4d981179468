"""Every interview starts from last time where there is one, and three of them are mostly the person's own choice."""

from datetime import date

import pytest

from coachdesk.interviews import Answer, Definition, Kind, Rank
from coachdesk.requirements.facts import Earnings, SelfEmployed
from coachdesk.requirements.gathering import Recorded, Said, gather
from coachdesk.requirements.questions import feeds_of
from tests.core.test_definitions import IDS, load

EARNINGS = {"claimant.earnings", "claimant.earnings.employed_monthly", "claimant.earnings.self_employed"}


def first_of(definition: Definition, kind: Kind) -> int:
    return next(place for place, question in enumerate(definition.questions()) if question.kind is kind)


def opening(definition: Definition) -> tuple[str, ...]:
    """What the coach says first, whichever way the two of them meet."""
    start = definition.steps[0]
    return (start.say, *start.say_by_channel.values())


@pytest.mark.parametrize("name", IDS)
def test_our_promises_come_before_theirs_and_both_before_a_new_plan(name: str) -> None:
    definition = load(name)
    places = [first_of(definition, kind) for kind in (Kind.PROMISES, Kind.OUTCOMES, Kind.PLAN)]
    assert places == sorted(places)
    ours = next(step for step in definition.steps if any(each.kind is Kind.PROMISES for each in step.questions))
    assert ours.stays, "Our promises are spoken of also where life comes first."


@pytest.mark.parametrize("name", IDS)
def test_what_went_well_is_asked_before_any_promise(name: str) -> None:
    ids = [question.id for question in load(name).questions()]
    assert ids.index("went_well") < ids.index("promises")


def test_whoever_earns_enough_hears_at_the_start_and_with_the_plan_that_it_is_a_choice() -> None:
    definition = load("in-work-progression")
    plan = next(step for step in definition.steps if step.id == "plan")
    for script in (*opening(definition), plan.say):
        assert "If you earn enough that we do not ask you to look for work" in script
        assert "your choice" in script
        assert "cannot reduce your payment" in script


def test_whether_a_business_is_the_main_work_is_decided_by_others_and_that_is_said_at_the_start() -> None:
    definition = load("self-employed-start-up")
    assert all("I do not decide whether it is your main work. Other people do" in each for each in opening(definition))
    told = definition.question("self_employed")
    assert told.label == "What have you been told about your work of your own?"
    assert {choice.id for choice in told.choices} == {"start_up", "gainful", "not_gainful", "not_told"}


@pytest.mark.parametrize("name", ["in-work-progression", "youth", "self-employed-start-up"])
def test_work_and_pay_reach_what_applies_as_a_whole(name: str) -> None:
    """The newest interview that says something of earnings speaks for all of them (docs/definitions.md)."""
    assert {question.fact for question in load(name).questions()} >= EARNINGS


def test_nobody_is_rung_unless_the_young_person_is_happy_with_it() -> None:
    definition = load("youth")
    happy = [question for question in definition.questions() if question.kind is Kind.CONSENT]
    assert {question.id for question in happy} == {"trusted_ok", "adviser_ok"}
    for question in (*happy, definition.question("looked_after"), definition.question("trusted")):
        assert question.sensitive, question.id
    assert all("You can say no; it makes no difference to your payment." in question.hint for question in happy)


@pytest.mark.parametrize("name", ["in-work-progression", "self-employed-start-up"])
def test_what_no_longer_fits_can_be_changed_in_the_same_talk(name: str) -> None:
    fits = next(step for step in load(name).steps if step.id == "fits")
    assert fits.rank is Rank.IF_TIME
    assert {"hours", "times", "travel"} <= {question.id for question in fits.questions}


def test_what_was_not_decided_about_a_business_is_not_known_to_the_rules_either() -> None:
    definition, today = load("self-employed-start-up"), date(2027, 1, 14)

    def earnings(told: str) -> Earnings:
        answers = {"in_work": Answer("no"), "self_employed": Answer(told)}
        return gather(Recorded(said=(Said(today, feeds_of(definition), answers),)), today).facts.claimant.earnings

    assert earnings("start_up").self_employed is SelfEmployed.START_UP
    assert earnings("start_up").employed_monthly == 0
    assert earnings("not_told").self_employed is None
