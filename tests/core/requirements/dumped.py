"""Facts back as JSON values, under the names of the contract: what is unknown is left out."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding_json import number_json


def facts_json(facts: Facts) -> dict[str, object]:
    """What `read_facts` reads as the same facts; numbers keep up to fifteen digits."""
    return _group(facts)


def _group(group: Any) -> dict[str, object]:
    held = ((field, getattr(group, field.name)) for field in fields(group))
    return {
        field.name.rstrip("_"): _value(value)
        for field, value in held
        if value is not None and (field.default is MISSING or value != field.default)
    }


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return number_json(value)
    return _group(value) if is_dataclass(value) else value
