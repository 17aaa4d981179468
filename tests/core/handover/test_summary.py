"""What a colleague has to know at once, from records alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from coachdesk.diary import Appointment, AppointmentState, ContactRhythm
from coachdesk.handover.summary import summary
from coachdesk.interviews import Channel
from coachdesk.people import NOBODY_ASKED, Circumstance, Person
from coachdesk.plans import Action, ActionState, Party, Rhythm
from coachdesk.records import Record

TODAY = date(2026, 12, 1)
PERSON = Person(id="amira", given_name="Amira", family_name="Khalil")


def action(words: str, **more: Any) -> Action:
    return replace(Action(id=words, person_id="amira", text=words, owner=Party.CLAIMANT), **more)


def meeting(day: date, state: AppointmentState = AppointmentState.BOOKED) -> Appointment:
    return Appointment(
        id=day.isoformat(),
        person_id="amira",
        on=day,
        at=time(9, 5),
        minutes=10,
        definition_id="work-search-review",
        channel=Channel.PHONE,
        state=state,
    )


def next_step(*records: Record) -> str:
    return summary((PERSON, *records), NOBODY_ASKED, TODAY).next_step


def test_the_next_step_is_the_next_meeting_or_what_is_agreed_by_a_day_or_in_a_rhythm() -> None:
    later, sooner = meeting(TODAY + timedelta(9)), meeting(TODAY + timedelta(2))
    dated = action("Ring the nursery", by=TODAY + timedelta(1))
    assert next_step(later, sooner, dated) == "Appointment on 3 December 2026 at 9:05am"
    assert next_step(dated) == "Ring the nursery (by 2 December 2026)"
    assert next_step(action("Look at the board", every=Rhythm.WEEK)) == "Look at the board"


def test_what_is_over_moved_undated_or_done_is_no_next_step() -> None:
    gone = meeting(TODAY - timedelta(1)), meeting(TODAY + timedelta(1), AppointmentState.CANCELLED)
    done = action("Ring the nursery", by=TODAY, state=ActionState.DONE)
    assert next_step(*gone, done, action("Some day")) == ""


def test_promises_follow_ups_and_safety_are_said_and_nothing_private() -> None:
    told = Circumstance(id="c", person_id="amira", kind="domestic_abuse", sensitive=True)
    rhythm = ContactRhythm(id="r", person_id="amira", days=14, reason="Between two courses", due_on=date(2026, 12, 5))
    person = replace(PERSON, safe_address=True, private_card_due=True, updated_at=datetime(2026, 11, 1, tzinfo=UTC))
    found = summary((person, told, rhythm, action("Ask about the bus pass", owner=Party.COACH)), NOBODY_ASKED, TODAY)
    assert found.promises == ("Ask about the bus pass",)
    assert found.follow_ups == (
        "Be in touch by 5 December 2026: Between two courses",
        "Follow up due: something that we were told. Do not ask for details.",
        "Offer to talk alone: part of the card was not asked yet.",
    )
    assert found.contact_safety == ("A safe address is set: no paper says where we are.",)
