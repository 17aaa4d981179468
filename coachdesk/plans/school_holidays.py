"""School holidays by area, read from TOML: each authority sets its own, so the program knows none by itself."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

SCHOOLS: Final = "school-holidays.toml"
"""The name of the file, in `resources/calendar` and in the machine's content folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """Days on which schools are closed, the first and the last included."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class SchoolHolidays:
    """The holidays of each area by its id; what is not there is not known, and nothing is said of it.

    Attributes:
        checked: the last day on which somebody compared an area with its source; `date.min` where there is no area.
    """

    areas: Mapping[str, tuple[SchoolHoliday, ...]] = field(default_factory=dict)
    checked: date = date.min

    def holiday(self, area: str, day: date) -> str | None:
        """The name of the holiday on that day in an area, or None."""
        found = (each.name for each in self.areas.get(area, ()) if each.first <= day <= each.last)
        return next(found, None)


def parse_school_holidays(text: str) -> SchoolHolidays:
    """The holidays in the text of `school-holidays.toml` (resources/calendar says how it is built).

    Raises ValueError where a part is missing or of another kind.
    """
    try:
        listed = tomllib.loads(text)["areas"]
        areas = dict(_area(each) for each in listed)
        checked = max((_day(each["checked"]) for each in listed), default=date.min)
    except (KeyError, TypeError) as problem:
        raise ValueError("An area needs id, source, checked and holidays; a holiday needs from, until and name.") from (
            problem
        )
    return SchoolHolidays(areas, checked)


def _area(area: Mapping[str, Any]) -> tuple[str, tuple[SchoolHoliday, ...]]:
    _text(area["source"])
    return _text(area["id"]), tuple(_holiday(each) for each in area["holidays"])


def _holiday(each: Mapping[str, object]) -> SchoolHoliday:
    first, last = _day(each["from"]), _day(each["until"])
    if last < first:
        raise ValueError("A holiday ends before it begins.")
    return SchoolHoliday(first=first, last=last, name=_text(each["name"]))


def _day(value: object) -> date:
    if type(value) is not date:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value.strip()
