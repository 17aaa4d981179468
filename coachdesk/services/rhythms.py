from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.diary import ContactRhythm, check_rhythm, counted_from
from coachdesk.services.context import Context
from coachdesk.storage import Writer, find_by, last_contact


class Rhythms:
    """How often the coach and a person are in touch, as they agreed it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, person_id: str) -> ContactRhythm | None:
        """What is agreed with a person, or None."""
        with self._context.database.read() as connection:
            return rhythm_of(connection, person_id)

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
