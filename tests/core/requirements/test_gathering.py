"""From what is recorded to facts: the newest word counts, nothing is guessed, and an earlier day knows no later word."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from coachdesk.content import read_content
from coachdesk.interviews import Answer, Definition
from coachdesk.people import Circumstance
from coachdesk.people.circumstance_fields import FIELDS, NAMES
from coachdesk.requirements import questions
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.facts import (
    CaresFor,
    ChildFacts,
    Custody,
    Decided,
    ExpectedHoursDecision,
    Facts,
    Limit,
    LimitKind,
    Relation,
    SelfEmployed,
    Span,
)
from coachdesk.requirements.from_answers import group_of
from coachdesk.requirements.from_circumstances import WRITERS
from coachdesk.requirements.gathering import ENOUGH, Gathered, Recorded, Said, gather
from coachdesk.requirements.noted import Noted

TODAY, EARLIER = date(2026, 12, 1), date(2026, 11, 3)
DEFINITIONS = {each.id: each for each in read_content().definitions}
FIRST, REVIEW = DEFINITIONS["first-commitments"], DEFINITIONS["work-search-review"]


def said(on: date = TODAY, definition: Definition = FIRST, /, **values: Any) -> Said:
    answers = {question: Answer(value) for question, value in values.items()}
    return Said(on, questions.feeds_of(definition), answers)


def noted(kind: str, on: date = EARLIER, /, **more: Any) -> Noted:
    detail = {name: value for name, value in more.items() if name not in {"starts_on", "ends_on"}}
    days = {name: value for name, value in more.items() if name not in detail}
    number = f"{len(detail)}{on}{days}"
    return Noted(
        Circumstance(
            id=number, person_id="p", kind=kind, detail=detail, created_at=datetime(2026, 1, 1, tzinfo=UTC), **days
        ),
        on,
    )


def of_answers(*every: Said, on: date = TODAY) -> Facts:
    return gather(Recorded(said=every), on).facts


def of_life(*every: Noted, on: date = TODAY) -> Gathered:
    return gather(Recorded(noted=every), on)


def test_nothing_recorded_is_nothing_known() -> None:
    assert gather(Recorded(), TODAY).facts == gather(Recorded(said=(said(),)), TODAY).facts
    assert of_answers().claimant.earnings.employed_monthly is None


def test_an_age_is_true_on_the_day_it_was_said_and_a_date_of_birth_wins() -> None:
    children = [{"age": "4", "born": ""}, {"age": "8", "born": "2018-05-10"}, {"age": "", "born": ""}]
    assert of_answers(said(EARLIER, children=children)).children == (
        ChildFacts(age=4, age_on=EARLIER),
        ChildFacts(date_of_birth=date(2018, 5, 10)),
    )


def test_who_claims_with_a_partner_has_one_of_whom_nothing_is_known() -> None:
    together = of_answers(said(partner_in_claim="yes", children=[{"age": "4", "born": ""}], main_carer="partner"))
    assert together.partner is not None
    assert (together.claimant.responsible_carer, together.partner.responsible_carer) == (False, True)
    assert of_answers(said(partner_in_claim="no")).partner is None
    assert of_answers().partner is None


@pytest.mark.parametrize("said_so", ["shared", "not_chosen"])
def test_a_couple_that_has_not_chosen_has_no_main_carer(said_so: str) -> None:
    facts = of_answers(said(partner_in_claim="yes", children=[{"age": "4", "born": ""}], main_carer=said_so))
    assert facts.claimant.responsible_carer is None
    assert facts.claimant.relevant_carer is (True if said_so == "shared" else None)


def test_whoever_has_no_job_earns_nothing_in_one_and_pay_is_what_was_said() -> None:
    assert of_answers(said(in_work="no")).claimant.earnings.employed_monthly == 0
    paid = of_answers(said(in_work="yes", earnings="£1,100.50", self_employed="start_up")).claimant.earnings
    assert (paid.employed_monthly, paid.self_employed) == (Decimal("1100.50"), SelfEmployed.START_UP)
    assert of_answers(said(in_work="yes", earnings="a bit")).claimant.earnings.employed_monthly is None


def test_the_newest_interview_that_says_something_counts_as_a_whole() -> None:
    old = said(EARLIER, cares_for="yes", cares_for_hours="20", cares_for_benefit="yes")
    new = said(TODAY, cares_for="yes", cares_for_hours="36")
    assert of_answers(new, old).claimant.cares_for == (CaresFor(hours=Decimal(36)),)
    assert of_answers(said(TODAY, cares_for="no"), old).claimant.cares_for == ()
    assert of_answers(said(TODAY), old).claimant.cares_for[0].hours == 20


def test_an_answer_that_a_branch_hides_counts_for_nothing() -> None:
    assert of_answers(said(cares_for="no", cares_for_hours="40")).claimant.cares_for == ()
    assert of_answers(said(hours_reason="Said alone")).claimant.decisions.expected_hours is None


def test_hours_are_decided_on_the_day_of_the_interview_and_later_ones_stand_in_their_place() -> None:
    first = said(EARLIER, hours_decided="20", hours_reason="Nursery", hours_review="2027-03-01")
    assert of_answers(first).claimant.decisions.expected_hours == ExpectedHoursDecision(
        hours=Decimal(20), reason="Nursery", on=EARLIER, review_on=date(2027, 3, 1)
    )
    review = said(TODAY, REVIEW, changes=["hours"], hours_decided="25")
    assert of_answers(review, first).claimant.decisions.expected_hours == ExpectedHoursDecision(
        hours=Decimal(25), on=TODAY
    )


def test_a_journey_and_what_to_leave_out_are_limits() -> None:
    assert of_answers(said(travel="45", leave_out=" Not the town ")).claimant.decisions.limits == (
        Limit(kind=LimitKind.TRAVEL, value=Decimal(45)),
        Limit(kind=LimitKind.KIND_OF_WORK, value="Not the town"),
    )
    assert of_answers(said(travel="not far", leave_out=" ")).claimant.decisions.limits == ()


def test_every_fit_note_counts_because_their_number_does() -> None:
    ill = {"health_changes": "yes", "fit_note": "yes"}
    old = said(EARLIER, **ill, fit_note_dates={"from": "2026-02-02", "until": "2026-02-15"})
    new = said(TODAY, **ill, fit_note_dates={"from": "2026-11-20", "until": "2026-12-20"}, fit_note_given="2026-11-21")
    notes = of_answers(new, old).claimant.fit_notes
    assert [(note.from_, note.evidence_on) for note in notes] == [
        (date(2026, 11, 20), date(2026, 11, 21)),
        (date(2026, 2, 2), None),
    ]


def test_an_earlier_day_knows_nothing_that_was_said_later() -> None:
    recorded = Recorded(
        said=(said(TODAY, in_work="no"),), noted=(noted("homeless", TODAY),), decisions=(decision(TODAY),)
    )
    assert gather(recorded, EARLIER).facts == gather(Recorded(), EARLIER).facts


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=DEFINITIONS)
def test_every_fact_and_every_circumstance_of_our_interviews_is_understood(definition: Definition) -> None:
    assert [each.fact for each in definition.questions() if each.fact and not group_of(each.fact)[0]] == []
    kinds = {choice.circumstance for each in definition.questions() for choice in each.choices if choice.circumstance}
    assert kinds <= WRITERS.keys()


def test_every_kind_of_circumstance_has_a_name_and_fields() -> None:
    assert WRITERS.keys() == FIELDS.keys() == NAMES.keys()
    for kind, names in ENOUGH.items():
        assert {"starts_on", "ends_on"} | {each.name for each in FIELDS[kind]} >= set(names)


def test_a_day_in_court_without_its_day_is_said_and_asked_for() -> None:
    found = of_life(noted("court"))
    assert found.facts.claimant.court == (Span(),)
    assert [each.kind for each in found.undated] == ["court"]


def test_what_has_its_dates_stands_for_the_same_without_them() -> None:
    found = of_life(noted("court", starts_on=date(2026, 12, 3), ends_on=date(2026, 12, 3)), noted("court"))
    assert found.facts.claimant.court == (Span(from_=date(2026, 12, 3), until=date(2026, 12, 3)),)
    assert found.undated == ()


def test_what_is_over_says_nothing_and_a_new_one_is_asked_about() -> None:
    over = noted("court", starts_on=date(2026, 11, 5), ends_on=date(2026, 11, 5))
    assert of_life(over).facts.claimant.court == ()
    assert of_life(over, noted("court")).facts.claimant.court == (Span(),)


def test_a_notice_counts_from_the_day_it_was_written_down_unless_another_is_recorded() -> None:
    told = of_life(noted("domestic_abuse")).facts.claimant.domestic_abuse
    assert told is not None
    assert told.notified_on == EARLIER
    earlier = of_life(noted("domestic_abuse", starts_on=date(2026, 10, 2))).facts.claimant.domestic_abuse
    assert earlier is not None
    assert earlier.notified_on == date(2026, 10, 2)


def test_the_same_told_again_at_a_review_is_one_notice_with_all_that_became_known() -> None:
    again = noted("domestic_abuse", TODAY, evidence_seen_on="2026-11-20", within_six_months=True)
    told = of_life(noted("domestic_abuse", at_same_address=False), again).facts.claimant.domestic_abuse
    assert told is not None
    assert (told.notified_on, told.evidence_seen_on) == (EARLIER, date(2026, 11, 20))
    assert (told.within_six_months, told.at_same_address) == (True, False)


def test_a_notice_more_than_a_year_later_is_another() -> None:
    told = of_life(noted("domestic_abuse", date(2025, 6, 1)), noted("domestic_abuse")).facts.claimant.domestic_abuse
    assert told is not None
    assert told.notified_on == EARLIER


def test_the_weeks_of_a_notice_of_more_than_a_year_ago_are_known_to_the_next_one() -> None:
    def earlier_pause(**more: object) -> date | None:
        told = of_life(noted("domestic_abuse", date(2025, 10, 1), **more), noted("domestic_abuse")).facts
        assert told.claimant.domestic_abuse is not None
        assert told.claimant.domestic_abuse.notified_on == EARLIER
        return told.claimant.domestic_abuse.previous_easement_ended_on

    assert earlier_pause() == date(2025, 12, 30)
    assert earlier_pause(at_same_address=True) is None


def test_thirteen_weeks_start_with_the_notice_of_somebody_who_lives_elsewhere_by_now() -> None:
    before = noted("domestic_abuse", within_six_months=True, at_same_address=True, evidence_seen_on="2026-11-05")
    silent = noted("domestic_abuse", TODAY)
    elsewhere = noted("domestic_abuse", TODAY, at_same_address=False)
    still = of_life(before, silent).facts.claimant.domestic_abuse
    assert still is not None
    assert (still.notified_on, still.at_same_address) == (EARLIER, True)
    anew = of_life(before, elsewhere).facts.claimant.domestic_abuse
    assert anew is not None
    assert (anew.notified_on, anew.within_six_months, anew.at_same_address) == (TODAY, True, False)
    assert anew.evidence_seen_on == TODAY


def test_what_happened_since_what_was_too_long_ago_is_a_notice_of_its_own() -> None:
    long_ago = noted("domestic_abuse", within_six_months=False, at_same_address=False)
    again = noted("domestic_abuse", TODAY, within_six_months=True)
    told = of_life(long_ago, again).facts.claimant.domestic_abuse
    assert told is not None
    assert (told.notified_on, told.within_six_months, told.at_same_address) == (TODAY, True, False)


def test_prison_says_something_only_once_it_is_known_how_it_is_now() -> None:
    assert of_life(noted("custody")).facts.claimant.custody is None
    assert [each.kind for each in of_life(noted("custody")).undated] == ["custody"]
    held = of_life(noted("custody", starts_on=date(2026, 9, 1)))
    assert held.facts.claimant.custody is Custody.IN_CUSTODY
    out = of_life(noted("custody", custody="temporary_release"))
    assert out.facts.claimant.custody is Custody.TEMPORARY_RELEASE


def test_caring_makes_a_relevant_carer_until_the_hours_say_it() -> None:
    assert of_life(noted("caring")).facts.claimant.relevant_carer is True
    answers = said(cares_for="yes", cares_for_hours="12")
    both = gather(Recorded(said=(answers,), noted=(noted("caring"),)), TODAY).facts.claimant
    assert (both.relevant_carer, both.cares_for) == (None, (CaresFor(hours=Decimal(12)),))
    recorded = noted("caring", hours="36", qualifying_benefit="pending", paid_for_it=False)
    in_full = gather(Recorded(said=(answers,), noted=(recorded,)), TODAY).facts.claimant.cares_for
    assert [(each.hours, each.paid_for_it) for each in in_full] == [(Decimal(36), False)]


def test_a_foster_child_who_was_counted_at_home_is_counted_once() -> None:
    at_home = said(children=[{"age": "2", "born": ""}, {"age": "6", "born": ""}])
    came = noted("fostering", relation="foster", child_age="2", starts_on=date(2026, 10, 1))
    children = gather(Recorded(said=(at_home,), noted=(came,)), TODAY).facts.children
    assert [(each.age, each.relation) for each in children] == [(6, Relation.RESPONSIBLE_FOR), (2, Relation.FOSTER)]
    assert children[1].joined_on == date(2026, 10, 1)
    assert of_life(noted("fostering")).facts.children == ()


def decision(on: date, decided: Decided = Decided.APPLIED, until: date | None = None) -> DiscretionRecord:
    return DiscretionRecord(
        id=str(on), person_id="p", easement_id="homeless", decided=decided, on=on, until=until, reason="Why"
    )


def test_the_newest_decision_stands_in_the_place_of_those_before_it() -> None:
    older, newer = decision(EARLIER, until=date(2027, 3, 1)), decision(TODAY, Decided.NOT_APPLIED)
    (found,) = gather(Recorded(decisions=(newer, older)), TODAY).facts.claimant.decisions.discretions
    assert (found.on, found.decided, found.until) == (TODAY, Decided.NOT_APPLIED, None)


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("claimant.decisions.expected_hours", "hours_decided"),
        ("claimant.earnings.employed_monthly", "in_work"),
        ("children[1].date_of_birth", "children"),
        ("claimant.cares_for[0].hours", "cares_for"),
        ("claimant.responsible_carer", "partner_in_claim"),
        ("claimant.public_duty[0].approved", ""),
        ("partner.earnings.employed_monthly", ""),
    ],
)
def test_an_unknown_fact_leads_to_its_question_or_to_the_one_that_opens_the_way(path: str, question: str) -> None:
    assert questions.question_for(FIRST, {}, path) == question


def test_once_the_way_is_open_the_question_itself_is_offered() -> None:
    answers = {"in_work": Answer("yes"), "cares_for": Answer("yes")}
    assert questions.question_for(FIRST, answers, "claimant.earnings.employed_monthly") == "earnings"
    assert questions.question_for(FIRST, answers, "claimant.cares_for[0].hours") == "cares_for_hours"
    assert questions.question_for(REVIEW, {}, "claimant.decisions.expected_hours") == "changes"
