"""What stands in the way of issuing is named, action by action, with its source."""

from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui.commitment.handling import state, wait_for_pages, words
from tests.ui.plan.acted import played
from ui.commitment import CommitmentPage, CommitmentPresenter


def test_each_action_that_cannot_be_asked_for_is_named_with_its_source(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, interview = played(opened, "amira")
    today = opened.services.day.today()
    opened.services.circumstances.add(person.id, "domestic_abuse", starts_on=today)
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    assert not state(presenter).can_issue
    said = words(page.side.top.stops)
    assert "A statutory pause is recorded, and something is marked to be recorded as a requirement." in said
    assert "“List the 12 primaries within 40 minutes by bus and note each vacancy page”" in said
    assert "This cannot be asked for today: a statutory pause (regs. 98 and 99)." in said
    assert "abuse" not in words(page)


def test_a_discretion_is_for_a_second_look_and_stops_nothing(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, interview = played(opened, "amira")
    opened.services.circumstances.add(person.id, "funeral", starts_on=opened.services.day.today())
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    assert state(presenter).can_issue
    assert "A decision is due before this is asked for: a funeral to arrange (reg. 99(5)(b))." in words(
        page.side.before.notes
    )
