"""JSON text as values, with care: a key that stands twice in a group is remembered, because JSON itself forgets it."""

import json
from collections import Counter

from coachdesk.errors import AppError
from coachdesk.requirements.fact_shapes import Repeated


def value_of(content: bytes) -> object:
    """The value of a JSON document in UTF-8, with or without a mark at its start.

    AppError("facts.not-utf8"), AppError("facts.not-json", line), AppError("facts.too-deep").
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AppError("facts.not-utf8") from error
    try:
        value: object = json.loads(text, object_pairs_hook=_group, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise AppError("facts.not-json", line=error.lineno) from error
    except ValueError as error:  # NaN, Infinity, or a number of thousands of digits
        raise AppError("facts.not-a-number") from error
    except RecursionError as error:
        raise AppError("facts.too-deep") from error
    return value


def _group(pairs: list[tuple[str, object]]) -> Repeated:
    group = Repeated(pairs)
    if len(group) < len(pairs):
        group.twice = frozenset(key for key, many in Counter(key for key, _value in pairs).items() if many > 1)
    return group


def _no_number(name: str) -> float:
    raise ValueError(name)
