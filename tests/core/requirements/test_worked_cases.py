"""The five cases of domain.md 10, as corrected by 13: each row of question and answer that a finding can carry."""

import pytest

from tests.core.requirements.worked import case, cited, codes, eased, ids, reviewed, stands

OFF = ("off", "off", "off", "off")
PAUSED = ("off", "postponed_job_and_interview", "may_be_required", "may_be_required")
DUE = ("consider", "consider", "may_be_required", "may_be_required")
ASKED = ("required", "required", "may_be_required", "may_be_required")
NO_SEARCH = ("off", "off", "may_be_required", "may_be_required")


# Amira: alone with children of four and eight, a new claim.


def test_all_requirements_apply_because_the_youngest_is_over_three_s22() -> None:
    found = case("amira")
    assert found["group"] == "all"
    assert [each["citation"] for each in found["group_because"]] == ["WRA 2012 s.22"]
    assert stands(found) == ASKED


def test_hours_are_what_is_compatible_with_caring_and_30_is_a_policy_maximum_reg_88_2_aa() -> None:
    hours = case("amira")["expected_hours"]
    assert (hours["hours"], hours["decide"], hours["default"], hours["policy_maximum"]) == (20, False, 35, 30)
    authorities = {each["citation"]: each["authority"] for each in hours["because"]}
    assert authorities["reg. 88(2)(aa)"] == "regulation"
    assert authorities["DWP policy since 25 October 2023"] == "operational"


def test_neither_35_nor_30_stands_there_before_somebody_has_decided() -> None:
    found = case("amira", decisions=None)
    assert (found["expected_hours"]["hours"], found["expected_hours"]["decide"]) == (None, True)
    assert found["search_hours"] is None
    assert found["thresholds"]["cet"] is None
    assert "claimant.decisions.expected_hours" in found["ask"]


def test_the_policy_maximum_was_16_hours_before_25_october_2023() -> None:
    assert case("amira", "2023-10-24", decisions=None)["expected_hours"]["policy_maximum"] == 16


def test_a_weeks_search_is_the_hours_less_what_was_agreed_reg_95() -> None:
    assert case("amira")["search_hours"] == 14


def test_voluntary_work_counts_for_at_most_half_of_her_hours_reg_95_2() -> None:
    found = case("amira", deductions=[{"kind": "voluntary", "hours": 15}, {"kind": "preparation", "hours": 2}])
    assert found["search_hours"] == 8
    assert "voluntary_over_half" in codes(found)


def test_she_has_up_to_a_month_to_start_and_48_hours_for_an_interview_reg_96_3() -> None:
    terms = case("amira", care_notice=None)["availability_terms"]
    assert (terms["start_up_to"], terms["interview_up_to"]) == ("P1M", "PT48H")


def test_she_may_keep_to_her_own_kind_of_work_for_four_weeks_of_the_claim_reg_97_4_5() -> None:
    assert "2026-12-20" in reviewed(case("amira"))
    assert "permitted_period_over" not in codes(case("amira", "2026-12-20"))
    assert "permitted_period_over" in codes(case("amira", "2026-12-21"))


def test_without_reasonable_prospects_there_are_no_four_weeks_reg_97_5() -> None:
    unlikely = {"from": "2026-11-23", "reasonable_prospects": False}
    assert "2026-12-20" not in reviewed(case("amira", permitted_period=unlikely))


def test_90_minutes_is_the_ceiling_and_45_were_agreed_reg_97_3() -> None:
    assert case("amira")["travel_minutes_each_way"] == {"ceiling": 90, "guidance": None, "agreed": 45}


def test_school_holidays_are_no_breach_but_a_decision_reg_99_5_b() -> None:
    holidays = [{"kind": "childcare", "from": "2026-12-21", "until": "2027-01-03"}]
    found = case("amira", "2026-12-22", temporary=holidays)
    assert stands(found) == DUE
    assert eased(found, "temporary_childcare")["standing"] == "must_consider"


def test_school_holidays_may_come_off_her_hours_instead_reg_95_2_b() -> None:
    assert case("amira", deductions=[{"kind": "temporary", "hours": 12}])["search_hours"] == 8


def test_no_easement_applies_today() -> None:
    assert ids(case("amira")) == []


def test_the_threshold_of_reg_90_follows_her_decided_hours_and_that_of_reg_99_6_does_not() -> None:
    found = case("amira")["thresholds"]
    assert (found["cet"], found["aet_single"], found["met"]) == (1101, 991, [])
    decided = {"expected_hours": {"hours": 30, "reason": "More nursery", "on": "2026-12-01"}}
    assert case("amira", decisions=decided)["thresholds"]["cet"] == 1652


def test_compulsory_school_age_begins_on_the_prescribed_day_after_the_fifth_birthday() -> None:
    reception = {"children": [{"date_of_birth": "2022-05-10"}, {"age": 8}]}
    for day, citation in (("2027-08-30", "reg. 88(2)(aa)"), ("2027-08-31", "reg. 88(2)(b)")):
        assert citation in cited(case("amira", day, household=reception))
    assert "2027-08-31" in reviewed(case("amira", household=reception))


# Darren: a fit note of six weeks, day 33 today.


def test_all_requirements_apply_until_somebody_has_determined_s22() -> None:
    found = case("darren")
    assert found["group"] == "all"
    assert "WRA 2012 s.22" in cited(found)


@pytest.mark.parametrize("day", ["2026-10-26", "2026-11-04", "2026-11-08"], ids=["day 1", "day 10", "day 14"])
def test_on_days_1_to_14_there_is_no_search_and_availability_waits_reg_99_4(day: str) -> None:
    found = case("darren", day)
    assert stands(found) == PAUSED
    note = eased(found, "fit_note_short")
    assert (note["standing"], note["switch"], note["citation"]) == ("must", "A", "reg. 99(4)")
    assert (note["from"], note["until"]) == ("2026-10-26", "2026-11-08")


@pytest.mark.parametrize("day", ["2026-11-09", "2026-11-27", "2026-12-06"], ids=["day 15", "day 33", "last day"])
def test_from_day_15_a_discretion_has_to_be_exercised_reg_99_5_c(day: str) -> None:
    found = case("darren", day)
    assert stands(found) == DUE
    note = eased(found, "fit_note_longer")
    assert (note["standing"], note["citation"]) == ("must_consider", "reg. 99(5)(c)")
    assert found["may_require"] == {"interview": True, "preparation": True, "search": False, "availability": False}


def test_the_decision_takes_search_away_and_puts_off_job_and_interview_reg_99_2a_2b() -> None:
    decided = {"id": "fit_note_longer", "decided": "applied", "on": "2026-11-27", "until": "2026-12-06"}
    found = case("darren", decisions={"discretions": [decided | {"reason": "Fit note to 6 December"}]})
    assert stands(found) == PAUSED
    assert eased(found, "fit_note_longer")["review_on"] == "2026-12-06"
    assert "2026-12-06" in reviewed(found)


def test_a_decision_holds_until_its_review_date_and_is_then_due_again() -> None:
    note = [{"from": "2026-10-26", "until": "2026-12-31", "evidence_on": "2026-10-26", "says": "not_fit"}]
    decided = {"id": "fit_note_longer", "decided": "applied", "on": "2026-11-27", "until": "2026-12-06"}
    decisions = {"discretions": [decided | {"reason": "Fit note"}]}
    assert case("darren", "2026-12-06", fit_notes=note, decisions=decisions)["search"] == "off"
    assert case("darren", "2026-12-07", fit_notes=note, decisions=decisions)["search"] == "consider"


def test_hours_are_reasonable_in_light_of_the_impairment_and_not_35_reg_88_2_c() -> None:
    hours = case("darren")["expected_hours"]
    assert (hours["hours"], hours["decide"], hours["policy_maximum"]) == (None, True, None)
    assert "reg. 88(2)(c)" in cited(case("darren"))
    decided = {"expected_hours": {"hours": 0, "reason": "Nothing asked while he is this unwell", "on": "2026-11-27"}}
    assert case("darren", decisions=decided)["expected_hours"]["hours"] == 0


def test_the_assessment_is_asked_for_from_day_29() -> None:
    assert "wca_referral_due" in codes(case("darren"))
    assert "wca_referral_due" not in codes(case("darren", "2026-11-22"))
    assert "wca_referral_due" in codes(case("darren", "2026-11-23"))


def test_while_the_assessment_is_awaited_nobody_asks_for_it_again() -> None:
    found = case("darren", capability="awaiting_assessment")
    assert (found["group"], stands(found)) == ("all", DUE)
    assert "wca_referral_due" not in codes(found)


def test_he_may_still_be_asked_to_talk_ss_15_24() -> None:
    assert case("darren")["interviews"] == "may_be_required"


def test_found_fit_with_the_same_condition_the_14_days_do_not_apply_but_the_discretion_may_reg_99_4za() -> None:
    found = case("darren", "2026-11-04", capability="fit_for_work", decision_maker_found_same_condition=True)
    assert ids(found) == ["fit_note_longer"]
    assert stands(found) == DUE


def test_nothing_about_his_health_may_stand_on_paper() -> None:
    for day in ("2026-11-04", "2026-11-27"):
        assert not any(each["print"] for each in case("darren", day)["easements"])


SEEN = {"evidence_seen_on": "2026-12-14"}
TOLD = {"notified_on": "2026-12-02", "within_six_months": True, "at_same_address": False}


# Kezia: told us on 2 December; a daughter of six.


@pytest.mark.parametrize("day", ["2026-12-02", "2027-01-02", "2027-03-02"])
def test_for_thirteen_weeks_from_telling_us_nothing_of_any_kind_is_asked_reg_98_1(day: str) -> None:
    found = case("kezia", day, domestic_abuse=TOLD | SEEN)
    assert stands(found) == OFF
    assert not any(found["may_require"].values())
    pause = eased(found, "domestic_abuse")
    assert (pause["standing"], pause["switch"], pause["citation"]) == ("must", "E", "reg. 98(1)")
    assert (pause["from"], pause["until"]) == ("2026-12-02", "2027-03-02")


def test_evidence_is_asked_for_within_a_month() -> None:
    assert eased(case("kezia"), "domestic_abuse")["evidence_by"] == "2027-01-02"
    assert "2027-01-02" in reviewed(case("kezia"))


@pytest.mark.parametrize(
    "known",
    [
        {"within_six_months": False},
        {"at_same_address": True},
        {"previous_easement_ended_on": "2026-03-01"},
    ],
    ids=["longer ago", "the same address", "used in the last twelve months"],
)
def test_outside_its_conditions_the_discretion_remains_reg_99_5(known: dict[str, object]) -> None:
    found = case("kezia", domestic_abuse=TOLD | known)
    assert stands(found) == DUE
    pause = eased(found, "domestic_abuse")
    assert (pause["standing"], pause["citation"], pause["sealed"]) == ("must_consider", "reg. 99(5)", True)


def test_a_pause_that_ended_more_than_twelve_months_before_is_no_bar() -> None:
    found = case("kezia", domestic_abuse=TOLD | {"previous_easement_ended_on": "2025-11-30"})
    assert eased(found, "domestic_abuse")["standing"] == "must"


def test_late_evidence_leaves_a_decision_and_nothing_comes_back_by_itself() -> None:
    found = case("kezia", "2027-01-03")
    assert stands(found) == DUE
    assert eased(found, "domestic_abuse")["standing"] == "must_consider"
    assert "evidence_late" in codes(found)


@pytest.mark.parametrize("day", ["2027-03-03", "2027-06-01"], ids=["first day", "last day"])
def test_then_thirteen_more_weeks_without_search_for_a_responsible_carer_reg_98_1a(day: str) -> None:
    found = case("kezia", day, domestic_abuse=TOLD | SEEN)
    assert stands(found) == NO_SEARCH
    pause = eased(found, "domestic_abuse_carer")
    assert (pause["from"], pause["until"]) == ("2027-03-03", "2027-06-01")
    assert (pause["standing"], pause["switch"], pause["citation"]) == ("must", "F", "reg. 98(1A)")


def test_without_a_child_the_thirteen_weeks_lapse_into_a_decision() -> None:
    found = case("kezia", "2027-03-03", household={"children": []}, domestic_abuse=TOLD | SEEN)
    assert stands(found) == DUE


def test_after_26_weeks_hours_fit_school_and_search_is_a_decision() -> None:
    found = case("kezia", "2027-06-02", domestic_abuse=TOLD | SEEN)
    assert stands(found) == DUE
    assert (found["expected_hours"]["decide"], found["expected_hours"]["policy_maximum"]) == (True, 30)
    assert "reg. 88(2)(b)" in cited(found)


def test_after_26_weeks_a_day_in_court_is_free_by_itself_reg_99_3_a() -> None:
    court = [{"from": "2027-06-10", "until": "2027-06-10"}]
    found = case("kezia", "2027-06-10", domestic_abuse=TOLD | SEEN, court=court)
    assert stands(found) == PAUSED
    assert "reg. 99(3)(a)" in cited(found)


def test_her_child_may_need_a_month_in_each_half_year_reg_99_4a() -> None:
    event = [{"event_on": "2026-10-28", "months_used": ["2027-06-15"]}]
    found = case("kezia", "2027-06-20", domestic_abuse=TOLD | SEEN, child_distress=event)
    assert stands(found) == PAUSED
    assert eased(found, "child_distress")["until"] == "2027-07-14"


def test_with_a_child_under_one_nothing_is_asked_anyway_s19_2_c() -> None:
    found = case("kezia", household={"children": [{"age": 0}]})
    assert found["group"] == "none"
    assert "WRA 2012 s.19(2)(c)" in cited(found)


def test_nothing_about_it_is_printed_or_named() -> None:
    pause = eased(case("kezia"), "domestic_abuse")
    assert (pause["sealed"], pause["print"]) == (True, False)
    assert {pause["label"], pause["neutral_label"]} == {"a statutory pause"}
