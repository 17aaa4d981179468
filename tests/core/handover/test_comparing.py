"""Three sides of one person's rows, without a vault: every pair of changes, and what may never happen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.handover import Difference, Outcome, Rows, compare
from coachdesk.handover.words import field_words, side_words, value_words

PERSON = "01a201ca-f9b2-7a14-8475-1ddf671a5d55"


def body(key: str = "one", **values: Any) -> dict[str, Any]:
    stamps = {"id": key, "version": 1, "author": "sam", "created_at": "1", "updated_at": "1"}
    return stamps | {"person_id": PERSON, "text": "a", "why": "b"} | values


def goals(*bodies: dict[str, Any]) -> Rows:
    return {"goals": {each["id"]: each for each in bodies}}


def outcomes(base: Rows, ours: Rows, theirs: Rows, *gone: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.outcome.value, each.fields) for each in compare(PERSON, base, ours, theirs, frozenset(gone))]


A, B, C = body(text="a"), body(text="b"), body(text="c")
GONE = ("goals", "one")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "said"),
    [
        (goals(A), goals(A), goals(A), []),
        (goals(A), goals(A), goals(B), [("taken", ("text",))]),
        (goals(A), goals(B), goals(A), [("kept", ("text",))]),
        (goals(A), goals(B), goals(B), []),
        (goals(A), goals(B), goals(C), [("conflict", ("text",))]),
        (goals(A), goals(B), goals(body(why="c")), [("kept", ("text",)), ("taken", ("why",))]),
        ({}, goals(A), goals(B), [("conflict", ("text",))]),
        ({}, goals(), goals(B), [("added", ())]),
        ({}, goals(A), goals(), []),
        (goals(A), goals(), goals(A), []),
        (goals(A), goals(), goals(B), [("gone_here", ())]),
    ],
)
def test_what_became_of_one_goal(base: Rows, ours: Rows, theirs: Rows, said: list[tuple[str, tuple[str, ...]]]) -> None:
    assert outcomes(base, ours, theirs) == said


def test_only_what_was_deleted_goes_and_what_is_missing_for_another_reason_stays() -> None:
    assert outcomes(goals(A), goals(A), goals()) == []
    assert outcomes(goals(A), goals(A), goals(), GONE) == [("removed", ())]
    assert outcomes(goals(A), goals(B), goals(), GONE) == [("gone_there", ())]


def test_what_something_of_ours_belongs_to_is_not_deleted() -> None:
    action = {"actions": {"one": body(), "two": body("two")}}
    ours: Rows = action | {"action_outcomes": {"new": body("new", action_id="one")}}
    assert outcomes(action, ours, {"actions": {}}, ("actions", "one"), ("actions", "two")) == [("removed", ())]


def test_stamps_are_no_difference() -> None:
    stamped = body(version=7, author="robin", updated_at="2")
    assert outcomes(goals(A), goals(A), goals(stamped)) == []
    assert outcomes({}, goals(A), goals(stamped)) == []


def test_nobody_is_asked_about_the_place_of_a_cursor() -> None:
    def interview(step: str, at: str) -> Rows:
        return {"interviews": {"one": body(step_id=step, folded=[], updated_at=at)}}

    base = interview("a", "1")
    newer = compare(PERSON, base, interview("b", "2"), interview("c", "3"), frozenset())
    older = compare(PERSON, base, interview("b", "4"), interview("c", "3"), frozenset())
    assert [each.outcome for each in (*newer, *older)] == [Outcome.TAKEN, Outcome.KEPT]


def test_an_issued_document_is_never_written_again() -> None:
    def commitment(snapshot: str) -> Rows:
        return {"commitments": {"one": body(number="K7M2-1", edition=1, snapshot=snapshot)}}

    assert outcomes(commitment("a"), commitment("a"), commitment("b")) == []


def test_what_both_made_where_there_can_be_one_is_one_question_and_two_withdrawals_are_none() -> None:
    def of(table: str, key: str, **values: str) -> Rows:
        return {table: {key: body(key, **values)}}

    rhythm = [of("contact_rhythms", key, person_id=PERSON) for key in ("mine", "theirs")]
    assert outcomes({}, rhythm[0], rhythm[1]) == [("twin", ())]
    back = [of("commitment_withdrawals", key, commitment_id="x") for key in ("mine", "theirs")]
    assert outcomes({}, back[0], back[1]) == []


VALUES = st.sampled_from(["", "a", "b"])
SIDE = st.dictionaries(st.sampled_from(["one", "two"]), st.tuples(VALUES, VALUES))


def rows(side: dict[str, tuple[str, str]]) -> Rows:
    return goals(*(body(key, text=text, why=why) for key, (text, why) in side.items()))


@given(SIDE, SIDE, SIDE)
def test_nothing_of_ours_is_ever_overwritten_unasked(base: Any, ours: Any, theirs: Any) -> None:
    """A value comes in unasked only where ours is the one that both had."""
    gone = frozenset(("goals", key) for key in base if key not in theirs)
    for each in compare(PERSON, rows(base), rows(ours), rows(theirs), gone):
        if each.outcome in {Outcome.TAKEN, Outcome.REMOVED}:
            was, here = rows(base)["goals"][each.record_id], rows(ours)["goals"][each.record_id]
            assert [was[name] for name in each.fields or was] == [here[name] for name in each.fields or here]
        if each.outcome is Outcome.ADDED:
            assert each.record_id not in ours
    assert len({each.key for each in compare(PERSON, rows(base), rows(ours), rows(theirs), gone)}) == len(
        compare(PERSON, rows(base), rows(ours), rows(theirs), gone)
    ), "every question has a key of its own"


@given(SIDE, SIDE)
def test_both_sides_find_the_same_conflicts(ours: Any, theirs: Any) -> None:
    def asked(found: tuple[Difference, ...]) -> set[str]:
        return {each.key for each in found if each.asked}

    there = compare(PERSON, rows({}), rows(ours), rows(theirs), frozenset())
    assert asked(there) == asked(compare(PERSON, rows({}), rows(theirs), rows(ours), frozenset()))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("by", "2026-12-01", "1 December 2026"),
        ("at", "10:30:00", "10:30am"),
        ("needs", ["welsh", "quiet_room"], "Welsh, Quiet room"),
        ("safe_address", 0, "No"),
        ("channel", "phone", "By phone"),
        (
            "if_then",
            [{"when": "it rains", "then": "I take the bus", "privacy": "paper"}],
            "If it rains, then I take the bus",
        ),
        ("archived_at", "2026-12-01T10:00:00.000000+00:00", "1 December 2026"),
        ("goal_id", PERSON, ""),
        ("detail", {"a": 1}, ""),
        ("phone", None, ""),
        ("phone", "07700 900123", "07700 900123"),
    ],
)
def test_values_are_said_as_people_say_them(name: str, value: object, words: str) -> None:
    assert value_words(name, value) == words


def test_what_is_private_is_said_to_be_there_and_no_more() -> None:
    secret = body(sensitive=1, kind="domestic_abuse", ends_on="2026-12-01")
    assert side_words(secret, ("ends_on",)) == "Recorded in private"
    assert side_words(body(sealed_value="abc", value=None), ()) == "Recorded in private"
    assert side_words(None, ()) == "Not there any more"
    assert side_words(body(phone=""), ("phone",)) == "Nothing"
    assert field_words(("position",)) == "Details"
    assert field_words(("sealed_value", "standing", "value")) == "What was said"
    assert field_words(("standing",)) == "Asked or chosen"
    assert side_words(body(standing="required"), ("standing",)) == "To be recorded as a requirement"
    assert side_words(body(standing="voluntary"), ("standing",)) == "Chosen freely"
