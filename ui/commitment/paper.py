"""The document itself: the real page, drawn from the real file, or the same words as text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coachdesk.i18n import _
from coachdesk.services import Page
from ui.commitment.state import CommitmentState
from ui.kit import Button, PageImage, PagePicture, column, label, row
from ui.kit.page_image import INSET
from ui.kit.plain_text import TextToRead


class Paper(QWidget):
    """`width_changed` carries the width that a page has here, in pixels of the screen."""

    width_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._place = 0
        self._text = ""
        box = column(self, spacing=8)
        self.previous, self.next = Button(_("Previous page"), icon="up"), Button(_("Next page"), icon="down")
        self._where = label("", "small", wrap=False)
        self._pager = QWidget()
        held = row(self._pager, margins=(12, 0, 12, 0), spacing=10)
        for each in (self.previous, self._where, self.next):
            held.addWidget(each)
        held.addStretch(1)
        box.addWidget(self._pager)
        self.image = PageImage(_("The page as it is printed"))
        self.text = TextToRead(_("The document as text"))
        self._waiting = label("")
        self._waiting.setContentsMargins(24, 16, 24, 16)
        self._stack = QStackedWidget()
        for shown in (self.image, self.text, self._waiting):
            shown.setMinimumHeight(320)
            self._stack.addWidget(shown)
        box.addWidget(self._stack, 1)
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self._on)

    def show_document(self, state: CommitmentState) -> None:
        """Show the pages or the text of a state; which page is in front stays."""
        if state.text != self._text:
            self._text = state.text
            self.text.setPlainText(state.text)
        if state.pages is not self._pages:
            self._pages = state.pages
            self._place = min(self._place, max(len(self._pages) - 1, 0))
            self._show_page()
        withdrawn = state.after is not None and state.after.withdrawn
        self._waiting.setText(_waiting(state, withdrawn=withdrawn))
        self._pager.setVisible(state.format.is_paged and len(self._pages) > 1)
        shown: QWidget = self.image if self._pages else self._waiting
        self._stack.setCurrentWidget(shown if state.format.is_paged or withdrawn else self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit(round((self.width() - 2 * INSET - 16) * self.devicePixelRatioF()))

    def _show_page(self) -> None:
        if not self._pages:
            self.image.set_page(None)
            return
        page = self._pages[self._place]
        self.image.set_page(PagePicture(page.width, page.height, page.rgba), self._text)
        self.image.verticalScrollBar().setValue(0)
        self._where.setText(_("Page {page} of {pages}").format(page=self._place + 1, pages=len(self._pages)))
        self.previous.setEnabled(self._place > 0)
        self.next.setEnabled(self._place < len(self._pages) - 1)

    def _back(self) -> None:
        self._turn(-1)

    def _on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._place = min(max(self._place + step, 0), len(self._pages) - 1)
        self._show_page()


def _waiting(state: CommitmentState, *, withdrawn: bool) -> str:
    """Why there is no page to be seen."""
    if withdrawn:
        return _("This document was withdrawn. It cannot be shown any more.")
    if state.before.unprintable:
        return _("The page cannot be drawn while a letter in it cannot be printed. The text can be read.")
    return _("The page is being drawn.")
