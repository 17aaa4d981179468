"""The page of a slip, or of who looked at a record, and beside it what it is, its form and language, and whether it may be given."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.commitments import Format
from coachdesk.commitments.labels import FORMATS
from coachdesk.i18n import Language, _
from coachdesk.people import Given, How
from coachdesk.services import FORMS, Outgoing
from coachdesk.services import Page as DrawnPage
from ui import keys
from ui.giving import GivingCard, language_options, withhold
from ui.giving.lending import lend
from ui.giving.printing import ask_for_folder, ask_for_printer, print_pages
from ui.identity import identity_of
from ui.kit import (
    Button,
    ChoiceGroup,
    Columns,
    Flow,
    Identity,
    Option,
    Page,
    PageImage,
    PagePicture,
    column,
    label,
    row,
    surface,
)
from ui.kit.clipboard import Loan
from ui.kit.page_image import INSET
from ui.slips.presenter import SlipPresenter, SlipState

Printers = Callable[[QWidget], QPrinter | None]
Folders = Callable[[QWidget], Path | None]


class Sheet(PageImage):
    """`width_changed` carries the width that a page has here, in pixels of the screen."""

    width_changed = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit(round((self.width() - 2 * INSET - 16) * self.devicePixelRatioF()))


class SlipPage(Page):
    """Shows a `SlipState`. `printers` and `folders` ask the coach; None where they thought better of it."""

    def __init__(
        self,
        presenter: SlipPresenter,
        *,
        printers: Printers = ask_for_printer,
        folders: Folders = ask_for_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._printers, self._folders = presenter, printers, folders
        self._printer: QPrinter | None = None
        self.loan: Loan | None = None
        self.image = Sheet(_("The page as it is printed"))
        self.image.setMinimumHeight(320)
        self.title = label("", "heading")
        self.card = GivingCard(presenter.giving)
        given = {Given.REMINDER: _("Reminder of the appointment"), Given.RECEIPT: _("Receipt for the change")}
        self.given = ChoiceGroup(_("What it is"), [Option(each.value, words) for each, words in given.items()])
        offered = [each for each in FORMS if each in presenter.giving.formats]
        self.forms = ChoiceGroup(_("Save it as"), [Option(each.value, _(FORMATS[each])) for each in offered])
        self.languages = ChoiceGroup(_("Language"), language_options(presenter.giving))
        self.back = Button(_("Back"), key="back")
        self.print_button = Button(_("Print"), icon="print", key="print")
        self.save_button = Button(_("Save a copy"), icon="save", key="save_copy")
        self.copy_button = Button(_("Copy for the journal"), icon="copy", key="journal")
        withhold(presenter.giving, {How.PRINTED: (self.print_button,), How.COPIED: (self.copy_button,)})
        box = column(self, spacing=0)
        box.addWidget(Columns([(self._main(), 5, 600), (self._side(), 3, 320)]), 1)
        box.addWidget(self._foot())
        self._connect()
        if presenter.state is not None:
            self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: SlipState) -> None:
        """Show the slip."""
        picture = state.pages[0] if state.pages else None
        shown = PagePicture(picture.width, picture.height, picture.rgba) if picture is not None else None
        self.image.set_page(shown, state.text)
        self.title.setText(_title(state))
        self.given.set_value(state.given.value)
        self.given.setVisible(len(state.slips) > 1)
        self.forms.set_value(state.format.value)
        self.languages.set_value(state.slip.language.value)
        self.standing_changed.emit()

    def identity(self) -> Identity | None:
        state, giving = self._presenter.state, self._presenter.giving.state
        if state is None or giving is None:
            return None
        return identity_of(state.slip.person, _title(state), giving.safe)

    def arrived(self) -> None:
        self.print_button.setFocus()

    def _main(self) -> QFrame:
        main = surface("clear")
        column(main, margins=(0, 12, 0, 0), spacing=0).addWidget(self.image, 1)
        return main

    def _side(self) -> QFrame:
        side = surface("right")
        box = column(side, margins=(20, 20, 20, 20), spacing=18)
        box.addWidget(self.title)
        for each in (self.card, self.given, self.forms, self.languages):
            box.addWidget(each)
        box.addStretch(1)
        return side

    def _foot(self) -> QFrame:
        foot = surface("bottom")
        left = QWidget()
        ways = Flow(left, spacing=12)
        for each in (self.back, self.print_button, self.save_button, self.copy_button):
            ways.addWidget(each)
        row(foot, margins=(32, 10, 32, 12), spacing=12).addWidget(left, 1)
        return foot

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        self.image.width_changed.connect(presenter.fit)
        presenter.giving.changed.connect(self._stand)
        presenter.for_print.connect(self._print_pages)
        presenter.failed.connect(self._not_printed)
        presenter.for_clipboard.connect(self._lend)
        presenter.folder_wanted.connect(self._save)
        presenter.folder_shown.connect(self._open_folder)
        self.card.read_aloud.connect(presenter.read_aloud)
        self.given.edited.connect(self._given)
        self.forms.edited.connect(self._form)
        self.languages.edited.connect(self._language)
        for button, action_id, slot in (
            (self.back, "back", presenter.go_back),
            (self.print_button, "print", self._print),
            (self.save_button, "save_copy", self._save),
            (self.copy_button, "journal", presenter.copy),
        ):
            button.clicked.connect(slot)
            keys.bind(self, action_id, slot)

    def _stand(self, _state: object) -> None:
        self.standing_changed.emit()

    def _given(self, value: object) -> None:
        self._presenter.set_given(Given(str(value or Given.REMINDER)))

    def _form(self, value: object) -> None:
        self._presenter.set_format(Format(str(value or Format.PDF)))

    def _language(self, value: object) -> None:
        self._presenter.set_language(Language(str(value or Language.ENGLISH)))

    def _print(self) -> None:
        if self._presenter.state is None or self._printer is not None or not self._presenter.giving.lets(How.PRINTED):
            return
        self._printer = self._printers(self)
        if self._printer is not None:
            self._presenter.print()

    @Slot(object, object)
    def _print_pages(self, going: Outgoing, pages: tuple[DrawnPage, ...]) -> None:
        printer, self._printer = self._printer, None
        giving = self._presenter.giving
        if printer is not None and giving.may_leave(going):
            self._presenter.noticed.emit(print_pages(printer, pages, self._job(), partial(giving.left, going)))

    def _job(self) -> str:
        """What stands in the printer's queue: nothing about anybody."""
        state = self._presenter.state
        viewing = state is not None and state.given is Given.VIEWING
        return _("Record") if viewing else _("Appointment")

    @Slot(object)
    def _not_printed(self, _error: object) -> None:
        """Nothing comes for the printer that was chosen: the print key asks for one again."""
        self._printer = None

    def _save(self) -> None:
        if self._presenter.state is None or not self._presenter.giving.lets(How.SAVED):
            return
        folder = self._folders(self)
        if folder is not None:
            self._presenter.save(folder)

    def _lend(self, going: Outgoing) -> None:
        self.loan, said = lend(self.loan, going.text, partial(self._presenter.lent, going))
        if said is not None:
            self._presenter.noticed.emit(said)

    def _open_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _title(state: SlipState) -> str:
    return _("Who looked at the record") if state.given is Given.VIEWING else _("Slip about an appointment")
