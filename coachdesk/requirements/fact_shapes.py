"""How each kind of fact is read from JSON-like values, worked out once from the fields of the dataclasses and their types.

Every mistake is kept with its path and reading goes on: what was wrong counts as unknown, or, where a value is needed,
something neutral stands in for it, so that the rest is looked at too.
"""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from coachdesk.i18n import _
from coachdesk.requirements.facts import FactProblem

Found = list[FactProblem]
Read = Callable[[object, str, Found], Any]
"""Reads a value that stands at a path; None (and a problem) where it is wrong."""

MISSING: Final = "facts.missing"

FIRST_YEAR, LAST_YEAR = 1900, 2999
LAST_DAY: Final = date(LAST_YEAR, 12, 31)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")


class Repeated(dict[str, object]):
    """A JSON object in which a key stood more than once; the last value of it holds.

    Attributes:
        twice: the keys that did.
    """

    twice: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """One field.

    Attributes:
        name: what the program calls it; in JSON it is the key of `slots`.
        needed: a value has to be there.
        groups: it holds a group of facts, or a list of them.
        spare: stands in where a needed value is wrong or missing.
    """

    name: str
    read: Read
    needed: bool
    groups: bool
    spare: object


@cache
def slots(kind: type) -> Mapping[str, Slot]:
    """The fields of a dataclass of facts by their names in JSON."""
    hints = get_type_hints(kind)
    return MappingProxyType(
        {
            field.name.rstrip("_"): Slot(
                name=field.name,
                read=_reader(hints[field.name]),
                needed=field.default is NO_DEFAULT,
                groups=_groups(hints[field.name]),
                spare=_spare(hints[field.name]),
            )
            for field in fields(kind)
        }
    )


@cache
def _needed(kind: type) -> Mapping[str, Slot]:
    return {key: slot for key, slot in slots(kind).items() if slot.needed}


def parts(group: object) -> Iterator[tuple[str, Slot, object]]:
    """The fields of a group of facts with their names in JSON and what they hold."""
    kind: Any = type(group)
    return ((key, slot, getattr(group, slot.name)) for key, slot in slots(kind).items())


def read_group(kind: type, value: object, path: str, found: Found) -> Any:
    """An instance of a dataclass of facts from a JSON object; null counts as absent."""
    needed = _needed(kind)
    given: dict[str, Any] = {slot.name: slot.spare for slot in needed.values()}
    if not isinstance(value, dict):
        found.append(_wrong_type(path, _("This has to be a group of facts, each with its name.")))
        return kind(**given)
    known = slots(kind)
    for key, item in value.items():
        slot = known.get(key)
        if slot is None:
            found.append(_unknown_key(path, key, tuple(known)))
        elif item is not None and (read := slot.read(item, f"{path}.{key}" if path else key, found)) is not None:
            given[slot.name] = read
    found += [missing(under(path, key)) for key in needed if value.get(key) is None]
    found += _repeated(value, path)
    return kind(**given)


def under(path: str, key: str) -> str:
    """The path of a fact inside a group; a name that cannot be one is quoted and cut, in one line."""
    name = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key[:40])
    return f"{path}.{name}" if path else name


def missing(path: str) -> FactProblem:
    """Something that is needed is not there."""
    return FactProblem(path, MISSING, _("This is needed."))


def _repeated(value: object, path: str) -> Iterator[FactProblem]:
    if isinstance(value, Repeated):
        for key in sorted(value.twice):
            yield FactProblem(under(path, key), "facts.twice", _("This stands here more than once."))


def _unknown_key(path: str, key: object, known: tuple[str, ...]) -> FactProblem:
    name = key if isinstance(key, str) else "?"
    close = get_close_matches(name[:40].lower(), known, n=1)
    text = _("There is no fact of this name here.")
    if close:
        text = _("There is no fact of this name here. Did you mean “{name}”?").format(name=close[0])
    return FactProblem(under(path, name), "facts.unknown-key", text)


def _wrong_type(path: str, text: str) -> FactProblem:
    return FactProblem(path, "facts.wrong-type", text)


def _reader(hint: Any) -> Read:
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        kinds = [each for each in get_args(hint) if each is not NoneType]
        return _reader(kinds[0]) if len(kinds) == 1 else _number_or_text
    if origin is tuple:
        return _many(get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return _word(hint)
    return _SIMPLE[hint] if hint in _SIMPLE else _group(hint)


def _groups(hint: Any) -> bool:
    return is_dataclass(hint) or any(_groups(each) for each in get_args(hint))


def _spare(hint: Any) -> object:
    """Something neutral of that type."""
    if hint == date:
        return LAST_DAY
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return list(hint)[-1]
    if hint is str:
        return ""
    if hint in {Decimal, Decimal | str}:
        return Decimal()
    if isinstance(hint, type) and hint not in _SIMPLE:
        return hint(**{slot.name: slot.spare for slot in _needed(hint).values()})
    return None


def _group(kind: type) -> Read:
    def read(value: object, path: str, found: Found) -> object:
        return read_group(kind, value, path, found)

    return read


def _many(hint: Any) -> Read:
    one, spare = _reader(hint), _spare(hint)

    def read(value: object, path: str, found: Found) -> object:
        if not isinstance(value, list | tuple):
            found.append(_wrong_type(path, _("This has to be a list, in square brackets.")))
            return None
        items = (one(item, f"{path}[{number}]", found) for number, item in enumerate(value))
        return tuple(spare if item is None else item for item in items)

    return read


def _word(kind: type[StrEnum]) -> Read:
    words = {str(each): each for each in kind}

    def read(value: object, path: str, found: Found) -> object:
        word = words.get(value) if isinstance(value, str) else None
        if word is None:
            text = _("This has to be one of these words: {words}.").format(words=", ".join(words))
            found.append(FactProblem(path, "facts.unknown-word", text))
        return word

    return read


def _flag(value: object, path: str, found: Found) -> bool | None:
    if isinstance(value, bool):
        return value
    found.append(_wrong_type(path, _("This has to be true or false.")))
    return None


def _date(value: object, path: str, found: Found) -> date | None:
    day = value if isinstance(value, date) and not isinstance(value, datetime) else None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
    if day is None:
        found.append(
            _wrong_type(path, _("This has to be a day of the calendar, such as 2026-12-01, in quotation marks."))
        )
    elif not FIRST_YEAR <= day.year <= LAST_YEAR:
        text = _("The year has to lie between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        found.append(FactProblem(path, "facts.impossible", text))
        return None
    return day


def _text(value: object, path: str, found: Found) -> str | None:
    if isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value):
        return value
    found.append(_wrong_type(path, _("This has to be text in quotation marks.")))
    return None


def _number(value: object, path: str, found: Found) -> Decimal | None:
    number = _as_number(value)
    if number is None:
        found.append(_wrong_type(path, _("This has to be a number.")))
    return number


def _whole(value: object, path: str, found: Found) -> int | None:
    number = _as_number(value)
    if number is not None and abs(number) < 10**9 and number == int(number):
        return int(number)
    found.append(_wrong_type(path, _("This has to be a whole number.")))
    return None


def _number_or_text(value: object, path: str, found: Found) -> Decimal | str | None:
    return _text(value, path, found) if isinstance(value, str) else _number(value, path, found)


def _as_number(value: object) -> Decimal | None:
    """The number; a float as it is written, so that 0.1 stays 0.1."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return Decimal(str(value)) if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return Decimal(value) if isinstance(value, int) else None


_SIMPLE: Mapping[Any, Read] = {bool: _flag, int: _whole, Decimal: _number, date: _date, str: _text}
