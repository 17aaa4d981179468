"""The form for an appointment as it stands, and the appointment that is meant by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from coachdesk.diary import Appointment, Booking, Companion, Premises, read_time
from coachdesk.i18n import _
from coachdesk.interviews import Channel, as_date, as_fields
from coachdesk.services import PersonRow

NOBODY = "nobody"
"""The choice among the ways to meet for time without contact."""

LONGEST = 480
TYPED = (
    "on",
    "at",
    "minutes",
    "definition_id",
    "channel",
    "place",
    "without_contact",
    "channel_reason",
    "channel_until",
    "premises",
    "comes_along",
)
"""What the form says of an appointment. All else of one that is changed stays as it is, its place in a move too."""
FREE = Booking(None)


@dataclass(frozen=True, slots=True)
class More:
    """What only some appointments need, as typed and chosen."""

    minutes: str = ""
    place: str = ""
    premises: tuple[str, ...] = ()
    comes_along: tuple[str, ...] = ()
    reason: str = ""
    until: object = ""


@dataclass(frozen=True, slots=True)
class BookingState:
    """The form as it stands.

    Attributes:
        changing: the stored appointment that is being put right; None for a new one.
        moved: the stored appointment in whose place this one comes; its state says who moved it.
        on, at: as typed.
        more: what only some appointments need, unfolded by `more_shown`.
        draft: the appointment as understood so far; None while something is missing.
        found_out: what stands against it, and what only wants saying.
        as_agreed: the day on which the next contact is due by what was agreed with the person; None where nothing was.
        problems: what is wrong, by field: person, on, at, minutes, reason, until. Said when somebody wants to book.
    """

    is_open: bool = False
    changing: Appointment | None = None
    moved: Appointment | None = None
    typed: str = ""
    found: tuple[PersonRow, ...] = ()
    person_id: str = ""
    name: str = ""
    on: object = ""
    at: str = ""
    definition_id: str = ""
    channel: str = Channel.FACE_TO_FACE.value
    as_agreed: date | None = None
    more: More = field(default_factory=More)
    more_shown: bool = False
    draft: Appointment | None = None
    found_out: Booking = FREE
    problems: Mapping[str, str] = field(default_factory=dict)


def of(appointment: Appointment, name: str) -> BookingState:
    """The open form with a stored appointment in it."""
    return BookingState(
        is_open=True,
        person_id=appointment.person_id,
        name=name,
        on=appointment.on.isoformat(),
        at=f"{appointment.at:%H:%M}",
        definition_id=appointment.definition_id,
        channel=NOBODY if appointment.without_contact else appointment.channel.value,
        more=more_of(appointment),
        more_shown=bool(appointment.channel_reason or appointment.place),
    )


def more_of(appointment: Appointment) -> More:
    """What only some appointments need, of one."""
    until = appointment.channel_until
    return More(
        minutes=str(appointment.minutes),
        place=appointment.place,
        premises=tuple(appointment.premises),
        comes_along=tuple(appointment.comes_along),
        reason=appointment.channel_reason,
        until=until.isoformat() if until else "",
    )


def minutes_of(typed: str, usual: int) -> int | None:
    """The length that is typed, the usual one where nothing is, None where it is no length."""
    if not typed.strip():
        return usual
    number = int(typed) if typed.strip().isdecimal() else 0
    return number if 1 <= number <= LONGEST else None


def with_more(draft: Appointment, more: More, minutes: int) -> Appointment:
    """The appointment with what only some need."""
    return replace(
        draft,
        minutes=minutes,
        place=more.place.strip(),
        premises=tuple(Premises(each) for each in more.premises),
        comes_along=tuple(Companion(each) for each in more.comes_along),
        channel_reason=more.reason.strip(),
        channel_until=as_date(more.until),
    )


def problems(state: BookingState) -> dict[str, str]:
    """What is missing or cannot be, by field."""
    found = {}
    if not state.person_id:
        found["person"] = _("Choose the person.")
    if as_date(state.on) is None:
        found["on"] = _("Enter a day that there is, such as 1 12 2026.")
    if read_time(state.at) is None:
        found["at"] = _("Enter a time, such as 10:30 or 2pm.")
    if minutes_of(state.more.minutes, 1) is None:
        found["minutes"] = _("Enter a number of minutes up to {most}.").format(most=LONGEST)
    return found | _of_the_arrangement(state)


def _of_the_arrangement(state: BookingState) -> dict[str, str]:
    """What is wrong with a last day: it belongs to a reason, and an appointment after it would not be covered by it."""
    on, until, more = as_date(state.on), as_date(state.more.until), state.more
    if not "".join(as_fields(more.until)).strip():
        return {}
    if until is None:
        return {"until": _("Enter a day that there is, such as 1 12 2026.")}
    if not more.reason.strip():
        return {"reason": _("Say why you meet in this way until then, or leave the day empty.")}
    if on is not None and until < on:
        return {"until": _("That is before the appointment. Enter a later day, or leave the reason and the day empty.")}
    return {}
