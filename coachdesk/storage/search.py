"""Finding people by whatever was typed into the one box: what may be meant is looked up, then ranked by pure functions.

Every lookup goes by an index and takes a bounded number of rows, so that a caseload ten times as large costs hardly more.
"""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from coachdesk.people.box import Box, read_box
from coachdesk.people.forms import Forms
from coachdesk.people.ranking import LEAST, Fit, best_by_name, fit, typed_word
from coachdesk.storage import search_sql as sql
from coachdesk.storage.agreed_index import agreed_by
from coachdesk.storage.candidates import by_birth, by_phone, with_all, with_any
from coachdesk.storage.names import parts_of
from coachdesk.storage.search_tables import PEOPLE_COUNTS
from coachdesk.storage.search_words import Reading, readings_of

MOST = 20
FAR_BEHIND = 0.3
"""Whoever fits so much less than the best is not meant."""
SURE = 0.85
"""Where somebody fits so well, nobody is looked for of whose name only a part was typed."""


class Found(NamedTuple):
    """Somebody who fits: their number in the index, how and why; `place` orders them, best first."""

    place: tuple[float, str, int]
    number: int
    fit: Fit


def search(
    connection: Connection, typed: str, *, today: date, forms: Forms, most: int = MOST, archived: bool = False
) -> tuple[Found, ...]:
    """Who fits what was typed, best first, at most 20; nobody where nothing was typed that can be looked for.

    Args:
        connection: a read connection.
        typed: words of names and of what was agreed, a date of birth, digits of a phone, in any order and spelling.
        today: for years of two digits.
        forms: short forms and spellings of names.
        most: how many at most.
        archived: those who have left the caseload instead of those on it.
    """
    box = read_box(typed, today)
    readings = readings_of(connection, box.words, forms)
    numbers = _likely(connection, box, readings, archived=archived)
    found = _ranked(connection, box, readings, numbers, archived=archived)
    if not found or found[0].fit.score < SURE:
        for reading in readings:
            numbers |= with_any(connection, reading, archived=archived)
        found = _ranked(connection, box, readings, numbers, archived=archived)
    least = found[0].fit.score - FAR_BEHIND if found else 0.0
    return tuple(each for each in found[: min(most, MOST)] if each.fit.score >= least)


def people_count(connection: Connection, *, archived: bool = False) -> int:
    """How many people are on the caseload, or have left it."""
    counted = select(PEOPLE_COUNTS.c.many).where(PEOPLE_COUNTS.c.archived == int(archived))
    return connection.execute(counted).scalar() or 0


def _likely(connection: Connection, box: Box, readings: list[Reading], *, archived: bool) -> dict[int, None]:
    """Numbers of those whom everything fits that was typed, at most a few hundred."""
    numbers: dict[int, None] = {}
    for born in box.born:
        if born.span:
            if born.day or not box.words:
                numbers |= by_birth(connection, born.span, archived=archived)
            else:
                for reading in readings:
                    numbers |= with_all(connection, reading, born.span, archived=archived)
    if box.phone:
        numbers |= by_phone(connection, box.phone)
    for reading in readings:
        numbers |= with_all(connection, reading, None, archived=archived)
    return numbers


def _ranked(
    connection: Connection, box: Box, readings: list[Reading], numbers: dict[int, None], *, archived: bool
) -> list[Found]:
    """Those of them who fit, best first, and those with whom something was agreed in the words."""
    agreed = agreed_by(connection, box.words, _unnamed(readings), tuple(numbers))
    ways = [tuple(typed_word(word.typed, word.scores) for word in reading) for reading in readings]
    same_names = dict[tuple[str, str], Fit]()
    found = []
    wanted = sql.json_of(dict.fromkeys((*numbers, *agreed)))
    for number, sort_key, born, phones, names in sql.rows(connection, sql.FETCH, wanted, int(archived)):
        key = names, agreed.get(number, "")
        if (by_name := same_names.get(key)) is None:
            by_name = same_names[key] = best_by_name(ways, parts_of(names), key[1])
        how = by_name
        if box.born or box.phone:
            how = fit(box, by_name, date.fromisoformat(born) if born else None, phones.split())
        if how.score >= LEAST:
            found.append(Found((-round(how.score, 3), sort_key, number), number, how))
    return sorted(found)


def _unnamed(readings: list[Reading]) -> tuple[str, ...]:
    """The words that are nobody's name."""
    return tuple(word.typed for word in readings[0] if word.best < 0.8) if readings else ()
