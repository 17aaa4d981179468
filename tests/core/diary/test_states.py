from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.diary import (
    LABELS,
    MOVED,
    OPEN,
    TAKES_TIME,
    TO_COME,
    Absence,
    Appointment,
    AppointmentState,
    moves,
    needs_outcome,
    prompts,
    states_after,
)
from coachdesk.interviews.definition import Channel

TODAY = date(2026, 12, 1)
MEETING = Appointment(
    id="a",
    person_id="amira",
    on=TODAY,
    at=time(10, 30),
    minutes=30,
    definition_id="first-commitments",
    channel=Channel.FACE_TO_FACE,
)
MISSED = replace(MEETING, state=AppointmentState.NO_SHOW, absence=Absence.UNKNOWN)


@pytest.mark.parametrize("state", list(AppointmentState))
def test_every_state_has_a_plain_word_and_a_way_to_take_it_back(state: AppointmentState) -> None:
    assert LABELS[state]
    for after in states_after(state):
        assert state in states_after(after) or AppointmentState.BOOKED in states_after(after)


def test_somebody_who_came_late_was_not_a_no_show() -> None:
    assert AppointmentState.ARRIVED in states_after(AppointmentState.NO_SHOW)
    assert LABELS[AppointmentState.NO_SHOW] == "Did not come"


def test_nobody_arrives_or_fails_to_before_the_day() -> None:
    tomorrow = replace(MEETING, on=TODAY + timedelta(days=1))
    assert set(moves(tomorrow, TODAY)) == {
        AppointmentState.REMINDED,
        AppointmentState.MOVED_BY_US,
        AppointmentState.MOVED_BY_THEM,
        AppointmentState.CANCELLED,
    }


def test_what_has_another_appointment_in_its_place_stays_moved() -> None:
    moved = replace(MEETING, state=AppointmentState.MOVED_BY_THEM)
    assert moves(moved, TODAY) == (AppointmentState.BOOKED,)
    assert moves(replace(moved, moved_to="b"), TODAY) == ()


def at_utc(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 1, hour, minute, tzinfo=UTC)


def test_an_outcome_is_needed_once_the_time_has_passed_and_nothing_was_said() -> None:
    assert not needs_outcome(MEETING, at_utc(10, 59))
    assert needs_outcome(MEETING, at_utc(11))
    assert not needs_outcome(replace(MEETING, state=AppointmentState.IN_PROGRESS), at_utc(12))
    assert not needs_outcome(replace(MEETING, state=AppointmentState.SEEN), at_utc(12))


def test_when_somebody_did_not_come_their_safety_comes_first_and_the_reason_before_anything_else() -> None:
    safe, reason, reached = prompts(MISSED)
    assert safe.startswith("First, are they safe?")
    assert "before anything else" in reason
    assert "reached them" in reached
    assert prompts(replace(MISSED, absence=Absence.SAFE)) == (reason, reached)
    assert prompts(replace(MISSED, absence=Absence.GOOD_REASON)) == ()
    assert prompts(MEETING) == ()


def test_after_two_in_a_row_another_way_or_time_is_offered_and_nothing_is_counted() -> None:
    lines = prompts(MISSED, [MISSED])
    assert lines[-1].startswith("The last two times did not work out.")
    assert prompts(MISSED, [replace(MEETING, state=AppointmentState.SEEN), MISSED])[-1] != lines[-1]
    assert prompts(MISSED, [replace(MISSED, absence=Absence.OUR_SIDE)])[-1] != lines[-1]


class OneDayOfAnAppointment(RuleBasedStateMachine):
    """Whatever a coach presses, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.appointment = MEETING
        self.pressed: list[AppointmentState] = []

    @precondition(lambda self: bool(moves(self.appointment, TODAY)))
    @rule(data=st.data())
    def press(self, data: st.DataObject) -> None:
        state = data.draw(st.sampled_from(moves(self.appointment, TODAY)))
        self.pressed.append(self.appointment.state)
        self.appointment = replace(self.appointment, state=state)

    @precondition(lambda self: bool(self.pressed) and self.appointment.state is AppointmentState.MOVED_BY_US)
    @rule()
    def find_a_new_time(self) -> None:
        self.appointment = replace(MEETING, id=self.appointment.id + "'", moved_from=self.appointment.id)

    @invariant()
    def there_is_always_a_way_back_to_booked(self) -> None:
        seen, to_look_at = set(), [self.appointment.state]
        while to_look_at:
            state = to_look_at.pop()
            seen.add(state)
            to_look_at += [each for each in states_after(state) if each not in seen]
        assert AppointmentState.BOOKED in seen

    @invariant()
    def nothing_is_both_still_to_come_and_over(self) -> None:
        state = self.appointment.state
        assert (state in OPEN) == (state in TAKES_TIME and state is not AppointmentState.SEEN)
        assert set(TO_COME) < set(OPEN)
        assert not set(MOVED) & set(TAKES_TIME)

    @invariant()
    def nobody_is_asked_twice_what_was_said(self) -> None:
        assert self.appointment.state not in moves(self.appointment, TODAY)


OneDayOfAnAppointment.TestCase.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
TestOneDay = OneDayOfAnAppointment.TestCase
