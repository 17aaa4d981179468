"""The stable commitment is answered anew when it changes; the changing plan is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.commitments import Bounds, Source
from coachdesk.commitments.layers import rests_on, stable_layer
from coachdesk.commitments.think_time import time_to_think
from coachdesk.content import read_content
from coachdesk.people import Nation
from coachdesk.plans import Action, Party, Plan, Rhythm, Standing
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import GOAL, LIST_SCHOOLS, PROMISE, READING, source

BEFORE = replace(source(), bounds=Bounds(hours=Decimal(20), travel_minutes=45))


def with_asked(asked: Action) -> Source:
    return replace(BEFORE, plan=Plan(goals=(GOAL,), actions=(asked, READING, PROMISE)))


@pytest.mark.parametrize(
    "after",
    [
        with_asked(replace(LIST_SCHOOLS, by=date(2026, 12, 11), in_account_since=date(2026, 12, 2))),
        with_asked(replace(LIST_SCHOOLS, reason="Because the list is long", if_then=())),
        with_asked(replace(LIST_SCHOOLS, hours=Decimal(1))),
        replace(BEFORE, plan=replace(BEFORE.plan, actions=(LIST_SCHOOLS,))),
        replace(BEFORE, next_meeting=None, edition=2, coach_name="Kim Lee"),
        replace(BEFORE, bounds=replace(BEFORE.bounds, hours=Decimal("20.0"))),
    ],
    ids=["when", "why", "the same hours", "chosen and promised", "meeting", "hours written otherwise"],
)
def test_the_changing_plan_needs_no_answer(after: Source) -> None:
    assert stable_layer(after) == stable_layer(BEFORE)


@pytest.mark.parametrize(
    "after",
    [
        with_asked(replace(LIST_SCHOOLS, text="List every school in the county")),
        with_asked(replace(LIST_SCHOOLS, hours=Decimal(2))),
        with_asked(replace(LIST_SCHOOLS, every=Rhythm.WEEK)),
        with_asked(replace(LIST_SCHOOLS, standing=Standing.VOLUNTARY, implements=None)),
        with_asked(replace(LIST_SCHOOLS, owner=Party.COACH, standing=Standing.VOLUNTARY)),
        replace(BEFORE, bounds=replace(BEFORE.bounds, hours=Decimal(16))),
        replace(BEFORE, bounds=replace(BEFORE.bounds, travel_minutes=60)),
        replace(BEFORE, bounds=replace(BEFORE.bounds, interview_up_to="PT48H")),
    ],
    ids=["words", "hours", "how often", "chosen", "whose", "hours a week", "travel", "availability"],
)
def test_a_change_of_what_is_stable_needs_an_answer(after: Source) -> None:
    assert stable_layer(after) != stable_layer(BEFORE)


def test_what_is_asked_in_the_account_only_is_asked_too() -> None:
    hidden = with_asked(replace(LIST_SCHOOLS, privacy=Privacy.ACCOUNT))
    assert stable_layer(hidden) == stable_layer(BEFORE)


def test_a_new_edition_rests_on_the_yes_to_the_one_before_where_nothing_stable_changed() -> None:
    assert rests_on("a", []) == 0
    assert rests_on("a", [("a", 1)]) == 1
    assert rests_on("a", [("a", 1), ("a", 1)]) == 1
    assert rests_on("a", [("a", 0)]) == 0
    assert rests_on("b", [("a", 1)]) == 0
    assert rests_on("a", [("a", 1), ("b", 0)]) == 0


@pytest.mark.parametrize(
    ("offered", "days", "nation", "until"),
    [
        (date(2026, 12, 1), 7, Nation.ENGLAND, date(2026, 12, 8)),
        (date(2026, 11, 28), 7, Nation.ENGLAND, date(2026, 12, 7)),  # a Saturday
        (date(2026, 12, 18), 7, Nation.ENGLAND, date(2026, 12, 29)),  # Christmas, a weekend, Boxing Day given instead
        (date(2026, 11, 23), 7, Nation.SCOTLAND, date(2026, 12, 1)),  # St Andrew's Day
        (date(2026, 11, 23), 7, Nation.WALES, date(2026, 11, 30)),
        (date(2026, 12, 1), 14, Nation.ENGLAND, date(2026, 12, 15)),
    ],
)
def test_time_to_think_ends_on_a_day_when_somebody_is_there(
    offered: date, days: int, nation: Nation, until: date
) -> None:
    assert time_to_think(offered, days, read_content().calendar, nation) == until
