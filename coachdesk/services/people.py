from dataclasses import replace

from sqlalchemy import Connection

from coachdesk.diary import Appointment
from coachdesk.errors import AppError
from coachdesk.interviews import Interview
from coachdesk.name_lists import forms
from coachdesk.people import Circumstance, Handover, Person, check_person
from coachdesk.people.forms import NO_FORMS
from coachdesk.services.context import Context
from coachdesk.services.duplicates import Likely, likely_rows
from coachdesk.services.giving import giving_of
from coachdesk.services.issued import issued_to, lives_of
from coachdesk.services.plans import read_plan
from coachdesk.services.rhythms import watch_over
from coachdesk.services.timeline import History, timeline
from coachdesk.services.views import PersonFile
from coachdesk.slips import Slip
from coachdesk.storage import PersonRow, find, find_by, get, people_count, people_rows, table_of
from coachdesk.storage.joining import joinings_of, staying


class People:
    """The caseload: finding, adding and opening people."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def draft(self) -> Person:
        """A new person with nothing in it yet, not stored."""
        return Person(id=self._context.new_id(), given_name="", family_name="")

    def save(self, person: Person) -> Person:
        """Store a new person or a new version of one.

        Raises AppError with the first problem's code ("person.future-birth", "person.no-name") where it cannot be.
        """
        for problem in check_person(person, self._context.today()):
            raise AppError(problem.code)
        code = "person.changed" if person.version else "person.added"
        with self._context.database.write() as writer:
            before = get(writer.connection, Person, person.id) if person.version else None
            stored = writer.put(person, code)
            if person.safe_address and not (before and before.safe_address):
                watch_over(self._context, writer, person.id)
            writer.audit(code, subject=person.id, record=person.id)
        return stored

    def find(
        self, text: str = "", *, limit: int = 200, offset: int = 0, archived: bool = False
    ) -> tuple[PersonRow, ...]:
        """The caseload, or whoever fits the text, best first and with the reason: at most 20, however it is spelt."""
        known = forms() if text.strip() else NO_FORMS
        with self._context.database.read() as connection:
            return people_rows(
                connection,
                text,
                day=self._context.today(),
                forms=known,
                limit=limit,
                offset=offset,
                archived=archived,
            )

    def likely_same(self, person: Person) -> tuple[Likely, ...]:
        """Who is likely to be this person and is here already, the surest first; those who left the caseload too.

        Whoever has a safe address is among them by exact identifiers only, and then only as name and date of birth.
        """
        with self._context.database.read() as connection:
            return likely_rows(connection, person, self._context.today())

    def count(self) -> int:
        """How many people are on the caseload."""
        with self._context.database.read() as connection:
            return people_count(connection)

    def open(self, person_id: str) -> PersonFile:
        """Everything about one person; the reading is audited. Whose record was joined to another is found there."""
        with self._context.database.write() as writer:
            person_id = staying(writer.connection, person_id)
            writer.audit("person.opened", subject=person_id, record=person_id)
        with self._context.database.read() as connection:
            return self._file(connection, person_id)

    def archive(self, person_id: str) -> Person:
        """The person leaves the caseload; nothing is deleted, and `restore` brings them back."""
        return self._set_archived(person_id, archived=True)

    def restore(self, person_id: str) -> Person:
        """Bring an archived person back to the caseload."""
        return self._set_archived(person_id, archived=False)

    def _set_archived(self, person_id: str, *, archived: bool) -> Person:
        code = "person.archived" if archived else "person.restored"
        with self._context.database.write() as writer:
            person = get(writer.connection, Person, person_id)
            moment = self._context.clock() if archived else None
            stored = writer.put(replace(person, archived_at=moment), code)
            writer.audit(code, subject=person_id, record=person_id)
        return stored

    def _file(self, connection: Connection, person_id: str) -> PersonFile:
        person = get(connection, Person, person_id)
        circumstances, appointments = table_of(Circumstance), table_of(Appointment)
        interviews = table_of(Interview)
        history = History(
            appointments=find(
                connection,
                Appointment,
                appointments.c.person_id == person_id,
                order_by=(appointments.c.on.desc(), appointments.c.at.desc()),
            ),
            interviews=find(
                connection, Interview, interviews.c.person_id == person_id, order_by=(interviews.c.id.desc(),)
            ),
            issued=issued_to(connection, person_id),
            titles=self._context.titles(),
            handovers=find_by(connection, Handover, person_id=person_id),
            slips={each.id: each.on for each in find_by(connection, Slip, person_id=person_id)},
            joinings=joinings_of(connection, person_id),
        )
        return PersonFile(
            person=person,
            circumstances=find(connection, Circumstance, circumstances.c.person_id == person_id),
            appointments=history.appointments,
            interviews=history.interviews,
            plan=read_plan(connection, person_id),
            commitments=tuple(reversed([each.commitment for each in history.issued])),
            lives=lives_of(history.issued),
            timeline=timeline(history),
            joinings=history.joinings,
            giving=giving_of(self._context, connection, person_id),
        )
