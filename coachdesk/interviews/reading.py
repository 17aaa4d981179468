"""Reading TOML tables with care: each wrong, missing or unknown key is one problem, and reading goes on."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from coachdesk.interviews.definition import Channel
from coachdesk.interviews.problems import Problem

E = TypeVar("E", bound=StrEnum)

_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_AT_LINE = re.compile(r"\(at line (\d+)")


class Problems:
    """The problems of one file, in the order in which they were met; `kind` is the first word of their codes."""

    def __init__(self, file: str, kind: str = "definition") -> None:
        self.file, self.kind = file, kind
        self.found: list[Problem] = []

    def add(self, code: str, place: str, text: str) -> None:
        """Note a mistake; `code` without its first word."""
        self.found.append(Problem(f"{self.kind}.{code}", self.file, place or "top of the file", text))


def toml(text: str, problems: Problems) -> dict[str, object] | None:
    """The tables of a TOML text, or None with one problem that names the line."""
    try:
        return tomllib.loads(text)
    except ValueError as error:  # also what Python says of a number with thousands of digits
        line = _AT_LINE.search(str(error))
        place = f"line {line[1]}" if line else "end of the file"
        problems.add("not-toml", place, f"This is not TOML: {error}.")
        return None


class Table:
    """One table: gives typed values by key, remembers which keys were read, and names the others in `close`."""

    def __init__(self, raw: dict[str, object], place: str, problems: Problems) -> None:
        self.place = place
        self.problems = problems
        self._raw = raw
        self._read: set[str] = set()

    def wrong(self, code: str, text: str) -> None:
        """Note a mistake in this table."""
        self.problems.add(code, self.place, text)

    def has(self, key: str) -> bool:
        """The key was written."""
        return key in self._raw

    def raw(self, key: str) -> object:
        """The value of a key as TOML gave it, or None."""
        self._read.add(key)
        return self._raw.get(key)

    def wrong_at(self, key: str, code: str, text: str) -> None:
        """Note a mistake in the value of a key."""
        self.problems.add(code, inside(self.place, key), text)

    def _missing(self, key: str) -> None:
        self.wrong_at(key, "missing-key", f'"{key}" is missing.')

    def _mistyped(self, key: str, wanted: str) -> None:
        self.wrong_at(key, "wrong-type", f'"{key}" has to be {wanted}.')

    def text(self, key: str, *, needed: bool = False) -> str:
        """A text; an empty one where it is missing."""
        value = self.raw(key)
        if value is None:
            if needed:
                self._missing(key)
            return ""
        if not isinstance(value, str):
            self._mistyped(key, "a text")
            return ""
        if not value.strip():
            self.wrong_at(key, "empty-text", f'"{key}" is empty.')
        return value

    def identifier(self, key: str = "id") -> str:
        """A permanent id: small letters, digits, and hyphens or underscores between them."""
        value = self.text(key, needed=True)
        if value.strip() and not _ID.fullmatch(value):
            self.wrong_at(key, "bad-id", f'"{value}" has to be small letters and digits with "_" or "-" between them.')
        return value

    def flag(self, key: str) -> bool:
        """A true or false; false where it is missing."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self._mistyped(key, "true or false")
        return value is True

    def number(self, key: str, *, needed: bool = False) -> float | None:
        """A number, or None."""
        value = self.raw(key)
        if value is None and needed:
            self._missing(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        if value is not None:
            self._mistyped(key, "a number")
        return None

    def whole(self, key: str, *, needed: bool = False) -> int | None:
        """A whole number, or None."""
        value = self.number(key, needed=needed)
        if isinstance(value, float):
            self._mistyped(key, "a whole number")
            return None
        return value

    def date(self, key: str, *, needed: bool = False) -> date | None:
        """A day without a time, or None."""
        value = self.raw(key)
        if value is None and needed:
            self._missing(key)
        if type(value) is date:
            return value
        if value is not None:
            self._mistyped(key, "a day such as 2026-12-01")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._mistyped(key, "a list of texts")
            return ()
        if not all(item.strip() for item in value):
            self.wrong_at(key, "empty-text", f'"{key}" holds an empty text.')
        return tuple(value)

    def one_of(self, key: str, values: type[E], default: E | None = None) -> E | None:
        """A member of an enumeration; `default` where the key is missing, None (and a problem) where it is wrong."""
        if default is not None and not self.has(key):
            return default
        value = self.text(key, needed=True)
        if value in {member.value for member in values}:
            return values(value)
        if value.strip():
            self.wrong_at(key, f"unknown-{key}", f'"{value}" is no {key}; there is {", ".join(values)}.')
        return None

    def table(self, key: str, place: str) -> "Table":
        """A table inside this one; an empty one where it is missing."""
        return Table(self.mapping(key), place, self.problems)

    def mapping(self, key: str) -> dict[str, object]:
        """What a table inside this one holds, as TOML gave it; nothing where it is missing."""
        value = self.raw(key)
        if value is not None and not isinstance(value, dict):
            self._mistyped(key, "a table")
        return value if isinstance(value, dict) else {}

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list, each with its number as place until its id is known."""
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._mistyped(key, "a list of tables")
            return
        for number, item in enumerate(value, 1):
            name = item.get("id")
            kind = _SINGULAR.get(key, key)
            yield Table(item, inside(self.place, f"{kind} {name if isinstance(name, str) else number}"), self.problems)

    def names(self) -> tuple[str, ...]:
        """Every key that was written: for tables whose keys are names."""
        return tuple(self._raw)

    def close(self) -> None:
        """Name the keys that nobody asked for: a misspelt key must not be lost silently."""
        for key in self._raw:
            if key not in self._read:
                self.wrong("unknown-key", f'"{key}" is no key of this table.{meant(key, self._read)}')


def meant(name: str, known: Iterable[str]) -> str:
    """A question about a misspelt name, to follow a sentence; empty where nothing known is like it.

    People seldom miss the first letter, so a name that shares it comes before others that are as close.
    """
    close = sorted(get_close_matches(name, sorted(known)), key=lambda each: each[:1] != name[:1])
    return f' Did you mean "{close[0]}"?' if close else ""


def by_channel(table: Table, key: str) -> dict[Channel, str]:
    """Other wording by channel, as it stands in a table inside `table`."""
    wording = table.table(key, inside(table.place, key))
    found = {}
    for name in wording.names():
        if name in {*Channel}:
            found[Channel(name)] = wording.text(name)
        else:
            wording.raw(name)
            wording.wrong("unknown-channel", f'"{name}" is no channel; there is {", ".join(Channel)}.')
    return found


_SINGULAR = {"steps": "step", "questions": "question", "choices": "choice", "when": "condition", "rules": "rule"}


def inside(place: str, name: str) -> str:
    """The place of something inside another place."""
    return f"{place} / {name}" if place else name
