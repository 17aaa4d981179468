"""The index over people's names: a trigram index for misspellings, and the parts of names for their beginnings."""

from sqlalchemy import Connection, delete, insert, select, text, update

from coachdesk.people.names import search_key
from coachdesk.people.person import Person
from coachdesk.storage.names import padded, parts_of
from coachdesk.storage.tables import NAME_PARTS, PEOPLE_INDEX

_SORT_SEPARATOR = "\x1f"  # before every letter, so that "Khan, Zoe" comes before "Khanna, Amy"
_TAKE_OUT = text("DELETE FROM people_fts WHERE rowid = :number")
_PUT_IN = text("INSERT INTO people_fts (rowid, names) VALUES (:number, :names)")


def index_person(connection: Connection, person: Person) -> None:
    """Make a person findable under the names they have now."""
    row = {
        "sort_key": _SORT_SEPARATOR.join((search_key(person.family_name), search_key(person.given_name))),
        "archived": int(person.archived_at is not None),
    }
    number = _number_of(connection, person.id)
    if number is None:
        number = connection.execute(
            insert(PEOPLE_INDEX).returning(PEOPLE_INDEX.c.number), row | {"person_id": person.id}
        ).scalar_one()
    else:
        connection.execute(update(PEOPLE_INDEX).where(PEOPLE_INDEX.c.number == number), row)
        _take_out(connection, number)
    parts = tuple(dict.fromkeys(parts_of(f"{person.given_name} {person.preferred_name} {person.family_name}")))
    if parts:
        connection.execute(insert(NAME_PARTS), [{"part": part, "number": number} for part in parts])
    connection.execute(_PUT_IN, {"number": number, "names": padded(parts)})


def forget_person(connection: Connection, person_id: str) -> None:
    """Take a person out of the index."""
    number = _number_of(connection, person_id)
    if number is not None:
        _take_out(connection, number)
        connection.execute(delete(PEOPLE_INDEX).where(PEOPLE_INDEX.c.number == number))


def _number_of(connection: Connection, person_id: str) -> int | None:
    number: int | None = connection.execute(
        select(PEOPLE_INDEX.c.number).where(PEOPLE_INDEX.c.person_id == person_id)
    ).scalar()
    return number


def _take_out(connection: Connection, number: int) -> None:
    connection.execute(delete(NAME_PARTS).where(NAME_PARTS.c.number == number))
    connection.execute(_TAKE_OUT, {"number": number})
