"""Legal holds: nothing of a person goes while one stands, neither by its time nor by removal."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.retention import HeldBecause, Hold
from coachdesk.services.coaches import coach_names
from coachdesk.services.context import Context
from coachdesk.storage import find, get, table_of
from coachdesk.storage.naming import names_of
from coachdesk.storage.retention import standing_holds


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A legal hold that stands, and whose records it holds; its reason is opened on purpose (`Holds.open`).

    Attributes:
        by: who set it, by name where the name is known.
        on: the day from which it stands.
    """

    id: str
    name: str
    by: str
    on: date


class Holds:
    """Setting and lifting legal holds."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def standing(self) -> tuple[HoldRow, ...]:
        """Every hold that stands, by the name of whose records it holds."""
        with self._context.database.read() as connection:
            holds = standing_holds(connection)
            names = names_of(connection, [each.person_id for each in holds])
            coaches = coach_names(self._context, connection)
        rows = (
            HoldRow(each.id, names.get(each.person_id, ""), coaches.get(each.author, ""), each.on) for each in holds
        )
        return tuple(sorted(rows, key=lambda row: (row.name, row.id)))

    def open(self, hold_id: str, reason: str) -> Hold:
        """A hold with its reason and its owner, opened on purpose; what for is in the audit, by a short code ("asked").

        Raises AppError("storage.not-found").
        """
        with self._context.database.write() as writer:
            hold = get(writer.connection, Hold, hold_id)
            writer.audit(f"hold.opened.{reason}", subject=hold.person_id, record=hold.id)
        return hold

    def of(self, person_id: str) -> Hold | None:
        """The hold that stands for a person, or None."""
        with self._context.database.read() as connection:
            return _standing(connection, person_id)

    def set(self, person_id: str, because: HeldBecause, owner: str) -> Hold:
        """Let everything about a person stay; `owner` says who wanted it and knows when it ends. Audited.

        Raises:
            AppError: "retention.owner-needed"; "retention.held" where a hold stands; "storage.not-found".
        """
        if not owner.strip():
            raise AppError("retention.owner-needed")
        with self._context.database.write() as writer:
            get(writer.connection, Person, person_id)
            if _standing(writer.connection, person_id) is not None:
                raise AppError("retention.held")
            made = Hold(
                id=self._context.new_id(),
                person_id=person_id,
                because=because,
                owner=owner.strip(),
                on=self._context.today(),
            )
            stored = writer.put(made, "hold.set")
            writer.audit("hold.set", subject=person_id, record=stored.id)
            return stored

    def lift(self, hold_id: str) -> None:
        """The hold ends today. Audited. Raises AppError("storage.not-found")."""
        with self._context.database.write() as writer:
            hold = get(writer.connection, Hold, hold_id)
            if hold.lifted_on is None:
                writer.put(replace(hold, lifted_on=self._context.today()), "hold.lifted")
                writer.audit("hold.lifted", subject=hold.person_id, record=hold.id)


def _standing(connection: Connection, person_id: str) -> Hold | None:
    columns = table_of(Hold).c
    found = find(connection, Hold, columns.person_id == person_id, columns.lifted_on.is_(None))
    return next(iter(found), None)
