from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from coachdesk.plans import (
    Action,
    ActionOutcome,
    ActionState,
    Goal,
    GoalKind,
    Happened,
    IfThen,
    Implements,
    ObstacleOwner,
    Party,
    Plan,
    Rhythm,
    Standing,
    carried_over,
    check_action,
    goal_kind,
    obstacle_note,
    questions_for_action,
    questions_for_goal,
)

TODAY = date(2026, 12, 1)
FRIDAY = date(2026, 12, 4)

LIST_SCHOOLS = Action(
    id="schools",
    person_id="amira",
    text="List the 12 primaries within 40 minutes by bus at the library",
    owner=Party.CLAIMANT,
    standing=Standing.REQUIRED,
    implements=Implements.SEARCH,
    by=FRIDAY,
)


def codes(action: Action) -> list[str]:
    return [problem.code for problem in check_action(action, today=TODAY)]


def test_an_action_with_words_an_owner_and_a_date_has_all_it_needs() -> None:
    assert codes(LIST_SCHOOLS) == []
    assert codes(replace(LIST_SCHOOLS, by=None, every=Rhythm.WEEK)) == []


def test_an_action_needs_a_date_or_a_rhythm() -> None:
    (problem,) = check_action(replace(LIST_SCHOOLS, by=None), today=TODAY)
    assert (problem.code, problem.field) == ("action.no-date", "by")
    assert problem.text == "Say by when, or how often."


def test_an_action_needs_words() -> None:
    assert codes(replace(LIST_SCHOOLS, text="  \n")) == ["action.empty"]


@pytest.mark.parametrize("owner", [Party.COACH, Party.OTHER])
def test_nothing_that_the_coach_or_another_does_can_be_a_requirement(owner: Party) -> None:
    assert codes(replace(LIST_SCHOOLS, owner=owner)) == ["action.required-owner"]


def test_a_requirement_says_what_it_carries_out() -> None:
    assert codes(replace(LIST_SCHOOLS, implements=None)) == ["action.required-implements"]
    assert codes(replace(LIST_SCHOOLS, implements=None, standing=Standing.VOLUNTARY)) == []


def test_a_new_action_cannot_be_due_before_today() -> None:
    yesterday = replace(LIST_SCHOOLS, by=date(2026, 11, 30))
    assert codes(yesterday) == ["action.past-date"]
    assert codes(replace(yesterday, created_at=datetime(2026, 12, 1, 9, tzinfo=UTC))) == ["action.past-date"]
    assert codes(replace(yesterday, by=TODAY)) == []


def test_an_action_that_is_late_stays_in_the_plan() -> None:
    assert codes(replace(LIST_SCHOOLS, by=date(2026, 11, 30), created_at=datetime(2026, 11, 2, tzinfo=UTC))) == []


def test_several_problems_are_all_said() -> None:
    nothing = Action(id="a", person_id="p", text="", owner=Party.COACH, standing=Standing.REQUIRED)
    assert codes(nothing) == ["action.empty", "action.required-owner", "action.no-date"]


def test_an_employers_barrier_never_becomes_the_persons_task() -> None:
    barrier = replace(
        LIST_SCHOOLS, obstacle="They only take applications by app", obstacle_owner=ObstacleOwner.EMPLOYER
    )
    assert "no task for the person" in str(obstacle_note(barrier))
    assert obstacle_note(replace(barrier, owner=Party.COACH, standing=Standing.VOLUNTARY)) is None
    assert obstacle_note(replace(barrier, obstacle_owner=ObstacleOwner.ME)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Find out three things warehouse employers ask for",
        "decide about hairdressing after Christmas",
        "Get my sleep and back steady enough to see what I can do by spring",
        "Penderfynu pa gwrs sy'n addas",
    ],
)
def test_words_that_ask_make_a_goal_one_of_learning(text: str) -> None:
    assert goal_kind(text) is GoalKind.LEARNING


@pytest.mark.parametrize(
    "text", ["Drive HGV locally by May.", "Finish the course; cook for a living", "Be learned", ""]
)
def test_other_words_make_a_goal_something_to_reach(text: str) -> None:
    assert goal_kind(text) is GoalKind.PERFORMANCE


def test_quiet_questions_are_at_most_three_and_never_about_what_is_said_already() -> None:
    vague = Action(id="a", person_id="p", text="Get a job", owner=Party.CLAIMANT)
    assert questions_for_action(vague) == (
        "By when, or how often?",
        "Is this something you do, or something that happens to you?",
        "What exactly will you do?",
    )
    whole = replace(
        LIST_SCHOOLS, hours=None, if_then=(IfThen("it is Monday 9.15", "I will open the list at the library"),)
    )
    assert questions_for_action(whole) == ("How long will that take?",)
    assert questions_for_action(replace(vague, text=" ")) == ()


def test_a_promise_of_the_coach_is_only_asked_for_its_date() -> None:
    promise = Action(id="c", person_id="p", text="Check the fund for the first month of childcare", owner=Party.COACH)
    assert questions_for_action(promise) == ("By when, or how often?",)


def test_a_goal_gets_questions_in_plain_words() -> None:
    goal = Goal(id="g", person_id="p", text="A better job")
    assert questions_for_goal(goal) == (
        "What would be different in your week?",
        "By when would you like that?",
        "What is the first small part of it?",
    )
    learning = replace(goal, text="Find out by March which courses fit, starting with the first one in town")
    assert questions_for_goal(learning) == ("How will you know that you have found out?",)


def test_the_next_review_shows_all_of_ours_and_at_most_three_of_theirs_soonest_first() -> None:
    theirs = tuple(
        replace(LIST_SCHOOLS, id=f"a{day}", by=date(2026, 12, day), position=position)
        for position, day in enumerate((9, 4, 12, 20))
    )
    ours = tuple(
        Action(id=f"c{day}", person_id="p", text="Ring", owner=Party.COACH, by=date(2026, 12, day)) for day in (8, 3)
    )
    dropped = replace(LIST_SCHOOLS, id="gone", state=ActionState.LET_GO)
    review = carried_over(Plan(actions=(*theirs, *ours, dropped)))
    assert [action.id for action in review.ours] == ["c3", "c8"]
    assert [action.id for action in review.shown] == ["a4", "a9", "a12"]
    assert [action.id for action in review.later] == ["a20"]


def test_what_was_done_or_is_no_longer_right_does_not_come_again() -> None:
    actions = tuple(replace(LIST_SCHOOLS, id=name) for name in ("done", "wrong", "partly", "twice"))
    outcomes = (
        ActionOutcome(id="1", action_id="done", person_id="p", happened=Happened.DONE),
        ActionOutcome(id="2", action_id="wrong", person_id="p", happened=Happened.NO_LONGER_RIGHT),
        ActionOutcome(id="3", action_id="partly", person_id="p", happened=Happened.PARTLY),
        ActionOutcome(id="5", action_id="twice", person_id="p", happened=Happened.NOT_YET),
        ActionOutcome(id="4", action_id="twice", person_id="p", happened=Happened.DONE),
    )
    review = carried_over(Plan(actions=actions, outcomes=outcomes))
    assert [action.id for action in review.shown] == ["partly", "twice"]


def test_a_plan_keeps_what_is_asked_apart_from_what_is_chosen_and_from_drafts() -> None:
    chosen = replace(LIST_SCHOOLS, id="chosen", standing=Standing.VOLUNTARY, implements=None)
    ours = replace(chosen, id="ours", owner=Party.COACH)
    other = replace(chosen, id="other", owner=Party.OTHER)
    draft = replace(LIST_SCHOOLS, id="draft", state=ActionState.DRAFT)
    plan = Plan(actions=(LIST_SCHOOLS, chosen, ours, other, draft))
    assert plan.asked == (LIST_SCHOOLS,)
    assert plan.chosen == (chosen,)
    assert plan.ours == (ours,)
    assert plan.others == (other,)
