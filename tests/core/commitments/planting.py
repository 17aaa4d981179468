"""Marker words in every field of a record that can hold words, found by looking at the record: no new field is forgotten."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

NAMES_OF_RECORDS = frozenset({"id", "author", "zone"})
"""Fields that hold no words of anybody; so do those that end in `_id` or `_in`."""


def marker(kind: type, name: str) -> str:
    """A word that stands nowhere else, and tells where it came from."""
    return f"zqxmarker{kind.__name__}{name.replace('_', '')}".lower()


def planted(value: T, keep: Collection[str] = ()) -> tuple[T, tuple[str, ...]]:
    """The value with a marker in each of its texts but those to `keep`, and the markers; values inside it included."""
    kind, found, changed = type(value), list[str](), dict[str, Any]()
    hints = get_type_hints(kind)
    for field in fields(value):
        if field.name in keep or field.name in NAMES_OF_RECORDS or field.name.endswith(("_id", "_in")):
            continue
        made, more = _planted(hints[field.name], getattr(value, field.name), marker(kind, field.name))
        if more:
            changed[field.name] = made
            found += more
    return replace(value, **changed), tuple(found)


def _planted(hint: Any, value: Any, word: str) -> tuple[Any, tuple[str, ...]]:
    inner = get_args(hint)
    if hint is str:
        return word, (word,)
    if get_origin(hint) is dict:
        return {"words": word}, (word,)
    if get_origin(hint) is tuple and inner[0] is str:
        return (word,), (word,)
    if get_origin(hint) is tuple and value and is_dataclass(value[0]):
        every = [planted(each) for each in value]
        return tuple(each for each, _found in every), tuple(word for _each, found in every for word in found)
    return value, ()
