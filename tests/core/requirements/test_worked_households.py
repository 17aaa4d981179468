"""The last two of the five cases of domain.md 10, as corrected by 13: a couple, and a young man on a course."""

import pytest

from tests.core.requirements.worked import case, cited, codes, eased, ids, reviewed, stands

PAUSED = ("off", "postponed_job_and_interview", "may_be_required", "may_be_required")
DUE = ("consider", "consider", "may_be_required", "may_be_required")


# Lena and Piotr: a joint claim, one of the two earns.


def test_lenas_own_earnings_reach_the_single_figure_so_she_need_not_look_for_work_reg_99_6_a() -> None:
    found = case("nowak-lena")
    assert (found["group"], found["search"], found["availability"]) == ("all", "off", "off")
    assert found["thresholds"]["met"] == ["aet_single"]
    easement = eased(found, "earnings_light_touch")
    assert (easement["standing"], easement["switch"], easement["citation"]) == ("must", "F", "reg. 99(6)")


def test_she_may_still_be_asked_to_two_interviews() -> None:
    found = case("nowak-lena")
    assert found["interviews"] == "may_be_required"
    assert "light_touch_interviews" in codes(found)


def test_the_couple_is_under_the_couples_figure_which_does_not_help_piotr_reg_99_6_b() -> None:
    found = case("nowak-piotr")
    assert (found["thresholds"]["aet_couple"], found["thresholds"]["met"]) == (1597, [])
    assert (found["search"], found["availability"]) == ("required", "required")


def test_a_pound_more_between_them_and_the_couples_figure_helps_both() -> None:
    lena = {"date_of_birth": "1990-04-21", "responsible_carer": False, "earnings": {"employed_monthly": 1597}}
    found = case("nowak-piotr", household={"partner": lena})
    assert found["thresholds"]["met"] == ["aet_couple"]
    assert found["search"] == "off"


@pytest.mark.parametrize(("name", "cet"), [("nowak-lena", 1927), ("nowak-piotr", 1542)])
def test_their_thresholds_of_reg_90_are_35_and_28_hours_and_together_3469(name: str, cet: int) -> None:
    found = case(name)["thresholds"]
    assert (found["cet"], found["cet_couple"]) == (cet, 3469)
    assert "cet_couple" not in found["met"]


def test_while_piotrs_hours_are_undecided_the_couples_sum_is_open() -> None:
    piotr = {"date_of_birth": "1987-09-08", "responsible_carer": True}
    assert case("nowak-lena", household={"partner": piotr})["thresholds"]["cet_couple"] is None


def test_piotr_is_lead_carer_and_cares_for_his_mother_both_shape_his_hours_reg_88_2_a_b() -> None:
    found = case("nowak-piotr")
    assert {"reg. 88(2)(a)", "reg. 88(2)(b)"} <= cited(found)
    assert (found["expected_hours"]["hours"], found["expected_hours"]["policy_maximum"]) == (28, 30)
    undecided = case("nowak-piotr", decisions=None)
    assert (undecided["expected_hours"]["hours"], undecided["expected_hours"]["decide"]) == (None, True)


def test_twelve_hours_of_care_are_not_35_so_he_stays_in_s22() -> None:
    found = case("nowak-piotr")
    assert found["group"] == "all"
    assert "carer_pending" not in ids(found)


def test_he_has_up_to_a_month_and_48_hours_as_a_carer_reg_96_3() -> None:
    terms = case("nowak-piotr", care_notice=None)["availability_terms"]
    assert (terms["start_up_to"], terms["interview_up_to"]) == ("P1M", "PT48H")


def test_had_he_driven_lorries_before_he_could_keep_to_it_for_four_weeks_reg_97_4_5() -> None:
    period = {"from": "2026-11-19", "reasonable_prospects": True}
    assert "2026-12-16" in reviewed(case("nowak-piotr", permitted_period=period))


def test_care_is_in_his_hours_already_and_only_agreed_preparation_comes_off_reg_95_2() -> None:
    assert case("nowak-piotr")["search_hours"] == 24
    assert case("nowak-piotr", deductions=[])["search_hours"] == 28


def test_if_lena_were_nominated_instead_his_hours_would_rest_on_his_mother_alone_reg_86() -> None:
    lena = {"date_of_birth": "1990-04-21", "responsible_carer": True}
    found = case("nowak-piotr", household={"partner": lena}, responsible_carer=False, decisions=None)
    assert found["expected_hours"]["policy_maximum"] is None
    assert "reg. 88(2)(a)" in cited(found)
    assert "reg. 88(2)(b)" not in cited(found)


def test_while_nobody_is_nominated_that_is_asked_before_any_hours() -> None:
    lena = {"date_of_birth": "1990-04-21"}
    found = case("nowak-piotr", household={"partner": lena}, responsible_carer=None)
    assert "claimant.responsible_carer" in found["ask"]
    assert "nobody_nominated" in codes(found)


# Callum: twenty, on a course until April, somewhere to be on 3 December.


def test_leaving_care_changes_no_requirement_s22() -> None:
    found = case("callum")
    assert found["group"] == "all"
    assert "WRA 2012 s.22" in cited(found)


@pytest.mark.parametrize("day", ["2026-10-20", "2026-11-24", "2027-04-20"])
def test_for_the_first_six_months_of_the_course_there_is_no_search_reg_99_3_e(day: str) -> None:
    found = case("callum", day)
    assert stands(found) == PAUSED
    course = eased(found, "recovery")
    assert (course["from"], course["until"]) == ("2026-10-20", "2027-04-20")
    assert (course["standing"], course["switch"], course["citation"]) == ("must", "A", "reg. 99(3)(e)")


def test_after_six_months_the_course_is_a_decision_and_no_calendar_brings_search_back() -> None:
    found = case("callum", "2027-04-21", temporary=[])
    assert stands(found) == DUE
    assert eased(found, "recovery")["standing"] == "must_consider"


def test_the_day_in_court_is_free_as_well_reg_99_3_a() -> None:
    assert "court" in ids(case("callum", "2026-12-03"))
    assert "court" not in ids(case("callum", "2026-12-02"))
    assert stands(case("callum", "2026-12-03", structured_recovery=None, temporary=[])) == PAUSED


def test_the_day_in_court_is_an_appointment_conflict_and_is_never_printed() -> None:
    court = eased(case("callum", "2026-12-03"), "court")
    assert (court["neutral_label"], court["print"]) == ("an appointment conflict", False)
    assert "2026-12-03" in reviewed(case("callum"))


def test_if_the_course_ended_early_having_no_settled_home_would_be_a_decision_reg_99_5_b() -> None:
    found = case("callum", structured_recovery=None)
    assert stands(found) == DUE
    home = eased(found, "homeless")
    assert (home["standing"], home["switch"], home["citation"]) == ("must_consider", "D", "reg. 99(5)(b)")


def test_without_a_settled_home_he_would_still_come_to_job_interviews_reg_99_2c() -> None:
    decided = {
        "id": "homeless",
        "decided": "applied",
        "on": "2026-11-24",
        "until": "2026-12-22",
        "reason": "Hostel",
    }
    found = case("callum", structured_recovery=None, decisions={"discretions": [decided]})
    assert (found["search"], found["availability"]) == ("off", "postponed_job")


def test_talks_may_go_on_during_the_course_ss_15_24() -> None:
    assert case("callum")["interviews"] == "may_be_required"


def test_his_threshold_of_reg_90_uses_the_wage_of_his_age_and_that_of_reg_99_6_the_main_one() -> None:
    found = case("callum")["thresholds"]
    assert (found["cet"], found["aet_single"]) == (1645, 991)
    older = case("callum", date_of_birth="2005-11-24")["thresholds"]
    assert (older["cet"], older["aet_single"]) == (1927, 991)


def test_after_the_course_35_hours_are_the_default_unless_an_impairment_supports_less_reg_88() -> None:
    later = case("callum", structured_recovery=None, temporary=[])
    assert (later["expected_hours"]["hours"], later["expected_hours"]["decide"]) == (35, False)
    assert later["search_hours"] == 35
    impaired = case("callum", structured_recovery=None, temporary=[], capability="awaiting_assessment")
    assert (impaired["expected_hours"]["hours"], impaired["expected_hours"]["decide"]) == (None, True)


def test_what_he_is_on_stands_nowhere() -> None:
    course = eased(case("callum"), "recovery")
    assert (course["sealed"], course["print"], course["label"]) == (True, False, "a statutory pause")
