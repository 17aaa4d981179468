"""Expected hours (reg. 88), what is taken off them (reg. 95(2)), and the two thresholds (regs 90, 99(6))."""

from decimal import Decimal

import pytest

from coachdesk.requirements.finding import Group, Standing
from tests.core.requirements.found import child, found, only, warned

FOUR = child("2022-05-10")


def decided(hours: int, **more: object) -> dict[str, object]:
    return {"expected_hours": {"hours": hours, "reason": "as we talked about", **more}}


def employed(monthly: float, **more: object) -> dict[str, object]:
    return {"employed_monthly": monthly, **more}


def couple(on: str = "2026-12-01", **partner: object) -> dict[str, object]:
    return {"partner": {"date_of_birth": "1989-02-02", **partner}}


def test_35_hours_is_the_default_where_nothing_speaks_for_fewer_reg_88_1() -> None:
    hours = found().expected_hours
    assert (hours.hours, hours.decide, hours.policy_maximum) == (Decimal(35), False, None)


@pytest.mark.parametrize(("born", "citation"), [("2022-05-10", "reg. 88(2)(aa)"), ("2018-05-10", "reg. 88(2)(b)")])
def test_a_lead_carer_of_a_child_under_13_has_no_number_until_somebody_decides(born: str, citation: str) -> None:
    finding = found(household=child(born))
    hours = finding.expected_hours
    assert (hours.hours, hours.decide, hours.policy_maximum) == (None, True, Decimal(30))
    assert citation in {each.citation for each in hours.because}
    assert finding.thresholds.cet is None
    assert finding.search_hours is None
    assert "claimant.decisions.expected_hours" in finding.ask


@pytest.mark.parametrize(
    ("day", "born", "most"),
    [
        ("2023-10-24", "2020-01-01", 16),
        ("2023-10-25", "2020-01-01", 30),
        ("2023-10-24", "2014-01-01", 25),
        ("2023-10-25", "2014-01-01", 30),
    ],
)
def test_the_policy_maximum_rose_on_25_october_2023(day: str, born: str, most: int) -> None:
    hours = found(day, household=child(born)).expected_hours
    assert hours.policy_maximum == most
    assert {each.authority.value for each in hours.because} == {"regulation", "operational"}


def test_school_age_is_a_prescribed_day_and_not_the_fifth_birthday() -> None:
    def citations(day: str, nation: str) -> set[str]:
        finding = found(day, household={**FOUR, "nation": nation})
        return {each.citation for each in finding.expected_hours.because}

    assert "reg. 88(2)(aa)" in citations("2027-08-30", "england")
    assert "reg. 88(2)(b)" in citations("2027-08-31", "england")
    assert "reg. 88(2)(aa)" in citations("2027-08-14", "scotland")
    assert "reg. 88(2)(b)" in citations("2027-08-15", "scotland")


def test_from_the_thirteenth_birthday_the_default_holds_again() -> None:
    assert found(household=child("2013-12-02")).expected_hours.decide
    assert found(household=child("2013-12-01")).expected_hours.hours == 35


@pytest.mark.parametrize(
    "known",
    [
        {"relevant_carer": True},
        {"cares_for": [{"hours": 12, "qualifying_benefit": "yes"}]},
        {"fit_notes": [{"from": "2026-11-20", "until": "2026-12-20"}]},
        {"capability": "awaiting_assessment"},
    ],
)
def test_caring_or_an_impairment_leaves_the_number_to_be_decided_reg_88_2_a_c(known: dict[str, object]) -> None:
    hours = found(**known).expected_hours
    assert (hours.hours, hours.decide, hours.policy_maximum) == (None, True, None)


def test_a_decided_number_counts_and_what_is_odd_about_it_is_said() -> None:
    finding = found(household=FOUR, decisions=decided(20))
    assert (finding.expected_hours.hours, finding.expected_hours.decide) == (Decimal(20), False)
    assert warned(finding) == set()
    assert "above_policy_maximum" in warned(found(household=FOUR, decisions=decided(32)))
    assert "hours_without_ground" in warned(found(decisions=decided(20)))
    assert "hours_without_reason" in warned(found(household=FOUR, decisions=decided(20, reason="")))
    late = found(household=FOUR, decisions=decided(20, on="2026-06-01", review_on="2026-11-01"))
    assert late.expected_hours.hours == 20
    assert "hours_review_due" in warned(late)


def test_a_couple_that_has_nominated_nobody_is_not_given_35_hours() -> None:
    hours = found(household={**couple(), **FOUR}).expected_hours
    assert (hours.hours, hours.decide) == (None, True)


def test_a_decision_of_a_later_day_does_not_count_yet() -> None:
    assert found(household=FOUR, decisions=decided(20, on="2026-12-02")).expected_hours.decide


def test_agreed_time_is_taken_off_and_voluntary_work_for_at_most_half() -> None:
    agreed = [{"kind": "voluntary", "hours": 4}, {"kind": "preparation", "hours": 2}]
    assert found(household=FOUR, decisions=decided(20), deductions=agreed).search_hours == 14
    much = found(deductions=[{"kind": "voluntary", "hours": 30}])
    assert much.search_hours == Decimal("17.5")
    assert "voluntary_over_half" in warned(much)
    more = found(decisions=decided(10), deductions=[{"kind": "paid_work", "hours": 12}])
    assert more.search_hours == 0
    assert "deductions_over_hours" in warned(more)


@pytest.mark.parametrize(
    ("day", "single", "couple_sum"),
    [
        ("2022-06-01", 355, 567),
        ("2022-09-26", 494, 782),
        ("2023-01-30", 617, 988),
        ("2023-04-01", 677, 1083),
        ("2024-04-01", 743, 1189),
        ("2024-05-13", 892, 1437),
        ("2025-04-01", 952, 1534),
        ("2026-04-01", 991, 1597),
    ],
)
def test_the_administrative_threshold_on_every_day_that_it_changed_reg_99_6(
    day: str, single: int, couple_sum: int
) -> None:
    thresholds = found(day).thresholds
    assert (thresholds.aet_single, thresholds.aet_couple) == (single, couple_sum)


@pytest.mark.parametrize(("hours", "cet"), [(35, 1927), (30, 1652), (25, 1376), (20, 1101)])
def test_the_conditionality_threshold_follows_the_expected_hours_reg_90(hours: int, cet: int) -> None:
    assert found(household=FOUR, decisions=decided(hours)).thresholds.cet == cet


def test_the_conditionality_threshold_uses_the_wage_of_the_persons_own_age() -> None:
    young = found("2026-12-01", date_of_birth="2006-06-01").thresholds
    assert (young.cet, young.aet_single) == (1645, 991)
    assert found("2023-12-01", date_of_birth="2001-06-01").thresholds.cet == int(Decimal("10.18") * 35 * 52 / 12)


def test_sixteen_hours_stand_behind_the_threshold_of_ss_20_and_21() -> None:
    assert found(capability="limited").thresholds.cet == 881
    assert found(household=child("2025-06-01")).thresholds.cet == 881


def test_an_apprentice_has_the_lower_threshold_reg_90_4() -> None:
    apprentice = found(earnings=employed(1040, apprentice=True))
    assert apprentice.thresholds.cet == 1040
    assert apprentice.group is Group.NONE
    assert found(earnings=employed(1039, apprentice=True)).group is Group.ALL


def test_reaching_the_conditionality_threshold_leaves_nothing_to_ask() -> None:
    assert found(earnings=employed(1927)).group is Group.NONE
    below = found(earnings=employed(1926.99))
    assert below.group is Group.ALL
    assert below.thresholds.met == ("aet_single",)


def test_earnings_that_reach_the_threshold_of_35_hours_reach_it_whatever_is_decided() -> None:
    finding = found(household=FOUR, earnings=employed(1927))
    assert finding.thresholds.cet is None
    assert finding.group is Group.NONE
    assert found(household=FOUR, earnings=employed(1926)).group is Group.ALL


def test_self_employed_earnings_count_for_one_threshold_only() -> None:
    finding = found(earnings={"employed_monthly": 0, "self_employed_monthly": 1500})
    assert finding.thresholds.met == ()
    assert finding.search is Standing.REQUIRED
    assert found(earnings={"employed_monthly": 500, "self_employed_monthly": 1500}).group is Group.NONE


def test_earnings_at_the_administrative_threshold_leave_no_search_and_no_availability() -> None:
    finding = found(earnings=employed(991))
    assert finding.group is Group.ALL
    assert (finding.search, finding.availability) == (Standing.OFF, Standing.OFF)
    assert (finding.interviews, finding.preparation) == (Standing.MAY_BE_REQUIRED, Standing.MAY_BE_REQUIRED)
    assert only(finding).id == "earnings_light_touch"
    assert found(earnings=employed(990.99)).search is Standing.REQUIRED


def test_a_couples_earnings_together_reach_the_couples_figure() -> None:
    finding = found(earnings=employed(600), household=couple(earnings=employed(1000)))
    assert finding.thresholds.met == ("aet_couple",)
    assert finding.search is Standing.OFF


def test_before_26_september_2022_one_partners_earnings_alone_did_not_help_a_couple() -> None:
    assert found("2022-09-25", earnings=employed(400), household=couple()).search is Standing.REQUIRED
    assert found("2022-09-25", earnings=employed(400)).search is Standing.OFF
    assert found("2022-09-26", earnings=employed(500), household=couple()).search is Standing.OFF


def test_the_sum_of_both_thresholds_can_be_met_by_one_partner_alone_reg_90_3() -> None:
    alone = found(household=couple(earnings=employed(3854)))
    assert alone.thresholds.cet_couple == 3854
    assert alone.group is Group.NONE
    assert found(household=couple(earnings=employed(3853))).group is Group.ALL


def test_a_partner_who_is_no_claimant_adds_35_hours_at_the_main_rate() -> None:
    finding = found(household={**couple(date_of_birth="2007-01-01"), "partner_in_claim": False})
    assert finding.thresholds.cet_couple == 1927 * 2


def test_a_partners_undecided_hours_leave_the_couples_sum_open() -> None:
    finding = found(household={**couple(responsible_carer=True), **FOUR}, relevant_carer=False)
    assert finding.thresholds.cet == 1927
    assert finding.thresholds.cet_couple is None


def test_a_threshold_of_nought_is_never_met_by_no_earnings() -> None:
    nothing = found(decisions=decided(0), earnings=employed(0))
    assert nothing.thresholds.cet == 0
    assert nothing.group is Group.ALL
    assert found(decisions=decided(0), earnings=employed(1)).group is Group.NONE


def test_the_minimum_income_floor_counts_only_where_it_is_applied() -> None:
    gainful: dict[str, object] = {"self_employed": "gainful"}
    assert found(earnings=gainful).group is Group.ALL
    assert found(earnings={**gainful, "minimum_income_floor_applied": True}).group is Group.NONE


@pytest.mark.parametrize("earnings", [{"minimum_income_floor_applied": True}, employed(2000)])
def test_nobody_decides_hours_of_whom_earnings_leave_nothing_to_ask(earnings: dict[str, object]) -> None:
    finding = found(household=FOUR, earnings=earnings)
    assert finding.group is Group.NONE
    assert not finding.expected_hours.decide
    assert "claimant.decisions.expected_hours" not in finding.ask
    assert "hours_to_decide" not in warned(finding)


def test_beyond_the_last_wage_that_is_held_no_figure_is_guessed() -> None:
    finding = found("2027-04-01", earnings=employed(500))
    assert finding.thresholds.aet_single is None
    assert finding.thresholds.cet is None
    assert "beyond_rules" in warned(finding)
    assert finding.search is Standing.REQUIRED
    assert found("2027-04-01", earnings=employed(991)).search is Standing.CONSIDER
