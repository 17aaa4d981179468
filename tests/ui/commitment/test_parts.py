"""The parts beside an issued document: each can be read and used by everybody, at every size and in longer words."""

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.ui import checks
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import faults, issue, open_case, wait_for_pages
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.after.state import DIFFERENT, EDITIONS, ENDING, JOURNAL, SAID
from ui.theme import Appearance, Theme


def rested(page: CommitmentPage) -> list[str]:
    """The faults once everything has found its place: each of what is inside one another may still grow by a pixel."""
    for _round in range(3):
        checks.settle()
    return faults(page)


def walk(page: CommitmentPage) -> list[str]:
    """Through every part, with every form open."""
    beside, found = page.side.after, []
    for section in (SAID, JOURNAL, DIFFERENT, EDITIONS, ENDING):
        beside.sections.button(section).click()
        found += rested(page)
    beside.sections.button(SAID).click()
    form, opinion, card = beside.said.form, beside.said.opinion, beside.ending.withdrawing
    form.outcome.buttons[4].setChecked(True)
    form.unfold.click()
    form.more.present.boxes[0].setChecked(True)
    opinion.ask.click()
    opinion.came.click()
    found += rested(page)
    opinion.mistake.click()
    found += rested(page)
    beside.sections.button(ENDING).click()
    card.begin.click()
    found += rested(page)
    card.reason.line.setText("It named a place.")
    card.go_on.click()
    return found + rested(page)


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.DARK, 200), (Theme.TEXT_ONLY, 100)])
def test_every_part_can_be_read_and_used_by_everybody(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    qtbot: QtBot,
    appearance: Appearance,
    theme: Theme,
    size: int,
) -> None:
    with checks.at_text_size(appearance, size, theme):
        open_case(opened, presenter, qtbot)
        issue(presenter, qtbot)
        assert walk(page) == []
        wait_for_pages(presenter, qtbot)


def test_longer_words_of_another_language_are_not_cut_off_in_any_part(
    opened: Opened, presenter: CommitmentPresenter, coach: Coach, qtbot: QtBot
) -> None:
    with checks.longer_texts():
        page = CommitmentPage(presenter, printers=coach.choose_printer, folders=coach.choose_folder)
        page.resize(1186, 640)
        page.show()
        open_case(opened, presenter, qtbot)
        issue(presenter, qtbot)
        assert walk(page) == []
        wait_for_pages(presenter, qtbot)
