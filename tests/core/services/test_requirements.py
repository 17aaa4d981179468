"""Findings, decisions and the easement check over a real vault: what is known is used, and nothing tells more than it may."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.interviews import Answer
from coachdesk.plans import ActionState, Party
from coachdesk.privacy import Privacy
from coachdesk.requirements.facts import Decided
from coachdesk.requirements.finding import Group, Standing
from coachdesk.services import MonthlyCount, PersonFinding
from coachdesk.storage import audit_lines
from tests.core.services.talking import REVIEW, Talk, begin
from tests.vaults import made, setting

BORN = date(1995, 3, 2)


class Watch:
    """A clock that stands still until it is moved on by whole days."""

    def __init__(self) -> None:
        self.days = 0

    def __call__(self) -> datetime:
        return datetime(2026, 12, 1, 10, tzinfo=UTC) + timedelta(days=self.days)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def opened(tmp_path: Path, watch: Watch) -> Iterator[Opened]:
    vault = made(setting(tmp_path, clock=watch))
    yield vault
    vault.close()


def found(talk: Talk) -> PersonFinding:
    return talk.opened.services.requirements.for_interview(talk.interview, talk.answers)


def due(opened: Opened) -> list[str]:
    return [each.person_id for each in opened.services.requirements.due()]


def codes(opened: Opened) -> list[str]:
    with opened.database.read() as connection:
        return [line.code for line in audit_lines(connection)]


def homeless(opened: Opened, **details: Any) -> Talk:
    talk = begin(opened, date_of_birth=BORN, **details)
    talk.say("card", ["homeless"])
    return talk


def test_the_finding_of_an_interview_follows_the_answers_on_the_screen(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    assert found(talk).finding.expected_hours.hours == 35
    talk.say("children", [{"age": "4", "born": ""}])
    assert found(talk).finding.expected_hours.decide
    talk.answers["hours_decided"] = Answer("20")
    on_screen = found(talk)
    assert on_screen.finding.expected_hours.hours == 20
    stored = opened.services.requirements.for_person(talk.person.id)
    assert stored.finding.expected_hours.hours is None


def test_what_an_earlier_interview_knew_is_still_known_in_the_next(opened: Opened, watch: Watch) -> None:
    first = begin(opened, date_of_birth=BORN)
    first.say("children", [{"age": "1", "born": ""}])
    opened.services.interviews.finish(first.interview)
    watch.days = 7
    assert found(begin(opened, REVIEW, first.person)).finding.group is Group.INTERVIEW


def test_an_unknown_fact_is_offered_with_its_question(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    talk.say("children", [{"age": "4", "born": ""}])
    asked = {ask.path: ask.question_id for ask in found(talk).ask}
    assert asked["claimant.decisions.expected_hours"] == "hours_decided"
    assert {ask.question_id for ask in opened.services.requirements.for_person(talk.person.id).ask} == {""}


def test_a_circumstance_without_its_day_is_named_and_put_right(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    talk.say("card", ["court"])
    (undated,) = found(talk).undated
    assert found(talk).finding.search is Standing.CONSIDER
    opened.services.circumstances.save(replace(undated, starts_on=talk.today, ends_on=talk.today))
    assert found(talk).undated == ()
    assert found(talk).finding.search is Standing.OFF


def test_facts_that_do_not_fit_together_are_shown_and_the_finding_is_made_all_the_same(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    talk.say("children", [{"age": "200", "born": ""}])
    assert [problem.path for problem in found(talk).problems] == ["children[0].age"]
    assert found(talk).finding.group is Group.ALL


def test_a_decision_settles_what_was_to_be_considered_until_its_day(opened: Opened, watch: Watch) -> None:
    talk = homeless(opened)
    requirements = opened.services.requirements
    until = talk.today + timedelta(days=14)
    requirements.decide(talk.person.id, "homeless", Decided.APPLIED, reason=" No settled home ", until=until)
    (easement,) = found(talk).finding.easements
    assert (easement.due, easement.decided, easement.review_on) == (False, True, until)
    assert requirements.decisions(talk.person.id)[0].reason == "No settled home"
    watch.days = 15
    assert found(talk).finding.easements[0].due


def test_a_decision_of_the_same_day_is_replaced_and_one_that_is_taken_back_is_due_again(opened: Opened) -> None:
    talk = homeless(opened)
    requirements = opened.services.requirements
    requirements.decide(talk.person.id, "homeless", Decided.APPLIED, reason="One", until=None)
    second = requirements.decide(talk.person.id, "homeless", Decided.NOT_APPLIED, reason="Two", until=None)
    assert [each.reason for each in requirements.decisions(talk.person.id)] == ["Two"]
    requirements.take_back(second)
    assert requirements.decisions(talk.person.id) == ()
    assert found(talk).finding.easements[0].due


@pytest.mark.parametrize(
    ("reason", "days", "code"), [("  ", 7, "decision.no-reason"), ("Because", -1, "decision.past-review")]
)
def test_a_decision_has_a_reason_and_its_review_is_to_come(opened: Opened, reason: str, days: int, code: str) -> None:
    talk = homeless(opened)
    until = talk.today + timedelta(days=days)
    with pytest.raises(AppError) as error:
        opened.services.requirements.decide(talk.person.id, "homeless", Decided.APPLIED, reason=reason, until=until)
    assert error.value.code == code
    assert opened.services.requirements.decisions(talk.person.id) == ()


def test_no_line_of_the_audit_says_what_a_decision_was_about(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    requirements = opened.services.requirements
    decided = requirements.decide(talk.person.id, "domestic_abuse", Decided.APPLIED, reason="We talked", until=None)
    requirements.take_back(decided)
    assert decided.sensitive
    assert {"discretion.decided", "discretion.taken-back"} <= set(codes(opened))
    assert not [code for code in codes(opened) if "abuse" in code]


def test_reading_what_may_be_asked_is_audited_once_for_an_interview_and_each_time_for_a_person(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    found(talk)
    found(talk)
    opened.services.requirements.for_person(talk.person.id)
    opened.services.requirements.decisions(talk.person.id)
    assert codes(opened).count("requirements.read") == 3


def test_a_reason_of_one_key_says_nothing_of_what_is_sealed(opened: Opened) -> None:
    talk = homeless(opened)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    requirements = opened.services.requirements
    assert requirements.reasons("homeless", found(talk)) == (
        "No settled home at the moment",
        "As we talked about it today",
        "We talked about it, and it fits as it is",
    )
    assert requirements.reasons("domestic_abuse", found(talk)) == (
        "As we talked about it today",
        "We talked about it, and it fits as it is",
    )


def test_the_hours_have_reasons_of_one_key_from_what_was_said(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    requirements = opened.services.requirements
    assert requirements.hours_reasons(found(talk), talk.answers) == ("35: nothing recorded speaks for fewer",)
    talk.say("children", [{"age": "4", "born": ""}])
    talk.say("school_run", "Nursery 15 hours a week, breakfast club three days. Both are there from 9 to 12.")
    talk.say("cares_for", "yes")
    talk.say("cares_for_hours", "12")
    assert requirements.hours_reasons(found(talk), talk.answers) == (
        "Nursery 15 hours a week, breakfast club three days",
        "Caring for someone, 12 hours a week",
        "30: policy's most, and it fits",
    )


def test_asking_the_benefit_team_is_one_promise_of_the_coach_that_tells_nothing(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    promise = opened.services.requirements.refer_for_assessment(talk.person.id, talk.interview.id)
    assert (promise.owner, promise.by, promise.privacy) == (Party.COACH, talk.today, Privacy.BETWEEN_US)
    assert promise.text == "Ask the benefit team what comes next"
    assert opened.services.requirements.refer_for_assessment(talk.person.id).id == promise.id
    assert found(talk).promise == promise


def test_a_fit_note_of_many_weeks_is_due_until_the_promise_is_made(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    talk.say("health_changes", "yes")
    talk.say("fit_note", "yes")
    first, last = talk.today - timedelta(days=5), talk.today + timedelta(days=40)
    talk.say("fit_note_dates", {"from": first.isoformat(), "until": last.isoformat()})
    talk.say("hours_decided", "10")
    assert due(opened) == [talk.person.id]
    promise = opened.services.requirements.refer_for_assessment(talk.person.id)
    assert due(opened) == []
    opened.services.plans.let_go(promise.id, "Somebody else asked")
    assert due(opened) == [talk.person.id]
    assert opened.services.plans.plan(talk.person.id).actions[0].state is ActionState.LET_GO


def test_today_says_that_a_decision_is_due_and_no_more(opened: Opened) -> None:
    talk = homeless(opened)
    (need,) = [each for each in opened.services.day.view().needs_you if each.code == "decision"]
    assert (need.text, need.person_id) == ("Amira Khalil: a decision is due.", talk.person.id)


def test_the_check_sees_what_was_written_since_it_looked(opened: Opened, watch: Watch) -> None:
    quiet = begin(opened, date_of_birth=BORN)
    assert due(opened) == []
    talk = homeless(opened, given_name="Bo")
    assert due(opened) == [talk.person.id]
    opened.services.requirements.decide(
        talk.person.id, "homeless", Decided.APPLIED, reason="Why", until=talk.today + timedelta(days=3)
    )
    assert due(opened) == []
    quiet.say("children", [{"age": "4", "born": ""}])
    assert due(opened) == [quiet.person.id]
    quiet.say("children", [{"age": "14", "born": ""}])
    assert due(opened) == []
    watch.days = 4
    assert due(opened) == [talk.person.id]
    opened.services.people.archive(talk.person.id)
    assert due(opened) == []
    opened.services.people.restore(talk.person.id)
    assert due(opened) == [talk.person.id]


def test_typing_on_in_one_field_is_seen_as_well(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    for typed, waits in (("4", True), ("14", False), ("4", True)):
        talk.answers["children"] = Answer([{"age": typed, "born": ""}])
        opened.services.interviews.save_answer(talk.interview, talk.answers, "children", visit="one visit")
        assert bool(due(opened)) is waits


def test_a_month_is_counted_never_by_kind_and_never_under_five(opened: Opened) -> None:
    people = [homeless(opened, given_name=f"Person {number}") for number in range(10)]
    today, requirements = people[0].today, opened.services.requirements
    assert requirements.month(today.year, today.month) == MonthlyCount(None, None, 10)
    for number, talk in enumerate(people[:9]):
        decided = Decided.APPLIED if number < 5 else Decided.NOT_APPLIED
        requirements.decide(talk.person.id, "homeless", decided, reason="Why", until=None)
    assert requirements.month(today.year, today.month) == MonthlyCount(5, None, None)
    assert requirements.month(today.year - 1, today.month) == MonthlyCount(None, None, None)


def test_a_month_that_is_over_is_counted_as_it_ended(opened: Opened, watch: Watch) -> None:
    talks = [begin(opened, date_of_birth=BORN, given_name=f"Person {number}") for number in range(5)]
    for talk in talks:
        talk.say("children", [{"age": "4", "born": ""}])
        opened.services.interviews.finish(talk.interview)
    watch.days = 60
    for talk in talks:
        begin(opened, person=talk.person).say("hours_decided", "20")
    assert opened.services.requirements.month(2026, 12).unanswered == 5
    assert opened.services.requirements.month(2027, 1).unanswered is None


def test_an_interview_keeps_the_version_of_the_rules_it_used(opened: Opened) -> None:
    talk = begin(opened, date_of_birth=BORN)
    version = found(talk).rules.version.isoformat()
    assert talk.stored().rules_version == version
    assert opened.services.interviews.finish(talk.interview).rules_version == version


def test_a_rule_is_found_by_the_id_that_a_reason_names(opened: Opened) -> None:
    (because, *_others) = found(begin(opened, date_of_birth=BORN)).finding.group_because
    rule = opened.services.requirements.rule(because.rule)
    assert rule is not None
    assert rule.citation == because.citation
    assert opened.services.requirements.rule("no-such-rule") is None


def test_nobody_of_that_id_is_said_to_be_not_there(opened: Opened) -> None:
    with pytest.raises(AppError) as error:
        opened.services.requirements.for_person("nobody")
    assert error.value.code == "storage.not-found"
