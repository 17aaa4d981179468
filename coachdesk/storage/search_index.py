"""The index over people's names: a trigram index for misspellings, and the parts of names for their beginnings."""

from functools import cache

from sqlalchemy import Column, Connection, MetaData, Table, bindparam, delete, insert, select, update

from coachdesk.people.names import search_key
from coachdesk.people.person import Person
from coachdesk.storage.mapper import Kept
from coachdesk.storage.names import padded, parts_of
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.tables import NAME_PARTS, PEOPLE_INDEX

_SORT_SEPARATOR = "\x1f"  # before every letter, so that "Khan, Zoe" comes before "Khanna, Amy"
_FTS = Table("people_fts", MetaData(), Column("rowid", Kept(int)), Column("names", Kept(str)))


def index_person(connection: Connection, person: Person) -> None:
    """Make a person findable under the names they have now."""
    row = {
        "sort_key": _SORT_SEPARATOR.join((search_key(person.family_name), search_key(person.given_name))),
        "archived": int(person.archived_at is not None),
    }
    number = _number().value(connection, {"the_person": person.id})
    if number is None:
        number = _add().value(connection, row | {"person_id": person.id})
    else:
        _change().run(connection, row | {"the_number": number})
        _take_out(connection, number)
    names = (person.given_name, person.preferred_name, person.family_name, person.paper_name)
    parts = tuple(dict.fromkeys(parts_of(" ".join(names))))
    for part in parts:
        _add_part().run(connection, {"part": part, "number": number})
    _add_names().run(connection, {"rowid": number, "names": padded(parts)})


def forget_person(connection: Connection, person_id: str) -> None:
    """Take a person out of the index."""
    number = _number().value(connection, {"the_person": person_id})
    if number is not None:
        _take_out(connection, number)
        _remove().run(connection, {"the_number": number})


def _take_out(connection: Connection, number: int) -> None:
    _remove_parts().run(connection, {"the_number": number})
    _remove_names().run(connection, {"the_number": number})


@cache
def _number() -> Prepared:
    return Prepared(select(PEOPLE_INDEX.c.number).where(PEOPLE_INDEX.c.person_id == bindparam("the_person")))


@cache
def _add() -> Prepared:
    return Prepared(insert(PEOPLE_INDEX).returning(PEOPLE_INDEX.c.number), ["person_id", "sort_key", "archived"])


@cache
def _change() -> Prepared:
    here = PEOPLE_INDEX.c.number == bindparam("the_number")
    return Prepared(update(PEOPLE_INDEX).where(here), ["sort_key", "archived"])


@cache
def _remove() -> Prepared:
    return Prepared(delete(PEOPLE_INDEX).where(PEOPLE_INDEX.c.number == bindparam("the_number")))


@cache
def _add_part() -> Prepared:
    return Prepared(insert(NAME_PARTS))


@cache
def _remove_parts() -> Prepared:
    return Prepared(delete(NAME_PARTS).where(NAME_PARTS.c.number == bindparam("the_number")))


@cache
def _add_names() -> Prepared:
    return Prepared(insert(_FTS))


@cache
def _remove_names() -> Prepared:
    return Prepared(delete(_FTS).where(_FTS.c.rowid == bindparam("the_number")))
