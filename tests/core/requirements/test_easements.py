"""Pauses that apply by themselves, what they lapse into, and what a coach decides (regs 98, 99)."""

import pytest

from coachdesk.requirements.finding import Finding, Standing
from tests.core.requirements.found import child, found, only, reviewed, warned

ABUSE = {"notified_on": "2026-10-02", "within_six_months": True, "at_same_address": False}
SEEN = {**ABUSE, "evidence_seen_on": "2026-10-20"}


def days(finding: Finding) -> tuple[str, str | None, str | None]:
    """The id of the one easement with its first and last day."""
    one = only(finding)
    return one.id, one.from_.isoformat() if one.from_ else None, one.until.isoformat() if one.until else None


def test_for_thirteen_weeks_nothing_of_any_kind_is_asked_reg_98_1() -> None:
    finding = found("2026-10-06", domestic_abuse=ABUSE)
    assert days(finding) == ("domestic_abuse", "2026-10-02", "2026-12-31")
    assert {finding.search, finding.availability, finding.interviews, finding.preparation} == {Standing.OFF}
    one = only(finding)
    assert (one.sealed, one.print, str(one.evidence_by)) == (True, False, "2026-11-02")
    assert not any(vars_of(finding))


def vars_of(finding: Finding) -> tuple[bool, bool, bool, bool]:
    """What may be required: interview, preparation, search, availability."""
    may = finding.may_require
    return may.interview, may.preparation, may.search, may.availability


def test_a_responsible_carer_has_thirteen_more_weeks_without_search_reg_98_1a() -> None:
    family = child("2020-05-05")
    assert days(found("2026-12-31", household=family, domestic_abuse=SEEN))[0] == "domestic_abuse"
    later = found("2027-01-01", household=family, domestic_abuse=SEEN)
    assert days(later) == ("domestic_abuse_carer", "2027-01-01", "2027-04-01")
    assert (later.search, later.interviews) == (Standing.OFF, Standing.MAY_BE_REQUIRED)
    assert found("2027-04-02", household=family, domestic_abuse=SEEN).search is Standing.CONSIDER


@pytest.mark.parametrize(
    "known",
    [
        {"within_six_months": False},
        {"at_same_address": True},
        {"previous_easement_ended_on": "2025-10-02"},
    ],
)
def test_outside_reg_98_the_discretion_remains_and_never_nothing(known: dict[str, object]) -> None:
    finding = found("2026-10-06", domestic_abuse={**ABUSE, **known})
    assert (finding.search, finding.availability) == (Standing.CONSIDER, Standing.CONSIDER)
    assert finding.interviews is Standing.MAY_BE_REQUIRED
    assert only(finding).citation == "reg. 99(5)"
    assert only(finding).due


def test_an_easement_that_ended_twelve_months_before_is_no_bar() -> None:
    earlier = {**ABUSE, "previous_easement_ended_on": "2025-10-01"}
    assert found("2026-10-06", domestic_abuse=earlier).search is Standing.OFF


def test_evidence_that_is_not_recorded_in_time_never_brings_requirements_back_by_itself() -> None:
    assert found("2026-11-02", domestic_abuse=ABUSE).search is Standing.OFF
    late = found("2026-11-03", domestic_abuse=ABUSE)
    assert late.search is Standing.CONSIDER
    assert "evidence_late" in warned(late)
    assert found("2026-11-03", domestic_abuse=SEEN).search is Standing.OFF


def test_what_somebody_has_told_without_more_is_enough_to_pause() -> None:
    assert found("2026-10-06", domestic_abuse={"notified_on": "2026-10-06"}).search is Standing.OFF
    assert found("2026-10-06", domestic_abuse={}).search is Standing.OFF


def note(first: str, last: str | None, **more: object) -> dict[str, object]:
    return {"from": first, "until": last, **more}


@pytest.mark.parametrize(
    ("day", "easement", "search"),
    [
        ("2026-10-26", "fit_note_short", Standing.OFF),
        ("2026-11-08", "fit_note_short", Standing.OFF),
        ("2026-11-09", "fit_note_longer", Standing.CONSIDER),
        ("2026-12-06", "fit_note_longer", Standing.CONSIDER),
    ],
)
def test_a_fit_note_pauses_by_itself_for_fourteen_days_and_then_is_a_decision(
    day: str, easement: str, search: Standing
) -> None:
    finding = found(day, fit_notes=[note("2026-10-26", "2026-12-06", evidence_on="2026-10-26")])
    assert only(finding).id == easement
    assert finding.search is search
    assert finding.interviews is Standing.MAY_BE_REQUIRED


def test_a_third_period_counts_the_two_before_it_eased_or_not() -> None:
    notes = [note(first, first) for first in ("2025-10-20", "2026-01-20", "2026-05-20")]
    assert only(found("2026-11-10", fit_notes=[*notes, note("2026-11-06", "2026-11-20")])).id == "fit_note_longer"


def test_when_the_note_has_ended_its_pause_has_too() -> None:
    ended = found("2026-12-07", fit_notes=[note("2026-10-26", "2026-12-06", evidence_on="2026-10-26")])
    assert ended.easements == ()


def test_the_fourteen_days_run_from_the_evidence() -> None:
    late = [note("2026-10-26", "2026-12-06", evidence_on="2026-11-10")]
    assert only(found("2026-11-01", fit_notes=late)).id == "fit_note_longer"
    assert only(found("2026-11-23", fit_notes=late)).id == "fit_note_short"
    assert only(found("2026-11-24", fit_notes=late)).id == "fit_note_longer"


def test_notes_without_a_gap_are_one_period() -> None:
    joined = [note("2026-10-01", "2026-10-14"), note("2026-10-15", "2026-10-31")]
    assert only(found("2026-10-16", fit_notes=joined)).id == "fit_note_longer"
    apart = [note("2026-10-01", "2026-10-14"), note("2026-10-16", "2026-10-31")]
    assert only(found("2026-10-16", fit_notes=apart)).id == "fit_note_short"


def test_the_third_period_in_twelve_months_is_a_decision_from_its_first_day() -> None:
    notes = [note("2026-01-05", "2026-01-12"), note("2026-05-05", "2026-05-12"), note("2026-12-01", "2026-12-10")]
    assert only(found("2026-12-02", fit_notes=notes)).id == "fit_note_longer"
    earlier = [note("2025-11-30", "2025-12-05"), *notes[1:]]
    assert only(found("2026-12-02", fit_notes=earlier)).id == "fit_note_short"


def test_the_same_condition_as_already_decided_takes_the_fourteen_days_away_reg_99_4za() -> None:
    finding = found(
        "2026-11-01",
        capability="fit_for_work",
        decision_maker_found_same_condition=True,
        fit_notes=[note("2026-10-26", "2026-12-06")],
    )
    assert only(finding).id == "fit_note_longer"


def test_from_day_29_of_evidence_a_referral_is_due_and_at_once_for_a_long_note() -> None:
    long = [note("2026-10-26", "2026-12-06", evidence_on="2026-10-26")]
    assert "wca_referral_at_once" in warned(found("2026-11-22", fit_notes=long))
    assert "wca_referral_due" in warned(found("2026-11-23", fit_notes=long))
    referred = found("2026-11-23", fit_notes=long, capability="awaiting_assessment")
    assert not {"wca_referral_due", "wca_referral_at_once"} & warned(referred)


def test_a_person_who_may_be_treated_as_limited_is_a_matter_for_the_benefit_team_today() -> None:
    finding = found(may_be_treated_as_limited=True)
    assert "benefit_team_today" in warned(finding)
    assert finding.search is Standing.CONSIDER


@pytest.mark.parametrize("who", ["partner", "responsible_child", "own_child", "young_person_responsible_for"])
def test_six_months_after_a_death_in_the_family_reg_99_3_d(who: str) -> None:
    death = [{"on": "2026-06-01", "who": who}]
    assert days(found("2026-12-01", bereavements=death)) == ("bereavement", "2026-06-01", "2026-12-01")
    assert found("2026-12-01", bereavements=death).availability is Standing.POSTPONED_JOB_AND_INTERVIEW
    assert found("2026-12-02", bereavements=death).search is Standing.CONSIDER


def test_another_persons_death_in_the_last_weeks_is_a_decision() -> None:
    assert found("2026-12-01", bereavements=[{"on": "2026-11-10", "who": "other"}]).search is Standing.CONSIDER
    assert found("2026-12-01", bereavements=[{"on": "2026-01-10", "who": "other"}]).search is Standing.REQUIRED


def test_a_month_for_a_child_in_distress_in_each_half_year_after_the_event_reg_99_4a() -> None:
    def on(day: str, *months: str) -> Finding:
        event = {"event_on": "2026-01-10", "months_used": list(months)}
        return found(day, household=child("2018-01-01"), decisions=HOURS, child_distress=[event])

    assert days(on("2026-03-15", "2026-03-01")) == ("child_distress", "2026-03-01", "2026-03-31")
    assert on("2026-04-01", "2026-03-01").search is Standing.CONSIDER
    assert on("2026-04-20", "2026-03-01", "2026-04-15").search is Standing.CONSIDER  # the same half-year
    assert on("2026-08-20", "2026-03-01", "2026-08-01").search is Standing.OFF
    assert on("2028-02-20", "2028-02-01").search is Standing.CONSIDER  # more than 24 months after


HOURS = {"expected_hours": {"hours": 20, "reason": "school hours"}}


def test_the_first_six_months_of_a_structured_course_reg_99_3_e() -> None:
    course = {"from": "2026-10-20"}
    assert days(found("2026-12-01", structured_recovery=course)) == ("recovery", "2026-10-20", "2027-04-20")
    assert found("2027-04-21", structured_recovery=course).search is Standing.CONSIDER
    assert found("2026-10-19", structured_recovery=course).search is Standing.REQUIRED


def test_on_a_court_day_and_only_then_reg_99_3_a() -> None:
    court = [{"from": "2026-12-03", "until": "2026-12-03"}]
    assert found("2026-12-03", court=court).search is Standing.OFF
    before = found("2026-12-02", court=court)
    assert before.search is Standing.REQUIRED
    assert "2026-12-03" in reviewed(before).values()
    assert found("2026-12-04", court=court).search is Standing.REQUIRED


@pytest.mark.parametrize("custody", ["in_custody", "temporary_release"])
def test_a_prisoner_has_no_search_released_for_a_time_included(custody: str) -> None:
    assert found(custody=custody).search is Standing.OFF
    assert only(found(custody=custody)).sealed


def test_a_pause_whose_reason_is_not_held_lasts_until_its_day_and_is_then_a_decision() -> None:
    assert found("2027-01-31", restricted_pause={"until": "2027-01-31"}).search is Standing.OFF
    assert found("2027-02-01", restricted_pause={"until": "2027-01-31"}).search is Standing.CONSIDER


def test_a_public_duty_counts_once_approved_and_is_asked_about_before() -> None:
    duty = {"from": "2026-11-30", "until": "2026-12-11"}
    assert found(public_duty=[{**duty, "approved": True}]).search is Standing.OFF
    unknown = found(public_duty=[duty])
    assert unknown.search is Standing.CONSIDER
    assert "claimant.public_duty[0].approved" in unknown.ask
    assert found(public_duty=[{**duty, "approved": False}]).search is Standing.REQUIRED


def test_treatment_abroad_counts_for_six_months() -> None:
    away = [{"from": "2026-03-01", "until": None}]
    assert days(found("2026-08-31", treatment_abroad=away)) == ("treatment_abroad", "2026-03-01", "2026-08-31")
    assert found("2026-09-01", treatment_abroad=away).search is Standing.CONSIDER


@pytest.mark.parametrize(
    ("kind", "easement"),
    [
        ("childcare", "temporary_childcare"),
        ("domestic_emergency", "domestic_emergency"),
        ("funeral", "funeral"),
        ("homeless", "homeless"),
        ("other", "other_temporary"),
    ],
)
def test_temporary_circumstances_are_decisions_while_they_last_reg_99_5_b(kind: str, easement: str) -> None:
    finding = found(temporary=[{"kind": kind, "from": "2026-11-20", "until": "2026-12-10"}])
    assert (only(finding).id, finding.search) == (easement, Standing.CONSIDER)
    assert found("2026-12-11", temporary=[{"kind": kind, "until": "2026-12-10"}]).search is Standing.REQUIRED


def test_care_while_the_benefit_is_awaited_is_a_decision() -> None:
    finding = found(cares_for=[{"hours": 40, "qualifying_benefit": "pending"}])
    assert (only(finding).id, finding.search) == ("carer_pending", Standing.CONSIDER)


def test_abuse_outside_reg_98_is_never_nothing_whatever_the_group() -> None:
    finding = found(household=child("2025-05-05"), domestic_abuse={**ABUSE, "at_same_address": True})
    assert only(finding).due
    assert finding.search is Standing.NOT_IMPOSED


def test_a_month_for_a_child_of_whom_nothing_else_is_known_counts() -> None:
    event = {"event_on": "2026-10-01", "months_used": ["2026-11-15"]}
    assert found(child_distress=[event]).search is Standing.OFF
