"""The one mapper between frozen records and rows: it goes by the types of a dataclass's fields.

Text, whole numbers, truth and bytes are stored as such; dates, times and moments as ISO 8601; moments in UTC with six
digits, so that they sort as text; decimals and enums as text; tuples, nested dataclasses and dicts as canonical JSON.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType

Convert = Callable[[Any], Any]

_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class Codec(NamedTuple):
    """How one type of field is kept: `dump` gives what JSON or a cell can hold, `load` takes it back."""

    dump: Convert
    load: Convert


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, letters as they are."""
    return _JSON.encode(value)


def _same(value: Any) -> Any:
    return value


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a moment without a zone cannot be stored")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


_SIMPLE: dict[Any, Codec] = {
    str: Codec(_same, _same),
    int: Codec(_same, _same),
    bool: Codec(int, bool),
    bytes: Codec(_same, _same),
    date: Codec(date.isoformat, date.fromisoformat),
    time: Codec(time.isoformat, time.fromisoformat),
    datetime: Codec(_moment, datetime.fromisoformat),
    Decimal: Codec(str, Decimal),
    dict: Codec(_same, _same),
}


def _required(hint: Any) -> Any:
    """The type without its `| None`."""
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    (inner,) = (each for each in get_args(hint) if each is not type(None))
    return inner


def optional(hint: Any) -> bool:
    """Whether the type allows None."""
    return type(None) in get_args(hint)


@cache
def codec_of(hint: Any) -> Codec:
    """The codec of a type that is not None; TypeError for a type that storage does not know."""
    inner = _required(hint)
    origin = get_origin(inner) or inner
    if origin in _SIMPLE:
        return _SIMPLE[origin]
    if origin is tuple:
        item = codec_of(get_args(inner)[0])
        return Codec(lambda value: [item.dump(each) for each in value], lambda value: tuple(map(item.load, value)))
    if isinstance(origin, type) and issubclass(origin, StrEnum):
        return Codec(lambda value: origin(value).value, origin)
    if isinstance(origin, type) and is_dataclass(origin):
        return _nested(origin)
    raise TypeError(f"storage keeps no {hint!r}")


def _nested(kind: type) -> Codec:
    codecs = {name: codec_of(hint) for name, hint in hints_of(kind).items()}

    def load(kept: dict[str, Any]) -> Any:
        return kind(**{name: None if value is None else codecs[name].load(value) for name, value in kept.items()})

    return Codec(plain, load)


_HINTS: dict[type, dict[str, Any]] = {}
_DUMPS: dict[type, list[tuple[str, Convert]]] = {}


def hints_of(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields, by name, in order."""
    if kind not in _HINTS:
        hints = get_type_hints(kind)
        _HINTS[kind] = {field.name: hints[field.name] for field in fields(kind)}
    return _HINTS[kind]


def plain(record: Any) -> dict[str, Any]:
    """A record as JSON types, bytes in base64: what a change's body and a content hash are made of."""
    kind = type(record)
    if kind not in _DUMPS:
        _DUMPS[kind] = [(name, codec_of(hint).dump) for name, hint in hints_of(kind).items()]
    body: dict[str, Any] = {}
    for name, dump in _DUMPS[kind]:
        value = getattr(record, name)
        kept = value if value is None or dump is _same else dump(value)
        body[name] = base64.b64encode(kept).decode() if isinstance(kept, bytes) else kept
    return body


class Kept(UserDefinedType[Any]):
    """The column type of a field: statements take and give the field's own Python values."""

    cache_ok = True

    def __init__(self, hint: Any) -> None:
        self.hint = hint
        inner = _required(hint)
        self._json = (get_origin(inner) or inner) in {tuple, dict} or is_dataclass(inner)

    def get_col_spec(self, **_: Any) -> str:
        """The storage class, as strict tables name it."""
        return {int: "INTEGER", bool: "INTEGER", bytes: "BLOB"}.get(_required(self.hint), "TEXT")

    def bind_processor(self, dialect: Dialect) -> Convert | None:
        """From a Python value to a cell."""
        del dialect
        dump = codec_of(self.hint).dump
        if dump is _same and not self._json:
            return None
        if self._json:
            return lambda value: None if value is None else canonical(dump(value))
        return lambda value: None if value is None else dump(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Convert | None:
        """From a cell to a Python value."""
        del dialect, coltype
        load = codec_of(self.hint).load
        if self._json:
            return lambda kept: None if kept is None else load(json.loads(kept))
        return None if load is _same else lambda kept: None if kept is None else load(kept)
