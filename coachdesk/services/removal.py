"""Removing a person for good: from the vault, its indexes and what the log kept, and from backups when one is brought back."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from coachdesk.errors import AppError
from coachdesk.i18n import N_, _
from coachdesk.interviews import Interview, InterviewState
from coachdesk.people import Person
from coachdesk.retention import Stays
from coachdesk.services.context import Context
from coachdesk.storage import find_by, get
from coachdesk.storage.retention import stays


class Because(StrEnum):
    """Why somebody is removed: a code for the audit, which says nothing of whom it was."""

    ASKED = "asked"
    MISTAKE = "mistake"
    OVER = "over"


BECAUSE: Mapping[Because, str] = MappingProxyType(
    {
        Because.ASKED: N_("They asked for it, and whoever decides has agreed"),
        Because.MISTAKE: N_("They were added by mistake"),
        Because.OVER: N_("Their record is no longer needed here"),
    }
)
"""Message ids."""

_BEFORE: Mapping[Stays, str] = MappingProxyType(
    {
        Stays.HELD: N_("A legal hold stands, so nothing about this person can be removed until its owner ends it."),
        Stays.SECOND_OPINION: N_(
            "This person asked for a second opinion, and nobody has given it yet. Whoever gives it needs this record."
        ),
    }
)


class Removal:
    """Removing people for good."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def before(self, person_id: str) -> str:
        """What to know before removing them, in a sentence: a hold that stands, a second opinion; empty where nothing is."""
        with self._context.database.read() as connection:
            why = stays(connection).get(person_id)
        return "" if why is None else _(_BEFORE[why])

    def remove(self, person_id: str, because: Because) -> None:
        """Delete everything that is kept of a person. What stays is a line without them, and a salted hash of their id.

        Raises:
            AppError: "removal.talk-open" while a talk with them is open; "removal.held" while a legal hold stands;
                "removal.second-opinion" while somebody is still to look at their commitment and nobody asked for the
                removal: their record is needed; "storage.not-found".
        """
        with self._context.database.write() as writer:
            person = get(writer.connection, Person, person_id)
            why = stays(writer.connection).get(person_id)
            if why is Stays.HELD:
                raise AppError("removal.held")
            if why is Stays.SECOND_OPINION and because is Because.OVER:
                raise AppError("removal.second-opinion")
            talks = find_by(writer.connection, Interview, person_id=person_id)
            if any(each.state is InterviewState.OPEN for each in talks):
                raise AppError("removal.talk-open")
            writer.delete(person, "person.erased")
            writer.audit(f"person.removed.{because}")
