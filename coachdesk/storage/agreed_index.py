"""The full-text index over what was agreed: words of goals and actions that may stand on paper, and no others.

What is between the coach and the person, sealed or sensitive has no way into it: a text comes in as `Printable` only.
"""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Column, Connection, MetaData, Table, bindparam, delete, insert, select

from coachdesk.people.person import Person
from coachdesk.plans.plan import Action, Goal
from coachdesk.privacy import Printable, on_paper
from coachdesk.storage.mapper import Kept
from coachdesk.storage.prepared import Prepared
from coachdesk.storage.reading import find_by
from coachdesk.storage.search_index import number_of
from coachdesk.storage.search_sql import json_of, rows
from coachdesk.storage.search_tables import AGREED_INDEX
from coachdesk.storage.tables import PEOPLE_INDEX

_FTS = Table("agreed_fts", MetaData(), Column("rowid", Kept(int)), Column("words", Kept(str)))
_MOST = 60
_SHORTEST = 3  # letters
_MATCH = """\
SELECT a.person_number, f.words FROM agreed_fts AS f CROSS JOIN agreed_index AS a
WHERE f.agreed_fts MATCH ? AND a.number = f.rowid
"""
_NEWEST = "ORDER BY f.rowid DESC LIMIT ?"
_OF_THEM = """\
SELECT a.person_number, f.words
FROM json_each(?) AS j CROSS JOIN agreed_index AS a CROSS JOIN agreed_fts AS f
WHERE a.person_number = j.value AND f.rowid = a.number AND f.agreed_fts MATCH ? LIMIT ?
"""
"""From the people to their words: a word that many plans have is not gone through for everybody."""
_LOOKED_AT = 40  # people


def index_agreed(connection: Connection, record: Goal | Action) -> None:
    """Make a person findable by the words of a goal or an action, as they are now."""
    forget_agreed(connection, record.id)
    words = on_paper(record.text, record.privacy)
    number = number_of(connection, record.person_id)
    if words is not None and number is not None and not is_archived(connection, record.person_id):
        _add(connection, record.id, number, words)


def forget_agreed(connection: Connection, record_id: str) -> None:
    """Take a goal or an action out of the index."""
    row = _row().value(connection, {"the_record": record_id})
    if row is not None:
        _remove_words().run(connection, {"the_number": row})
        _remove().run(connection, {"the_number": row})


def index_agreed_with(connection: Connection, person: Person) -> None:
    """What was agreed with somebody who has left the caseload is forgotten; when they come back it is found again."""
    for goal in find_by(connection, Goal, person_id=person.id):
        index_agreed(connection, goal)
    for action in find_by(connection, Action, person_id=person.id):
        index_agreed(connection, action)


def is_archived(connection: Connection, person_id: str) -> bool | None:
    """Whether the index holds a person as one who has left the caseload; None where it does not know them."""
    archived: int | None = _archived().value(connection, {"the_person": person_id})
    return None if archived is None else bool(archived)


def agreed_by(
    connection: Connection, words: Sequence[str], unnamed: Sequence[str], people: Sequence[int]
) -> dict[int, str]:
    """With whom something was agreed in these words, and what: by their numbers in the index.

    All words are looked for, and those that are nobody's name with the people whose names the others are.
    """
    found: dict[int, str] = {}
    if (wanted := _query(unnamed)) and people and len(unnamed) < len(words):
        found |= dict(rows(connection, _OF_THEM, json_of(people[:_LOOKED_AT]), wanted, _MOST))
    if wanted := _query(words):
        found = dict(rows(connection, _MATCH + _NEWEST, wanted, _MOST)) | found
    return found


def _query(words: Sequence[str]) -> str:
    """Every word or how it begins; a word holds letters and digits only. Empty where one is too short to look for."""
    if not words or min(map(len, words)) < _SHORTEST:
        return ""
    together = f' OR "{"".join(words)}"*' if len(words) > 1 else ""
    return " AND ".join(f'"{word}"*' for word in words) + together


def _add(connection: Connection, record_id: str, number: int, words: Printable[str]) -> None:
    row = _insert().value(connection, {"record_id": record_id, "person_number": number})
    _insert_words().run(connection, {"rowid": row, "words": words.value})


@cache
def _archived() -> Prepared:
    return Prepared(select(PEOPLE_INDEX.c.archived).where(PEOPLE_INDEX.c.person_id == bindparam("the_person")))


@cache
def _row() -> Prepared:
    return Prepared(select(AGREED_INDEX.c.number).where(AGREED_INDEX.c.record_id == bindparam("the_record")))


@cache
def _insert() -> Prepared:
    return Prepared(insert(AGREED_INDEX).returning(AGREED_INDEX.c.number), ["record_id", "person_number"])


@cache
def _insert_words() -> Prepared:
    return Prepared(insert(_FTS))


@cache
def _remove_words() -> Prepared:
    return Prepared(delete(_FTS).where(_FTS.c.rowid == bindparam("the_number")))


@cache
def _remove() -> Prepared:
    return Prepared(delete(AGREED_INDEX).where(AGREED_INDEX.c.number == bindparam("the_number")))
