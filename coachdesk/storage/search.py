"""Finding people by whatever was typed into the one box: what may be meant is looked up, then ranked by pure functions.

Every lookup goes by an index and takes a bounded number of rows, so that a caseload ten times as large costs hardly more.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from coachdesk.people.box import Box, read_box
from coachdesk.people.forms import Forms
from coachdesk.people.ranking import LEAST, Fit, Named, Role, fit
from coachdesk.storage.agreed_index import agreed_by
from coachdesk.storage.candidates import by_birth, by_phone, with_all, with_any
from coachdesk.storage.search_sql import FETCH, json_of, rows
from coachdesk.storage.search_words import Reading, readings_of
from coachdesk.storage.tables import PEOPLE_INDEX

MOST = 20
FAR_BEHIND = 0.3
"""Whoever fits so much less than the best is not meant."""
_ROLES = {str(int(role)): role for role in Role}


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who fits: their number in the index, and how and why."""

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
    numbers = _candidates(connection, box, readings, archived=archived)
    agreed = agreed_by(connection, box.words, _unnamed(readings), tuple(numbers))
    ways = [tuple((word.typed, word.scores) for word in reading) for reading in readings]
    found = []
    for number, sort_key, born, phones, parts in rows(
        connection, FETCH, json_of([*dict.fromkeys((*numbers, *agreed))]), int(archived)
    ):
        birth = date.fromisoformat(born) if born else None
        how = fit(box, ways, Named(_parts(parts), birth, tuple(phones.split()), agreed.get(number, "")))
        if how.score >= LEAST:
            found.append((-round(how.score, 3), sort_key, number, how))
    found.sort(key=_order)
    behind = found[0][0] + FAR_BEHIND if found else 0.0
    near = (Found(number, how) for score, _sort_key, number, how in found[: min(most, MOST)] if score <= behind)
    return tuple(near)


def people_count(connection: Connection, *, archived: bool = False) -> int:
    """How many people are on the caseload, or have left it."""
    counted = select(func.count()).where(PEOPLE_INDEX.c.archived == int(archived))
    return int(connection.execute(counted).scalar_one())


def _candidates(connection: Connection, box: Box, readings: list[Reading], *, archived: bool) -> dict[int, None]:
    """Numbers of those who may be meant, the likeliest first; a few hundred at most."""
    numbers: dict[int, None] = {}
    for span in dict.fromkeys(each.span for each in box.born):
        if span:
            for reading in readings:
                numbers |= with_all(connection, reading, span, archived=archived)
            numbers |= by_birth(connection, span, archived=archived)
    if box.phone:
        numbers |= by_phone(connection, box.phone)
    for reading in readings:
        numbers |= with_all(connection, reading, None, archived=archived)
    if len(numbers) < MOST:
        for reading in readings:
            numbers |= with_any(connection, reading, archived=archived)
    return numbers


def _unnamed(readings: list[Reading]) -> tuple[str, ...]:
    """The words that are nobody's name."""
    return tuple(word.typed for word in readings[0] if word.best < 0.8) if readings else ()


def _parts(text: str) -> tuple[tuple[str, Role], ...]:
    """From the words with the digit of what each is part of behind it."""
    return tuple((each[:-1], _ROLES[each[-1]]) for each in (text or "").split())


def _order(found: tuple[float, str, int, Fit]) -> tuple[float, str, int]:
    return found[:3]
