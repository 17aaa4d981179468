"""Tables of a TOML file as frozen values: the types of a dataclass say what may stand in it, and every mistake is kept.

A value of the program reads itself from its own fields, so that a case can name "any field of the person" without a
second description of a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from coachdesk.cases.answers import read_answers
from coachdesk.interviews.interview import Answer
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import inside
from coachdesk.records import Record

R = TypeVar("R")

_STAMPS = frozenset(field.name for field in fields(Record))
_SIMPLE: Mapping[type, str] = {
    str: "text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    date: "a date such as 2026-12-01",
    datetime: "a day and a time such as 2026-12-01T10:30:00, without a zone",
    time: "a time such as 10:30:00",
    Decimal: "a number such as 1.5",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file something stands, and the list that its mistakes go to."""

    file: str
    problems: list[Problem]
    path: str = ""

    def under(self, key: str | int) -> "Place":
        """The place of one field of this table, or of one row of this list (counted from 1)."""
        path = f"{self.path} {key}" if isinstance(key, int) else inside(self.path, key)
        return Place(self.file, self.problems, path)

    def report(self, code: str, text: str) -> None:
        """Keep a mistake at this place."""
        self.problems.append(Problem(code, self.file, self.path, text))


def read_table(kind: type[R], table: object, place: Place, ours: Mapping[type, Mapping[str, str]]) -> R | None:
    """The value of a table, or None where anything in it is wrong; what is wrong is kept in `place.problems`.

    Args:
        kind: a frozen dataclass.
        table: what TOML gave.
        place: where the table stands.
        ours: by dataclass, the fields that the program fills in itself, with what they hold until then.
    """
    if not isinstance(table, dict):
        place.report("case.not-a-table", "This should be a table of fields.")
        return None
    already = len(place.problems)
    given: dict[str, Any] = dict(ours.get(kind, {}))
    known = {field.name: field for field in _own_fields(kind) if field.name not in given}
    for key in table.keys() - known.keys():
        place.under(key).report("case.unknown-field", "There is no such field here.")
    hints = get_type_hints(kind)
    for name, field in known.items():
        if name in table:
            given[name] = _convert(hints[name], table[name], place.under(name), ours)
        elif field.default is MISSING and field.default_factory is MISSING:
            place.under(name).report("case.missing-field", "This field is needed.")
    return kind(**given) if len(place.problems) == already else None


def _own_fields(kind: type) -> Sequence[Field[Any]]:
    """The fields that a file may name: a stored record's stamps are never typed."""
    if not is_dataclass(kind):
        raise TypeError(kind)
    stamped = issubclass(kind, Record)
    return [field for field in fields(kind) if not (stamped and field.name in _STAMPS)]


def _convert(hint: Any, value: object, place: Place, ours: Mapping[type, Mapping[str, str]]) -> object:
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return _convert(next(each for each in get_args(hint) if each is not NoneType), value, place, ours)
    if origin is tuple:
        return _rows(get_args(hint)[0], value, place, ours)
    if origin is not None:
        return _mapping(get_args(hint)[1], value, place)
    if is_dataclass(hint) and isinstance(hint, type):
        return read_table(hint, value, place, ours)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _one_of(hint, value, place)
    return _simple(hint, value, place)


def _rows(hint: Any, value: object, place: Place, ours: Mapping[type, Mapping[str, str]]) -> tuple[object, ...]:
    if not isinstance(value, list):
        place.report("case.not-a-list", "This should be a list.")
        return ()
    return tuple(_convert(hint, row, place.under(number), ours) for number, row in enumerate(value, start=1))


def _mapping(hint: Any, value: object, place: Place) -> Mapping[str, object]:
    if not isinstance(value, dict):
        place.report("case.not-a-table", "This should be a table of fields.")
        return {}
    return read_answers(value) if hint is Answer else value


def _one_of(kind: type[StrEnum], value: object, place: Place) -> StrEnum | None:
    if isinstance(value, str) and value in {*kind}:
        return kind(value)
    place.report("case.unknown-value", f"This should be one of: {', '.join(kind)}.")
    return None


def _simple(kind: type, value: object, place: Place) -> object:
    if kind is Decimal and isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            return Decimal(str(value))
        except InvalidOperation:
            pass
    elif type(value) is kind and not (isinstance(value, datetime) and value.tzinfo is not None):
        return value
    place.report("case.wrong-type", f"This should be {_SIMPLE[kind]}.")
    return None
