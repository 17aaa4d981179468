"""The true examples of interfaces.md, section 2."""

from typing import Any

from tests.core.requirements.worked import cited, eased, finding_of, stands

FIRST: dict[str, Any] = {
    "on": "2026-10-06",
    "claimant": {"date_of_birth": "1996-04-06", "capability": "not_in_question"},
}
PARENT = {**FIRST["claimant"], "responsible_carer": True}
SECOND: dict[str, Any] = {**FIRST, "claimant": PARENT, "children": [{"date_of_birth": "2022-05-10"}]}


def test_somebody_without_any_circumstance_is_asked_for_everything_for_35_hours() -> None:
    found = finding_of(FIRST)
    assert (found["group"], found["expected_hours"]["hours"], found["expected_hours"]["decide"]) == ("all", 35, False)
    assert (found["search"], found["availability"]) == ("required", "required")
    thresholds = found["thresholds"]
    assert (thresholds["aet_single"], thresholds["aet_couple"], thresholds["cet"]) == (991, 1597, 1927)


def test_a_lead_carer_of_a_child_of_four_has_no_hours_until_they_are_decided() -> None:
    found = finding_of(SECOND)
    hours = found["expected_hours"]
    assert (found["group"], hours["hours"], hours["decide"], hours["policy_maximum"]) == ("all", None, True, 30)
    assert (found["thresholds"]["cet"], found["search_hours"]) == (None, None)
    assert "claimant.decisions.expected_hours" in found["ask"]


def test_a_decision_of_20_hours_moves_one_threshold_and_earnings_of_1100_reach_the_other() -> None:
    decisions = {"expected_hours": {"hours": 20, "reason": "Nursery 15 hours", "on": "2026-10-06"}}
    found = finding_of({**SECOND, "claimant": {**PARENT, "decisions": decisions}})
    assert (found["expected_hours"]["hours"], found["thresholds"]["cet"]) == (20, 1101)
    earning = {**PARENT, "decisions": decisions, "earnings": {"employed_monthly": 1100}}
    found = finding_of({**SECOND, "claimant": earning})
    assert (found["thresholds"]["met"], found["search"], found["group"]) == (["aet_single"], "off", "all")


def test_one_pound_more_reaches_both_and_leaves_nothing_to_ask() -> None:
    decisions = {"expected_hours": {"hours": 20, "reason": "Nursery 15 hours", "on": "2026-10-06"}}
    earning = {**PARENT, "decisions": decisions, "earnings": {"employed_monthly": 1101}}
    found = finding_of({**SECOND, "claimant": earning})
    assert (found["thresholds"]["met"], found["group"]) == (["aet_single", "cet"], "none")


def test_abuse_that_was_notified_takes_everything_away_for_thirteen_weeks() -> None:
    told = {"notified_on": "2026-10-02", "within_six_months": True, "at_same_address": False}
    found = finding_of({**SECOND, "claimant": {**PARENT, "domestic_abuse": told}})
    assert stands(found) == ("off", "off", "off", "off")
    pause = eased(found, "domestic_abuse")
    assert (pause["until"], pause["evidence_by"]) == ("2026-12-31", "2026-11-02")
    assert (pause["sealed"], pause["print"]) == (True, False)
    assert "reg. 98(1)" in cited(found)
