from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Person
from tests.ui.caseload import opened, person
from ui.people import PeoplePage, PeoplePresenter, PersonPage, PersonPresenter

__all__ = ("opened",)


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
