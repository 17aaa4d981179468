"""Quiet sentences before issuing that take more than a look at one line. None of them stops or grades anything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from coachdesk.commitments import Note, build, notes
from coachdesk.i18n import Language
from coachdesk.plans import Action, ActionState, DayNote, Flagged, Plan, Strip
from coachdesk.requirements.finding import Finding
from tests.core.commitments.amira import GOAL, LIST_SCHOOLS, PROMISE, TODAY, source
from tests.core.commitments.amira import READING as WITH_AN_OBSTACLE
from tests.core.commitments.test_consequences import CONFIRMED, ONCE, WEEKLY
from tests.core.requirements.found import child
from tests.core.requirements.found import found as finding_of

READING = replace(WITH_AN_OBSTACLE, obstacle_owner=None)
APPLY = replace(LIST_SCHOOLS, text="Apply for three jobs")


def said(plan: Plan, finding: Finding | None = None, strip: Strip | None = None) -> list[Note]:
    every = notes(plan, Flagged(), strip, decision_due=False, finding=finding or finding_of())
    return [each for each in every if each.code not in {"note.no-promise", "note.no-own-words", "note.no-reason"}]


def codes(plan: Plan, finding: Finding | None = None) -> list[str]:
    return [each.code for each in said(plan, finding)]


def decided(hours: int, reason: str) -> dict[str, object]:
    return {"expected_hours": {"hours": hours, "reason": reason, "on": "2026-11-20"}}


SCHOOL_AGE = {"responsible_carer": True, "household": child("2019-05-01")}


@pytest.mark.parametrize(
    ("finding", "noted"),
    [
        (finding_of(), True),
        (finding_of(decisions=decided(35, "")), True),
        (finding_of(decisions=decided(35, "She wants whole days")), False),
        (finding_of(**SCHOOL_AGE, decisions=decided(30, "")), True),
        (finding_of(**SCHOOL_AGE, decisions=decided(25, "")), False),
        (finding_of(**SCHOOL_AGE), False),
        (finding_of(domestic_abuse={"notified_on": "2026-11-20"}), False),
    ],
)
def test_hours_at_the_most_that_can_be_asked_for_want_a_reason(finding: Finding, *, noted: bool) -> None:
    assert ("note.most-hours" in codes(Plan(actions=(LIST_SCHOOLS,)), finding)) is noted


def test_hours_are_passed_over_where_nothing_is_asked() -> None:
    assert codes(Plan(goals=(GOAL,), actions=(READING, PROMISE))) == []


def made(action: Action, days_ago: int, *, changed: int = 0) -> Action:
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    return replace(
        action, created_at=now - timedelta(days=days_ago), updated_at=now - timedelta(days=changed or days_ago)
    )


def is_noted(*actions: Action) -> bool:
    finding = finding_of(decisions=decided(35, "So"))
    return "note.applications" in codes(Plan(actions=actions), finding)


def test_six_weeks_of_nothing_but_applications_are_said() -> None:
    assert is_noted(made(APPLY, 42))
    assert is_noted(made(replace(APPLY, text="Gwneud cais am swydd"), 50), made(APPLY, 3))
    assert not is_noted(made(APPLY, 41))


def test_anything_else_of_the_persons_in_those_weeks_ends_it_also_where_it_is_done() -> None:
    visit = made(replace(READING, id="visit", state=ActionState.DONE), 60, changed=20)
    assert not is_noted(made(APPLY, 60), visit)
    assert is_noted(made(APPLY, 60), replace(visit, updated_at=datetime(2026, 10, 1, tzinfo=UTC)))
    assert is_noted(made(APPLY, 60), made(PROMISE, 5), made(replace(READING, state=ActionState.DRAFT), 5))


def test_a_plan_without_the_persons_actions_is_no_plan_of_applications() -> None:
    assert not is_noted(made(PROMISE, 60))


def test_a_day_that_clashes_is_said_and_a_weekend_is_not() -> None:
    days = tuple(DayNote(f"note.{each}", each, "a") for each in ("appointment", "bank-holiday", "weekend"))
    strip = Strip(Decimal(1), Decimal(10), TODAY, (), None, days)
    assert [each.code for each in said(Plan(goals=(GOAL,), actions=(PROMISE,)), strip=strip)] == [
        "note.appointment",
        "note.bank-holiday",
    ]


@pytest.mark.parametrize("adopted", [False, True])
def test_our_own_words_are_read_with_ease_at_eleven_with_everything_on_the_paper(*, adopted: bool) -> None:
    plan = Plan(goals=(GOAL,), actions=(ONCE, WEEKLY, READING, PROMISE))
    document = build(replace(source(plan=plan, adopted=adopted), reductions=CONFIRMED, not_looking=True))
    assert notes(plan, Flagged(), None, decision_due=False, document=document) == ()


def test_what_a_coach_wrote_as_reason_and_promise_is_ours_and_what_the_person_said_is_not() -> None:
    hard = (
        "Notwithstanding considerable organisational responsibilities, circumstances necessitate reconsideration. " * 9
    )
    theirs = Plan(goals=(replace(GOAL, text=hard),), actions=(replace(READING, text=hard, obstacle=hard), PROMISE))
    assert "note.reading-age" not in heard(theirs)
    assert "note.reading-age" in heard(Plan(goals=(GOAL,), actions=(replace(READING, reason=hard), PROMISE)))
    assert "note.reading-age" in heard(Plan(goals=(GOAL,), actions=(READING, replace(PROMISE, text=hard))))


def heard(plan: Plan, language: Language = Language.ENGLISH) -> list[str]:
    document = build(replace(source(plan=plan), language=language))
    return [each.code for each in notes(plan, Flagged(), None, decision_due=False, document=document)]


def test_of_welsh_no_reading_age_is_said() -> None:
    hard = "Notwithstanding considerable organisational responsibilities. " * 9
    assert "note.reading-age" not in heard(Plan(goals=(GOAL,), actions=(replace(PROMISE, text=hard),)), Language.WELSH)


def test_every_note_is_a_sentence_and_names_no_grade() -> None:
    plan = Plan(actions=(made(APPLY, 60),))
    for note in said(plan):
        assert note.text.endswith((".", "?"))
