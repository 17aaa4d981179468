from collections.abc import Iterator

import pytest

from coachdesk.application import Opened
from tests.ui import checks
from tests.ui.plan.acted import Told, played
from ui.plan import PlanPage, PlanPresenter


@pytest.fixture
def presenter(opened: Opened) -> Iterator[PlanPresenter]:
    """Makes decisions about plans; nothing is typed any more when the test ends."""
    made = PlanPresenter(opened.services)
    yield made
    made.flush()
    made.deleteLater()


@pytest.fixture
def told(presenter: PlanPresenter) -> Told:
    """What the screen told the window."""
    return Told(presenter.failed, presenter.noticed, presenter.saved)


@pytest.fixture
def page(presenter: PlanPresenter) -> PlanPage:
    """The page at its smallest supported size, shown."""
    shown = PlanPage(presenter)
    shown.resize(1186, 640)
    shown.show()
    return shown


@pytest.fixture
def rich(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> PlanPage:
    """The page of Callum, whose plan has something of everything."""
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    checks.settle()
    return page
