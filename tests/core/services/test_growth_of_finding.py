"""The list of people and the diary cost the same with eight times the people, a search is bounded, and none reads a table.

The caseloads are those of the benchmark. SQLite's work is counted in its own instructions, so that what a query reads inside
counts too and no clock is needed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, open_vault
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.people import Person
from coachdesk.services import Services
from coachdesk.storage import find, table_of
from tests.bench.many import make
from tests.core.storage.statements import Work, full_scans, watched
from tests.vaults import PASSPHRASE, setting

FEW, MANY = 300, 2_400
"""Both fill the lists that show twenty or forty, and what is looked through for them."""


@dataclass(frozen=True)
class Desk:
    """A vault, somebody in it, and an appointment of theirs."""

    opened: Opened
    person: Person
    appointment: Appointment

    @property
    def services(self) -> Services:
        return self.opened.services


Screen = Callable[[Desk], object]
LISTS: dict[str, Screen] = {
    "the list of people": lambda desk: desk.services.people.find(limit=40),
    "those who have left": lambda desk: desk.services.people.find(limit=40, archived=True),
    "how many there are": lambda desk: desk.services.people.count(),
    "a person and their history": lambda desk: desk.services.people.open(desk.person.id),
    "a time that may be taken": lambda desk: desk.services.diary.look(desk.appointment),
    "the next usual time": lambda desk: desk.services.diary.usual(desk.person.id, "work-search-review"),
    "who comes this week": lambda desk: desk.services.day.week(desk.services.day.today()),
}
TYPED = (
    "s", "smi", "jonson wiliam", "mohammed", "mohammed jones", "j smith", "smith 2/3/1985", "smith 1985", "2/3/85", "07700 9000",
    "school", "smith school", "john paul smith jones",
)  # fmt: skip


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Desk]]:
    few, many = _desk(FEW, tmp_path_factory.mktemp("few")), _desk(MANY, tmp_path_factory.mktemp("many"))
    yield few, many
    few.opened.close()
    many.opened.close()


def _desk(people: int, folder: Path) -> Desk:
    where = setting(folder)
    make(where, people)
    opened = open_vault(where, PASSPHRASE)
    with opened.database.read() as connection:
        (person,) = find(connection, Person, limit=1)
        (appointment,) = find(
            connection, Appointment, table_of(Appointment).c.state == AppointmentState.BOOKED, limit=1
        )
    return Desk(opened, person, appointment)


def work_of(desk: Desk, screen: Screen) -> Work:
    screen(desk)
    with watched(desk.opened.database) as work:
        screen(desk)
    return work


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_and_reads_the_same_with_eight_times_the_people(desks: tuple[Desk, Desk], name: str) -> None:
    few, many = (work_of(desk, LISTS[name]) for desk in desks)
    assert full_scans(desks[1].opened.database, many.statements) == []
    assert len(many.statements) == len(few.statements)
    assert many.rows <= few.rows
    assert many.steps <= 1.1 * few.steps


@pytest.mark.parametrize("typed", TYPED)
def test_a_search_takes_a_few_statements_and_some_hundred_rows_of_any_caseload(
    desks: tuple[Desk, Desk], typed: str
) -> None:
    work = work_of(desks[1], lambda desk: desk.services.people.find(typed, limit=40))
    assert full_scans(desks[1].opened.database, work.statements) == []
    assert len(work.statements) <= 30
    assert work.rows <= 600
    assert work.steps <= 20_000, work.steps


def test_who_may_be_the_same_is_looked_for_as_bounded(desks: tuple[Desk, Desk]) -> None:
    new = replace(desks[1].person, id="somebody-new")
    work = work_of(desks[1], lambda desk: desk.services.people.likely_same(new))
    assert full_scans(desks[1].opened.database, work.statements) == []
    assert (len(work.statements) <= 120, work.rows <= 1_000, work.steps <= 60_000) == (True, True, True)
