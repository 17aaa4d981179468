"""The caseload in and out: a file, what its columns mean, what is wrong with it, and saving the caseload as one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from coachdesk.caseload import LABELS, Column, FileKind
from coachdesk.i18n import _, ngettext
from coachdesk.services import CheckedFile
from ui.administration.bringing import CaseloadState
from ui.administration.caseload_words import counted, ended, first_rows, found_row
from ui.kit import (
    Button,
    Card,
    Chip,
    ChoiceGroup,
    Option,
    Progress,
    Reading,
    RowsView,
    announce,
    column,
    label,
    row,
)
from ui.kit.layouts import empty, reveal

_ALL, _NOT_THESE = "all", "not_these"
_ROWS = 8


class CaseloadSection(Reading):
    """The buttons are `file_wanted`, `check_wanted`, `bring_wanted`, `save_wanted` and `cancelled`.

    `matched` carries the columns as they are chosen, `all_chosen` whether those who may be here already come too,
    `sheet_chosen` the name of a sheet.
    """

    file_wanted = Signal()
    check_wanted = Signal()
    bring_wanted = Signal()
    save_wanted = Signal()
    cancelled = Signal()
    matched = Signal(object)
    all_chosen = Signal(bool)
    sheet_chosen = Signal(str)

    def __init__(self, state: CaseloadState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self.columns: dict[Column, ChoiceGroup] = {}
        self._bring_card()
        self.progress, self.said = Progress(_("The file")), label("")
        self.box.addWidget(self.progress)
        self.box.addWidget(self.said)
        self._save_card(state)
        self.box.addStretch(1)
        self.progress.cancelled.connect(self.cancelled)
        self._state = state
        self._show(state)

    def _bring_card(self) -> None:
        card = Card(_("Bring people in from a file"))
        for sentence in (
            _(
                "The file is a list as spreadsheets save it (XLSX or CSV), with headings in its first row. Names, date of "
                "birth, phone, language and nation are taken over; nothing else is."
            ),
            _("Either everybody in it comes in or, with one bad row, nobody. A backup is made before."),
        ):
            card.box.addWidget(label(sentence))
        self.choose = Button(_("Choose a file"))
        self.check, self.bring = Button(_("Check the file"), "go"), Button("", "go")
        self.first, self.found = RowsView(_("The first people in the file")), RowsView(_("What was found in the file"))
        self.counted, self.more = label("", "strong"), label("")
        self.alike = ChoiceGroup(
            _("Who may be here already, or is in the file twice"),
            (Option(_NOT_THESE, _("Is passed over")), Option(_ALL, _("Is brought in all the same"))),
        )
        self.places, self.sheets = column(spacing=12), column()
        self.sheet: ChoiceGroup | None = None
        card.box.addLayout(_beside(self.choose))
        card.box.addLayout(self.sheets)
        card.box.addLayout(self.places)
        card.box.addWidget(self.first)
        card.box.addLayout(_beside(self.check))
        for each in (self.counted, self.found, self.more, self.alike):
            card.box.addWidget(each)
        card.box.addLayout(_beside(self.bring))
        self.box.addWidget(card)
        self.choose.clicked.connect(self.file_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.bring.clicked.connect(self.bring_wanted)
        self.alike.edited.connect(self._alike_chosen)

    def _save_card(self, state: CaseloadState) -> None:
        card = Card(_("Save the caseload as a file"))
        for sentence in (
            _(
                "The file has the same columns as one that you bring in. Needs, notes, answers and what was said in "
                "private are never in it."
            ),
            _("It is not encrypted: whoever opens the folder can read it. Delete it once it has served its purpose."),
        ):
            card.box.addWidget(label(sentence))
        self.kind = ChoiceGroup(
            _("Save it as"), (Option(FileKind.XLSX, _("Workbook (XLSX)")), Option(FileKind.CSV, _("Text (CSV)")))
        )
        self.kind.set_value(FileKind.XLSX)
        card.box.addWidget(self.kind)
        self.save = Button(_("Choose a folder and save it"))
        foot = _beside(self.save)
        if not state.allowed:
            foot.insertWidget(1, Chip(_("Set by your organisation"), "lock"))
        card.box.addLayout(foot)
        self.box.addWidget(card)
        self.save.clicked.connect(self.save_wanted)

    def file_kind(self) -> FileKind:
        """How the caseload is to be saved."""
        return FileKind(self.kind.value() or FileKind.XLSX)

    def render_state(self, state: CaseloadState) -> None:
        """Show the file, what was found, how far it has come, and how it ended."""
        if state == self._state:
            return
        before, self._state = self._state, state
        self._show(state)
        if bool(before.running) is not bool(state.running):
            self._turn(before, state)

    def _turn(self, before: CaseloadState, state: CaseloadState) -> None:
        """Work begins or ends: the keyboard goes where it goes on, and what came of it is said."""
        if state.running in {"checking", "bringing"}:
            self.progress.cancel.setFocus()
            reveal(self.progress.cancel)
        if not state.running:
            ways = {"looking": (self.check,), "checking": (self.bring, self.check), "saving": (self.save,)}
            possible = (*ways.get(before.running, (self.bring,)), self.choose)
            place = next(each for each in possible if each.isVisibleTo(self))
            place.setFocus()
            reveal(place)
            announce(self, self.said.text() or self.counted.text())

    def _show(self, state: CaseloadState) -> None:
        idle = not state.running
        self._show_sheets(state)
        self._show_columns(state)
        if self.sheet is not None:
            self.sheet.setEnabled(idle)
        for each in (self.kind, self.choose, self.check, self.bring, self.alike, *self.columns.values()):
            each.setEnabled(idle)
        self.save.setEnabled(idle and state.allowed)
        self.check.setVisible(state.look is not None)
        self._show_checked(state)
        self.progress.setVisible(state.running in {"checking", "bringing"})
        words = _("{hundredths} per cent of the file").format(hundredths=state.hundredths)
        self.progress.show_progress(state.hundredths, 100, words, stopping=state.stopping)
        said = " ".join(ended(state)) if idle else ""
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def _show_sheets(self, state: CaseloadState) -> None:
        """A choice where the workbook has more than one."""
        look = state.look
        names = look.sheets if look is not None and len(look.sheets) > 1 else ()
        if names != tuple(option.words for option in (self.sheet.options if self.sheet is not None else ())):
            empty(self.sheets)
            self.sheet = ChoiceGroup(_("Sheet"), [Option(name, name) for name in names]) if names else None
            if self.sheet is not None:
                self.sheet.edited.connect(self._sheet_chosen)
                self.sheets.addWidget(self.sheet)
        if self.sheet is not None and look is not None:
            self.sheet.set_value(look.sheet)

    def _show_columns(self, state: CaseloadState) -> None:
        headings = state.look.headings if state.look is not None else ()
        if tuple(option.words for group in list(self.columns.values())[:1] for option in group.options[1:]) != headings:
            empty(self.places)
            options = [Option(str(place), heading) for place, heading in enumerate(headings)]
            self.columns = {
                each: ChoiceGroup(_(words), (Option("none", _("Not in the file")), *options), beside=True)
                for each, words in LABELS.items()
                if headings
            }
            for group in self.columns.values():
                group.edited.connect(self._edited)
                self.places.addWidget(group)
        for each, group in self.columns.items():
            group.set_value(str(state.matching.get(each, "none")))
        self.first.set_rows(tuple(first_rows(state)))
        self.first.setVisible(state.look is not None)
        self.first.fit(_ROWS)

    def _show_checked(self, state: CaseloadState) -> None:
        checked = state.checked or CheckedFile()
        self.counted.setText(counted(checked) if state.checked else "")
        self.counted.setVisible(state.checked is not None)
        found = checked.problems if checked.bad else (*checked.alike, *checked.doubts)
        self.found.set_rows(tuple(found_row(number, each) for number, each in enumerate(found)))
        self.found.setVisible(bool(found))
        self.found.fit(_ROWS)
        self.more.setVisible(checked.bad > len({each.line for each in checked.problems}))
        self.more.setText(_("There are more bad rows than are shown here."))
        self.alike.setVisible(bool(checked.alike_lines) and not checked.bad)
        self.alike.set_value(_ALL if state.all_of_them else _NOT_THESE)
        words = ngettext("Bring in {many} person", "Bring in {many} people", state.wanted).format(many=state.wanted)
        self.bring.set_words(words)
        self.bring.setVisible(bool(state.wanted))

    def _edited(self, _value: object) -> None:
        chosen = {each: group.value() for each, group in self.columns.items()}
        self.matched.emit({each: int(place) for each, place in chosen.items() if place.isdigit()})

    def _sheet_chosen(self, _value: object) -> None:
        if self.sheet is not None:
            self.sheet_chosen.emit(str(self.sheet.value()))

    def _alike_chosen(self, _value: object) -> None:
        self.all_chosen.emit(self.alike.value() == _ALL)


def _beside(button: Button) -> QHBoxLayout:
    held = row()
    held.addWidget(button)
    held.addStretch(1)
    return held
