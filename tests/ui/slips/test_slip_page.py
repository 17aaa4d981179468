from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.people import Given, Giving, How, Person, Safe
from tests.ui.caseload import held_to
from tests.ui.checks import at_text_size, settle
from tests.ui.conftest import QtLog
from tests.ui.slips.conftest import Coach
from ui.slips import SlipPage, SlipPresenter
from ui.theme import Appearance, Theme


def history(opened: Opened, somebody: Person) -> list[str]:
    return [line.text for line in opened.services.people.open(somebody.id).timeline]


def drawn(page: SlipPage, slips: SlipPresenter, qtbot: QtBot, about: Appointment) -> None:
    slips.open(about.id)
    qtbot.waitUntil(lambda: slips.state is not None and bool(slips.state.pages))
    settle()


def test_a_reminder_is_seen_and_saved_where_the_coach_says(
    opened: Opened,
    page: SlipPage,
    slips: SlipPresenter,
    meeting: Appointment,
    coach: Coach,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    drawn(page, slips, qtbot, meeting)
    assert "Tuesday 15 December 2026" in page.image.accessibleDescription()
    assert page.card.isHidden()
    coach.folder = tmp_path / "papers"
    coach.folder.mkdir()
    page.save_button.click()
    assert [each.name for each in coach.folder.iterdir()] == ["slip-2026-12-15-1030.pdf"]
    assert slips.state is not None
    assert "Reminder of Tuesday 15 December 2026: saved as a file." in history(opened, slips.state.slip.person)


def test_a_slip_is_printed_from_its_real_page(
    opened: Opened,
    page: SlipPage,
    slips: SlipPresenter,
    meeting: Appointment,
    coach: Coach,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    drawn(page, slips, qtbot, meeting)
    coach.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    coach.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    coach.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(slips.noticed) as said:
        page.print_button.click()
    assert said.args is not None
    assert said.args[0].text == "Sent to the printer."
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert coach.printer.docName() == "Appointment"


def test_a_printer_that_is_gone_says_so_and_no_slip_is_filed(
    opened: Opened,
    page: SlipPage,
    slips: SlipPresenter,
    meeting: Appointment,
    cal: Person,
    coach: Coach,
    tmp_path: Path,
    qtbot: QtBot,
    qtlog: QtLog,
) -> None:
    opened.services.handing.told(cal.id, Giving.PAPER, Safe.YES)
    drawn(page, slips, qtbot, meeting)
    coach.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    coach.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    coach.printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    for _press in range(2):
        with qtlog.disabled(), qtbot.waitSignal(slips.noticed) as said:
            page.print_button.click()
        assert said.args is not None
        assert said.args[0].text.startswith("Nothing was printed, because the printer cannot be reached.")
    assert not [line for line in history(opened, cal) if "printed" in line]


def test_what_the_printer_did_not_take_was_read_and_is_not_filed(
    opened: Opened,
    page: SlipPage,
    slips: SlipPresenter,
    meeting: Appointment,
    cal: Person,
    coach: Coach,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    opened.services.handing.told(cal.id, Giving.PAPER, Safe.YES)
    drawn(page, slips, qtbot, meeting)
    page.print_button.click()
    assert opened.services.administration.audit()[0].text == "A person's details were changed."
    for place, said_then in (
        ("/dev/full", "The printer stopped"),
        (str(tmp_path / "slip.pdf"), "Sent to the printer."),
    ):
        assert not [line for line in history(opened, cal) if "printed" in line]
        coach.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        coach.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        coach.printer.setOutputFileName(place)
        with qtbot.waitSignal(slips.noticed) as said:
            page.print_button.click()
        assert said.args is not None
        assert said.args[0].text.startswith(said_then)
    assert [line.text for line in opened.services.administration.audit(limit=2)] == [
        "A slip about an appointment was printed.",
        "A slip about an appointment was looked at, to be handed over.",
    ]


def test_where_it_is_not_safe_nothing_is_printed_and_every_way_on_is_there(
    opened: Opened, page: SlipPage, slips: SlipPresenter, meeting: Appointment, cal: Person, coach: Coach, qtbot: QtBot
) -> None:
    opened.services.handing.told(cal.id, Giving.PAPER, Safe.NO)
    drawn(page, slips, qtbot, meeting)
    assert not page.card.isHidden()
    assert page.card.title.text() == "Nothing on paper."
    assert "copy it for the journal" in page.card.about.text()
    page.print_button.click()
    assert coach.asked == []
    assert not [line for line in history(opened, cal) if "printed" in line]

    page.copy_button.click()
    assert "Tuesday 15 December 2026" in QApplication.clipboard().text()
    assert page.loan is not None
    page.loan.take_back()
    assert "Reminder of Tuesday 15 December 2026: copied for the journal." in history(opened, cal)

    page.card.aloud.click()
    assert "Reminder of an appointment: read aloud, and not handed over." in history(opened, cal)

    page.card.anyway.click()
    page.card.reasons.buttons[1].click()
    assert slips.giving.lets(How.PRINTED)
    page.print_button.click()
    assert coach.asked == ["printer"]

    page.card.paper.click()
    assert page.card.isHidden()
    assert opened.services.handing.safe(cal.id).may_print


def test_a_moved_appointment_offers_its_receipt_first_and_the_reminder_beside_it(
    opened: Opened, page: SlipPage, slips: SlipPresenter, meeting: Appointment, qtbot: QtBot
) -> None:
    new = opened.services.diary.move(meeting.id, date(2026, 12, 16), meeting.at, by=AppointmentState.MOVED_BY_THEM)
    drawn(page, slips, qtbot, new)
    assert "you asked us to change our appointment" in page.image.accessibleDescription()
    page.given.buttons[0].click()
    assert slips.state is not None
    assert slips.state.given is Given.REMINDER
    assert "Wednesday 16 December 2026" in page.image.accessibleDescription()
    page.languages.buttons[1].click()
    assert "Dydd Mercher 16 Rhagfyr 2026" in page.image.accessibleDescription()


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.BASIC, 200)])
def test_the_page_holds_to_the_checks(
    opened: Opened,
    page: SlipPage,
    slips: SlipPresenter,
    meeting: Appointment,
    cal: Person,
    qtbot: QtBot,
    appearance: Appearance,
    theme: Theme,
    size: int,
) -> None:
    opened.services.handing.told(cal.id, Giving.PAPER, Safe.NO)
    drawn(page, slips, qtbot, meeting)
    slips.giving.choose()
    with at_text_size(appearance, size, theme):
        settle()
        assert held_to(page) == []
