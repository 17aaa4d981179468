"""Formats and languages on the commitment screen: chosen before it is issued, or asked for later."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.i18n import Language
from coachdesk.people import Need
from coachdesk.services import Outgoing
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import bytes_of, issue, open_case, pdf_text, state, wait_for_pages, words
from ui.commitment import CommitmentPage, CommitmentPresenter


def wait_for(presenter: CommitmentPresenter, qtbot: QtBot, kind: Format, language: Language) -> None:
    """Until an issued commitment is shown in a format and language."""

    def shown() -> bool:
        there = state(presenter)
        return (there.format, there.language) == (kind, language) and bool(there.pages) and not there.busy

    qtbot.waitUntil(shown, timeout=30_000)


def test_every_format_can_be_looked_at_before_it_is_issued(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    standard = len(state(presenter).pages)
    for button in page.side.forms.formats.buttons[1:3]:
        button.setChecked(True)
        wait_for_pages(presenter, qtbot)
        assert len(state(presenter).pages) > standard
        assert page.paper.image.isVisibleTo(page)
    page.side.forms.formats.buttons[3].setChecked(True)
    assert page.paper.text.isVisibleTo(page)


def test_what_a_person_needs_is_ticked_from_the_start(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, interview = open_case(opened, presenter, qtbot)
    assert page.side.before.wanted.value() == []
    opened.services.people.save(replace(opened.services.people.open(person.id).person, needs=(Need.EASY_READ,)))
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    assert page.side.before.wanted.value() == ["pdf-easy"]


def test_what_is_ticked_is_made_when_it_is_issued(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    page.side.before.wanted.boxes[0].setChecked(True)
    page.side.before.wanted.boxes[2].setChecked(True)
    commitment = issue(presenter, qtbot)
    filed = [each for each in Format if opened.services.commitments.is_filed(commitment.id, each, commitment.language)]
    assert filed == [Format.PDF, Format.LARGE, Format.HTML, Format.TEXT]
    assert not page.side.before.wanted.isVisibleTo(page)


def test_another_format_of_an_issued_commitment_is_made_when_it_is_asked_for(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.give.formats.buttons[2].setChecked(True)
    assert "The document is being made and checked." in words(page.side)
    wait_for(presenter, qtbot, Format.EASY, Language.ENGLISH)
    assert opened.services.commitments.is_filed(commitment.id, Format.EASY, Language.ENGLISH)
    assert "We will talk on" in pdf_text(bytes_of(opened, commitment, Format.EASY))
    assert coach.asked == []


def test_an_issued_commitment_can_be_handed_over_in_the_other_language_too(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.give.languages.buttons[1].setChecked(True)
    wait_for(presenter, qtbot, Format.PDF, Language.WELSH)
    assert state(presenter).text.startswith("Fy ymrwymiadau")
    welsh = opened.services.commitments.content(commitment.id, Format.PDF, language=Language.WELSH)
    assert commitment.number in pdf_text(welsh)
    page.side.give.languages.buttons[0].setChecked(True)
    wait_for(presenter, qtbot, Format.PDF, Language.ENGLISH)
    assert state(presenter).text.startswith("My commitments")


def test_what_is_saved_is_what_is_shown(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    presenter.set_language(Language.WELSH)
    wait_for(presenter, qtbot, Format.PDF, Language.WELSH)
    presenter.set_format(Format.LARGE)
    wait_for(presenter, qtbot, Format.LARGE, Language.WELSH)
    assert coach.folder is None
    page.save_button.click()
    assert coach.asked == ["folder"]
    handed: list[Outgoing] = []
    presenter.after.handing.for_print.connect(handed.append)
    presenter.after.handing.print()
    assert "Tudalen 1 o" in pdf_text(handed[0].content)
