import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.caseload import opened
from ui.today import TodayPage, TodayPresenter

__all__ = ("opened",)


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
