"""How often two people are in touch, and when they have not been for longer than they agreed."""

from dataclasses import replace
from datetime import date, timedelta

from coachdesk.diary.appointment import ContactRhythm
from coachdesk.errors import AppError

LONGEST = 366
"""The most days from one contact to the next that can be agreed."""


def check_rhythm(rhythm: ContactRhythm) -> None:
    """Raises AppError("rhythm.days") where the interval is none, ("rhythm.no-reason") where nothing says why it is so."""
    if not 1 <= rhythm.days <= LONGEST:
        raise AppError("rhythm.days", most=LONGEST)
    if not rhythm.reason.strip():
        raise AppError("rhythm.no-reason")


def counted_from(rhythm: ContactRhythm, last_contact: date) -> ContactRhythm:
    """The rhythm with the day on which the next contact is due."""
    return replace(rhythm, due_on=last_contact + timedelta(days=rhythm.days))


def quiet_before(today: date, grace: int) -> date:
    """Whose contact was due before this day, has not been heard of for longer than agreed and `grace` days more."""
    return today - timedelta(days=grace)
