"""From the derived key to Today on the screen, and to a person: with ten thousand people and all their records."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from coachdesk.application import Setting, open_vault
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.ids import new_id
from coachdesk.interviews import Channel
from coachdesk.people import Person
from tests.bench.desk import put_away, shown, studio, worked
from tests.bench.harness import Comparison
from tests.caseloads import A_DAY_HAS, FAMILY, GIVEN, MORNING, fill
from tests.screens.studio import Studio
from tests.ui.checks import settle
from tests.vaults import PASSPHRASE, made, setting
from ui.wiring import Desk


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
    took = worked(lambda: opened.append(place.desk(open_vault(where, PASSPHRASE))))
    assert len(opened[0].services.day.view().entries) >= A_DAY_HAS
    put_away(opened[0])
    return took


def opening(desk: Desk, people: Iterator[str]) -> float:
    """Open one person after the other."""
    person = next(people)
    return worked(lambda: desk.routes.open_person(person))


def back_to_today(desk: Desk) -> float:
    """Go to the day from elsewhere: it is read again."""
    desk.routes.go("people")
    settle()
    return worked(lambda: desk.routes.go("today"))


def comparisons() -> Iterator[Comparison]:
    """Each in milliseconds of the processor against its aim, and ten thousand people with all their records against a thousand."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder, ExitStack() as stack:
        days, people, wheres = {}, {}, {}
        place = stack.enter_context(studio())
        for many in (1_000, 10_000):
            where = wheres[many] = setting(Path(folder) / str(many), clock=lambda: MORNING)
            where.folder.mkdir()
            opened = made(where)
            people[many] = cycle(fill(opened, many, at=MORNING))
            opened.services.requirements.due()
            opened.close()
            days[many] = partial(to_today, where, place)
        yield Comparison("key to Today, 1,000 people", days[1_000], aim_ms=250)
        yield Comparison("key to Today, 10,000 people / 1,000 people", days[10_000], days[1_000], aim=1.2, aim_ms=250)
        desks = {many: stack.enter_context(shown(open_vault(where, PASSPHRASE))) for many, where in wheres.items()}
        few, lots = (partial(opening, desks[many], people[many]) for many in (1_000, 10_000))
        yield Comparison("a person, 10,000 people / 1,000 people", lots, few, aim=1.2, aim_ms=100, goes=30)
        few, lots = (partial(back_to_today, desks[many]) for many in (1_000, 10_000))
        yield Comparison("back to Today, 10,000 people / 1,000 people", lots, few, aim=1.2, aim_ms=250)
