"""The end of a commitment, a document that is withdrawn, and the editions that there were."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format, OutcomeKind, PartKind
from coachdesk.i18n import Language
from tests.ui import checks
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import bytes_of, issue, open_case, state, wait_for_pages, words
from tests.ui.plan.acted import Told
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.after.state import DIFFERENT, EDITIONS, ENDING, GIVE, JOURNAL, SAID
from ui.kit import Button
from ui.kit.clipboard import take_all_back


def test_an_end_is_recorded_and_an_answer_with_a_reason_takes_it_back(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(ENDING).click()
    ending = page.side.after.ending
    ending.end.click()
    assert ending.because.error()
    ending.because.buttons[0].setChecked(True)
    ending.end.click()
    assert opened.services.outcomes.life(commitment.id).ended_on is not None
    assert "Ended on" in words(ending)
    assert "Ended" in words(page.side)
    ending.take_back.click()
    assert page.side.after.said.isVisibleTo(page)
    form = page.side.after.said.form
    form.outcome.buttons[0].setChecked(True)
    form.reason.line.setText("It goes on.")
    form.record.click()
    assert opened.services.outcomes.life(commitment.id).outcome is OutcomeKind.AGREED
    assert opened.services.outcomes.life(commitment.id).ended_on is None


def test_a_document_that_leaked_is_withdrawn_in_two_steps_and_never_shown_again(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(ENDING).click()
    card = page.side.after.ending.withdrawing
    card.begin.click()
    card.go_on.click()
    assert card.reason.error()
    card.reason.line.setText("It named a place.")
    card.go_on.click()
    assert "This cannot be undone." in words(card)
    assert page.window().focusWidget() is card.keep
    assert opened.services.outcomes.life(commitment.id).withdrawn_on is None
    card.keep.click()
    assert card.begin.isVisibleTo(page)
    card.begin.click()
    card.go_on.click()
    card.for_good.click()
    assert opened.services.outcomes.life(commitment.id).withdrawn_on is not None
    assert (state(presenter).text, state(presenter).pages) == ("", ())
    assert "This document was withdrawn." in words(page.paper)
    for button in (page.print_button, page.save_button, page.copy_button, card.begin):
        assert not button.isVisibleTo(page)
    for gone in (GIVE, JOURNAL, DIFFERENT):
        assert not page.side.after.sections.button(gone).isVisibleTo(page)
    presenter.open_issued(commitment.id)
    assert "Withdrawn" in words(page.side)
    assert told.codes() == []


def test_the_pieces_for_the_account_are_copied_one_by_one_and_marked(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(JOURNAL).click()
    parts = opened.services.commitments.journal(commitment.id)
    journal = page.side.after.journal
    clipboard = QApplication.clipboard()
    journal.next.click()
    assert clipboard.text() == parts[0].text
    assert "Pasted at " in words(journal)
    to_do = next(each for each in parts if each.kind is PartKind.TO_DO)
    button = next(
        each for each in journal.buttons.values() if each.accessibleName() == f"Copy the title: {to_do.title}"
    )
    button.click()
    assert clipboard.text() == to_do.title
    assert f"Copied the title of: {to_do.title}" == told.notices()[-1].text
    copied = [each.text for each in opened.services.administration.audit()].count("A commitment's text was copied.")
    assert copied == 2
    while journal.next.isEnabled():
        journal.next.click()
    assert f"{len(journal.buttons)} of {len(journal.buttons)} pieces are pasted." in words(journal)
    assert journal.next.text().startswith("All pieces are pasted")
    assert page.loan is not None
    page.loan.take_back()
    assert clipboard.text() == ""


def test_what_was_pasted_is_known_after_a_lock_and_can_be_taken_back(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(JOURNAL).click()
    journal = page.side.after.journal
    first, second = opened.services.journal.pieces(commitment.id)[:2]
    journal.next.click()
    journal.next.click()
    presenter.open_issued(commitment.id)
    page.side.after.sections.button(JOURNAL).click()
    assert f"2 of {len(journal.buttons)} pieces are pasted." in words(journal)
    back = next(each for each in journal.findChildren(Button) if each.text() == "Not pasted" and each.isVisibleTo(page))
    assert back.accessibleName() == f"Not pasted: Copy the text: {first.whole.title}"
    back.setFocus()
    back.click()
    assert f"One of {len(journal.buttons)} pieces is pasted." in words(journal)
    assert set(opened.services.journal.pasted(commitment.id, Language.ENGLISH)) == {second.id}
    page.copy_button.click()
    assert "All of it at once: pasted at " in words(journal)
    take_all_back()
    assert QApplication.clipboard().text() == ""


def test_a_new_edition_stands_beside_the_last_and_the_old_one_opens_with_the_same_bytes(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, interview = open_case(opened, presenter, qtbot)
    assert not page.side.before.since.isVisibleTo(page)
    first = issue(presenter, qtbot)
    before = bytes_of(opened, first, Format.PDF)
    action = next(each for each in opened.services.plans.plan(person.id).chosen if "kitchen" in each.text)
    opened.services.plans.save_action(replace(action, text="Help in the library on Mondays"))
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    checks.settle()
    assert "What is different from edition 1" in words(page.side.before.since)
    assert "Help in the library on Mondays" in words(page.side.before.since)
    page.side.before.since.on_page.boxes[0].setChecked(True)
    wait_for_pages(presenter, qtbot)
    assert "What is different since edition 1" in state(presenter).text
    second = issue(presenter, qtbot)
    page.side.after.sections.button(DIFFERENT).click()
    checks.settle()
    assert "Help in the library on Mondays" in words(page.side.after.different)
    page.side.after.sections.button(EDITIONS).click()
    editions = page.side.after.editions
    assert editions.list.chosen_id() == second.id
    editions.list.choose(first.id)
    editions.open.click()
    wait_for_pages(presenter, qtbot)
    assert state(presenter).commitment == first
    assert bytes_of(opened, first, Format.PDF) == before
    page.side.after.sections.button(SAID).click()
    assert "Followed by edition 2" in words(page.side)


def test_a_file_is_compared_with_what_was_issued(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    coach: Coach,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(EDITIONS).click()
    editions = page.side.after.editions
    editions.compare.click()
    assert coach.asked == ["file"]
    coach.file = tmp_path / "brought.pdf"
    content = bytes_of(opened, commitment, Format.PDF)
    coach.file.write_bytes(content)
    editions.compare.click()
    assert f"It is {commitment.number}, edition 1, as it was issued, byte by byte." in words(editions)
    coach.file.write_bytes(content + b" ")
    editions.compare.click()
    assert f"It says that it is {commitment.number}. It is not what was issued under that number." in words(editions)
    coach.file = tmp_path / "not there.pdf"
    editions.compare.click()
    assert told.codes() == ["documents.cannot-read"]
