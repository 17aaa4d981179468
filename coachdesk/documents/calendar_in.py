"""When another calendar is busy, from its file (RFC 5545). Of what an entry is for, nothing is read out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component

from coachdesk.clock import london
from coachdesk.documents.calendar_lines import first_mistake, line_of
from coachdesk.errors import AppError

LARGEST = 5_000_000
"""Bytes of a file at most."""
MOST = 5_000
"""Busy stretches at most."""
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Busy:
    """A stretch of one day, at the wall time of London."""

    on: date
    at: time
    minutes: int


def busy_times(content: bytes, first: date, last: date) -> tuple[Busy, ...]:
    """The busy stretches of a calendar file from one day to another, in order, each within a day.

    What is marked as free or cancelled takes no time; what repeats is counted as often as it falls into these days.

    Raises:
        AppError: `calendar.malformed` with the `line` at which the file stops making sense: then nothing of it is used;
            `calendar.too-large` where the file or what is in it is larger than a person's calendar can be.
    """
    if len(content) > LARGEST:
        raise AppError("calendar.too-large")
    mistake = first_mistake(content)
    if mistake:
        raise AppError("calendar.malformed", line=mistake)
    events = _events(content)
    moved = {(_uid(each), _moment(_value(each, "recurrence-id").dt)) for each in events if "recurrence-id" in each}
    found: set[Busy] = set()
    looked_at = 0
    for event in events:
        for starts in _starts(event, moved, first, last):
            looked_at += 1
            found.update(_pieces(starts, _length(event), first, last))
            if looked_at + len(found) > MOST:
                raise AppError("calendar.too-large")
    return tuple(sorted(found))


def _events(content: bytes) -> list[Component]:
    """The entries that take time."""
    try:
        calendars = Calendar.from_ical(content.decode("utf-8"), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError) as error:
        raise AppError("calendar.malformed", line=1) from error
    for number, event in enumerate(events):
        if event.errors or "dtstart" not in event or _length(event) < timedelta(0):
            raise AppError("calendar.malformed", line=line_of(content, number))
    return [event for event in events if _takes_time(event)]


def _value(event: Component, name: str) -> Any:
    """A property as the library has it, of its many types; None where it is not there."""
    return event.get(name)


def _uid(event: Component) -> str:
    return str(_value(event, "uid"))


def _takes_time(event: Component) -> bool:
    free = str(_value(event, "transp")).upper() == "TRANSPARENT"
    return not free and str(_value(event, "status")).upper() != "CANCELLED" and _length(event) > timedelta(0)


def _length(event: Component) -> timedelta:
    starts = _value(event, "dtstart").dt
    if "dtend" in event:
        return _moment(_value(event, "dtend").dt) - _moment(starts)
    if "duration" in event:
        length: timedelta = _value(event, "duration").dt
        return length
    return timedelta(0) if isinstance(starts, datetime) else _ONE_DAY


def _moment(when: Any) -> datetime:
    """A date or time of the file as London's wall time; a time without a zone is London's."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time(), london())
    return when.replace(tzinfo=london()) if when.tzinfo is None else when.astimezone(london())


def _starts(event: Component, moved: set[tuple[str, datetime]], first: date, last: date) -> Iterator[datetime]:
    """When it begins, each time; a repetition keeps its wall time over a clock change."""
    begins, given, uid = _moment(_value(event, "dtstart").dt), _value(event, "rrule"), _uid(event)
    if given is None:
        yield begins
        return
    away = {_moment(each.dt) for each in _excluded(event)} | {when for each, when in moved if each == uid}
    for rule in given if isinstance(given, list) else [given]:
        if _TOO_OFTEN & set(rule.get("FREQ", ())):
            raise AppError("calendar.too-large")
        wall = rrulestr(_without_zone(rule), dtstart=begins.replace(tzinfo=None))
        earliest = datetime.combine(first, time()) - _length(event)
        for when in wall.between(earliest, datetime.combine(last, time.max), inc=True):
            aware: datetime = when.replace(tzinfo=london())
            if aware not in away:
                yield aware


def _excluded(event: Component) -> Iterable[Any]:
    given = _value(event, "exdate") or []
    return [when for each in (given if isinstance(given, list) else [given]) for when in each.dts]


def _without_zone(rule: Any) -> str:
    """The rule as text; until when it holds as a wall time, as it begins."""
    parts = rule.copy()
    if "UNTIL" in parts:
        until = parts["UNTIL"][0]
        parts["UNTIL"] = [_moment(until).replace(tzinfo=None) if isinstance(until, datetime) else until]
    text: str = parts.to_ical().decode("ascii")
    return text


def _pieces(starts: datetime, length: timedelta, first: date, last: date) -> Iterator[Busy]:
    """What of a stretch lies within these days, cut at midnight; whole minutes, and no part of one is left out."""
    at = max(starts.replace(tzinfo=None), datetime.combine(first, time()))
    over = min(starts.replace(tzinfo=None) + length, datetime.combine(last + _ONE_DAY, time()))
    while at < over:
        midnight = datetime.combine(at.date() + _ONE_DAY, time())
        minutes = -(-(min(over, midnight) - at) // timedelta(minutes=1))
        yield Busy(at.date(), at.time().replace(second=0, microsecond=0), minutes)
        at = midnight
