from dataclasses import replace
from datetime import date, time

import pytest

from coachdesk.diary import (
    Appointment,
    AppointmentState,
    Row,
    Rows,
    counted_needs,
    needs_you,
    number_of_needs,
    overlapping,
)
from coachdesk.interviews.definition import Channel

TODAY = date(2026, 12, 1)

HALF_PAST_TEN = Appointment(
    id="a",
    person_id="amira",
    on=TODAY,
    at=time(10, 30),
    minutes=30,
    definition_id="first-commitments",
    channel=Channel.FACE_TO_FACE,
)


@pytest.mark.parametrize(
    ("at", "minutes", "clashes"),
    [(time(10, 20), 10, False), (time(10, 20), 11, True), (time(10, 59), 10, True), (time(11), 10, False)],
)
def test_two_meetings_clash_only_where_their_minutes_do(at: time, minutes: int, *, clashes: bool) -> None:
    other = replace(HALF_PAST_TEN, id="b", at=at, minutes=minutes)
    assert overlapping(other, [HALF_PAST_TEN]) == ((HALF_PAST_TEN,) if clashes else ())


def test_what_was_cancelled_or_moved_and_the_meeting_itself_are_in_nobodys_way() -> None:
    cancelled = replace(HALF_PAST_TEN, id="b", state=AppointmentState.CANCELLED)
    moved = replace(HALF_PAST_TEN, id="c", state=AppointmentState.MOVED_BY_US)
    assert overlapping(HALF_PAST_TEN, [HALF_PAST_TEN, cancelled, moved]) == ()


def test_clashes_come_earliest_first() -> None:
    early = replace(HALF_PAST_TEN, id="b", at=time(10, 25), minutes=10)
    late = replace(HALF_PAST_TEN, id="c", at=time(10, 50))
    assert overlapping(HALF_PAST_TEN, [late, early]) == (early, late)


ROWS = Rows(
    unfinished=(Row("p1", "Amira", "i1", date(2026, 11, 30), "First commitments"),),
    promises=(
        Row("p2", "Darren", "a2", TODAY, "Ring the adviser"),
        Row("p1", "Amira", "a1", date(2026, 11, 27), "Check the childcare fund"),
        Row("p3", "Callum", "a3", date(2026, 12, 2), "Ask about catering roles"),
    ),
    met=(Row("p3", "Callum", "m3", date(2026, 11, 30)),),
    unanswered=(Row("p2", "Darren", "c2", date(2026, 11, 20), "K7M2-14"),),
    without_next_step=(Row("p4", "Lena"),),
    quiet=(
        Row("p5", "Piotr", "r5", date(2026, 11, 2), "14"),
        Row("p6", "Ruth", "r6", None, "1"),
        Row("p7", "Siân", "r7"),
    ),
    unreached=(Row("p8", "Tariq", "m8", date(2026, 11, 30)),),
    follow_ups=(Row("p9", "Kezia"), Row("p7", "Siân")),
    ending=(Row("p2", "Darren", on=date(2026, 12, 4)), Row("p3", "Callum", on=TODAY)),
    reviews=(Row("p4", "Lena", on=date(2026, 12, 8)), Row("p5", "Piotr", on=TODAY)),
)


def test_what_waits_is_said_in_whole_sentences_the_oldest_promise_first() -> None:
    assert [need.text for need in needs_you(ROWS, TODAY)] == [
        "Amira: the interview “First commitments” of 30 November 2026 is not finished.",
        "Amira: your promise was due on 27 November 2026: Check the childcare fund",
        "Darren: your promise is due today: Ring the adviser",
        "Tariq: nobody has reached them since the appointment on 30 November 2026. Are they safe?",
        "Piotr: the last contact was on 2 November 2026, and one every 14 days was agreed. Are they safe?",
        "Ruth: no contact is recorded yet, and one every day was agreed. Are they safe?",
        "Kezia: a follow-up is due.",
        "Siân: a follow-up is due.",
        "Callum: say what became of the appointment on 30 November 2026.",
        "Darren: commitment K7M2-14 has no outcome yet.",
        "Callum: a pause ends today.",
        "Darren: a pause ends on 4 December 2026.",
        "Piotr: something is to be looked at again today.",
        "Lena: something is to be looked at again on 8 December 2026.",
        "Lena has no next step.",
    ]


def test_each_sentence_knows_where_to_go() -> None:
    first = needs_you(ROWS, TODAY)[0]
    assert (first.code, first.person_id, first.record_id) == ("unfinished", "p1", "i1")


def test_more_than_are_read_is_said_to_be_more() -> None:
    many = tuple(Row(f"p{number}", f"Person {number}") for number in range(200))
    assert counted_needs(needs_you(Rows(without_next_step=many), TODAY)) == ("200 or more people have no next step.",)
    assert number_of_needs(needs_you(Rows(without_next_step=many), TODAY)) == "200 or more"
    assert number_of_needs(needs_you(Rows(without_next_step=many[:3]), TODAY)) == "3"


def test_counts_name_nobody() -> None:
    assert counted_needs(needs_you(ROWS, TODAY)) == (
        "One interview is not finished.",
        "2 promises of yours are due.",
        "One person has not been reached since their appointment.",
        "There was no contact with 2 people for longer than agreed.",
        "2 outcomes are missing.",
        "2 follow-ups are due.",
        "2 pauses end soon.",
        "2 reviews are due soon.",
        "One person has no next step.",
    )


def test_where_nothing_waits_that_everybody_has_a_next_step_is_still_said() -> None:
    assert needs_you(Rows(), TODAY) == ()
    assert counted_needs(()) == ("Everybody has a next step.",)
