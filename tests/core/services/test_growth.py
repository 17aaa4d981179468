"""Today and a person's screen ask as much of a hundred people as of a thousand, and read through no table."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.diary.needs_you import MOST, NO_NEXT_STEP, UNANSWERED
from tests.caseloads import A_DAY_HAS, MORNING, fill
from tests.core.storage.statements import Work, full_scans, watched
from tests.vaults import made, setting

Ask = Callable[[Opened, str], object]

TODAY: dict[str, Ask] = {
    "the day": lambda opened, _person: opened.services.day.view(),
    "the week": lambda opened, _person: opened.services.day.week(opened.services.day.today()),
    "the prep card": lambda opened, person: opened.services.day.prep(person),
}
PERSON: dict[str, Ask] = {
    "a person": lambda opened, person: opened.services.people.open(person),
    "their circumstances": lambda opened, person: opened.services.circumstances.of(person),
    "what may be asked of them": lambda opened, person: opened.services.requirements.for_person(person),
    "their plan": lambda opened, person: opened.services.plans.weigh(person),
}
SCREENS = TODAY | PERSON


@pytest.fixture(scope="module")
def caseloads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, tuple[Opened, str]]]:
    """Vaults with a hundred people and with a thousand; of each the id of somebody who comes today."""
    found = {}
    for people in (100, 1000):
        opened = made(setting(tmp_path_factory.mktemp(f"of-{people}"), clock=lambda: MORNING))
        found[people] = opened, fill(opened, people, at=MORNING)[0]
        opened.services.requirements.due()
    yield found
    for opened, _person in found.values():
        opened.close()


def work_of(ask: Ask, opened: Opened, person: str) -> Work:
    """What is asked the second time: the first reads the shapes of the tables too."""
    ask(opened, person)
    with watched(opened.database) as work:
        ask(opened, person)
    return work


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_asks_and_reads_the_same_of_a_hundred_people_and_of_a_thousand(
    caseloads: dict[int, tuple[Opened, str]], screen: str
) -> None:
    few, many = (work_of(SCREENS[screen], *caseloads[people]) for people in (100, 1000))
    assert len(few.statements) == len(many.statements)
    assert few.rows == many.rows
    assert many.steps <= few.steps * 1.05, "a deeper tree at most"


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_goes_through_a_whole_table_or_index(caseloads: dict[int, tuple[Opened, str]], screen: str) -> None:
    opened, person = caseloads[1000]
    work = work_of(SCREENS[screen], opened, person)
    assert work.statements
    assert full_scans(opened.database, work.statements) == []


def test_the_day_reads_as_many_rows_as_its_appointments_ask_for(caseloads: dict[int, tuple[Opened, str]]) -> None:
    opened, person = caseloads[1000]
    assert len(opened.services.day.view().entries) == A_DAY_HAS
    work = work_of(TODAY["the day"], opened, person)
    assert len(work.statements) <= 20
    assert work.rows <= 4 * A_DAY_HAS
    prep = work_of(TODAY["the prep card"], opened, person)
    assert (len(prep.statements) <= 30, prep.rows <= 60) == (True, True)


def test_however_many_wait_no_more_of_them_are_read_than_are_shown(tmp_path: Path) -> None:
    works = []
    for people in (MOST + 50, 2 * MOST + 100):
        folder = tmp_path / str(people)
        folder.mkdir()
        opened = made(setting(folder, clock=lambda: MORNING))
        person = fill(opened, people, at=MORNING, settled=False)[0]
        opened.services.requirements.due()
        works.append(work_of(TODAY["the day"], opened, person))
        needs = [need.code for need in opened.services.day.view().needs_you]
        assert [needs.count(code) for code in (NO_NEXT_STEP, UNANSWERED)] == [MOST, MOST]
        opened.close()
    few, many = works
    assert (len(few.statements), few.rows) == (len(many.statements), many.rows)
    assert many.steps <= few.steps * 1.05


def test_somebody_new_to_check_costs_no_more_with_more_people(caseloads: dict[int, tuple[Opened, str]]) -> None:
    works = []
    for opened, person in caseloads.values():
        opened.services.circumstances.add(person, "homeless")
        with watched(opened.database) as work:
            opened.services.day.view()
        works.append(work)
        assert full_scans(opened.database, work.statements) == []
    few, many = works
    assert (len(few.statements), few.rows) == (len(many.statements), many.rows)
