"""Lines of the caseload in words, for the list and for the find box of the window."""

from coachdesk.i18n import _, clock_time, ngettext, short_date
from coachdesk.people import NEEDS
from coachdesk.people.labels import same_words, why_words
from coachdesk.services import Candidate, Likely, PersonRow, Services
from ui.kit import Row

FOUND = 8
MOST_REASONS = 2
ADD = "add:"
"""Before what was typed, in the id of the row that leads to the form for a new person."""
_DOT = " \N{MIDDLE DOT} "


def person_row(row: PersonRow) -> Row:
    """Name, next appointment, last contact, open actions; needs on a line below."""
    return Row(
        row.person_id,
        (row.listed, _next(row), _last(row), _actions(row)),
        below=_DOT.join((*_why(row), *(_(NEEDS[need]) for need in NEEDS if need in row.needs))),
    )


def search_rows(services: Services, text: str) -> tuple[Row, ...]:
    """Who fits what was typed, best first, for the find box; ids are those of people."""
    return tuple(
        Row(
            row.person_id,
            (row.listed, short_date(row.date_of_birth) if row.date_of_birth else "", _next(row)),
            below=_DOT.join(_why(row)),
        )
        for row in services.people.find(text, limit=FOUND)
    )


def add_row(text: str, *, found: bool) -> Row:
    """The way from the find box to the form for a new person, into which what was typed goes."""
    cells = (_("Add a person"), "", "") if found else (_("Nobody fits"), "", _("Add a person"))
    return Row(f"{ADD}{text}", cells)


def likely_row(likely: Likely) -> Row:
    """Somebody who may be here already: name, date of birth, where they are, last contact; what makes it likely below."""
    return _known(likely.row, same_words(likely.same))


def candidate_row(candidate: Candidate) -> Row:
    """Somebody whose record may be of the same person, in the same words."""
    return _known(candidate.row, "" if candidate.same is None else same_words(candidate.same))


def _known(row: PersonRow, below: str) -> Row:
    born = short_date(row.date_of_birth) if row.date_of_birth else ""
    here = _("Left your caseload") if row.archived else _("On your caseload")
    seen = _("Last: {day}").format(day=short_date(row.last_contact)) if row.last_contact else ""
    return Row(row.person_id, (row.listed, born, here, seen), below=below)


def _why(row: PersonRow) -> tuple[str, ...]:
    return tuple(why_words(reason) for reason in row.reasons[:MOST_REASONS])


def _next(row: PersonRow) -> str:
    if row.next_on is None or row.next_at is None:
        return _("No appointment")
    return _("Next: {day}, {time}").format(day=short_date(row.next_on), time=clock_time(row.next_at))


def _last(row: PersonRow) -> str:
    if row.last_contact is None:
        return _("Not seen yet")
    return _("Last: {day}").format(day=short_date(row.last_contact))


def _actions(row: PersonRow) -> str:
    if not row.open_actions:
        return ""
    return ngettext("One open action", "{n} open actions", row.open_actions).format(n=row.open_actions)
