"""Handing over what was issued: on paper, as a file, for the journal; and what is said to it later."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format
from tests.ui.commitment.conftest import Coach
from tests.ui.commitment.handling import bytes_of, issue, open_case, state, wait_for_pages
from tests.ui.conftest import QtLog
from tests.ui.plan.acted import Told
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.kit.clipboard import SECONDS


def test_an_issued_document_is_shown_again_from_its_stored_bytes(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    text, first = state(presenter).text, state(presenter).pages
    for action in opened.services.plans.plan(person.id).open:
        opened.services.plans.save_action(replace(action, text="Something quite different"))
    presenter.open_issued(commitment.id)
    wait_for_pages(presenter, qtbot)
    assert (state(presenter).text, state(presenter).pages) == (text, first)
    assert not page.issue_button.isVisibleTo(page)


def test_a_copy_is_saved_byte_for_byte_under_a_name_that_tells_nothing(
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
    coach.folder = tmp_path / "usb"
    coach.folder.mkdir()
    page.save_button.click()
    (file,) = coach.folder.iterdir()
    assert file.read_bytes() == bytes_of(opened, commitment, Format.PDF)
    assert file.name.startswith("plan-")
    assert "callum" not in file.name.casefold()
    assert told.notices()[-1].text == f"Saved as {file.name}."
    assert told.notices()[-1].action_words == "Open folder"
    presenter.set_format(Format.TEXT)
    page.save_button.click()
    assert {each.suffix for each in coach.folder.iterdir()} == {".pdf", ".txt"}


def test_a_full_disk_while_saving_a_copy_says_so_and_offers_another_folder(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    coach.folder = Path("/dev/full/there")
    page.save_button.click()
    notice = told.notices()[-1]
    assert notice.tone == "problem"
    assert "could not be written there" in notice.text
    presenter.undo(notice.action)
    assert coach.asked == ["folder", "folder"]


def test_no_folder_and_no_printer_change_nothing(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    page.save_button.click()
    page.print_button.click()
    assert coach.asked == ["folder", "printer"]
    assert told.notices() == []


def test_printing_prints_every_page_and_is_noted(
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
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    coach.printer = printer
    page.print_button.click()
    qtbot.waitUntil(lambda: bool(told.notices()), timeout=60_000)
    assert told.notices()[-1].text == "Sent to the printer."
    import pypdfium2

    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 3
    assert "An issued commitment was printed." in [each.text for each in opened.services.administration.audit()]


def test_a_printer_that_is_gone_says_that_nothing_was_printed_and_nothing_is_filed(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    coach: Coach,
    told: Told,
    qtbot: QtBot,
    qtlog: QtLog,
    tmp_path: Path,
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    coach.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    coach.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    coach.printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with qtlog.disabled():
        page.print_button.click()
        qtbot.waitUntil(lambda: bool(told.notices()), timeout=60_000)
    assert told.notices()[-1].tone == "problem"
    assert told.notices()[-1].text.startswith("Nothing was printed, because the printer cannot be reached.")
    assert "An issued commitment was printed." not in [each.text for each in opened.services.administration.audit()]

    coach.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_button.click()
    qtbot.waitUntil(lambda: len(told.notices()) == 2, timeout=60_000)
    assert told.notices()[-1].text == "Sent to the printer."
    assert "An issued commitment was printed." in [each.text for each in opened.services.administration.audit()]


def test_where_nothing_could_be_printed_the_print_key_still_works(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, coach: Coach, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    issue(presenter, qtbot)
    commitment = state(presenter).commitment
    assert commitment is not None
    opened.services.editions.withdraw(commitment.id, reason="It said too much.")
    coach.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    for _press in range(2):
        page.print_button.click()
    assert coach.asked == ["printer", "printer"]
    assert told.codes() == ["commitment.withdrawn"] * 2


def test_the_journal_text_is_lent_to_the_clipboard_and_taken_back(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.copy_button.click()
    clipboard = QApplication.clipboard()
    assert clipboard.text() == bytes_of(opened, commitment, Format.TEXT).decode()
    formats = clipboard.mimeData().formats()
    for kept_out in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloud",
    ):
        assert any(kept_out in each for each in formats)
    assert SECONDS == 30
    assert page.loan is not None
    page.loan.take_back()
    assert clipboard.text() == ""
    page.copy_button.click()
    clipboard.setText("something of the coach's own")
    page.loan.take_back()
    assert clipboard.text() == "something of the coach's own"


def test_a_second_issue_is_another_edition_and_the_first_can_be_seen(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    _person, interview = open_case(opened, presenter, qtbot)
    first = issue(presenter, qtbot)
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    assert page.side.before.earlier.accessibleName() == f"Show {first.number}, edition 1, issued before"
    second = issue(presenter, qtbot)
    assert (second.number, second.edition) == (first.number, 2)
