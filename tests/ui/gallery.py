"""Every widget of the kit, and the window with invented content.

Tests hold these pages to the checks; `python -m tests.ui.gallery [DIR]` leaves pictures in every theme and at 200 %.
"""

import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFrame

from coachdesk.i18n import _
from coachdesk.site_profile import SafetyPlan
from tests.ui.checks import settle
from ui.kit import (
    Button,
    Card,
    CheckGroup,
    ChoiceGroup,
    Column,
    Columns,
    DateField,
    Edge,
    EmptyState,
    Identity,
    ListEditor,
    Need,
    Notice,
    NoticeBar,
    NumberField,
    Option,
    Page,
    PageImage,
    PagePicture,
    Reading,
    Row,
    RowsView,
    Scale,
    TextArea,
    TextLine,
    TimeBar,
    TurnedLine,
    TurnedView,
    column,
    label,
    row,
    surface,
    yes_no,
)
from ui.kit.focus import FocusRing
from ui.kit.signature_pad import SignatureField
from ui.main_window import MainWindow, Place
from ui.safety import Contacts, SafetyPanel
from ui.settings import open_settings
from ui.theme import Appearance, Theme

ROWS = (
    Row("khalil", ("10am", "A. Khalil", "Review, 10 min", "Face to face", "Seen")),
    Row("reid", ("10:30am", "C. Reid", "Review, 10 min", "Face to face, café room", "Arrived 10:24")),
    Row("bevan", ("11:20am", "S. Bevan", "Review, 10 min, Welsh", "Phone", "Rearranged by us")),
)
NAMES = ("Khalil", "Reid", "Bevan")


class ListPage(Page):
    """A list, a card beside it, the four edges, a notice, an empty place and a picture of a page."""

    def __init__(self) -> None:
        super().__init__()
        left, right = surface("clear"), surface("clear")
        box = column(left, margins=(24, 20, 12, 20), spacing=12)
        box.addWidget(label("Tuesday 1 December 2026", "title"))
        self.notice = NoticeBar()
        self.notice.show_notice(Notice(_("2 of our promises are due today"), "warn", _("Show them"), "promises"))
        self.list = RowsView(_("Appointments"), strong=1)
        self.list.set_rows(ROWS)
        self.list.choose("reid")
        box.addWidget(self.notice)
        box.addWidget(self.list, 1)
        side = column(right, margins=(12, 20, 24, 20), spacing=12)
        card = Card()
        head = row()
        head.addWidget(label("C. Reid, 10:30am", "heading"), 1)
        head.addWidget(Button(_("Start"), "go", key="start"))
        card.box.addLayout(head)
        card.box.addWidget(label(_("Agreed last time, in their words"), "section"))
        card.box.addWidget(
            label("\N{LEFT DOUBLE QUOTATION MARK}Cook for a living.\N{RIGHT DOUBLE QUOTATION MARK}", "words")
        )
        side.addWidget(card)
        marks = {
            Edge.REQUIRED: _("To be recorded as a requirement"),
            Edge.VOLUNTARY: _("My choice"),
            Edge.OURS: _("What we will do"),
            Edge.SEALED: _("Sealed"),
        }
        for edge, mark in marks.items():
            side.addWidget(Card("Take the CV to the library", edge=edge, mark=mark))
        self.paper = PageImage(_("Page 1 of the document"))
        self.paper.set_page(PagePicture(40, 56, bytes([255, 255, 250, 255]) * 40 * 56), "My commitments")
        side.addWidget(self.paper)
        side.addWidget(SignatureField(_("Sign here"), _("Or type your name"), undo=_("Undo"), clear=_("Clear")))
        side.addWidget(
            EmptyState(_("No plan yet"), _("Goals will stand here."), _("Add a goal"), icon="add", key="add_goal")
        )
        side.addStretch(1)
        column(self).addWidget(Columns([(left, 5, 560), (right, 4, 380)]))


class FieldPage(Page):
    """One field of every kind, with a foot as an interview has it."""

    def __init__(self) -> None:
        super().__init__()
        self.open = True
        reading = Reading((36, 20, 36, 20), 20)
        self.fields = _fields()
        for field in self.fields:
            reading.box.addWidget(field)
        reading.box.addStretch(1)
        side = surface("right")
        prompts = column(side, margins=(20, 20, 20, 20), spacing=10)
        prompts.addWidget(label(_("You could ask"), "section"))
        prompts.addWidget(label(_("What would be different in your week?")))
        prompts.addStretch(1)
        box = column(self, spacing=0)
        self.columns = Columns([(reading, 5, 520), (side, 2, 300)])
        box.addWidget(self.columns, 1)
        box.addWidget(_foot())

    def identity(self) -> Identity:
        needs = (Need(_("Coloured paper"), "paper"), Need(_("After 10am only"), "clock"), Need(_("Polish"), "language"))
        return Identity("Amira", needs, _("First commitments meeting"))

    def interview_open(self) -> bool:
        return self.open

    def turned(self) -> TurnedView:
        return TurnedView(_("Where to"), (TurnedLine(_("What would you like to be different?"), "question"),))


def _fields() -> tuple[
    TextArea | TextLine | Scale | ChoiceGroup | CheckGroup | DateField | NumberField | ListEditor, ...
]:
    happening = (
        Option("ill", _("Illness or injury")),
        Option("care", _("Caring for somebody, fostering, kinship care, or adopting"), _("Also of a child")),
        Option("none", _("Nothing I want to say today"), alone=True),
    )
    parts = (
        Column("age", lambda: NumberField(_("Age"), role="small", characters=3)),
        Column("born", lambda: DateField(_("Born"), role="small")),
    )
    wish = TextArea(
        _("What would you like to be different?"), hint=_("In Amira's own words."), why=_("So that it fits.")
    )
    wish.set_value("Be a teaching assistant in the town's schools by next September; first, part-time work by March.")
    wish.show_why(shown=True)
    sure = Scale(
        _("How sure are you?"), ends=(_("not at all"), _("completely")), follow_up=_("Why {number} and not lower?")
    )
    sure.set_value({"number": 5, "words": "I know the schools"})
    told = CheckGroup(_("Is any of this part of your life just now?"), happening)
    told.set_marks(("lock", _("Sealed")))
    until = DateField(_("Until when?"), hint=_("For example, 27 3 2027"))
    until.set_value({"day": "31", "month": "2", "year": "2026"})
    until.set_error(_("31 February is not a date."))
    children = ListEditor(_("Children"), parts, row_name=_("Child {n}"), add=_("Add a child"))
    children.set_value([{"age": "4", "born": ""}, {"age": "", "born": "2020-02-01"}])
    name, note = TextLine(_("Name to use")), yes_no(_("Is there a fit note?"))
    return wish, sure, name, note, told, until, NumberField(_("Hours a week"), unit=_("hours")), children


def _foot() -> QFrame:
    foot = surface("bottom")
    box = column(foot, margins=(36, 10, 36, 12), spacing=10)
    time = TimeBar()
    time.set_time(0.37, _("19 minutes left"))
    time.say()
    box.addWidget(time)
    buttons = row(spacing=12)
    buttons.addWidget(Button(_("Back"), key="back"))
    buttons.addWidget(Button(_("Pause"), key="pause"))
    buttons.addStretch(1)
    buttons.addWidget(Button(_("Continue"), "go", key="continue"))
    box.addLayout(buttons)
    return foot


def panel(*, plan: bool = True) -> SafetyPanel:
    """The safety panel of an invented site."""
    text = "Stay calm.\n\nPress the button under the desk. A colleague comes and sits with you."
    contacts = Contacts(
        crisis_team="First response, 01632 960 001",
        duty_manager="D. Clarke, extension 210",
        safeguarding_lead="R. Shah, extension 233",
        partner_extension="250",
        support="Staff support line, 01632 960 002",
    )
    return SafetyPanel(SafetyPlan(text, date(2026, 9, 1), "the safeguarding group") if plan else None, contacts)


def window(store: QSettings, *, safety: SafetyPanel | None = None, grace: float = 30) -> MainWindow:
    """The window with the two pages above; the interview is not open to begin with."""
    places = (
        Place("today", ListPage, _("Today"), "today", "today"),
        Place("people", Page, _("People"), "people", "people"),
        Place("administration", Page, _("Administration"), "administration", "administration", foot=True),
        Place("interview", FieldPage),
    )
    made = MainWindow(places, site="Wakefield temporary office", safety=safety or panel(), store=store, grace=grace)
    made.top.saved.set_saved(datetime(2026, 12, 1, 10, 42, 7, tzinfo=UTC))
    return made


def main(folder: Path) -> None:
    """Leave the pictures in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    appearance, _ring = Appearance(app), FocusRing(app)
    with tempfile.TemporaryDirectory() as scratch:
        for wish, size in [*((theme, 100) for theme in list(Theme)[1:]), (Theme.BASIC, 200)]:
            appearance.choose(wish, size)
            shown = window(open_settings(Path(scratch) / f"{wish}-{size}.ini"))
            shown.show()
            for name in ("today", "interview", "safety", "turned"):
                if name in shown.places:
                    shown.go(name)
                elif name == "safety":
                    shown.toggle_safety()
                else:
                    shown.turn()
                settle()
                shown.grab().save(str(folder / f"{wish}-{size}-{name}.png"))
                if name == "safety":
                    shown.toggle_safety()
            shown.close()
            shown.deleteLater()
            settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir()) / "coachdesk-gallery")
