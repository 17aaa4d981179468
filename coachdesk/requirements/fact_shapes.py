"""How each group of facts is read from JSON-like values, worked out once from the fields of the dataclasses and their types.

Every mistake is kept with its path and reading goes on: what was wrong counts as unknown, or, where a value is needed,
something neutral stands in for it, so that the rest is looked at too.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from coachdesk.i18n import _
from coachdesk.requirements.fact_values import LAST_DAY, SIMPLE, Found, Read, number_or_text, word_of, wrong_type
from coachdesk.requirements.facts import FactProblem

MISSING: Final = "facts.missing"
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
        found.append(wrong_type(path, _("This has to be a group of facts, each with its name.")))
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


def _reader(hint: Any) -> Read:
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        kinds = [each for each in get_args(hint) if each is not NoneType]
        return _reader(kinds[0]) if len(kinds) == 1 else number_or_text
    if origin is tuple:
        return _many(get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return word_of(hint)
    return SIMPLE[hint] if hint in SIMPLE else _group(hint)


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
    if isinstance(hint, type) and hint not in SIMPLE:
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
            found.append(wrong_type(path, _("This has to be a list, in square brackets.")))
            return None
        items = (one(item, f"{path}[{number}]", found) for number, item in enumerate(value))
        return tuple(spare if item is None else item for item in items)

    return read
