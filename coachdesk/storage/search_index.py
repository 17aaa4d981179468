"""Keeps the index by which people are found: every change of a person changes it in the same transaction."""

from functools import cache

from sqlalchemy import Connection, Delete, Table, Update, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from coachdesk.people.names import search_key
from coachdesk.people.person import Person
from coachdesk.people.phones import national
from coachdesk.people.ranking import Role
from coachdesk.people.spelling import folded, keys_of, sound
from coachdesk.storage.names import roles_of, written
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.search_tables import NAME_KEYS, NAME_PARTS, NAME_WORDS, PEOPLE_COUNTS, PHONE_KEYS
from coachdesk.storage.tables import PEOPLE_INDEX

_SORT_SEPARATOR = "\x1f"  # before every letter, so that "Khan, Zoe" comes before "Khanna, Amy"


def index_person(connection: Connection, person: Person) -> None:
    """Make a person findable under the names, the date of birth and the phone that they have now."""
    parts = roles_of(person)
    has_left = int(person.archived_at is not None)
    row = {
        "sort_key": _SORT_SEPARATOR.join((search_key(person.family_name), search_key(person.given_name))),
        "archived": has_left,
        "born": person.date_of_birth.isoformat() if person.date_of_birth else None,
        "phones": " ".join(national(person.phone)),
        "names": written(parts),
    }
    number, archived = _place(connection, person.id)
    if archived != has_left:
        _count_people(connection, before=archived, now=has_left)
    if number is None:
        number = int(_add().value(connection, row | {"person_id": person.id}))
        held = set[tuple[str, Role]]()
    else:
        _change().run(connection, row | {"the_number": number})
        held = _held(connection, number)
        _take_out(connection, number)
    for part, role in parts:
        _insert(NAME_PARTS).run(connection, row | {"part": part, "role": int(role), "number": number})
    _hold(connection, {part for part, _role in parts}, {part for part, _role in held})
    for phone in national(person.phone):
        for key in {phone, f"<{phone[::-1]}"}:
            _insert(PHONE_KEYS).run(connection, {"key": key, "number": number})


def forget_person(connection: Connection, person_id: str) -> None:
    """Take a person out of the index, and every word that was in no other name."""
    number, archived = _place(connection, person_id)
    if number is not None:
        _count_people(connection, before=archived, now=None)
        held = _held(connection, number)
        _take_out(connection, number)
        _hold(connection, set(), {part for part, _role in held})
        _remove(PEOPLE_INDEX).run(connection, {"the_number": number})


def number_of(connection: Connection, person_id: str) -> int | None:
    """A person's number in the index, or None."""
    return _place(connection, person_id)[0]


def _place(connection: Connection, person_id: str) -> tuple[int, int] | tuple[None, None]:
    """A person's number in the index, and whether they have left the caseload."""
    row = next(_number().rows(connection, {"the_person": person_id}), None)
    return (row["number"], row["archived"]) if row else (None, None)


def _count_people(connection: Connection, *, before: int | None, now: int | None) -> None:
    """Somebody came, left or came back; None: is not here."""
    for archived, more in ((before, -1), (now, 1)):
        if archived is not None:
            _recount().run(connection, {"archived": archived, "many": more})


def _take_out(connection: Connection, number: int) -> None:
    for table in (NAME_PARTS, PHONE_KEYS):
        _remove(table).run(connection, {"the_number": number})


def _held(connection: Connection, number: int) -> set[tuple[str, Role]]:
    return {(row["part"], Role(row["role"])) for row in _parts().rows(connection, {"the_number": number})}


def _hold(connection: Connection, now: set[str], before: set[str]) -> None:
    """Count who holds each word; its keys come with the first and go with the last."""
    for part in sorted(now - before):
        if not _count().run(connection, {"the_part": part, "more": 1}):
            fold = folded(part)
            word = {"part": part, "holders": 1, "fold": fold, "sound": (code := sound(fold))}
            _insert(NAME_WORDS).run(connection, word)
            for key in sorted(keys_of(part, fold, code)):
                _insert(NAME_KEYS).run(connection, {"key": key, "part": part})
    for part in sorted(before - now):
        _count().run(connection, {"the_part": part, "more": -1})
        if _drop_word().run(connection, {"the_part": part, "nobody": 0}):
            _drop_keys().run(connection, {"the_part": part})


@cache
def _number() -> Prepared:
    columns = PEOPLE_INDEX.c
    return Prepared(select(columns.number, columns.archived).where(columns.person_id == bindparam("the_person")))


@cache
def _recount() -> Prepared:
    columns, new = PEOPLE_COUNTS.c, upsert(PEOPLE_COUNTS)
    more = {"many": columns.many + new.excluded.many}
    return Prepared(new.on_conflict_do_update(index_elements=[columns.archived], set_=more), ["archived", "many"])


@cache
def _add() -> Prepared:
    columns = ["person_id", "sort_key", "archived", "born", "phones", "names"]
    return Prepared(insert(PEOPLE_INDEX).returning(PEOPLE_INDEX.c.number), columns)


@cache
def _change() -> Prepared:
    here = PEOPLE_INDEX.c.number == bindparam("the_number")
    return Prepared(update(PEOPLE_INDEX).where(here), ["sort_key", "archived", "born", "phones", "names"])


@cache
def _insert(table: Table) -> Prepared:
    return Prepared(insert(table))


@cache
def _remove(table: Table) -> Prepared:
    return Prepared(delete(table).where(table.c.number == bindparam("the_number")))


@cache
def _parts() -> Prepared:
    return Prepared(select(NAME_PARTS.c.part, NAME_PARTS.c.role).where(NAME_PARTS.c.number == bindparam("the_number")))


@cache
def _count() -> Prepared:
    columns = NAME_WORDS.c
    more: Update = update(NAME_WORDS).where(columns.part == bindparam("the_part"))
    return Prepared(more.values(holders=columns.holders + bindparam("more")), [])


@cache
def _drop_word() -> Prepared:
    gone: Delete = delete(NAME_WORDS).where(
        NAME_WORDS.c.part == bindparam("the_part"), NAME_WORDS.c.holders == bindparam("nobody")
    )
    return Prepared(gone)


@cache
def _drop_keys() -> Prepared:
    return Prepared(delete(NAME_KEYS).where(NAME_KEYS.c.part == bindparam("the_part")))
