"""Finding people by what was typed of their names, forgivingly."""

from sqlalchemy import Connection, and_, exists, func, select, text

from coachdesk.storage.names import likeness, parts_of, trigrams
from coachdesk.storage.tables import NAME_PARTS, PEOPLE_INDEX

_AFTER_EVERY_LETTER = "\U0010ffff"
_ALIKE_ENOUGH = 0.45
_LONG_ENOUGH = 3  # letters: anything is like a shorter part
_CANDIDATES = 200
_MATCHING = text("SELECT rowid, names FROM people_fts WHERE people_fts MATCH :trigrams ORDER BY rank LIMIT :most")


def search(connection: Connection, typed: str, *, most: int, archived: bool = False) -> tuple[int, ...]:
    """Numbers in the index of the people whose names fit, best first; none where nothing was typed.

    First those of whom every typed part begins a part of the name, in any order, whole parts before beginnings; then
    those whose names are spelt alike.
    """
    parts = parts_of(typed)
    if not parts:
        return ()
    found = _beginning(connection, parts, most, archived=archived)
    if len(found) == most or max(map(len, parts)) < _LONG_ENOUGH:
        return found
    known = set(found)
    alike = (number for number in _spelt_alike(connection, parts, archived=archived) if number not in known)
    return (*found, *alike)[:most]


def _beginning(connection: Connection, parts: tuple[str, ...], most: int, *, archived: bool) -> tuple[int, ...]:
    number, part = NAME_PARTS.c.number, NAME_PARTS.c.part
    each = [select(number).where(part >= typed, part < typed + _AFTER_EVERY_LETTER) for typed in parts]
    whole = [exists().where(part == typed, number == PEOPLE_INDEX.c.number) for typed in parts]
    statement = (
        select(PEOPLE_INDEX.c.number)
        .where(and_(*(PEOPLE_INDEX.c.number.in_(some) for some in each)), PEOPLE_INDEX.c.archived == int(archived))
        .order_by(*(one.desc() for one in whole), PEOPLE_INDEX.c.sort_key, PEOPLE_INDEX.c.number)
        .limit(most)
    )
    return tuple(connection.execute(statement).scalars())


def _spelt_alike(connection: Connection, parts: tuple[str, ...], *, archived: bool) -> tuple[int, ...]:
    wanted = dict.fromkeys(run for part in parts for run in trigrams(part))
    either = " OR ".join(f'"{run}"' for run in wanted)  # a part holds letters and digits only
    rows = connection.execute(_MATCHING, {"trigrams": either, "most": _CANDIDATES}).all()
    alike = {row.rowid: likeness(parts, tuple(row.names.split())) for row in rows}
    close = [number for number, how in alike.items() if how >= _ALIKE_ENOUGH]
    kept = connection.execute(
        select(PEOPLE_INDEX.c.number).where(PEOPLE_INDEX.c.number.in_(close), PEOPLE_INDEX.c.archived == int(archived))
    ).scalars()
    return tuple(sorted(kept, key=lambda number: (-alike[number], number)))


def people_count(connection: Connection, *, archived: bool = False) -> int:
    """How many people are on the caseload, or have left it."""
    counted = select(func.count()).where(PEOPLE_INDEX.c.archived == int(archived))
    return int(connection.execute(counted).scalar_one())
