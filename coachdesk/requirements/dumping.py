"""Facts back into JSON values, under the names of the contract: what is unknown is left out."""

from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal

from coachdesk.requirements.fact_shapes import parts
from coachdesk.requirements.facts import Facts


def facts_json(facts: Facts) -> dict[str, object]:
    """What `reading.stored_facts` reads back as the same facts; numbers keep up to fifteen digits."""
    return _group(facts)


def number_json(number: Decimal) -> int | float:
    """A number as JSON writes it: whole ones without a point."""
    return int(number) if number == int(number) else float(number)


def _group(group: object) -> dict[str, object]:
    return {
        key: _value(value)
        for key, slot, value in parts(group)
        if value is not None and (slot.needed or value != slot.default)
    }


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return number_json(value)
    return _group(value) if is_dataclass(value) else value
