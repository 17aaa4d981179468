"""What files are called, wherever they are saved: nothing about the person is in a name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from coachdesk.clock import local
from coachdesk.commitments import Commitment, Format
from coachdesk.diary import Appointment
from coachdesk.i18n import Language
from coachdesk.people import Given

_NAMES: Mapping[Format, tuple[str, str]] = MappingProxyType(
    {
        Format.PDF: ("", "pdf"),
        Format.LARGE: ("-large", "pdf"),
        Format.EASY: ("-easy", "pdf"),
        Format.HTML: ("", "html"),
        Format.TEXT: ("", "txt"),
    }
)
"""What stands in a file's name for its form, and its ending."""


def file_name(commitment: Commitment, kind: Format, language: Language | None = None) -> str:
    """A name that tells nothing about the person, such as `plan-2026-12-01-K7M2-14.pdf`.

    The edition stands in it from the second on, then the form ("-large", "-easy"), and the language where it is not the
    one in which the commitment was issued.
    """
    day = local(commitment.issued_at)
    edition = f"-{commitment.edition}" if commitment.edition > 1 else ""
    form, ending = _NAMES[kind]
    tongue = f"-{language}" if language not in {None, commitment.language} else ""
    return f"plan-{day:%Y-%m-%d}-{commitment.number}{edition}{form}{tongue}.{ending}"


def slip_name(appointment: Appointment, given: Given, kind: Format, language: Language, own: Language) -> str:
    """The name of a slip, such as `slip-2026-12-15-1030.pdf`, and `change-...` of a receipt.

    The language stands in it where it is not the person's `own`. Nobody else has an appointment at that time.
    """
    what = "slip" if given is Given.REMINDER else "change"
    return f"{what}-{appointment.on:%Y-%m-%d}-{appointment.at:%H%M}{_form(kind, language, own)}"


def record_name(on: date, kind: Format, language: Language, own: Language) -> str:
    """The name of the list of who looked at a record, such as `record-2026-12-01.pdf`."""
    return f"record-{on:%Y-%m-%d}{_form(kind, language, own)}"


def _form(kind: Format, language: Language, own: Language) -> str:
    form, ending = _NAMES[kind]
    tongue = f"-{language}" if language is not own else ""
    return f"{form}{tongue}.{ending}"
