"""Every way in which a commitment can go on, as a table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coachdesk.commitments import (
    Entry,
    EntryKind,
    Issued,
    Life,
    LookedBy,
    OutcomeKind,
    State,
    entry_words,
    life_of,
    life_words,
    may_follow,
)
from tests.core.commitments.living import GOES_ON, OFFERED, issued, noted, refused, said, withdrawn


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_a_commitment_goes_on_as_the_table_says_and_in_no_other_way(before: State, after: State) -> None:
    assert may_follow(before, after) is (after in GOES_ON[before])


def state_after(*entries: Entry) -> Life:
    return life_of(1, (issued(1, *entries),))


@pytest.mark.parametrize("first", OutcomeKind)
@pytest.mark.parametrize("second", OutcomeKind)
def test_an_answer_is_put_right_only_with_a_reason_and_the_newest_counts(
    first: OutcomeKind, second: OutcomeKind
) -> None:
    life = state_after(said(first))
    needs_reason = State(second) not in GOES_ON[State(first)]
    assert refused(said(second), life) == ("commitment.reason-needed" if needs_reason else "")
    assert refused(said(second, reason="Typed under the wrong name"), life) == ""
    after = state_after(said(first), said(second, reason="Typed under the wrong name"))
    assert (after.state, after.outcome, len(after.entries)) == (State(second), second, 2)


def test_a_yes_can_be_taken_back_by_the_person_without_anybody_saying_why() -> None:
    life = state_after(said(OutcomeKind.AGREED))
    assert refused(said(OutcomeKind.DOES_NOT_FIT_YET), life) == ""


def test_a_newer_edition_takes_the_place_of_the_one_before_whatever_was_said() -> None:
    editions = (issued(1, said(OutcomeKind.AGREED)), issued(2))
    first, second = (life_of(number, editions) for number in (1, 2))
    assert (first.state, first.superseded_by, first.outcome) == (State.SUPERSEDED, 2, OutcomeKind.AGREED)
    assert (second.state, second.accepted_edition, second.is_current) == (State.OFFERED, 0, True)
    assert not first.is_current
    assert refused(said(OutcomeKind.TAKEN_AWAY), first) == "commitment.reason-needed"
    assert refused(said(OutcomeKind.TAKEN_AWAY, reason="The other sister"), first) == ""
    assert refused(noted(EntryKind.ENDED), first) == "commitment.over"
    with pytest.raises(KeyError):
        life_of(3, editions)


def test_an_edition_in_which_only_the_plan_changed_rests_on_the_yes_before() -> None:
    editions = (issued(1, said(OutcomeKind.AGREED)), issued(2, rests_on=1), issued(3, rests_on=1))
    assert [life_of(number, editions).accepted_edition for number in (1, 2, 3)] == [1, 1, 1]
    corrected = (issued(1, said(OutcomeKind.AGREED), said(OutcomeKind.TAKEN_AWAY)), *editions[1:])
    assert life_of(3, corrected).accepted_edition == 0
    own = (editions[0], issued(2, said(OutcomeKind.AGREED_BY_PHONE), rests_on=1))
    assert life_of(2, own).accepted_edition == 2
    assert life_of(2, (editions[0], issued(2, said(OutcomeKind.DOES_NOT_FIT_YET), rests_on=1))).accepted_edition == 0


def test_time_to_think_is_given_as_often_as_somebody_asks_and_ends_with_another_answer() -> None:
    week, longer = OFFERED + timedelta(7), OFFERED + timedelta(21)
    life = state_after(said(OutcomeKind.TAKEN_AWAY, until=week))
    assert life.think_until == week
    assert refused(noted(EntryKind.MORE_TIME, until=longer), life) == ""
    life = state_after(said(OutcomeKind.TAKEN_AWAY, until=week), noted(EntryKind.MORE_TIME, until=longer))
    assert (life.state, life.think_until) == (State.TAKEN_AWAY, longer)
    assert refused(noted(EntryKind.MORE_TIME, until=OFFERED - timedelta(1)), life) == "commitment.past-day"
    assert refused(noted(EntryKind.MORE_TIME), life) == "commitment.past-day"
    yes = state_after(*life.entries, said(OutcomeKind.AGREED))
    assert (yes.state, yes.think_until) == (State.AGREED, None)
    assert refused(noted(EntryKind.MORE_TIME, until=longer), yes) == "commitment.answered"


@pytest.mark.parametrize("outcome", [None, *OutcomeKind])
def test_a_second_opinion_is_asked_once_with_an_edition_beside_any_answer(outcome: OutcomeKind | None) -> None:
    before = (said(outcome),) if outcome else ()
    life = state_after(*before)
    asked = noted(EntryKind.SECOND_OPINION)
    assert refused(asked, life) == ""
    after = state_after(*before, asked)
    assert (after.state, after.outcome, after.second_opinion_on) == (life.state, outcome, OFFERED)
    assert refused(asked, after) == "commitment.second-opinion-asked"
    editions = (issued(1, *before, asked), issued(2))
    assert life_of(2, editions).second_opinion_on is None


def test_a_second_opinion_that_was_noted_by_mistake_is_taken_back_with_a_reason() -> None:
    asked, back = noted(EntryKind.SECOND_OPINION), noted(EntryKind.SECOND_OPINION, taken_back=True)
    assert refused(replace(back, reason="A slip"), state_after()) == "commitment.not-recorded"
    assert refused(back, state_after(asked)) == "commitment.reason-needed"
    assert refused(replace(back, reason="A slip"), state_after(asked)) == ""
    assert state_after(asked, back).second_opinion_on is None
    assert refused(asked, state_after(asked, back)) == ""


def test_what_comes_of_a_second_opinion_is_kept_beside_the_answer_and_put_right_with_a_reason() -> None:
    asked = noted(EntryKind.SECOND_OPINION)
    looked = replace(noted(EntryKind.LOOKED), looked_by=LookedBy.TEAM_LEADER, outcome=OutcomeKind.AGREED)
    assert refused(looked, state_after()) == "commitment.not-recorded"
    assert refused(looked, state_after(asked)) == ""
    life = state_after(said(OutcomeKind.DOES_NOT_FIT_YET), asked, looked)
    assert life.looked == looked
    assert life.outcome is OutcomeKind.DOES_NOT_FIT_YET
    assert entry_words(looked) == "Second opinion, by a team leader: said yes."
    assert refused(looked, life) == "commitment.reason-needed"
    assert refused(replace(looked, reason="A slip"), life) == ""
    assert state_after(asked, looked, noted(EntryKind.SECOND_OPINION, taken_back=True)).looked is None


def test_an_end_is_an_end_until_an_answer_with_a_reason_puts_it_right() -> None:
    ended = state_after(said(OutcomeKind.AGREED), noted(EntryKind.ENDED))
    assert (ended.state, ended.ended_on, ended.is_current) == (State.ENDED, OFFERED, False)
    assert refused(noted(EntryKind.ENDED), ended) == "commitment.over"
    assert refused(said(OutcomeKind.AGREED), ended) == "commitment.reason-needed"
    again = state_after(*ended.entries, said(OutcomeKind.AGREED, reason="The claim goes on"))
    assert (again.state, again.ended_on) == (State.AGREED, None)


def test_where_a_later_meeting_ended_kindly_nothing_is_asked_any_more() -> None:
    one = replace(issued(1, said(OutcomeKind.TAKEN_AWAY)), stopped_on=OFFERED + timedelta(7))
    life = life_of(1, (one,))
    assert (life.state, life.is_current) == (State.ENDED, False)
    for entry in (
        said(OutcomeKind.AGREED, reason="Sure"),
        noted(EntryKind.SECOND_OPINION),
        noted(EntryKind.MORE_TIME, until=OFFERED),
    ):
        assert refused(entry, life) == "commitment.not-asked"


def test_a_document_that_was_withdrawn_counts_no_more_and_what_was_said_stays() -> None:
    life = life_of(1, (withdrawn(issued(1, said(OutcomeKind.AGREED))),))
    assert (life.is_current, life.withdrawn_on, life.outcome) == (False, OFFERED, OutcomeKind.AGREED)


def test_nothing_is_recorded_before_the_offer_or_ahead_of_time() -> None:
    life = state_after()
    assert refused(said(OutcomeKind.AGREED, on=OFFERED - timedelta(1)), life) == "commitment.before-offer"
    assert refused(said(OutcomeKind.AGREED, on=OFFERED + timedelta(1)), life) == "commitment.future-day"
    with pytest.raises(ValueError, match="outcome"):
        refused(replace(said(OutcomeKind.AGREED), outcome=None), life)


@pytest.mark.parametrize(
    ("editions", "words"),
    [
        ((issued(),), "Nothing recorded of what they said"),
        ((issued(1, said(OutcomeKind.TAKEN_AWAY)),), "Has taken it away to think"),
        ((issued(), issued(2)), "Followed by edition 2"),
        ((issued(1, noted(EntryKind.ENDED)),), "Ended"),
        ((withdrawn(issued()),), "Withdrawn"),
    ],
)
def test_where_it_stands_is_said_in_one_short_sentence(editions: tuple[Issued, ...], words: str) -> None:
    assert life_words(life_of(1, editions)) == words


def test_an_edition_that_rests_on_another_says_on_which() -> None:
    editions = (issued(1, said(OutcomeKind.AGREED)), issued(2, rests_on=1))
    assert life_words(life_of(2, editions)) == "Only the plan changed; the yes to edition 1 holds"


def test_an_entry_says_what_it_is_and_neither_why_nor_who_was_asked() -> None:
    reply = replace(said(OutcomeKind.COULD_NOT_DECIDE_TODAY), asked_who="Her sister", reason="A slip")
    assert entry_words(reply) == "Could not decide today."
    assert (
        entry_words(noted(EntryKind.MORE_TIME, until=date(2026, 12, 15)))
        == "More time to think, until 15 December 2026."
    )
    assert entry_words(noted(EntryKind.ENDED)) == "The claim ended."
    assert entry_words(noted(EntryKind.SECOND_OPINION)) == "Asks for somebody else to look at it."
    back = noted(EntryKind.SECOND_OPINION, taken_back=True)
    assert entry_words(back) == "That somebody else should look at it was noted by mistake."
