"""Facts as somebody writes them: every fact of the contract once, and what is wrong with those that are not right."""

from typing import Any

from coachdesk.requirements.facts import FactProblem, Facts
from coachdesk.requirements.reading import read_facts

EVERY_FACT: dict[str, Any] = {
    "on": "2026-12-01",
    "nation": "england",
    "claimant": {
        "date_of_birth": "1995-03-02",
        "claim_started": "2026-11-03",
        "responsible_carer": None,
        "relevant_carer": None,
        "reached_pension_credit_age": None,
        "capability": "not_in_question",
        "may_be_treated_as_limited": False,
        "cares_for": [{"hours": 35, "qualifying_benefit": "yes", "paid_for_it": False}],
        "expected_confinement": None,
        "confined_on": None,
        "student_without_requirements": False,
        "earnings": {
            "employed_monthly": 0,
            "self_employed_monthly": 0,
            "self_employed": "no",
            "minimum_income_floor_applied": False,
            "apprentice": False,
        },
        "fit_notes": [{"from": "2026-10-20", "until": "2026-11-30", "evidence_on": "2026-10-21", "says": "not_fit"}],
        "decision_maker_found_same_condition": None,
        "domestic_abuse": {
            "notified_on": "2026-11-20",
            "within_six_months": True,
            "at_same_address": False,
            "evidence_seen_on": None,
            "previous_easement_ended_on": None,
        },
        "bereavements": [{"on": "2026-09-01", "who": "partner"}],
        "child_distress": [{"event_on": "2026-10-01", "months_used": ["2026-11-01"]}],
        "structured_recovery": {"from": "2026-10-20"},
        "court": [{"from": "2026-12-03", "until": "2026-12-03"}],
        "custody": "none",
        "restricted_pause": {"until": "2027-01-31"},
        "public_duty": [{"from": "2026-12-01", "until": "2026-12-12", "approved": True}],
        "treatment_abroad": [{"from": "2026-12-01", "until": "2026-12-31"}],
        "temporary": [{"kind": "homeless", "from": "2026-11-01", "until": None}],
        "contract_notice_days": None,
        "volunteering": {"hours": 0, "needs_notice": False},
        "care_notice": None,
        "permitted_period": {"from": "2026-11-03", "reasonable_prospects": True},
        "deductions": [{"kind": "preparation", "hours": 2}],
        "decisions": {
            "expected_hours": {
                "hours": 20,
                "reason": "Nursery 15 hours, bus 35 minutes",
                "on": "2026-12-01",
                "review_on": "2027-03-01",
            },
            "limits": [{"kind": "travel", "value": 45, "reason": "school run", "until": None}],
            "discretions": [
                {
                    "id": "fit_note_longer",
                    "decided": "applied",
                    "on": "2026-11-05",
                    "until": "2026-12-31",
                    "reason": "the note goes on",
                }
            ],
        },
    },
    "partner": None,
    "partner_in_claim": True,
    "children": [
        {
            "date_of_birth": "2022-05-10",
            "relation": "responsible_for",
            "joined_on": None,
            "responsible_foster_parent": None,
            "friend_or_family_test_met": None,
            "approved_kinship_scotland": None,
        }
    ],
}


def facts(claimant: dict[str, object] | None = None, **more: object) -> dict[str, object]:
    """Facts of somebody aged 31 on 1 December 2026, with more about them and their household."""
    return {"on": "2026-12-01", "claimant": {"date_of_birth": "1995-03-02"} | (claimant or {})} | more


def problems(value: object, *, strict: bool = True) -> list[tuple[str, str]]:
    """Place and kind of every problem."""
    read = read_facts(value, strict=strict)
    return [] if isinstance(read, Facts) else [(each.path, each.code.removeprefix("facts.")) for each in read]


def read(value: object) -> Facts:
    found = read_facts(value, strict=True)
    assert isinstance(found, Facts), found
    return found


def problem_list(value: object) -> tuple[FactProblem, ...]:
    found = read_facts(value, strict=True)
    assert isinstance(found, tuple)
    return found
