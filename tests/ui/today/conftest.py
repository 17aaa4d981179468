from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.caseload import opened_on_the_day
from ui.today import TodayPage, TodayPresenter


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    vault = opened_on_the_day(tmp_path)
    yield vault
    vault.close()


@pytest.fixture
def presenter(opened: Opened) -> TodayPresenter:
    return TodayPresenter(opened.services)


@pytest.fixture
def page(presenter: TodayPresenter, qtbot: QtBot) -> TodayPage:
    page = TodayPage(presenter)
    qtbot.addWidget(page)
    page.resize(1186, 714)
    page.show()
    return page
