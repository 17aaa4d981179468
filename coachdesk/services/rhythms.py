from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.diary import ContactRhythm, check_rhythm, counted_from
from coachdesk.people import Circumstance
from coachdesk.services.context import Context
from coachdesk.services.office import office_on
from coachdesk.storage import Writer, find_by, last_contact

FOLLOW_UP_MATTERS = frozenset({"domestic_abuse", "child_distress"})
"""Kinds of circumstance after which nobody may be lost sight of; a safe address counts as much."""

_AHEAD = 28
"""So many days are looked at for one on which the office is open."""


class Rhythms:
    """How often the coach and a person are in touch, as they agreed it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, person_id: str) -> ContactRhythm | None:
        """What is agreed with a person, or None."""
        with self._context.database.read() as connection:
            return rhythm_of(connection, person_id)

    def due(self, person_id: str) -> date | None:
        """The day for the next contact: when it is due, or at once where that is over, on a day when the office is open.

        None where nothing is agreed, or where nobody is seen for weeks from then on.
        """
        rhythm, today = self.of(person_id), self._context.today()
        if rhythm is None:
            return None
        days = (max(rhythm.due_on, today) + timedelta(days=number) for number in range(_AHEAD))
        return next((day for day in days if office_on(self._context, day).stretches), None)

    def agree(self, person_id: str, days: int, reason: str) -> ContactRhythm:
        """Agree on an interval, counted from the last contact that is known, or from today.

        Raises AppError("rhythm.days") or ("rhythm.no-reason").
        """
        today = self._context.today()
        with self._context.database.write() as writer:
            before = rhythm_of(writer.connection, person_id)
            rhythm = before or ContactRhythm(
                id=self._context.new_id(), person_id=person_id, days=days, reason=reason, due_on=today
            )
            rhythm = replace(rhythm, days=days, reason=reason.strip())
            check_rhythm(rhythm)
            rhythm = counted_from(rhythm, last_contact(writer.connection, person_id) or today)
            stored = writer.put(rhythm, "rhythm.agreed")
            writer.audit("rhythm.agreed", subject=person_id, record=rhythm.id)
        return stored

    def drop(self, person_id: str) -> None:
        """Nothing is agreed any more."""
        with self._context.database.write() as writer:
            for rhythm in find_by(writer.connection, ContactRhythm, person_id=person_id):
                writer.delete(rhythm, "rhythm.dropped")
                writer.audit("rhythm.dropped", subject=person_id, record=rhythm.id)


def rhythm_of(connection: Connection, person_id: str) -> ContactRhythm | None:
    """What is agreed with a person, or None."""
    found = find_by(connection, ContactRhythm, person_id=person_id)
    return found[0] if found else None


def watch_over(context: Context, writer: Writer, person_id: str) -> None:
    """See to it that a follow-up with somebody for whom it matters comes back, where nothing else is agreed.

    The rhythm that does it has no reason: what is behind it stands nowhere, and lists say that a follow-up is due.
    """
    days = context.policy.follow_up_days
    if days and rhythm_of(writer.connection, person_id) is None:
        today = context.today()
        rhythm = ContactRhythm(id=context.new_id(), person_id=person_id, days=days, reason="", due_on=today)
        last = last_contact(writer.connection, person_id) or today
        writer.put(counted_from(rhythm, last), "rhythm.agreed")
        writer.audit("rhythm.agreed", subject=person_id, record=rhythm.id)


def watch_for(context: Context, writer: Writer, circumstance: Circumstance) -> None:
    """The same where a circumstance is one of those."""
    if circumstance.kind in FOLLOW_UP_MATTERS:
        watch_over(context, writer, circumstance.person_id)


def count_anew(writer: Writer, person_id: str) -> None:
    """After a contact, or after one was taken back: when the next is due."""
    rhythm = rhythm_of(writer.connection, person_id)
    if rhythm is None:
        return
    counted = counted_from(rhythm, last_contact(writer.connection, person_id) or _agreed_on(rhythm))
    if counted.due_on != rhythm.due_on:
        writer.put(counted, "rhythm.counted")


def _agreed_on(rhythm: ContactRhythm) -> date:
    return rhythm.due_on if rhythm.created_at is None else local(rhythm.created_at).date()
