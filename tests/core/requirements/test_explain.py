"""What a colleague would say about a finding: the group, the hours, what is paused, what to decide, and the sources."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from coachdesk.requirements.assess import assess
from coachdesk.requirements.explanation import explain_lines
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.labels import fact_words, within
from tests.core.requirements.any_facts import FACTS
from tests.core.requirements.found import child, found, rules

DAY = "2026-10-06"
FOUR = child("2022-05-10")
ABUSE = {"notified_on": "2026-10-02", "within_six_months": True, "at_same_address": False}


def told(**known: Any) -> str:
    """The explanation for somebody born in 1990, in one text."""
    return "\n".join(explain_lines(found(DAY, **known), rules()))


def part(text: str, heading: str) -> str:
    """What stands under a heading."""
    after = text.split(f"\n\n{heading}\n", 1)
    return after[1].split("\n\n", 1)[0] if len(after) == 2 else ""


def test_it_begins_with_what_is_recorded_and_ends_with_who_decides() -> None:
    text = told()
    assert text.startswith("On what is recorded today, for 6 October 2026.\n")
    assert text.endswith("\n\nYou decide, and say why.")


def test_the_group_is_said_in_words_with_its_reason_and_source() -> None:
    text = part(told(capability="limited"), "The group")
    assert text.startswith("  Interviews and preparation for work.\n")
    assert text.endswith("(WRA 2012 s.21(1)(a)).")


def test_what_the_group_does_not_include_is_said() -> None:
    text = part(told(capability="limited"), "What can be asked for today")
    assert "Looking for work: not part of this group." in text
    assert "Preparation: may be asked for." in text


def test_somebody_of_whom_nothing_is_asked_reads_no_list_of_requirements() -> None:
    text = told(capability="limited_and_activity")
    assert "No requirements: nothing is asked for." in text
    assert part(text, "What can be asked for today") == ""
    assert part(text, "Hours") == ""


def test_the_default_is_called_the_default_of_the_law() -> None:
    assert "35 hours a week, the default of the law." in part(told(), "Hours")


def test_hours_to_be_decided_are_no_number_and_the_policy_maximum_is_not_law() -> None:
    text = part(told(household=FOUR), "Hours")
    assert "for you to decide" in text
    assert "30 hours is the most that policy allows. It is not law" in text
    assert "DWP policy since 25 October 2023: policy, not law" in text
    assert "For looking for work" not in text


def test_decided_hours_are_called_decided_and_what_is_left_for_search_is_said() -> None:
    decided = {"expected_hours": {"hours": 20, "on": DAY, "reason": "nursery"}}
    deductions = [{"kind": "preparation", "hours": 2.5}]
    text = part(told(household=FOUR, decisions=decided, deductions=deductions), "Hours")
    assert "20 hours a week, as it was decided. The default of the law is 35." in text
    assert "For looking for work, after what is taken off: 17.5 hours a week." in text


def test_a_pause_is_said_with_its_last_day_and_its_source() -> None:
    notes = [{"from": "2026-10-01", "until": "2026-10-31", "evidence_on": "2026-10-01", "says": "not_fit"}]
    text = part(told(fit_notes=notes), "What is not asked for today")
    assert text == (
        "  Nothing needs to be looked for until 14 October 2026, and being available for a job or a job interview waits. "
        "Why: a fit note, first 14 days (reg. 99(4))."
    )


def test_a_pause_without_an_end_lasts_while_it_lasts() -> None:
    text = told(earnings={"employed_monthly": 991})
    assert "Nothing needs to be looked for while it lasts" in part(text, "What is not asked for today")
    assert "own earnings: £991 a month. It is reached." in part(text, "Earnings")
    assert part(text, "Being available and travelling") == ""


def test_a_sealed_pause_is_neutral_and_has_no_day_and_no_source() -> None:
    text = told(domestic_abuse=ABUSE, household=FOUR)
    assert part(text, "What is not asked for today") == (
        "  Nothing of any kind is asked at the moment. Why: a statutory pause."
    )
    assert "A statutory pause is to be looked at again when you next speak." in part(text, "What would change it")
    assert "A follow-up is due about a statutory pause." in part(text, "Worth knowing")
    for shadow in ("abuse", "violence", "reg. 98", "31 December 2026", "2 November 2026", "13 weeks", "support worker"):
        assert shadow not in text


@pytest.mark.parametrize(
    "known",
    [
        {"domestic_abuse": ABUSE | {"at_same_address": True}},
        {"domestic_abuse": ABUSE | {"notified_on": "2026-08-02"}},
        {"structured_recovery": {"from": "2026-01-01"}},
        {"restricted_pause": {"until": "2026-09-30"}},
    ],
)
def test_a_sealed_decision_is_due_and_no_more_is_said(known: dict[str, object]) -> None:
    text = told(**known)
    assert "A decision is due: a statutory pause." in part(text, "For you to decide")
    for shadow in ("abuse", "recovery", "reg. 98", "reg. 99(3)", "six months", "address", "evidence"):
        assert shadow not in text.split("\n\nSources\n")[0]


def test_a_discretion_is_put_to_the_coach_in_the_words_of_its_rule() -> None:
    text = told(temporary=[{"kind": "homeless", "from": "2026-09-01"}])
    assert "no law sets a number of weeks (reg. 99(5)(b))" in part(text, "For you to decide")
    assert "Looking for work: for you to decide." in part(text, "What can be asked for today")


def test_a_discretion_that_was_exercised_is_said_with_its_review() -> None:
    decision = {"id": "homeless", "decided": "applied", "on": "2026-09-01", "until": "2026-11-30"}
    home = [{"kind": "homeless", "from": "2026-09-01"}]
    text = told(temporary=home, decisions={"discretions": [decision]})
    assert "It was decided so. To be looked at again on 30 November 2026." in part(text, "What is not asked for today")
    text = told(temporary=home, decisions={"discretions": [decision | {"decided": "not_applied"}]})
    assert "It was decided that this changes nothing today: no settled home" in part(text, "For you to decide")


def test_availability_and_travel_are_said_in_words() -> None:
    limits = [{"kind": "travel", "value": 45}]
    decided = {"expected_hours": {"hours": 16, "on": DAY, "reason": "nursery"}, "limits": limits}
    text = part(told(household=FOUR, decisions=decided), "Being available and travelling")
    assert "To start a job: within 1 month." in text
    assert "To come to a job interview: within 48 hours." in text
    assert "Travel: 90 minutes each way at the very most (reg. 97(3))." in text
    assert "For so few hours: 60 minutes each way at the most (DWP guidance on travel: policy, not law)." in text
    assert "Agreed with this person: 45 minutes each way." in text


def test_availability_that_is_put_off_is_said_to_count_again_later() -> None:
    text = told(custody="temporary_release")
    assert "This counts again when what puts it off has ended." in part(text, "Being available and travelling")


def test_what_would_change_it_names_days_and_what_it_would_help_to_know() -> None:
    text = part(told(household=FOUR), "What would change it")
    assert "31 August 2027: youngest child reaches compulsory school age." in text
    assert "It would help to know how many hours a week you decide on, and why." in text


def test_sources_say_what_is_law_and_what_is_not() -> None:
    text = part(told(household=FOUR), "Sources")
    assert "WRA 2012 s.22: law; not compared with its source yet" in text
    assert "reg. 97(3): regulation; not compared with its source yet" in text
    assert "DWP policy since 25 October 2023: policy, not law; checked on" in text
    assert "the Universal Credit Regulations 2013" in text


def test_a_day_without_rules_is_said_plainly() -> None:
    text = "\n".join(explain_lines(found("2016-10-06"), rules()))
    assert "No rules are held for" in text
    assert part(text, "The group") == ""


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P0D", "at once"),
        ("P1M", "within 1 month"),
        ("P1W", "within 1 week"),
        ("P28D", "within 28 days"),
        ("PT48H", "within 48 hours"),
        ("PT1H", "within 1 hour"),
    ],
)
def test_durations_are_said_in_words(duration: str, words: str) -> None:
    assert within(duration) == words


def test_children_are_counted_as_people_count() -> None:
    assert fact_words("children[1].joined_on") == "when child 2 came to live here"
    assert fact_words("claimant.something_new") == "claimant.something_new"


@settings(max_examples=80)
@given(FACTS)
def test_no_explanation_says_must_of_the_person_or_words_that_may_not_be_said(known: Facts) -> None:
    finding = assess(known, rules())
    text = "\n".join(explain_lines(finding, rules()))
    never = r"\bmust\b|eligible|switched off|light touch|LCWRA|sanction|!|disagree|customer"
    assert not re.search(never, text, re.IGNORECASE)
    assert text.startswith("On what is recorded today")
    assert text.endswith("You decide, and say why.")
    assert all(fact_words(path) != path for path in finding.ask)
    sealed = {each.until for each in finding.easements if each.sealed} - {None}
    open_days = {each.on for each in finding.review if not each.sealed} | {finding.on}
    open_days |= {day for each in finding.easements if not each.sealed for day in (each.until, each.review_on) if day}
    for day in sealed - open_days:
        assert day is not None
        assert f"{day.day} {day:%B} {day.year}" not in text.split("\n\nSources\n")[0]
