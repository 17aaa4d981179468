from dataclasses import replace
from datetime import date

from coachdesk.people import Circumstance
from coachdesk.people.circumstance_fields import with_value
from coachdesk.people.labels import CIRCUMSTANCES
from coachdesk.services.context import Context
from coachdesk.services.rhythms import watch_for
from coachdesk.storage import find_by


class Circumstances:
    """What is recorded of a person's life that bears on what may be asked: its dates and details, put right by the coach.

    The fields of each kind are in `people.circumstance_fields`.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, person_id: str) -> tuple[Circumstance, ...]:
        """All of them, also those that are over, in the order in which they were noted. The reading is audited."""
        with self._context.database.write() as writer:
            writer.audit("requirements.read", subject=person_id, record=person_id)
        with self._context.database.read() as connection:
            found = find_by(connection, Circumstance, person_id=person_id)
        return tuple(sorted(found, key=lambda each: each.id))

    def draft(self, person_id: str, kind: str) -> Circumstance:
        """A new circumstance, not stored. Sensitive, unless a list may name its kind."""
        return Circumstance(
            id=self._context.new_id(), person_id=person_id, kind=kind, sensitive=kind not in CIRCUMSTANCES
        )

    def add(self, person_id: str, kind: str, *, interview_id: str = "", **values: object) -> Circumstance:
        """Record a circumstance; `values` by the names of its fields."""
        circumstance = replace(self.draft(person_id, kind), interview_id=interview_id)
        for name, value in values.items():
            circumstance = with_value(circumstance, name, value)
        return self.save(circumstance)

    def open(self, circumstance: Circumstance, reason: str) -> Circumstance:
        """A sensitive one, opened on purpose; what for is in the audit, by a short code ("asked", "safety")."""
        with self._context.database.write() as writer:
            writer.audit(f"circumstance.opened.{reason}", subject=circumstance.person_id, record=circumstance.id)
        return circumstance

    def save(self, circumstance: Circumstance) -> Circumstance:
        """Store it as it stands in the form.

        Raises:
            AppError: "storage.stale" where it was changed since it was read.
        """
        with self._context.database.write() as writer:
            stored = writer.put(circumstance, "circumstance.noted")
            if not circumstance.version:
                watch_for(self._context, writer, stored)
            writer.audit("circumstance.saved", subject=stored.person_id, record=stored.id)
        return stored

    def end(self, circumstance: Circumstance, on: date) -> Circumstance:
        """It ended, with this as its last day. It stays in the record."""
        return self.save(replace(circumstance, ends_on=on))

    def remove(self, circumstance: Circumstance) -> None:
        """It was recorded by mistake.

        Raises:
            AppError: "storage.stale" where it was changed since it was read.
        """
        with self._context.database.write() as writer:
            writer.delete(circumstance, "circumstance.dropped")
            writer.audit("circumstance.removed", subject=circumstance.person_id, record=circumstance.id)
