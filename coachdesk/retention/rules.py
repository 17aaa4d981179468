"""For how long each kind is kept: the policy's words, and what holds where it says nothing.

domain.md 8.3: local copies are kept no longer than four weeks; where the organisation has adopted the program as a record,
24 months after the last live interest. Section 12 (14) of it: the older 14 months are out of date.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from coachdesk.i18n import ngettext
from coachdesk.retention.kinds import WORKING, Kind

_SOME_DAY = date(2027, 1, 1)
_PART = re.compile(r"([a-z]+)\s+(\d{1,3})\s+(week|month)s?")


class Unit(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Length:
    """So many weeks or calendar months, at least one."""

    many: int
    unit: Unit

    def after(self, day: date) -> date:
        """The last day on which something that counts from a day is kept."""
        if self.unit is Unit.WEEK:
            return day + timedelta(weeks=self.many)
        months = day.year * 12 + day.month - 1 + self.many
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

    @property
    def roughly(self) -> timedelta:
        """How long that is, to tell the longer of two."""
        return self.after(_SOME_DAY) - _SOME_DAY

    def words(self) -> str:
        """`4 weeks`, `24 months`."""
        if self.unit is Unit.WEEK:
            return ngettext("one week", "{n} weeks", self.many).format(n=self.many)
        return ngettext("one month", "{n} months", self.many).format(n=self.many)


FOUR_WEEKS, TWO_YEARS = Length(4, Unit.WEEK), Length(24, Unit.MONTH)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind's rule.

    Attributes:
        from_leaving: it counts from the day on which the person left the caseload, the end of the live interest, and not
            from the day on which it was in the account or over.
        fixed: the organisation set the length.
    """

    kind: Kind
    length: Length
    from_leaving: bool = False
    fixed: bool = False


def kept_for(text: str) -> Mapping[Kind, Length]:
    """The lengths in a policy's text, such as "notes 1 week; talks 6 months"; ValueError where it is something else."""
    found = dict[Kind, Length]()
    for part in filter(None, (each.strip() for each in text.split(";"))):
        match = _PART.fullmatch(part)
        if match is None or int(match[2]) < 1 or Kind(match[1]) in found:
            raise ValueError(text)
        found[Kind(match[1])] = Length(int(match[2]), Unit(match[3]))
    return found


def rules_of(text: str, *, adopted: bool) -> Mapping[Kind, Rule]:
    """The rule of every kind.

    Where the program is not adopted as a record, and for what is never part of one, no length is beyond four weeks,
    whatever the text says. What was told in private is kept no longer than its talk, with which it goes.
    """
    given, rules = kept_for(text), dict[Kind, Rule]()
    for kind in Kind:
        as_record = adopted and kind not in WORKING
        length = given.get(kind, TWO_YEARS if as_record else FOUR_WEEKS)
        if not as_record and (length.unit is Unit.MONTH or length.many > FOUR_WEEKS.many):
            length = FOUR_WEEKS
        rules[kind] = Rule(kind, length, from_leaving=as_record, fixed=kind in given)
    if rules[Kind.TALKS].length.roughly < rules[Kind.PRIVATE].length.roughly:
        rules[Kind.PRIVATE] = replace(rules[Kind.TALKS], kind=Kind.PRIVATE)
    return rules
