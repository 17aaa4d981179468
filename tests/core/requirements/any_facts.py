"""Any facts at all, and any JSON that looks like facts, for tests of what holds for everything."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from coachdesk.requirements.fact_shapes import slots
from coachdesk.requirements.facts import ChildFacts, Facts, PersonFacts

DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    date: DAYS,
    bool: st.booleans(),
    int: st.integers(-3, 200),
    str: st.text(st.characters(codec="utf-8"), max_size=12),
    Decimal: st.decimals(-10, 3000, places=2),
}


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a fact may have."""
    if get_origin(hint) in {Union, UnionType}:
        return st.one_of(*(st.none() if each is NoneType else of(each) for each in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=2).map(tuple)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    hints = get_type_hints(hint)
    return st.builds(hint, **{field.name: of(hints[field.name]) for field in fields(hint)})


FACTS: st.SearchStrategy[Facts] = of(Facts)
"""Facts of every shape, whether or not they fit together."""

_KEYS = st.sampled_from(
    sorted({*slots(Facts), *slots(PersonFacts), *slots(ChildFacts), "from", "until", "hours", "id"})
)
_WORDS = st.sampled_from(["2026-02-29", "2026-12-01", "yes", "all", "in_custody", "partner", "\ud800", ""])
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.just(10**400) | st.text(max_size=8) | _WORDS | DAYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS | st.text(max_size=4), inner, max_size=6),
    max_leaves=25,
)
"""What a JSON or TOML reader could give, with the names of facts among the keys."""
