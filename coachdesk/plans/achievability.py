"""The achievability strip: what the plan takes against what the person can give, and the days that clash.

It says what is so and leaves the rest to the two of them: no colour, no score, nothing is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from coachdesk.i18n import _, ngettext, plain_number, short_date
from coachdesk.plans.days import DayNote, Days, day_notes
from coachdesk.plans.plan import Action, Plan

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Strip:
    """Hours a week that the plan takes in its fullest week, and that the person can give (None: not said).

    Attributes:
        week: the Monday of the fullest week.
        notes: whole sentences, for the coach.
        decided: hours a week that the coach decided on for looking for work; None: nobody has.
        on_days: those of the notes that are about the day of an action.
    """

    used: Decimal
    given: Decimal | None
    week: date
    notes: tuple[str, ...]
    decided: Decimal | None = None
    on_days: tuple[DayNote, ...] = ()

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
    days: Days,
    decided: Decimal | None = None,
) -> Strip:
    """Weigh the person's open actions of a plan.

    Args:
        plan: its goals and actions; those of the coach and of others take none of the person's hours.
        given: hours a week that the person can give, from the answer that feeds `plan.hours`.
        today: the first week looked at is this day's.
        days: what is known of them.
        decided: hours a week that the coach decided on.
    """
    theirs = (*plan.asked, *plan.chosen)
    used, week = fullest_week(theirs, today)
    on_days = day_notes(theirs, days)
    notes = [
        *_hours_notes(used, given, week),
        *(each.text for each in on_days),
        *_unsaid(theirs),
    ]
    return Strip(used, given, week, tuple(notes), decided, on_days)


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
            day=short_date(week), used=plain_number(used), given=plain_number(given)
        )
    elif given is None and used > _NONE:
        yield _("Nobody has said yet how many hours a week fit. The plan takes {used} in its fullest week.").format(
            used=plain_number(used)
        )


def _unsaid(actions: tuple[Action, ...]) -> Iterable[str]:
    silent = sum(1 for action in actions if action.hours is None)
    if silent:
        yield ngettext(
            "One action has no hours yet, so it is not counted.",
            "{count} actions have no hours yet, so they are not counted.",
            silent,
        ).format(count=silent)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
