"""Somebody whose interview has come to what fits, with what applies beside it."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coachdesk.clock import today
from tests.ui.checks import settle
from tests.ui.interview.conftest import Room
from ui.interview.finding import FindingPanel
from ui.interview.finding.line_row import LineRow


def panel(room: Room) -> FindingPanel:
    return room.page.side.finding


def row(room: Room, line_id: str) -> LineRow:
    return panel(room).lines.rows[line_id]


def said(widget: QWidget) -> str:
    """Every word on the screen below a widget."""
    found: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(each.text() for each in found if each.isVisibleTo(widget))


def ill(room: Room) -> None:
    """Somebody with a fit note that has run for more than its fourteen days, and a child of four."""
    say, day = room.presenter.answer, today()
    say("who_is_here", "alone")
    say("partner_in_claim", "no")
    say("children", [{"age": "4", "born": ""}])
    say("school_run", "Nursery mornings")
    say("health_changes", "yes")
    say("fit_note", "yes")
    say(
        "fit_note_dates",
        {"from": (day - timedelta(days=40)).isoformat(), "until": (day + timedelta(days=20)).isoformat()},
    )
    say("fit_note_given", (day - timedelta(days=38)).isoformat())


def at_what_fits(room: Room) -> None:
    room.start()
    ill(room)
    room.presenter.go_to("fits")
    settle()
