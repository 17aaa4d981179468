from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Person
from tests.ui.caseload import opened_on_the_day, person
from ui.people import PeoplePage, PeoplePresenter, PersonPage, PersonPresenter


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    vault = opened_on_the_day(tmp_path)
    yield vault
    vault.close()


@pytest.fixture
def people(opened: Opened) -> PeoplePresenter:
    return PeoplePresenter(opened.services)


@pytest.fixture
def list_page(people: PeoplePresenter, qtbot: QtBot) -> PeoplePage:
    page = PeoplePage(people)
    qtbot.addWidget(page)
    page.resize(1186, 714)
    page.show()
    return page


@pytest.fixture
def one(opened: Opened) -> PersonPresenter:
    return PersonPresenter(opened.services)


@pytest.fixture
def page(one: PersonPresenter, qtbot: QtBot) -> PersonPage:
    page = PersonPage(one)
    qtbot.addWidget(page)
    page.resize(1186, 678)
    page.show()
    return page


@pytest.fixture
def cal(opened: Opened) -> Person:
    return opened.services.people.save(replace(person(opened, "Cal", "Reid"), date_of_birth=date(1990, 3, 4)))
