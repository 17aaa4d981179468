"""How soon, how far, and for how long like before (regs 96, 97)."""

import pytest

from tests.core.requirements.found import child, found, reviewed, warned


def terms(**known: object) -> tuple[str, str, bool]:
    given = found(**known).availability_terms
    return given.start_up_to, given.interview_up_to, given.decided


def test_without_any_reason_it_is_at_once() -> None:
    assert terms() == ("P0D", "P0D", False)


def test_a_carer_has_up_to_a_month_and_48_hours_reg_96_3() -> None:
    assert terms(household=child("2020-01-01")) == ("P1M", "PT48H", False)
    assert terms(relevant_carer=True) == ("P1M", "PT48H", False)
    needs = {"start_days": 14, "interview_hours": 24, "because": "the after-school club books by the fortnight"}
    assert terms(household=child("2020-01-01"), care_notice=needs) == ("P14D", "PT24H", True)


def test_a_volunteer_who_has_to_give_notice_has_a_week_reg_96_4() -> None:
    assert terms(volunteering={"hours": 6, "needs_notice": True}) == ("P1W", "PT48H", False)
    assert terms(volunteering={"hours": 6, "needs_notice": False}) == ("P0D", "P0D", False)


def test_somebody_in_a_contract_gives_their_notice_first_reg_96_5() -> None:
    assert terms(contract_notice_days=28) == ("P28D", "PT48H", False)


def test_the_longest_of_them_counts() -> None:
    assert terms(contract_notice_days=60, relevant_carer=True)[0] == "P60D"
    assert terms(contract_notice_days=7, relevant_carer=True)[0] == "P1M"
    soon = {"start_days": 28, "interview_hours": 12, "because": "a neighbour comes the same day"}
    assert terms(contract_notice_days=7, relevant_carer=True, care_notice=soon) == ("P28D", "PT48H", True)
    assert terms(contract_notice_days=60, relevant_carer=True, care_notice=soon) == ("P60D", "PT48H", False)


def test_ninety_minutes_is_the_ceiling_and_guidance_is_less_for_few_hours() -> None:
    def guidance(hours: int) -> int | None:
        return found(decisions={"expected_hours": {"hours": hours, "reason": "why"}}).travel.guidance

    assert found().travel.ceiling == 90
    assert [guidance(hours) for hours in (8, 10, 11, 16, 17, 35)] == [30, 30, 60, 60, None, None]


def test_what_was_agreed_with_this_person_stands_beside_it() -> None:
    limits = [{"kind": "travel", "value": 45, "reason": "school run", "until": "2026-12-31"}]
    assert found("2026-12-31", decisions={"limits": limits}).travel.agreed == 45
    assert found("2027-01-01", decisions={"limits": limits}).travel.agreed is None
    far = found(decisions={"limits": [{"kind": "travel", "value": 120}]})
    assert "travel_over_ceiling" in warned(far)


@pytest.mark.parametrize(("day", "last"), [("2026-11-10", "2026-11-30"), ("2022-01-10", "2022-04-09")])
def test_the_permitted_period_was_three_months_and_is_four_weeks_since_8_february_2022(day: str, last: str) -> None:
    start = "2026-11-03" if day > "2022-02-08" else day
    finding = found(day, permitted_period={"from": start, "reasonable_prospects": True})
    assert last in reviewed(finding).values()


def test_without_reasonable_prospects_there_is_no_permitted_period() -> None:
    plain = found("2026-11-10")
    none = found("2026-11-10", permitted_period={"from": "2026-11-03", "reasonable_prospects": False})
    assert none.review == plain.review
