"""Time to think: a day proposed by guidance, never a deadline of the law."""

from datetime import date, timedelta

from coachdesk.people.person import Nation
from coachdesk.plans.calendar import Calendar

_SATURDAY = 5


def time_to_think(offered: date, days: int, calendar: Calendar, nation: Nation) -> date:
    """The day to propose: so many calendar days after the offer, or the next day on which somebody is there to answer.

    Guidance, no law: seven calendar days (domain.md 3.4). Longer is agreed whenever the person asks.
    """
    day = offered + timedelta(days=days)
    while day.weekday() >= _SATURDAY or calendar.holiday(nation, day):
        day += timedelta(days=1)
    return day
