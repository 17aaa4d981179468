"""One page about an appointment: a reminder of one to come, and a receipt for every change; handing such a page over."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.commitments import CommitmentDocument, Format
from coachdesk.diary import TO_COME, Appointment, AppointmentState, Companion
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.people import Given, How, InSpite, Person
from coachdesk.services.context import Context
from coachdesk.services.file_names import record_name, slip_name
from coachdesk.services.handing import going_out, handed_over
from coachdesk.services.leaving import Outgoing, saved_as
from coachdesk.services.pages import Page, pages_of
from coachdesk.services.withheld import require_form
from coachdesk.slips import NEEDS, Change, ChangedBy, Meeting, Slip, SlipSource, receipt, reminder
from coachdesk.storage import earlier, get

FORMS = (Format.PDF, Format.LARGE, Format.HTML, Format.TEXT)
"""The forms of a slip; it is short and plain enough to need no easy read of its own."""


@dataclass(frozen=True, slots=True)
class PreparedSlip:
    """A slip as it would be handed over.

    Attributes:
        appointment: the one it is about; None where it says who looked at the record.
        given: what it is.
        on: the day of the appointment; otherwise that on which it was made.
        change: what a receipt is for.
    """

    person: Person
    appointment: Appointment | None
    given: Given
    on: date
    language: Language
    document: CommitmentDocument
    change: Change | None = None

    @property
    def about(self) -> str:
        """The id of the appointment that it is about; "" where there is none."""
        return "" if self.appointment is None else self.appointment.id


class Slips:
    """Making slips, and handing them over."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def reminder(self, appointment_id: str, language: Language | None = None) -> PreparedSlip:
        """A reminder of an appointment that is booked, in the person's language where none is named.

        Raises:
            AppError: "slip.no-meeting" where nobody meets.
        """
        with self._context.database.read() as connection:
            appointment = get(connection, Appointment, appointment_id)
            person = get(connection, Person, appointment.person_id)
        if not self._is_to_come(appointment):
            raise AppError("slip.no-meeting")
        tongue = language or person.language
        document = reminder(slip_source(self._context, person, tongue), _meeting(appointment))
        return PreparedSlip(person, appointment, Given.REMINDER, appointment.on, tongue, document)

    def receipt(
        self, before: Appointment, after: Appointment, by: ChangedBy, language: Language | None = None
    ) -> PreparedSlip:
        """A receipt for a change, from the appointment as it was and as it is now; moved, or cancelled."""
        with self._context.database.read() as connection:
            person = get(connection, Person, after.person_id)
        tongue = language or person.language
        change = Change(
            before=_meeting(before),
            now=None if after.state is AppointmentState.CANCELLED else _meeting(after),
            by=by,
            changed_on=local(after.updated_at or self._context.clock()).date(),
        )
        document = receipt(slip_source(self._context, person, tongue), change)
        return PreparedSlip(person, after, Given.RECEIPT, after.on, tongue, document, change)

    def of(self, appointment_id: str, language: Language | None = None) -> tuple[PreparedSlip, ...]:
        """What can be given about an appointment: a reminder while it is to come, and a receipt for its last change."""
        with self._context.database.read() as connection:
            appointment = get(connection, Appointment, appointment_id)
            changed = _last_change(connection, appointment)
        reminders = (self.reminder(appointment_id, language),) if self._is_to_come(appointment) else ()
        return reminders if changed is None else (*reminders, self.receipt(*changed, language))

    def content(self, slip: PreparedSlip, kind: Format) -> bytes:
        """One form of it, made and checked, not filed; touches no vault.

        Raises:
            AppError: "documents.unprintable", "documents.failed-checks".
        """
        from coachdesk.documents.formats import render

        return render(slip.document, kind, made_at=self._context.clock())

    def preview(self, slip: PreparedSlip, kind: Format, *, scale: float) -> tuple[Page, ...]:
        """The real pages, `scale` pixels a point; touches no vault. Raises AppError as `content`."""
        return pages_of(self.content(slip, kind), scale)

    def outgoing(self, slip: PreparedSlip, kind: Format, how: How, in_spite: InSpite | None = None) -> Outgoing:
        """The bytes on their way out; filed as they are once they have left (`Handing.left`). Reading them is audited.

        Raises:
            AppError: "giving.not-safe" where nobody knows that it is safe and no reason is given; what the policy withholds
                ("policy.no-form" and the like); as `content`.
        """
        stored = self._made(slip, kind)
        handover = handed_over(self._context, stored, how, in_spite)
        return going_out(self._context, handover, lambda _connection: stored.content, (stored, "slip.filed"))

    def _made(self, slip: PreparedSlip, kind: Format) -> Slip:
        require_form(self._context.policy, kind, slip.language)
        content = self.content(slip, kind)
        return Slip(
            id=self._context.new_id(),
            person_id=slip.person.id,
            appointment_id=slip.about,
            given=slip.given,
            on=slip.on,
            format=kind,
            language=slip.language,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )

    def write(self, slip: PreparedSlip, kind: Format, folder: Path, in_spite: InSpite | None = None) -> Path:
        """Save a copy where the coach says, under a neutral name; whole or not at all.

        Raises:
            AppError: "documents.cannot-write"; as `outgoing`.
        """
        going, path = self.outgoing(slip, kind, How.SAVED, in_spite), folder / _file_name(slip, kind)
        saved_as(path, self._context.database, going)
        return path

    def _is_to_come(self, appointment: Appointment) -> bool:
        """Somebody is expected, today or later: nobody can be reminded of a day that is over."""
        expected = appointment.state in TO_COME and not appointment.without_contact
        return expected and appointment.on >= self._context.today()


def slip_source(context: Context, person: Person, language: Language) -> SlipSource:
    """Whom a paper is for, and from whom."""
    return SlipSource(
        name=_name(person),
        coach_name=context.info.coach_name,
        site=context.policy.site_name or context.info.site,
        language=language,
        made_on=context.today(),
        safe_address=person.safe_address,
        telephone=context.policy.telephone,
    )


def _file_name(slip: PreparedSlip, kind: Format) -> str:
    own = slip.person.language
    if slip.appointment is None:
        return record_name(slip.on, kind, slip.language, own)
    return slip_name(slip.appointment, slip.given, kind, slip.language, own)


_BY = {AppointmentState.MOVED_BY_THEM: ChangedBy.THEM, AppointmentState.MOVED_BY_US: ChangedBy.US}
_TOLD = ("on", "at", "channel", "place")


def _last_change(connection: Connection, appointment: Appointment) -> tuple[Appointment, Appointment, ChangedBy] | None:
    """The appointment before and after its last change that somebody has to know of, and who wanted it."""
    if appointment.moved_to:
        return (
            appointment,
            get(connection, Appointment, appointment.moved_to),
            _BY.get(appointment.state, ChangedBy.NOBODY),
        )
    if appointment.state is AppointmentState.CANCELLED:
        return appointment, appointment, ChangedBy.NOBODY
    if appointment.state not in TO_COME:
        return None
    before = next(
        (each for each in earlier(connection, Appointment, appointment.id) if _differs(each, appointment)), None
    )
    if before is not None:
        return before, appointment, ChangedBy.NOBODY
    if appointment.moved_from:
        moved = get(connection, Appointment, appointment.moved_from)
        return moved, appointment, _BY.get(moved.state, ChangedBy.NOBODY)
    return None


def _differs(before: Appointment, now: Appointment) -> bool:
    return any(getattr(before, name) != getattr(now, name) for name in _TOLD)


def _name(person: Person) -> str:
    """The name to use; the first of the letters that can be printed where those were asked for."""
    return (person.paper_name.split() or [person.name])[0]


def _meeting(appointment: Appointment) -> Meeting:
    """What a slip knows of an appointment. What a place has to have is said only where they meet in one."""
    face_to_face = appointment.channel is Channel.FACE_TO_FACE
    place = tuple(NEEDS[each] for each in appointment.premises) if face_to_face else ()
    with_us = (NEEDS[each] for each in appointment.comes_along if each is Companion.INTERPRETER)
    return Meeting(
        on=appointment.on,
        at=appointment.at,
        minutes=appointment.minutes,
        channel=appointment.channel,
        place=appointment.place if face_to_face else "",
        needs=(*place, *with_us),
    )
