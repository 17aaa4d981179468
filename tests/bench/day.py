"""From the derived key to Today on the screen, with a hundred people and with ten thousand."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from coachdesk.application import Setting, open_vault
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.ids import new_id
from coachdesk.interviews import Channel
from coachdesk.people import Person
from tests.bench.desk import put_away, seconds, studio
from tests.bench.harness import Comparison
from tests.screens.studio import Studio
from tests.vaults import PASSPHRASE, made, setting
from ui.wiring import Desk

A_DAY_HAS = 14
GIVEN = ("Amira", "Darren", "Kezia", "Callum", "Lena", "Piotr", "Sian", "Owen")
FAMILY = ("Achebe", "Brown", "Costa", "Davies", "Evans", "Farah", "Green", "Hughes", "Iqbal", "Jones")


def caseload(where: Setting, people: int) -> None:
    """A vault with so many people: each was seen some weeks ago and is booked again, fourteen of them today."""
    opened = made(where)
    today = opened.services.day.view().day
    with opened.database.write() as writer:
        for number in range(people):
            name = replace(
                Person(id=new_id(), given_name=GIVEN[number % 8], family_name=f"{FAMILY[number % 10]}{number}"),
                date_of_birth=date(1990, 1, 1) + timedelta(days=number % 9000),
            )
            writer.put(name, "person.added")
            for week in (-3, -1, number // (A_DAY_HAS * 5)):
                writer.put(appointment(name.id, today + timedelta(weeks=week), number, week), "appointment.booked")
    opened.close()


def appointment(person_id: str, on: date, number: int, week: int) -> Appointment:
    """A quarter of an hour; those of past weeks took place."""
    return Appointment(
        id=new_id(),
        person_id=person_id,
        on=on + timedelta(days=number // A_DAY_HAS % 5),
        at=time(9 + number % 7, 15 * (number % 4)),
        minutes=10,
        definition_id="work-search-review",
        channel=Channel.FACE_TO_FACE,
        state=AppointmentState.SEEN if week < 0 else AppointmentState.BOOKED,
    )


def to_today(where: Setting, place: Studio) -> float:
    """Open the vault and show the day. Stretching the passphrase costs next to nothing here, on purpose."""
    opened: list[Desk] = []
    took = seconds(lambda: opened.append(place.desk(open_vault(where, PASSPHRASE))))
    assert len(opened[0].services.day.view().entries) >= A_DAY_HAS
    put_away(opened[0])
    return took


def comparisons() -> Iterator[Comparison]:
    """Each in milliseconds against its aim, and the large one against the small one."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder, studio() as place:
        goes = {}
        for people in (100, 10_000):
            where = setting(Path(folder) / str(people))
            where.folder.mkdir()
            caseload(where, people)
            goes[people] = partial(to_today, where, place)
        yield Comparison("key to Today, 100 people", goes[100], aim_ms=250)
        yield Comparison("key to Today, 10,000 people / 100 people", goes[10_000], goes[100], aim_ms=250)
