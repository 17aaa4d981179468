"""The commitment: the real page, what stands in its way, the envelope check, and handing it over."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.people import NOBODY_ASKED, How
from coachdesk.services import Outgoing
from coachdesk.services import Page as DrawnPage
from ui import keys
from ui.commitment.before.envelope import EnvelopeCheck, turned
from ui.commitment.before.signatures import SignPanel, TurnedSignature, turned_place
from ui.commitment.paper import Paper
from ui.commitment.presenter import CommitmentPresenter
from ui.commitment.side import Side
from ui.commitment.state import CommitmentState
from ui.giving import withhold
from ui.giving.lending import lend
from ui.giving.printing import ask_for_folder, ask_for_printer, print_pages
from ui.identity import identity_of
from ui.kit import Button, Columns, Flow, Identity, Page, TurnedView, column, row, surface
from ui.kit.clipboard import Loan
from ui.kit.folders import choose_file

Printers = Callable[[QWidget], QPrinter | None]
Folders = Callable[[QWidget], Path | None]
Files = Callable[[QWidget], Path | None]


def ask_for_file(parent: QWidget) -> Path | None:
    """A file to be compared."""
    return choose_file(parent, _("Which file is it?"))


class CommitmentPage(Page):
    """Shows the presenter's state. `printers`, `folders` and `files` ask the coach; None: they thought better of it."""

    def __init__(
        self,
        presenter: CommitmentPresenter,
        *,
        printers: Printers = ask_for_printer,
        folders: Folders = ask_for_folder,
        files: Files = ask_for_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._printers, self._folders, self._files = presenter, printers, folders, files
        self._printer: QPrinter | None = None
        self._standing: tuple[str, bool] | None = None
        self._issued = ""
        self.loan: Loan | None = None
        self.paper, self.side, self.check = Paper(), Side(presenter), EnvelopeCheck()
        self.signing = SignPanel(presenter.before.signing)
        self.main = surface("clear")
        held = column(self.main, margins=(0, 12, 0, 0), spacing=0)
        held.addWidget(self.paper, 1)
        self._instead = QWidget()  # in the place of the paper; hidden it leaves all the room to it
        line = row(self._instead)  # asks the check how tall it is at its own width, which ends before the column does
        for each in (self.check, self.signing):
            line.addWidget(each, 100)
        line.addStretch(1)
        held.addWidget(self._instead, 1)
        self.back, self.to_plan = Button(_("Back"), key="back"), Button(_("Open the plan"), key="plan")
        self.print_button = Button(_("Print"), icon="print", key="print")
        self.save_button = Button(_("Save a copy"), icon="save", key="save_copy")
        self.copy_button = Button(_("Copy for the journal"), icon="copy", key="journal")
        withhold(presenter.after.handing.giving, {How.PRINTED: (self.print_button,), How.COPIED: (self.copy_button,)})
        self.issue_button, self.done = Button("", "go", key="issue"), Button(_("Done"), "go")
        box = column(self, spacing=0)
        self._body = Columns([(self.main, 5, 600), (self.side, 3, 320)])
        box.addWidget(self._body, 1)
        box.addWidget(self._foot())
        self._connect()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: CommitmentState | None) -> None:
        """Show the document, or the envelope check in its place. Without a state nothing is shown."""
        self._body.setVisible(state is not None)
        if state is None:
            for button in (self.to_plan, self.print_button, self.save_button, self.copy_button, self.issue_button):
                button.hide()
            self.standing_changed.emit()
            return
        issued = state.commitment is not None
        checking = state.before.checking and not issued
        self._show_main(state, checking=checking, signing=not issued and not checking and bool(state.before.signing))
        self.side.show_side(state)
        self.issue_button.set_words(_("Issue it now") if checking else _("Issue"))
        self.issue_button.setEnabled(state.can_issue)
        self.done.setVisible(issued)
        for button in (self.print_button, self.save_button, self.copy_button):
            button.setVisible(state.after is not None and not state.after.withdrawn)
        for button in (self.to_plan, self.issue_button):
            button.setVisible(not issued)
        if issued and self._issued != (number := state.commitment.id if state.commitment else ""):
            self._issued = number
            self.print_button.setFocus()
        standing = (state.person.id, state.interview_open)
        if standing != self._standing:
            self._standing = standing
            self.standing_changed.emit()

    def _show_main(self, state: CommitmentState, *, checking: bool, signing: bool) -> None:
        """The page, or in its place the envelope check or the places to sign."""
        self.paper.show_document(state)
        self.paper.setVisible(not checking and not signing)
        opened = [
            part for part, shown in ((self.check, checking), (self.signing, signing)) if shown and part.isHidden()
        ]
        self.check.setVisible(checking)
        self.signing.setVisible(signing)
        self._instead.setVisible(checking or signing)
        self.check.show_check(state)
        self.signing.show_signing(state)
        for part in opened:
            part.begin()

    def identity(self) -> Identity | None:
        state, giving = self._presenter.state, self._presenter.after.handing.giving.state
        if state is None:
            return None
        return identity_of(state.person, _("Commitment"), giving.safe if giving is not None else NOBODY_ASKED)

    def interview_open(self) -> bool:
        return self._presenter.state is not None and self._presenter.state.interview_open

    def turned(self) -> TurnedView | None:
        state = self._presenter.state
        return (turned_place(state, self._sign_here) or turned(state)) if state is not None else None

    def _sign_here(self) -> QWidget:
        return TurnedSignature(self._presenter.before.signing, self._presenter)

    def arrived(self) -> None:
        self._presenter.refresh()

    def _foot(self) -> QFrame:
        foot = surface("bottom")
        box = row(foot, margins=(32, 10, 32, 12), spacing=12)
        left = QWidget()
        ways = Flow(left, spacing=12)
        for each in (self.back, self.to_plan, self.print_button, self.save_button, self.copy_button):
            ways.addWidget(each)
        box.addWidget(left, 1)
        box.addWidget(self.issue_button)
        box.addWidget(self.done)
        return foot

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        self._body.arranged.connect(self._shorten)
        presenter.for_print.connect(self._print_pages)
        presenter.failed.connect(self._not_printed)
        presenter.name_wanted.connect(self._to_name)
        handing = presenter.after.handing
        handing.giving.changed.connect(self._stand)
        handing.for_clipboard.connect(self._lend)
        handing.folder_wanted.connect(self._save)
        handing.folder_shown.connect(self._open_folder)
        self.paper.width_changed.connect(presenter.fit)
        self.check.kept.connect(presenter.before.keep)
        for button, action_id, slot in (
            (self.back, "back", presenter.go_back),
            (self.to_plan, "plan", presenter.go_to_plan),
            (self.issue_button, "issue", self._issue),
            (self.print_button, "print", self._print),
            (self.save_button, "save_copy", self._save),
            (self.copy_button, "journal", handing.copy),
        ):
            button.clicked.connect(slot)
            keys.bind(self, action_id, slot)
        self.done.clicked.connect(presenter.go_back)
        keys.bind(self, "journal_next", handing.copy_next)
        self.side.after.editions.file_wanted.connect(self._verify)

    def _stand(self, _state: object) -> None:
        self.standing_changed.emit()

    @Slot()
    def _shorten(self) -> None:
        """In one column there is little room: the buttons stand there without their keys."""
        for each in (self.back, self.to_plan, self.print_button, self.save_button, self.copy_button, self.issue_button):
            each.show_key(shown=not self._body.single())

    def _issue(self) -> None:
        """The first press opens the envelope check, the second issues."""
        state = self._presenter.state
        if state is not None and state.before.checking:
            self._presenter.before.issue()
        else:
            self._presenter.before.check()

    def _print(self) -> None:
        state = self._presenter.state
        if state is None or state.commitment is None or self._printer is not None:
            return
        if self._presenter.after.handing.giving.lets(How.PRINTED):
            self._printer = self._printers(self)
            if self._printer is not None:
                self._presenter.after.handing.print()

    @Slot(object, object)
    def _print_pages(self, going: Outgoing, pages: tuple[DrawnPage, ...]) -> None:
        printer, self._printer = self._printer, None
        state, giving = self._presenter.state, self._presenter.after.handing.giving
        if printer is not None and state is not None and state.commitment is not None and giving.may_leave(going):
            said = print_pages(printer, pages, state.commitment.number, partial(giving.left, going))
            self._presenter.noticed.emit(said)

    @Slot(object)
    def _not_printed(self, _error: object) -> None:
        """Nothing comes for the printer that was chosen: the print key asks for one again."""
        self._printer = None

    def _save(self) -> None:
        state = self._presenter.state
        if state is None or state.commitment is None or not self._presenter.after.handing.giving.lets(How.SAVED):
            return
        folder = self._folders(self)
        if folder is not None:
            self._presenter.after.handing.save(folder)

    def _verify(self) -> None:
        file = self._files(self)
        if file is not None:
            self._presenter.after.verify(file)

    def _lend(self, going: Outgoing) -> None:
        self.loan, said = lend(self.loan, going.text, partial(self._presenter.after.handing.lent, going))
        if said is not None:
            self._presenter.noticed.emit(said)

    def _open_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _to_name(self) -> None:
        self.side.top.letters.name.setFocus()
