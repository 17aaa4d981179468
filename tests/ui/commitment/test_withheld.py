"""What the organisation withholds is greyed out and says so; the keys that do the same do nothing but say why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.policy import Policy
from tests.ui.checks import spoken, use_key
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import issue, open_case
from tests.ui.plan.acted import Told
from tests.vaults import made, setting
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.kit import Button
from ui.screens import make_screens, places_of
from ui.slips import SlipPage, SlipPresenter
from ui.tasks import Tasks
from ui.today import TodayPage

WITHHELD = Policy(
    printing_allowed=False, clipboard_allowed=False, formats=("pdf", "pdf-large", "text"), languages=("en",)
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A vault under a policy that withholds what can be withheld."""
    vault = made(setting(tmp_path, policy=WITHHELD))
    yield vault
    vault.close()


def assert_withheld(button: Button) -> None:
    assert not button.isEnabled()
    assert button.text().replace("&", "").endswith("(set by your organisation)")
    assert button.accessibleDescription() == "Set by your organisation"


def test_printing_and_copying_are_greyed_out_and_the_keys_say_why(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    for button in (page.print_button, page.copy_button, page.side.after.journal.next, page.side.after.journal.all):
        assert_withheld(button)
    pieces = page.side.after.journal.buttons.values()
    assert pieces
    for each in pieces:
        assert not each.isEnabled()
    assert page.save_button.isEnabled()
    QApplication.clipboard().setText("what lay there before")
    use_key(page, "print")
    presenter.after.handing.copy()
    presenter.after.handing.copy_next()
    assert coach.asked == []
    assert QApplication.clipboard().text() == "what lay there before"
    assert told.codes() == ["policy.no-printing", "policy.no-clipboard", "policy.no-clipboard"]


def test_only_what_is_on_offer_can_be_chosen(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    forms = page.side.forms
    assert [spoken(each) for each in forms.formats.buttons] == ["The page (PDF)", "Large print (PDF)", "Text"]
    assert [spoken(each) for each in forms.languages.buttons] == ["English"]
    assert presenter.after.handing.giving.formats == (Format.PDF, Format.LARGE, Format.TEXT)


def test_the_day_and_slips_follow_the_same_rule(opened: Opened, tasks: Tasks, store: QSettings, qtbot: QtBot) -> None:
    slips = SlipPage(SlipPresenter(opened.services, tasks))
    qtbot.addWidget(slips)
    for button in (slips.print_button, slips.copy_button):
        assert_withheld(button)
    assert [spoken(each) for each in slips.languages.buttons] == ["English"]
    screens = make_screens(opened.services, tasks, store)
    today = places_of(screens)[0].make()
    qtbot.addWidget(today)
    assert isinstance(today, TodayPage)
    assert_withheld(today.paper)
    assert screens.today.sheet() is None
