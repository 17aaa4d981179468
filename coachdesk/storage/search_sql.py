"""The statements of the search as text: lists of any length go in as one JSON value, so each is parsed once only."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from coachdesk.storage.mapper import canonical

AFTER_EVERY_LETTER = "\U0010ffff"

WORDS_BY_KEY = """\
SELECT part, fold, sound, holders FROM name_words
WHERE part IN (SELECT k.part FROM json_each(?) AS j CROSS JOIN name_keys AS k WHERE k."key" = j.value)
"""
WORDS = "SELECT part, fold, sound, holders FROM name_words WHERE part IN (SELECT value FROM json_each(?))"
WORDS_BEGINNING = "SELECT part, fold, sound, holders FROM name_words WHERE part >= ? AND part < ? LIMIT ?"

HOLDERS = """\
SELECT p.number FROM json_each(?) AS j CROSS JOIN name_parts AS p
WHERE p.part = j.value AND p.archived = ?
"""
HOLDS_TOO = """\
AND EXISTS (SELECT 1 FROM name_parts AS q WHERE q.number = p.number
    AND (q.part IN (SELECT value FROM json_each(?)) OR (q.part >= ? AND q.part < ?)))
"""
BORN_THEN = """\
AND EXISTS (SELECT 1 FROM people_index AS i WHERE i.number = p.number AND i.born BETWEEN ? AND ?)
"""
LIMIT = "LIMIT ?"
GIVEN_AND_FAMILY = """\
SELECT p.number FROM json_each(?) AS j CROSS JOIN name_parts AS p
WHERE p.part = j.value ->> 0 AND p.archived = ? AND p.role IN (1, 2)
    AND p.sort_key >= j.value ->> 1 AND p.sort_key < (j.value ->> 1) || '!'
LIMIT ?
"""
"""The exclamation mark comes after whatever ends the family name's first word, and before every letter."""
FAMILY_BEGINNING = """\
SELECT number FROM people_index WHERE archived = ? AND sort_key >= ? AND sort_key < ? ORDER BY sort_key, number LIMIT ?
"""
BORN = """\
SELECT number FROM people_index WHERE archived = ? AND born BETWEEN ? AND ? ORDER BY born, sort_key LIMIT ?
"""
PHONES = """\
SELECT number FROM phone_keys WHERE "key" >= ? AND "key" < ? LIMIT ?
"""
FETCH = """\
SELECT i.number, i.sort_key, i.born, i.phones, i.names FROM json_each(?) AS j CROSS JOIN people_index AS i
WHERE i.number = j.value AND i.archived = ?
"""


def rows(connection: Connection, statement: str, *values: str | int) -> list[Any]:
    """What a statement gives; straight from the driver, as `Prepared` does it: a keystroke waits for this."""
    driver: dbapi2.Connection = connection.connection.driver_connection
    found: list[Any] = driver.execute(statement, values).fetchall()
    return found


def json_of(values: Iterable[str | int | list[str]]) -> str:
    """A list as one value."""
    return canonical(list(values))
