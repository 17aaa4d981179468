"""What a talk puts off is asked in the next one, whatever kind either is."""

from datetime import UTC, datetime

import pytest

from coachdesk.interviews import (
    Answer,
    Answers,
    Channel,
    Definition,
    Interview,
    Rank,
    for_this_talk,
    kept_step,
    not_opened,
    offered,
    put_off,
    questions_of,
    visible_steps,
)
from tests.core.test_definitions import IDS, load

KINDS = {name: load(name) for name in IDS}


def find(definition_id: str, version: int) -> Definition | None:
    found = KINDS.get(definition_id)
    return found if found is not None and found.version == version else None


def held(kind: str, *folded: str, brought: tuple[str, ...] = ()) -> Interview:
    return Interview(
        id="1",
        person_id="p",
        definition_id=kind,
        definition_version=KINDS[kind].version,
        channel=Channel.PHONE,
        started_at=datetime(2026, 12, 1, tzinfo=UTC),
        folded=folded,
        brought=brought,
    )


def left_by(kind: str, *folded: str, answers: Answers | None = None) -> tuple[str, ...]:
    return put_off(KINDS[kind], answers or {}, held(kind, *folded))


def asked(kind: str, brought: tuple[str, ...]) -> Definition:
    return for_this_talk(KINDS[kind], brought, find, met_before=True)


@pytest.mark.parametrize("later", IDS)
@pytest.mark.parametrize("kind", IDS)
def test_every_step_that_any_kind_puts_off_is_offered_in_every_kind_that_may_follow(kind: str, later: str) -> None:
    everything = {"changes": Answer(["hours", "times", "travel"])}
    steps = visible_steps(KINDS[kind], everything)
    brought = left_by(kind, *(step.id for step in steps if not step.stays), answers=everything)
    definition = asked(later, brought)
    for text in brought:
        asks = offered(definition, {}, held(later, brought=(text,)))
        waits = [step.id for step in definition.steps if step.id == kept_step(text).step_id]
        assert asks or waits, text
    assert offered(definition, {}, held(later, brought=brought))
    every = [question.id for question in definition.questions()]
    assert len(every) == len(set(every))
    records = [question.record for question in definition.questions() if question.record]
    assert len(records) == len(set(records))


def test_housing_that_waited_at_a_first_meeting_is_a_step_of_the_review() -> None:
    brought = left_by("first-commitments", "housing", "training")
    definition = asked("work-search-review", brought)
    (housing, training) = definition.steps[-2:]
    assert (housing.title, housing.rank, training.id) == ("Where you live", Rank.IF_TIME, "training")
    assert offered(definition, {}, held("work-search-review", brought=brought)) == ("housing", "training")


def test_what_was_put_off_twice_is_still_the_same() -> None:
    brought = left_by("first-commitments", "housing")
    review = held("work-search-review", "housing", brought=brought)
    assert put_off(asked("work-search-review", brought), {}, review) == brought


def test_what_no_longer_fits_is_asked_at_once_next_time_without_being_said_again() -> None:
    said = {"changes": Answer(["hours"])}
    brought = left_by("work-search-review", "fits", answers=said)
    definition = asked("work-search-review", brought)
    (fits,) = (step for step in visible_steps(definition, {}) if step.id == "fits")
    assert [each.id for each in questions_of(definition, {}, fits)] == ["hours", "hours_decided"]
    decided = {"hours_decided": Answer("16")}
    assert "hours_reason" in [each.id for each in questions_of(definition, decided, fits)]
    assert len([step for step in definition.steps if step.id == "fits"]) == 1


def test_what_every_talk_asks_by_itself_is_not_put_off_to_another() -> None:
    assert left_by("work-search-review", "happened", "plan", "in_the_way") == left_by(
        "work-search-review", "in_the_way"
    )


def test_a_definition_that_is_gone_leaves_nothing() -> None:
    assert asked("work-search-review", ("older/1/things/one,two",)) == KINDS["work-search-review"]


def test_only_whoever_was_here_before_looks_back_at_a_first_meeting() -> None:
    first = KINDS["first-commitments"]
    new = for_this_talk(first, (), find, met_before=False)
    assert "promises" not in {question.id for question in new.questions()}
    assert for_this_talk(first, (), find, met_before=True) == first


def test_when_it_is_over_what_nobody_came_to_is_put_off() -> None:
    review = KINDS["work-search-review"]
    opened = {"today", "ours", "happened"}
    assert not_opened(review, {}, opened=opened, folded=()) == ("in_the_way", "plan", "still_fits")
    assert not_opened(review, {}, opened=opened, folded=("plan",)) == ("in_the_way", "still_fits")
