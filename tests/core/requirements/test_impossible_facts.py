"""Facts that cannot be, or cannot both be, and those that look so and may stand."""

from datetime import date

import pytest

from coachdesk.requirements.fact_checks import contradictions
from coachdesk.requirements.facts import ChildFacts, Facts, PersonFacts
from tests.core.requirements.written import facts, problem_list, problems

IMPOSSIBLE: list[tuple[dict[str, object], str]] = [
    (facts(children=[{"date_of_birth": "2026-12-02"}]), "children[0].date_of_birth"),
    (facts(children=[{"age": 0, "age_on": "2028-01-01"}]), "children[0].age"),
    (facts(children=[{"date_of_birth": "2020-01-02", "joined_on": "2020-01-01"}]), "children[0].joined_on"),
    (facts(children=[{"age": -1}]), "children[0].age"),
    (facts({"date_of_birth": "2010-12-02"}), "claimant.date_of_birth"),
    (facts({"date_of_birth": "2026-12-02"}), "claimant.date_of_birth"),
    (facts({"date_of_birth": "1895-12-02"}), "claimant.date_of_birth"),
    (facts({"claim_started": "1994-12-02"}), "claimant.claim_started"),
    (facts(partner={"date_of_birth": "2012-01-01"}), "partner.date_of_birth"),
    (facts({"fit_notes": [{"from": "2026-11-02", "until": "2026-11-01"}]}), "claimant.fit_notes[0].until"),
    (facts({"court": [{"from": "2026-11-02", "until": "2026-11-01"}]}), "claimant.court[0].until"),
    (facts({"public_duty": [{"from": "2026-11-02", "until": "2026-11-01"}]}), "claimant.public_duty[0].until"),
    (
        facts({"treatment_abroad": [{"from": "2026-11-02", "until": "2026-11-01"}]}),
        "claimant.treatment_abroad[0].until",
    ),
    (
        facts({"temporary": [{"kind": "homeless"}, {"kind": "other", "from": "2026-11-02", "until": "2026-11-01"}]}),
        "claimant.temporary[1].until",
    ),
    (
        facts({"domestic_abuse": {"notified_on": "2026-11-20", "evidence_seen_on": "2026-11-19"}}),
        "claimant.domestic_abuse.evidence_seen_on",
    ),
    (
        facts({"child_distress": [{"event_on": "2026-10-01", "months_used": ["2026-11-01", "2026-09-30"]}]}),
        "claimant.child_distress[0].months_used[1]",
    ),
    (
        facts({"decisions": {"expected_hours": {"hours": 20, "on": "2026-12-01", "review_on": "2026-11-30"}}}),
        "claimant.decisions.expected_hours.review_on",
    ),
    (
        facts(
            {
                "decisions": {
                    "discretions": [{"id": "homeless", "decided": "applied", "on": "2026-11-02", "until": "2026-11-01"}]
                }
            }
        ),
        "claimant.decisions.discretions[0].until",
    ),
    (facts({"cares_for": [{"hours": 35}, {"hours": 169}]}), "claimant.cares_for[1].hours"),
    (facts({"volunteering": {"hours": -1}}), "claimant.volunteering.hours"),
    (facts({"deductions": [{"kind": "paid_work", "hours": -0.5}]}), "claimant.deductions[0].hours"),
    (facts({"earnings": {"employed_monthly": -1}}), "claimant.earnings.employed_monthly"),
    (facts({"earnings": {"self_employed_monthly": 10**400}}), "claimant.earnings.self_employed_monthly"),
    (facts({"contract_notice_days": -1}), "claimant.contract_notice_days"),
    (facts({"care_notice": {"interview_hours": -48}}), "claimant.care_notice.interview_hours"),
    (facts({"decisions": {"limits": [{"kind": "travel", "value": -5}]}}), "claimant.decisions.limits[0].value"),
]


@pytest.mark.parametrize(("value", "place"), IMPOSSIBLE)
def test_what_cannot_be_is_refused_at_its_place(value: object, place: str) -> None:
    assert problems(value) == [(place, "impossible")]


@pytest.mark.parametrize(
    "value",
    [
        facts({"domestic_abuse": {"notified_on": "2027-01-05"}}),
        facts({"bereavements": [{"on": "2027-01-05", "who": "partner"}]}),
        facts({"confined_on": "2027-01-05"}),
        facts({"confined_on": "2026-11-20", "expected_confinement": "2026-12-20"}),
        facts({"claim_started": "2027-01-05"}),
        facts(children=[{"date_of_birth": "2024-01-05", "relation": "adopted", "joined_on": "2026-12-10"}]),
        facts({"fit_notes": [{"from": "2026-12-01", "until": "2026-12-01", "evidence_on": "2026-11-30"}]}),
        facts({"restricted_pause": {"until": "2026-11-30"}}),
        facts({"responsible_carer": True, "relevant_carer": True}),
        facts({"earnings": {"apprentice": True, "self_employed": "gainful"}}),
        facts({"capability": "fit_for_work", "may_be_treated_as_limited": True}),
        facts({"reached_pension_credit_age": True}),
        facts({"date_of_birth": "2010-12-01"}),
        facts(children=[{"date_of_birth": "2026-12-01"}]),
        facts(children=[{"date_of_birth": "2022-05-10", "age": 4}]),
        facts({"decisions": {"limits": [{"kind": "pay", "value": 12.71}, {"kind": "times", "value": "mornings"}]}}),
    ],
)
def test_what_may_be_is_read_even_where_it_lies_after_the_day(value: object) -> None:
    assert problems(value) == []


def test_two_nominated_carers_do_not_fit_together() -> None:
    (problem,) = problem_list(facts({"responsible_carer": True}, partner={"responsible_carer": True}))
    assert (problem.path, problem.also) == ("partner.responsible_carer", "claimant.responsible_carer")
    assert problem.code == "facts.contradictory"


def test_an_age_that_is_not_that_of_the_date_of_birth_does_not_fit() -> None:
    value = facts(children=[{"date_of_birth": "2022-05-10", "age": 5}])
    assert problems(value) == [("children[0].age", "contradictory")]
    value = facts(children=[{"date_of_birth": "2022-05-10", "age": 3, "age_on": "2025-12-01"}])
    assert problems(value) == []


def test_the_same_cannot_be_decided_both_ways_on_one_day() -> None:
    both = [{"id": "homeless", "decided": each, "on": "2026-11-02"} for each in ("applied", "not_applied")]
    assert problems(facts({"decisions": {"discretions": both}})) == [
        ("claimant.decisions.discretions[1].decided", "contradictory")
    ]
    both[1]["on"] = "2026-11-03"
    assert problems(facts({"decisions": {"discretions": both}})) == []


def test_the_interview_is_told_the_same_and_goes_on() -> None:
    couple = Facts(
        on=date(2026, 12, 1),
        claimant=PersonFacts(responsible_carer=True),
        partner=PersonFacts(responsible_carer=True),
        children=(ChildFacts(date_of_birth=date(2027, 1, 1)),),
    )
    assert [each.path for each in contradictions(couple)] == ["partner.responsible_carer", "children[0].date_of_birth"]
