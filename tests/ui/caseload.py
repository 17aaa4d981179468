"""An invented caseload in a real vault, for the screens of the day and of people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from coachdesk.application import Opened
from coachdesk.clock import london
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews import Channel
from coachdesk.people import Need, Person
from coachdesk.plans import Party
from tests.ui.checks import clipped, nameless, same_named, small_targets, unreachable
from tests.vaults import made, setting

TODAY = date(2026, 12, 1)
MORNING = datetime(2026, 12, 1, 9, 30, tzinfo=london())

REVIEW, FIRST = "work-search-review", "first-commitments"

TWELVE = (
    ("Amina", "Khalil", time(9)),
    ("Dan", "Whitlock", time(9, 10)),
    ("Cal", "Reid", time(9, 30)),
    ("Piotr", "Nowak", time(9, 40)),
    ("Ruth", "Osei", time(10, 10)),
    ("Siân", "Bevan", time(10, 20)),
    ("Mahmoud", "Haddad", time(10, 30)),
    ("Grace", "Adeyemi-Thornton", time(11, 10)),
    ("Lee", "O’Connor", time(12)),
    ("Joan", "Marsh", time(12, 10)),
    ("Tariq", "Aziz", time(13)),
    ("Elin", "Prys", time(13, 30)),
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A new vault in which it is Tuesday 1 December 2026, half past nine in the morning: for folders that import it."""
    vault = made(setting(tmp_path, clock=lambda: MORNING))
    yield vault
    vault.close()


def person(opened: Opened, given: str, family: str, needs: tuple[Need, ...] = ()) -> Person:
    """Somebody on the caseload."""
    draft = replace(opened.services.people.draft(), given_name=given, family_name=family, needs=needs)
    return opened.services.people.save(draft)


def booked(opened: Opened, somebody: Person, at: time, on: date = TODAY, kind: str = REVIEW) -> Appointment:
    """An appointment of somebody."""
    diary = opened.services.diary
    return diary.book(diary.draft(somebody.id, kind, on, at, Channel.FACE_TO_FACE))


def day_of_twelve(opened: Opened) -> dict[str, Person]:
    """Twelve people with appointments today, two of them seen already; by given name."""
    people = {}
    for given, family, at in TWELVE:
        needs = (Need.WELSH, Need.LARGE_PRINT) if given == "Siân" else ()
        people[given] = person(opened, given, family, needs)
        appointment = booked(opened, people[given], at)
        if given in {"Amina", "Dan"}:
            opened.services.diary.set_state(appointment.id, AppointmentState.SEEN)
    return people


def promise(opened: Opened, somebody: Person, text: str, by: date = TODAY) -> None:
    """Something that the coach said they would do."""
    plans = opened.services.plans
    plans.save_action(replace(plans.draft_action(somebody.id, Party.COACH), text=text, by=by))


def yesterday() -> date:
    """The day before."""
    return TODAY - timedelta(days=1)


def held_to(page: QWidget) -> list[str]:
    """What is wrong with a page by the checks that every page is held to."""
    return [*nameless(page), *same_named(page), *small_targets(page), *clipped(page), *unreachable(page)]
