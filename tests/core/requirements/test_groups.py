"""The four groups, in the order of the Act: ss. 19, 20, 21, 22."""

import pytest

from coachdesk.requirements.finding import Group, Standing
from tests.core.requirements.found import child, found, reviewed, warned

COUPLE: dict[str, object] = {"partner": {"date_of_birth": "1991-01-01"}}


def test_somebody_of_whom_nothing_else_is_known_may_be_asked_for_everything_s22() -> None:
    finding = found()
    assert finding.group is Group.ALL
    assert finding.group_because[0].citation == "WRA 2012 s.22"
    assert finding.search is Standing.REQUIRED


@pytest.mark.parametrize(
    ("capability", "group", "citation"),
    [
        ("limited_and_activity", Group.NONE, "WRA 2012 s.19(2)(a)"),
        ("limited", Group.PREPARATION, "WRA 2012 s.21(1)(a)"),
        ("fit_for_work", Group.ALL, "WRA 2012 s.22"),
        ("awaiting_assessment", Group.ALL, "WRA 2012 s.22"),
    ],
)
def test_what_the_benefit_decided_about_health_sets_the_group(capability: str, group: Group, citation: str) -> None:
    finding = found(capability=capability)
    assert finding.group is group
    assert finding.group_because[0].citation == citation


def test_35_hours_of_care_for_somebody_with_the_benefit_leave_nothing_to_ask_s19_2_b() -> None:
    caring = {"hours": 35, "qualifying_benefit": "yes", "paid_for_it": False}
    assert found(cares_for=[caring]).group is Group.NONE
    assert found(cares_for=[{**caring, "hours": 34.5}]).group is Group.ALL
    assert found(cares_for=[{**caring, "paid_for_it": True}]).group is Group.ALL
    assert found(cares_for=[{**caring, "qualifying_benefit": "no"}]).group is Group.ALL


def test_35_hours_over_two_people_need_a_decision_reg_89_1_b() -> None:
    caring = {"hours": 20, "qualifying_benefit": "yes"}
    finding = found(cares_for=[caring, caring])
    assert finding.group is Group.ALL
    assert "carer_35_spread" in warned(finding)


@pytest.mark.parametrize(
    ("born", "group"),
    [
        ("2025-12-02", Group.NONE),
        ("2025-12-01", Group.INTERVIEW),
        ("2024-12-02", Group.INTERVIEW),
        ("2024-12-01", Group.PREPARATION),
        ("2023-12-02", Group.PREPARATION),
        ("2023-12-01", Group.ALL),
    ],
)
def test_the_group_changes_on_the_first_second_and_third_birthday(born: str, group: Group) -> None:
    assert found(household=child(born)).group is group


def test_of_a_couple_only_the_nominated_carer_is_in_the_childs_group_reg_86() -> None:
    baby: dict[str, object] = {**child("2026-05-01"), **COUPLE}
    assert found(household=baby, responsible_carer=True).group is Group.NONE
    assert found(household=baby, responsible_carer=False).group is Group.ALL
    nobody = found(household=baby)
    assert nobody.group is Group.ALL
    assert "claimant.responsible_carer" in nobody.ask
    assert "nobody_nominated" in warned(nobody)


def test_whoever_claims_as_a_single_person_needs_no_nomination() -> None:
    baby: dict[str, object] = {**child("2026-05-01"), **COUPLE, "partner_in_claim": False}
    assert found(household=baby).group is Group.NONE


def test_the_youngest_child_decides() -> None:
    both = {"children": [{"date_of_birth": "2015-01-01"}, {"date_of_birth": "2025-06-01"}]}
    assert found(household=both).group is Group.INTERVIEW


@pytest.mark.parametrize(
    ("born", "day", "group"),
    [
        ("1960-08-10", "2027-01-09", Group.ALL),
        ("1960-08-10", "2027-01-10", Group.NONE),
        ("1960-07-31", "2026-11-30", Group.NONE),
        ("1960-04-05", "2026-04-05", Group.NONE),
        ("1961-03-06", "2028-03-05", Group.ALL),
        ("1961-03-06", "2028-03-06", Group.NONE),
        ("1953-12-06", "2019-03-05", Group.ALL),
        ("1953-12-06", "2019-03-06", Group.NONE),
    ],
)
def test_state_pension_age_comes_by_the_date_of_birth_reg_89_1_a(born: str, day: str, group: Group) -> None:
    assert found(day, date_of_birth=born).group is group


def test_what_is_recorded_about_pension_age_comes_before_what_is_computed() -> None:
    assert found(reached_pension_credit_age=True).group is Group.NONE
    assert found(date_of_birth="1950-01-01", reached_pension_credit_age=False).group is Group.ALL


@pytest.mark.parametrize(
    ("day", "group"),
    [
        ("2026-09-19", Group.ALL),  # a Saturday: eleven weeks before the week of 6 December begin the day after
        ("2026-09-20", Group.NONE),
        ("2027-03-25", Group.NONE),
        ("2027-03-26", Group.ALL),
    ],
)
def test_eleven_weeks_before_the_expected_week_to_fifteen_after_confinement_reg_89_1_c(day: str, group: Group) -> None:
    confined = "2026-12-10" if day > "2026-12-10" else None
    assert found(day, expected_confinement="2026-12-09", confined_on=confined).group is group


def test_a_confinement_known_only_afterwards_counts_from_its_day() -> None:
    assert found("2026-12-01", confined_on="2026-11-01").group is Group.NONE
    assert found("2027-02-14", confined_on="2026-11-01").group is Group.NONE
    assert found("2027-02-15", confined_on="2026-11-01").group is Group.ALL


def test_an_adopter_is_asked_for_nothing_for_twelve_months_reg_89_1_d() -> None:
    adopted = child("2019-03-01", relation="adopted", joined_on="2026-01-10")
    assert found("2027-01-10", household=adopted).group is Group.NONE
    assert found("2027-01-11", household=adopted).group is Group.ALL


def test_a_foster_child_leaves_interviews_only_and_under_one_nothing_regs_89_1_f_91_2() -> None:
    assert found(household=child("2026-06-01", relation="foster")).group is Group.NONE
    assert found(household=child("2016-06-01", relation="foster")).group is Group.INTERVIEW


def test_of_a_fostering_couple_the_responsible_foster_parent_counts() -> None:
    def fostering(who: str) -> dict[str, object]:
        return {**COUPLE, **child("2016-06-01", relation="foster", responsible_foster_parent=who)}

    assert found(household=fostering("claimant")).group is Group.INTERVIEW
    partners = found(household=fostering("partner"))
    assert partners.group is Group.ALL
    assert "foster_care_needs" in warned(partners)


def test_a_foster_child_of_16_is_no_child_any_more_and_what_they_need_is_for_a_decision_reg_91_2() -> None:
    assert found("2026-11-30", household=child("2010-12-01", relation="foster")).group is Group.INTERVIEW
    grown = found("2026-12-01", household=child("2010-12-01", relation="foster"))
    assert grown.group is Group.ALL
    assert "foster_care_needs" in warned(grown)
    assert "foster_care_needs" not in warned(found(household=child("2006-12-01", relation="foster")))


def test_a_friend_or_family_carer_has_twelve_months_of_interviews_only_reg_91_2_e() -> None:
    kin = child("2017-04-01", relation="friend_or_family", joined_on="2026-01-10", friend_or_family_test_met=True)
    assert found("2027-01-10", household=kin).group is Group.INTERVIEW
    after = found("2027-01-11", household=kin)
    assert after.group is Group.ALL
    assert after.expected_hours.decide


def test_an_unknown_kinship_test_is_asked_about_and_not_assumed() -> None:
    finding = found(household=child("2017-04-01", relation="friend_or_family", joined_on="2026-01-10"))
    assert finding.group is Group.ALL
    assert "children[0].friend_or_family_test_met" in finding.ask


def test_an_approved_kinship_carer_in_scotland_is_a_foster_parent_for_as_long_as_it_lasts() -> None:
    kin = child("2017-04-01", relation="friend_or_family", joined_on="2020-01-10", approved_kinship_scotland=True)
    assert found(household={**kin, "nation": "scotland"}).group is Group.INTERVIEW
    assert found(household={**kin, "nation": None}).group is Group.INTERVIEW


def test_a_student_whom_the_benefit_has_found_to_have_no_requirements_has_none() -> None:
    assert found(student_without_requirements=True).group is Group.NONE


def test_a_child_known_by_age_only_counts_by_that_age() -> None:
    assert found(household={"children": [{"age": 1, "age_on": "2026-11-20"}]}).group is Group.INTERVIEW
    assert found(household={"children": [{"age": 4}]}).expected_hours.decide


def test_before_3_april_2017_no_groups_are_held_and_that_is_said() -> None:
    finding = found("2017-04-02")
    assert finding.group is None
    assert warned(finding) == {"not_held"}
    assert found("2017-04-03").group is Group.ALL


def test_the_birthdays_that_change_something_are_days_to_look_again() -> None:
    days = reviewed(found(household=child("2025-05-10")))
    assert {"2027-05-10", "2028-05-10", "2030-08-31", "2038-05-10"} <= set(days.values())
