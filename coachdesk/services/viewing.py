"""Who looked at a person's record: the audit's lines about them, by days and roles, as a paper for the person."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.i18n import Language
from coachdesk.people import Given, Person
from coachdesk.services.context import Context
from coachdesk.services.slips import PreparedSlip, slip_source
from coachdesk.slips import Viewed, ViewedDay, viewing_log
from coachdesk.storage import AuditLine, get
from coachdesk.storage.audit import lines_about
from coachdesk.storage.joining import joinings_of

LOOKED = frozenset(
    {
        "person.compared",
        "person.opened",
        "person.prepared",
        "interview.opened",
        "requirements.read",
        "commitment.shown",
        "commitment.verified",
        "commitment.read_aloud",
        "handover.looked",
        "handover.packed",
        "slip.shown",
        "slip.read_aloud",
        "viewing.looked",
        "viewing.read_aloud",
    }
)
"""Codes of what only reads. Whatever is opened in private is said no differently (interviews.md 4)."""

_ELSE: Mapping[str, Viewed] = MappingProxyType(
    {
        "person.added": Viewed.BEGUN,
        "commitment.printed": Viewed.PRINTED,
        "slip.printed": Viewed.PRINTED,
        "viewing.printed": Viewed.PRINTED,
        "commitment.saved": Viewed.SAVED,
        "slip.saved": Viewed.SAVED,
        "viewing.saved": Viewed.SAVED,
        "commitment.copied": Viewed.COPIED,
        "slip.copied": Viewed.COPIED,
        "viewing.copied": Viewed.COPIED,
        "person.copied": Viewed.COPY_MADE,
        "person.copy-saved": Viewed.COPY_MADE,
        "handover.given": Viewed.GIVEN,
        "handover.taken": Viewed.TAKEN,
        "sealed.recovered": Viewed.RECOVERED_WHOLE,
    }
)
_OF_EVERYBODY: Mapping[str, Viewed] = MappingProxyType(
    {
        "caseload.read": Viewed.LOOKED,
        "caseload.given-out": Viewed.LISTED,
        "vault.recovered-by-organisation": Viewed.RECOVERED,
    }
)
"""Codes of lines that are about the whole vault, and so about everybody in it."""


class Viewing:
    """What a person may know of who looked at their record."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def log(self, person_id: str, language: Language | None = None) -> PreparedSlip:
        """Who looked, as a paper, in the person's language where none is named; to be handed over as a slip is.

        Reading it is audited, and so stands in it.
        """
        with self._context.database.write() as writer:
            writer.audit("viewing.looked", subject=person_id, record=person_id)
        with self._context.database.read() as connection:
            person = get(connection, Person, person_id)
            days = viewed_days(connection, person_id)
        tongue = language or person.language
        document = viewing_log(slip_source(self._context, person, tongue), days)
        return PreparedSlip(person, None, Given.VIEWING, self._context.today(), tongue, document)


def viewed_days(connection: Connection, person_id: str) -> tuple[ViewedDay, ...]:
    """The days on which something was done with a record, newest first; of what was joined to it as well."""
    subjects = {person_id, *(each.other_id for each in joinings_of(connection, person_id))}
    return _by_day(lines_about(connection, subjects, _OF_EVERYBODY))


def _by_day(lines: Iterable[AuditLine]) -> tuple[ViewedDay, ...]:
    days = dict[object, ViewedDay]()
    begun = False
    for line in lines:
        begun = begun or bool(line.subject)
        if not begun:  # nobody's record yet: what was done with the vault was not done with it
            continue
        on, what = local(line.at).date(), viewed(line.code)
        known = days.get(on, ViewedDay(on, frozenset()))
        days[on] = ViewedDay(on, known.what | {what})
    return tuple(sorted(days.values(), key=lambda each: each.on, reverse=True))


def viewed(code: str) -> Viewed:
    """What a line of the audit says to the person; whatever is not known to be less is a change of their record."""
    if code in LOOKED or code.startswith(("sealed.opened", "circumstance.opened", "hold.opened", "giving.in-spite")):
        return Viewed.LOOKED
    return _ELSE.get(code) or _OF_EVERYBODY.get(code, Viewed.CHANGED)
