"""Withdrawing a document that leaked: what it does in plain words, a reason, and a second step before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, short_date
from ui.commitment.after.state import AfterState
from ui.kit import Button, Card, Flow, SuggestedLine, column, label


class Withdrawing(QWidget):
    """`withdrawn` carries the reason. There is no way back from it, so nothing happens at the first press."""

    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commitment = ""
        box = column(self, spacing=12)
        card = Card(_("When a document says too much"))
        box.addWidget(card)
        self.words = label("")
        self.begin = Button(_("Withdraw this document"))
        self.reason = SuggestedLine(
            _("Why it is withdrawn"),
            offered=_("Reasons on offer"),
            hint=_("Kept in the vault only. Do not repeat it here."),
        )
        self.reason.offer(
            (
                _("It named a place that stays unsaid."),
                _("It said something that was told in private."),
                _("It was made for somebody else."),
            )
        )
        self.go_on, self.not_now = Button(_("Go on")), Button(_("Not now"))
        self.sure = label("", "strong")
        self.keep, self.for_good = Button(_("Keep the document")), Button(_("Withdraw it for good"))
        for each in (self.words, self.begin, self.reason, self.sure):
            card.box.addWidget(each)
        ways = Flow(spacing=12)
        for button in (self.go_on, self.not_now, self.keep, self.for_good):
            ways.addWidget(button)
        card.box.addLayout(ways)
        self._step = 0
        self._connect()

    def show_after(self, after: AfterState) -> None:
        """Show what it does, or that it was done; another document begins anew."""
        if after.commitment.id != self._commitment:
            self._commitment = after.commitment.id
            self.reason.set_value("")
            self._show(0)
        on = after.life.withdrawn_on
        number = _("{number}, edition {edition}").format(
            number=after.commitment.number, edition=after.commitment.edition
        )
        if on is not None:
            words = _(
                "Withdrawn on {day}. It cannot be shown, printed, saved or copied. A new edition takes its place."
            )
            self.words.setText(words.format(day=short_date(on)))
            self._show(-1)
            return
        self.words.setText(
            _(
                "It is then sealed: nobody can show, print, save or copy it any more, and a copy of it is known as "
                "withdrawn. Number, day and answers stay. Papers that were handed out, and older backups, keep what they "
                "say. To change something, issue a new edition instead."
            )
        )
        self.sure.setText(_("Withdraw {number}? This cannot be undone.").format(number=number))

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.go_on.clicked.connect(self._go_on)
        self.for_good.clicked.connect(self._for_good)
        for each in (self.not_now, self.keep):
            each.clicked.connect(self._stop)

    def _show(self, step: int) -> None:
        """Before anything was pressed, the reason, or the last question; nothing once it was done."""
        self._step = step
        self.begin.setVisible(step == 0)
        for each in (self.reason, self.go_on, self.not_now):
            each.setVisible(step == 1)
        for last in (self.sure, self.keep, self.for_good):
            last.setVisible(step == 2)

    def _begin(self) -> None:
        self._show(1)
        self.reason.setFocus()

    def _go_on(self) -> None:
        given = self.reason.value().strip()
        self.reason.set_error("" if given else _("Say why in one line."))
        if given:
            self._show(2)
            self.keep.setFocus()
        else:
            self.reason.setFocus()

    def _stop(self) -> None:
        self._show(0)
        self.begin.setFocus()

    def _for_good(self) -> None:
        self.withdrawn.emit(self.reason.value().strip())
