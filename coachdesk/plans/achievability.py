"""The achievability strip: what the plan takes against what the person can give, and the days that clash.

It says what is so and leaves the rest to the two of them: no colour, no score, nothing is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from coachdesk.diary.appointment import Appointment, AppointmentState
from coachdesk.i18n import _, clock_time, long_date, ngettext, short_date
from coachdesk.people.person import Nation
from coachdesk.plans.calendar import Calendar
from coachdesk.plans.plan import Action, Plan

_SATURDAY = 5
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Strip:
    """Hours a week that the plan takes in its fullest week, and that the person can give (None: not said).

    Attributes:
        week: the Monday of the fullest week.
        notes: whole sentences, for the coach.
        decided: hours a week that the coach decided on for looking for work; None: nobody has.
    """

    used: Decimal
    given: Decimal | None
    week: date
    notes: tuple[str, ...]
    decided: Decimal | None = None

    @property
    def over(self) -> bool:
        """The plan takes more than the person can give."""
        return self.given is not None and self.used > self.given


def hours_from(text: str) -> Decimal | None:
    """Hours a week from an answer as typed ("7.5"), or None where it is no number that a week can hold."""
    try:
        hours = Decimal(text.strip())
    except InvalidOperation:
        return None
    return hours if hours.is_finite() and _NONE <= hours <= 7 * 24 else None


def strip(
    plan: Plan,
    given: Decimal | None,
    *,
    today: date,
    nation: Nation,
    calendar: Calendar,
    known: Iterable[Appointment],
    decided: Decimal | None = None,
) -> Strip:
    """Weigh the person's open actions of a plan.

    Args:
        plan: its goals and actions; those of the coach and of others take none of the person's hours.
        given: hours a week that the person can give, from the answer that feeds `plan.hours`.
        today: the first week looked at is this day's.
        nation: whose bank holidays count.
        calendar: bank holidays.
        known: the person's appointments.
        decided: hours a week that the coach decided on.
    """
    theirs = (*plan.asked, *plan.chosen)
    used, week = fullest_week(theirs, today)
    notes = [
        *_hours_notes(used, given, week),
        *(note for action in theirs for note in _day_notes(action, nation, calendar)),
        *_clashes(theirs, known),
        *_unsaid(theirs),
    ]
    return Strip(used, given, week, tuple(notes), decided)


def fullest_week(actions: tuple[Action, ...], today: date) -> tuple[Decimal, date]:
    """Hours and Monday of the fullest week: what is done in a rhythm, and what is done once in its own week.

    Args:
        actions: whose hours are counted; those without hours count as none.
        today: weeks before this day's are over.
    """
    rhythm = sum((action.hours or _NONE for action in actions if action.every is not None), _NONE)
    this = _monday(today)
    once: dict[date, Decimal] = {this: _NONE}
    for action in actions:
        if action.every is None and action.by is not None:
            week = max(_monday(action.by), this)
            once[week] = once.get(week, _NONE) + (action.hours or _NONE)
    week = max(sorted(once), key=lambda each: once[each])
    return rhythm + once[week], week


def _hours_notes(used: Decimal, given: Decimal | None, week: date) -> Iterable[str]:
    if given is not None and used > given:
        yield _("In the week of {day} the plan takes {used} hours. The person can give {given}.").format(
            day=short_date(week), used=plain_hours(used), given=plain_hours(given)
        )
    elif given is None and used > _NONE:
        yield _("Nobody has said yet how many hours a week fit. The plan takes {used} in its fullest week.").format(
            used=plain_hours(used)
        )


def _day_notes(action: Action, nation: Nation, calendar: Calendar) -> Iterable[str]:
    if action.by is None:
        return
    words = {"action": _short(action.text), "day": long_date(action.by)}
    holiday = calendar.holiday(nation, action.by)
    if holiday is not None:
        yield _("“{action}” is due on a bank holiday: {day}, {holiday}.").format(holiday=holiday, **words)
    elif action.by.weekday() >= _SATURDAY:
        yield _("“{action}” is due at a weekend: {day}.").format(**words)


def _clashes(actions: tuple[Action, ...], known: Iterable[Appointment]) -> Iterable[str]:
    kept = sorted(
        (each for each in known if each.state is AppointmentState.BOOKED), key=lambda each: (each.on, each.at)
    )
    for action in actions:
        for appointment in kept:
            if appointment.on == action.by:
                yield _("“{action}” is due on the day of the appointment at {time}, {day}.").format(
                    action=_short(action.text), time=clock_time(appointment.at), day=long_date(appointment.on)
                )


def _unsaid(actions: tuple[Action, ...]) -> Iterable[str]:
    silent = sum(1 for action in actions if action.hours is None)
    if silent:
        yield ngettext(
            "One action has no hours yet, so it is not counted.",
            "{count} actions have no hours yet, so they are not counted.",
            silent,
        ).format(count=silent)


def plain_hours(hours: Decimal) -> str:
    """Hours as people write them: 8, 2.5, never 8.0 or 8E+0."""
    return f"{hours.normalize():f}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"
