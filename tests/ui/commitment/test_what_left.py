"""What a printer or the clipboard did not take is nowhere called printed or copied; that it was read is."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.storage import audit_lines
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import issue, open_case, words
from tests.ui.plan.acted import Told
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.after.state import JOURNAL
from ui.giving.lending import lend
from ui.giving.printing import print_text
from ui.kit.clipboard import Loan


def told_by(opened: Opened, since: int = 0) -> list[str]:
    with opened.database.read() as connection:
        return [line.code for line in audit_lines(connection)][::-1][since:]


def to_file(place: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(place)
    return printer


class Greedy:
    """Another program that takes the clipboard the moment that something lies on it."""

    def __init__(self) -> None:
        self.clipboard = QApplication.clipboard()
        self.clipboard.dataChanged.connect(self.take)

    def take(self) -> None:
        if self.clipboard.text() not in {"", "mine"}:
            self.clipboard.setText("mine")

    def let_go(self) -> None:
        self.clipboard.dataChanged.disconnect(self.take)


def refused() -> None:
    raise AppError("storage.disk-full")


def test_a_print_that_was_called_off_is_no_print(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    before = told_by(opened)
    page.print_button.click()
    assert coach.asked == ["printer"]
    assert told_by(opened) == before
    assert told.notices() == []


def test_what_a_full_disk_did_not_take_is_not_called_printed(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    coach: Coach,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    since = len(told_by(opened))
    coach.printer = to_file("/dev/full")
    page.print_button.click()
    qtbot.waitUntil(lambda: bool(told.notices()), timeout=60_000)
    assert told.notices()[-1].tone == "problem"
    assert told.notices()[-1].text.startswith("The printer stopped before it had all of it")
    assert told_by(opened, since) == ["commitment.shown"]

    coach.printer = to_file(str(tmp_path / "printed.pdf"))
    page.print_button.click()
    qtbot.waitUntil(lambda: len(told.notices()) == 2, timeout=60_000)
    assert told.notices()[-1].text == "Sent to the printer."
    assert told_by(opened, since) == ["commitment.shown", "commitment.shown", "commitment.printed"]


def test_a_clipboard_that_does_not_take_it_says_so_and_nothing_is_called_copied(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    page.side.after.sections.button(JOURNAL).click()
    since, other = len(told_by(opened)), Greedy()
    for button in (page.copy_button, page.side.after.journal.next):
        button.click()
        assert told.notices()[-1].text.startswith("Nothing was copied, because another program has the clipboard")
    assert set(told_by(opened, since)) == {"commitment.shown"}
    assert "Pasted" not in words(page.side.after.journal)
    assert QApplication.clipboard().text() == "mine"

    other.let_go()
    page.side.after.journal.next.click()
    assert told_by(opened)[-1] == "commitment.copied"
    assert "Pasted at " in words(page.side.after.journal)
    assert page.loan is not None
    page.loan.take_back()


def test_what_cannot_be_recorded_is_taken_back_from_the_clipboard(opened: Opened) -> None:
    before = Loan("an earlier piece")
    loan, said = lend(before, "words of a plan", refused)
    assert QApplication.clipboard().text() == ""
    assert loan is None
    assert said is not None
    assert said.text.startswith("Nothing was copied, because that could not be recorded. ")


@pytest.mark.parametrize("pages", [1, 2])
def test_a_text_is_printed_whole_and_what_cannot_be_recorded_is_said(tmp_path: Path, pages: int) -> None:
    html = "<p>A line of the day</p>" * (1 if pages == 1 else 100)
    place = tmp_path / "day.pdf"
    said = print_text(to_file(str(place)), html, refused)
    assert said.tone == "problem"
    assert said.text.startswith("It was printed, and that could not be recorded. ")
    import pypdfium2

    with pypdfium2.PdfDocument(place) as printed:
        texts = [each.get_textpage().get_text_bounded() for each in printed]
        assert len(texts) == pages
        assert all("A line of the day" in text for text in texts)
        counted = [f"Page {number} of {pages}" in text for number, text in enumerate(texts, 1)]
        assert counted == [pages > 1] * pages
