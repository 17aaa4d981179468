from pathlib import Path

from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Giving, InSpite, Safe
from tests.ui.checks import settle
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import issue, open_case, state
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.after.state import GIVE, JOURNAL


def history(opened: Opened, person_id: str) -> list[str]:
    return [line.text for line in opened.services.people.open(person_id).timeline]


def test_what_may_not_be_given_is_said_before_the_print_key_and_there_is_always_a_way_on(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, tmp_path: Path, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    person_id = person.id
    opened.services.handing.told(person_id, Giving.PAPER, Safe.NO)
    opened.services.handing.told(person_id, Giving.POST, Safe.NO)
    issue(presenter, qtbot)
    settle()
    card = page.side.after.giving
    assert card.title.text() == "Nothing on paper. Nothing by post or email."
    identity = page.identity()
    assert identity is not None
    assert [each.words for each in identity.needs][:2] == ["Nothing on paper", "Nothing by post or email"]

    for button in (page.print_button, page.save_button, page.copy_button):
        button.click()
    assert coach.asked == []
    assert not [line for line in history(opened, person_id) if "printed" in line or "copied" in line]

    card.aloud.click()
    assert [line for line in history(opened, person_id) if "read aloud" in line]

    card.anyway.click()
    card.reasons.buttons[2].click()
    coach.folder = tmp_path / "papers"
    coach.folder.mkdir()
    page.save_button.click()
    assert len(list(coach.folder.iterdir())) == 1
    assert [line for line in history(opened, person_id) if "Why all the same: It goes to somebody" in line]
    page.save_button.click()
    assert len(coach.asked) == 1, "the reason holds for one time"

    card.anyway.click()
    card.reasons.buttons[2].click()
    page.copy_button.click()
    page.print_button.click()
    assert len(coach.asked) == 1, "it was used up by the copy"
    assert page.loan is not None
    page.loan.take_back()


def test_a_reason_for_the_journal_ends_with_its_last_piece_and_when_the_journal_is_left(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    for way in (Giving.PAPER, Giving.POST):
        opened.services.handing.told(person.id, way, Safe.NO)
    issue(presenter, qtbot)
    after = presenter.after
    giving = after.handing.giving
    after.choose(JOURNAL)
    giving.allow(InSpite.TO_A_HELPER)
    after.handing.copy_next()
    assert giving.reason() is InSpite.TO_A_HELPER
    after.choose(GIVE)
    page.print_button.click()
    assert coach.asked == []

    giving.allow(InSpite.TO_A_HELPER)
    shown = state(presenter).after
    assert shown is not None
    for _piece in shown.pieces:
        after.handing.copy_next()
    page.print_button.click()
    assert coach.asked == []
    assert page.loan is not None
    page.loan.take_back()
