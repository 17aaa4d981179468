"""The tables of the index by which people are found. `number` is a person's short name within the index."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from coachdesk.storage.mapper import Kept
from coachdesk.storage.tables import METADATA


def _text(name: str, *, key: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Kept(str), nullable=False, primary_key=key, unique=unique)


def _whole(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=key, autoincrement=False)


def _person(name: str, *, key: bool = False) -> Column[int]:
    return Column(
        name, Integer, ForeignKey("people_index.number"), nullable=False, primary_key=key, autoincrement=False
    )


KEYS_MADE = Table(
    "search_keys_made",
    METADATA,
    Column("version", Integer, primary_key=True),  # of the rules that the keys below were made by
    sqlite_strict=True,
)
PEOPLE_COUNTS = Table(  # how many are on the caseload, and how many have left it: counting them would read them all
    "people_counts",
    METADATA,
    _whole("archived", key=True),
    _whole("many"),
    sqlite_strict=True,
)
NAME_WORDS = Table(  # each word that is part of a name, once
    "name_words",
    METADATA,
    _text("part", key=True),
    _whole("holders"),
    _text("fold"),
    _text("sound"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
NAME_KEYS = Table(  # the keys under which misspellings of a word meet it (people/spelling.py)
    "name_keys",
    METADATA,
    _text("key", key=True),
    _text("part", key=True),
    Index("name_keys_part", "part"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
NAME_PARTS = Table(  # who has a word in their name; in the order of lists, so that the first few can be read alone
    "name_parts",
    METADATA,
    _text("part", key=True),
    _whole("archived", key=True),
    _whole("role", key=True),
    _text("sort_key", key=True),
    _person("number", key=True),
    Index("name_parts_number", "number", "part", "role"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
PHONE_KEYS = Table(  # digits forwards, and backwards after "<": the last digits are a beginning too
    "phone_keys",
    METADATA,
    _text("key", key=True),
    _person("number", key=True),
    Index("phone_keys_number", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
AGREED_INDEX = Table(  # the row in the full-text index of a goal or an action
    "agreed_index",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("record_id", unique=True),
    _person("person_number"),
    Index("agreed_index_person", "person_number"),
    sqlite_strict=True,
)
