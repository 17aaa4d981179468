"""Looking for whoever is being added among those who are here already."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.name_lists import forms
from coachdesk.people import Person
from coachdesk.people.duplicates import EXACT, Same, likely_same
from coachdesk.storage import PersonRow, find, people_rows, table_of


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody who may be the same person, and what makes it likely."""

    row: PersonRow
    same: Same

    @property
    def exact(self) -> bool:
        """Whether it is by identifiers that hardly two people share."""
        return self.same in EXACT


def likely_rows(connection: Connection, person: Person, day: date) -> tuple[Likely, ...]:
    """Who is likely to be this person, the surest first."""
    born = f" {person.date_of_birth:%d/%m/%Y}" if person.date_of_birth else ""
    asked = [text for text in (f"{person.full_name}{born}", person.full_name, person.phone) if text.strip()]
    rows = {
        row.person_id: row
        for archived in (False, True)
        for text in dict.fromkeys(asked)
        for row in people_rows(connection, text, day=day, forms=forms(), archived=archived)
        if row.person_id != person.id
    }
    known = {each.id: each for each in find(connection, Person, table_of(Person).c.id.in_(rows))}
    found = [
        Likely(shown(row, known[row.person_id]), same)
        for row in rows.values()
        if (same := likely_same(person, known[row.person_id], forms())) is not None
    ]
    order = list(Same)
    return tuple(sorted(found, key=lambda each: order.index(each.same)))


def shown(row: PersonRow, person: Person) -> PersonRow:
    """Of somebody with a safe address neither where they are expected nor when they were here."""
    if not person.safe_address:
        return row
    return replace(row, next_on=None, next_at=None, last_contact=None, open_actions=0, needs=(), reasons=())
