"""Bank holidays by nation, read from dated TOML: a program that promises no network carries its own calendar."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from coachdesk.people.person import Nation


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bank holidays with where they come from.

    Attributes:
        source: where the dates were read.
        checked: the day on which somebody compared them with the source.
        until: the last day that the calendar knows about; beyond it nothing is said.
        holidays: by nation and day, the name.
    """

    source: str
    checked: date
    until: date
    holidays: Mapping[Nation, Mapping[date, str]]

    def holiday(self, nation: Nation, day: date) -> str | None:
        """The name of the bank holiday on that day in that nation, or None."""
        return self.holidays[nation].get(day)


@lru_cache(maxsize=2)
def parse_calendar(text: str) -> Calendar:
    """The calendar in the text of `resources/calendar/bank-holidays.toml`. The same text is read once.

    Raises ValueError where a nation, a date or the source is missing: the file ships with the program.
    """
    content = tomllib.loads(text)
    try:
        holidays = {
            nation: {entry["on"]: str(entry["name"]) for entry in content["holidays"] if nation in entry["nations"]}
            for nation in Nation
        }
        source, checked, until = str(content["source"]), content["checked"], content["until"]
    except (KeyError, TypeError) as problem:
        raise ValueError("A bank holiday needs on, name and nations; the file needs source, checked and until.") from (
            problem
        )
    if not all(type(day) is date for day in (checked, until, *(day for days in holidays.values() for day in days))):
        raise ValueError("Dates of the calendar are plain TOML dates.")
    return Calendar(source, checked, until, holidays)
