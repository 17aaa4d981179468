"""Who may be meant: bounded lists of numbers in the index, the likeliest first."""

from sqlalchemy import Connection

from coachdesk.storage import search_sql as sql
from coachdesk.storage.search_words import Reading, Sought

_ALL, _ANY, _BORN, _PHONES = 150, 40, 60, 40
_WORDS = 60
_SHORT = 3  # letters: so few begin many names, and those of families come first


def with_all(
    connection: Connection, reading: Reading, born: tuple[str, str] | None, *, archived: bool
) -> dict[int, None]:
    """Those in whose names every typed word is found somehow, and who are born in the span, where there is one."""
    known = [word for word in reading if word.scores]
    if not known:
        return {}
    driver = min(known, key=lambda word: (len(word.typed) == 1, word.holders))
    statement = [sql.HOLDERS]
    values: list[str | int] = [sql.json_of(list(driver.scores)[:_WORDS]), int(archived)]
    for word in known:
        if word is not driver:
            statement.append(sql.HOLDS_TOO)
            values += [sql.json_of(word.scores), word.typed, word.typed + sql.AFTER_EVERY_LETTER]
    if born:
        statement.append(sql.BORN_THEN)
        values += born
    numbers = _numbers(connection, "".join((*statement, sql.LIMIT)), *values, _ALL)
    if len(reading) == 1 and len(driver.typed) <= _SHORT and not born:
        numbers = _families(connection, driver, archived=archived) | numbers
    return numbers


def with_any(connection: Connection, reading: Reading, *, archived: bool) -> dict[int, None]:
    """Those in whose names one of the typed words is found."""
    numbers: dict[int, None] = {}
    for word in reading:
        if word.scores and len(word.typed) > 1:
            values = (sql.json_of(list(word.scores)[:_WORDS]), int(archived), _ANY)
            numbers |= _numbers(connection, sql.HOLDERS + sql.LIMIT, *values)
    return numbers


def by_birth(connection: Connection, born: tuple[str, str], *, archived: bool) -> dict[int, None]:
    """Those born in the span."""
    return _numbers(connection, sql.BORN, int(archived), *born, _BORN)


def by_phone(connection: Connection, digits: str) -> dict[int, None]:
    """Those whose phone number begins or ends with the digits."""
    return {
        number: None
        for key in (digits, f"<{digits[::-1]}")
        for number in _numbers(connection, sql.PHONES, key, key + ":", _PHONES)  # the character after every digit
    }


def _families(connection: Connection, word: Sought, *, archived: bool) -> dict[int, None]:
    typed = word.typed
    return _numbers(connection, sql.FAMILY_BEGINNING, int(archived), typed, typed + sql.AFTER_EVERY_LETTER, _ANY)


def _numbers(connection: Connection, statement: str, *values: str | int) -> dict[int, None]:
    return {number: None for (number,) in sql.rows(connection, statement, *values)}
