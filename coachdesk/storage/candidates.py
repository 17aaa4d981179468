"""Who may be meant: bounded lists of numbers in the index, the likeliest first."""

from itertools import islice

from sqlalchemy import Connection

from coachdesk.storage import search_sql as sql
from coachdesk.storage.search_words import Reading, Sought

_ALL, _ANY, _BORN, _PHONES = 150, 40, 60, 40
_WORDS, _PAIRS = 60, 12
_LOOKED_AT = 1_500
"""So many bearers of the rarest typed word are looked through for those who bear the others too."""
_SHORT = 3  # letters: so few begin many names, and those of families come first
Numbers = dict[int, None]


def with_all(connection: Connection, reading: Reading, born: tuple[str, str] | None, *, archived: bool) -> Numbers:
    """Those in whose names every typed word is found somehow, and who are born in the span, where there is one.

    Where even the rarest word has more bearers than are looked through, a given and a family name together lead to the
    people who have both.
    """
    known = [word for word in reading if word.scores]
    if not known:
        return {}
    rarest = min(known, key=lambda word: (len(word.typed) == 1, word.bearers))
    others = [word for word in known if word is not rarest]
    numbers: Numbers = {}
    if others and rarest.bearers > _LOOKED_AT:
        other = min(others, key=lambda word: (len(word.typed) == 1, word.bearers))
        numbers = _both(connection, rarest, other, archived=archived)
    if len(reading) == 1 and len(rarest.typed) <= _SHORT and not born:
        numbers = _families(connection, rarest, archived=archived)
    statement = [sql.HOLDERS]
    values: list[str | int] = [sql.json_of(rarest.few(_WORDS, _LOOKED_AT if others else 0)), int(archived)]
    for word in others:
        statement.append(sql.HOLDS_TOO)
        values += [sql.json_of(word.scores), word.typed, word.typed + sql.AFTER_EVERY_LETTER]
    if born:
        statement.append(sql.BORN_THEN)
        values += born
    return numbers | _numbers(connection, "".join((*statement, sql.LIMIT)), *values, _ALL)


def _both(connection: Connection, one: Sought, other: Sought, *, archived: bool) -> Numbers:
    """Those who have the likeliest of one word as a given name and of the other as their family, or the other way."""
    pairs = sorted(
        (-first.score - second.score, given, family)
        for here, there in ((one, other), (other, one))
        for given, first in islice(here.scores.items(), _PAIRS)
        for family, second in islice(there.scores.items(), _PAIRS)
    )
    wanted = [[given, family] for _score, given, family in pairs]
    return _numbers(connection, sql.GIVEN_AND_FAMILY, sql.json_of(wanted), int(archived), _ALL)


def with_any(connection: Connection, reading: Reading, *, archived: bool) -> Numbers:
    """Those in whose names one of the typed words is found."""
    numbers: Numbers = {}
    for word in reading:
        if word.scores and len(word.typed) > 1:
            values = (sql.json_of(word.few(_WORDS)), int(archived), _ANY)
            numbers |= _numbers(connection, sql.HOLDERS + sql.LIMIT, *values)
    return numbers


def by_birth(connection: Connection, born: tuple[str, str], *, archived: bool) -> Numbers:
    """Those born in the span."""
    return _numbers(connection, sql.BORN, int(archived), *born, _BORN)


def by_phone(connection: Connection, digits: str) -> Numbers:
    """Those whose phone number begins or ends with the digits."""
    return {
        number: None
        for key in (digits, f"<{digits[::-1]}")
        for number in _numbers(connection, sql.PHONES, key, key + ":", _PHONES)  # the character after every digit
    }


def _families(connection: Connection, word: Sought, *, archived: bool) -> Numbers:
    typed = word.typed
    return _numbers(connection, sql.FAMILY_BEGINNING, int(archived), typed, typed + sql.AFTER_EVERY_LETTER, _ANY)


def _numbers(connection: Connection, statement: str, *values: str | int) -> Numbers:
    return {number: None for (number,) in sql.rows(connection, statement, *values)}
