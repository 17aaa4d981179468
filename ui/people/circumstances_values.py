"""What is recorded of a circumstance, as its fields show it, as it is typed, and as it can be stored."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce

from coachdesk.i18n import _
from coachdesk.interviews import as_date, as_fields, number
from coachdesk.people import Circumstance
from coachdesk.people.circumstance_fields import FIELDS, CircumstanceField, FieldKind, value_of, with_value

Typed = Mapping[str, object]
"""What stands in the fields, by field, in the value shapes of the kit."""

YES, NO = "yes", "no"
_WEEK = 168
_HAS_BEEN = frozenset(
    {"fit_note_given_on", "confined_on", "child_born", "evidence_seen_on", "previous_easement_ended_on", "born_on"}
)
_BEGAN = frozenset({"bereavement", "domestic_abuse", "child_distress"})
"""Kinds of which nobody knows before they happen."""

_IN_ORDER = (("starts_on", "ends_on"), ("fit_note_from", "fit_note_until"))


def typed_of(circumstance: Circumstance) -> dict[str, object]:
    """The fields of what is stored."""
    return {
        field.name: _shown(field, value_of(circumstance, field.name)) for field in FIELDS.get(circumstance.kind, ())
    }


def circumstance_of(circumstance: Circumstance, typed: Typed) -> Circumstance:
    """The circumstance with what was typed; a field that cannot be read stays as it was."""
    wrong = _unreadable(circumstance, typed)
    readable = (each for each in FIELDS[circumstance.kind] if each.name in typed and each.name not in wrong)
    return reduce(
        lambda made, each: with_value(made, each.name, _stored(each, typed[each.name])), readable, circumstance
    )


def problems_of(circumstance: Circumstance, typed: Typed, today: date) -> dict[str, str]:
    """What is wrong, by field, in sentences."""
    return dict(_impossible(circumstance_of(circumstance, typed), today)) | _unreadable(circumstance, typed)


def _shown(field: CircumstanceField, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if field.kind is FieldKind.YES_NO:
        return {True: YES, False: NO}.get(value, "") if isinstance(value, bool) else ""
    return "" if value is None else str(value)


def _stored(field: CircumstanceField, typed: object) -> object:
    if field.kind is FieldKind.DATE:
        return as_date(typed)
    if field.kind is FieldKind.YES_NO:
        return {YES: True, NO: False}.get(str(typed))
    return str(typed).strip() or None


def _unreadable(circumstance: Circumstance, typed: Typed) -> dict[str, str]:
    problems = {}
    for field in FIELDS[circumstance.kind]:
        value = typed.get(field.name, "")
        if field.kind is FieldKind.DATE and value and as_date(value) is None:
            problems[field.name] = _("Enter a date that there is, or leave all three empty.")
        if field.kind is FieldKind.NUMBER and str(value).strip() and not _is_amount(str(value)):
            problems[field.name] = _("Enter a number, such as 12 or 7.5.")
    return problems


def _is_amount(typed: str) -> bool:
    found = number(typed)
    return found is not None and found >= 0


def _impossible(circumstance: Circumstance, today: date) -> Iterator[tuple[str, str]]:
    """What cannot be, with the field to put right."""
    days = {
        field.name: day
        for field in FIELDS[circumstance.kind]
        if field.kind is FieldKind.DATE and isinstance(day := value_of(circumstance, field.name), date)
    }
    for first, last in _IN_ORDER:
        if first in days and last in days and days[last] < days[first]:
            yield last, _("The last day is before the first day.")
    past = _HAS_BEEN | ({"starts_on"} if circumstance.kind in _BEGAN else set())
    for name in past & days.keys():
        if days[name] > today:
            yield name, _("This day is still to come.")
    if "starts_on" in days and days.get("evidence_seen_on", date.max) < days["starts_on"]:
        yield "evidence_seen_on", _("This day is before the first day.")
    if "starts_on" in days and days.get("child_born", date.min) > days["starts_on"]:
        yield "starts_on", _("A child cannot come before it is born.")
    hours = value_of(circumstance, "hours")
    if hours is not None and (number(str(hours)) or 0) > _WEEK:
        yield "hours", _("A week has 168 hours.")


def is_whole(typed: object) -> bool:
    """Whether somebody has finished typing a date: nothing is said to be wrong about half of one."""
    return all(each.strip() for each in as_fields(typed)) and len(as_fields(typed)[2].strip()) == len("2026")
