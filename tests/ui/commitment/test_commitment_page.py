"""What the commitment page shows before anything is issued, and what it is held to."""

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.i18n import Language
from tests.ui import checks
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import faults, issue, open_case, state, wait_for_pages, words
from tests.ui.plan.acted import Told
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.theme import Appearance, Theme


def test_the_page_is_drawn_from_the_real_file_and_reads_aloud_as_text(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    assert len(state(presenter).pages) == 3
    spoken = checks.described(page.paper.image)
    assert spoken.startswith("My commitments")
    assert "Help in the community kitchen on Wednesdays" in spoken
    page.side.forms.formats.buttons[-1].setChecked(True)
    assert page.paper.text.isVisibleTo(page)
    assert page.paper.text.toPlainText() == spoken


def test_the_picture_is_as_sharp_as_its_place(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    before = state(presenter).pages[0].width
    page.resize(1500, 700)
    qtbot.waitUntil(lambda: state(presenter).pages[0].width > before, timeout=30_000)
    presenter.fit(2 * before)
    qtbot.waitUntil(lambda: abs(state(presenter).pages[0].width - 2 * before) < 20, timeout=30_000)


def test_pages_are_turned_one_by_one(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    assert "Page 1 of 3" in words(page.paper)
    page.paper.next.click()
    assert "Page 2 of 3" in words(page.paper)
    page.paper.previous.click()
    assert not page.paper.previous.isEnabled()


def test_what_was_said_and_what_to_look_at_stand_beside_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    said = words(page.side)
    assert "Said yes" in said
    assert "The plan takes 3 hours in its fullest week. The person can give 2." in said
    assert "Not issued yet" in said
    assert page.issue_button.isEnabled()


def test_welsh_is_one_choice_away(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    page.side.forms.languages.buttons[1].setChecked(True)
    wait_for_pages(presenter, qtbot)
    assert state(presenter).language is Language.WELSH
    assert "My commitments" not in state(presenter).text
    assert issue(presenter, qtbot).language is Language.WELSH


def test_nobody_elses_name_while_the_interview_is_open(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    _person, interview = open_case(opened, presenter, qtbot)
    assert page.interview_open()
    identity = page.identity()
    assert identity is not None
    assert identity.name == "Callum"
    opened.services.interviews.finish(interview)
    presenter.open(interview.id)
    assert not page.interview_open()
    wait_for_pages(presenter, qtbot)


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)])
def test_the_commitment_can_be_read_and_used_by_everybody(
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
        assert faults(page) == []
        presenter.before.check()
        assert faults(page) == []
        presenter.before.stop_checking()
        presenter.set_format(Format.TEXT)
        assert faults(page) == []
        issue(presenter, qtbot)
        assert faults(page) == []
        wait_for_pages(presenter, qtbot)


def test_longer_words_of_another_language_are_not_cut_off(
    opened: Opened, presenter: CommitmentPresenter, coach: Coach, qtbot: QtBot
) -> None:
    with checks.longer_texts():
        page = CommitmentPage(presenter, printers=coach.choose_printer, folders=coach.choose_folder)
        page.resize(1186, 640)
        page.show()
        open_case(opened, presenter, qtbot)
        assert faults(page) == []
        issue(presenter, qtbot)
        assert faults(page) == []
        wait_for_pages(presenter, qtbot)


def test_a_document_that_cannot_be_read_shows_nobodys(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    presenter.open_issued("none")
    assert told.codes() == ["storage.not-found"]
    assert page.identity() is None
    assert not page.paper.isVisibleTo(page)
