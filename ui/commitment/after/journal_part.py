"""The text for the account, piece by piece: each with its own copy button, marked as pasted once it was copied."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.commitments import WHOLE, PartKind, Pasted, Piece
from coachdesk.i18n import N_, _, clock_time, ngettext, short_date
from ui.commitment.after.state import AfterState
from ui.commitment.state import CommitmentState
from ui.kit import Button, Card, Chip, Flow, column, label
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs

KINDS = {
    PartKind.MESSAGE: N_("Message"),
    PartKind.HOURS: N_("Hours"),
    PartKind.AVAILABILITY: N_("Availability"),
    PartKind.TO_DO: N_("To-do"),
}
_SHOWN, _LINES = 200, 4
"""So many characters and lines of a piece are shown; all of it is copied."""


class JournalPart(QWidget):
    """`copied` and `not_pasted` carry the id of a piece; `next_wanted` and `all_wanted` are the two keys for more than one.

    Without `copying` the words can be read and nothing can be copied: the organisation does not allow it.
    """

    copied = Signal(str)
    not_pasted = Signal(str)
    next_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, *, copying: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copying = copying
        self._pieces: tuple[Piece, ...] = ()
        self.buttons: dict[str, Button] = {}
        self._marks: dict[str, tuple[Chip, Button]] = {}
        box = column(self, spacing=12)
        box.addWidget(
            label(
                _("In the order of the account. Paste each where it belongs; copied text goes after 30 seconds."),
                "hint",
            )
        )
        self.next, self.all = Button("", icon="copy", key="journal_next"), Button(_("Copy all of it"), key="journal")
        ways = Flow(spacing=12)
        ways.addWidget(self.next)
        ways.addWidget(self.all)
        box.addLayout(ways)
        self.how_far = label("", "hint")
        box.addWidget(self.how_far)
        self._held = column(spacing=10)
        box.addLayout(self._held)
        for each in () if copying else (self.next, self.all):
            each.withhold()
        self.next.clicked.connect(self.next_wanted)
        self.all.clicked.connect(self.all_wanted)

    def show_after(self, state: CommitmentState) -> None:
        """Show the pieces, and which of them were copied."""
        after = state.after
        if after is None:
            return
        if after.pieces != self._pieces:
            self._pieces = after.pieces
            empty(self._held)
            self.buttons, self._marks = {}, {}
            for card in self._cards():
                self._held.addWidget(card)
            order_tabs(self)
        for piece in after.pieces:
            self._show_mark(after, piece.id)
        self.next.set_words(_next_words(after))
        self.next.setEnabled(self._copying and after.next_piece is not None)
        said = " ".join(_how_far(after))
        self.how_far.setText(said)
        self.how_far.setVisible(bool(said))

    def _show_mark(self, after: AfterState, piece_id: str) -> None:
        """When it was pasted, and the way to take that back; the keyboard never stays on what goes."""
        mark, (chip, back) = after.pasted.get(piece_id), self._marks[piece_id]
        if mark is None and back.hasFocus():
            self.buttons[piece_id].setFocus()
        if mark is not None:
            chip.set_words(_when(mark, after.today))
        chip.setVisible(mark is not None)
        back.setVisible(mark is not None)

    def _cards(self) -> Iterator[Card]:
        """A card for each part; a to-do has two pieces."""
        card: Card | None = None
        for number, piece in enumerate(self._pieces):
            if card is None or piece.whole is not self._pieces[number - 1].whole:
                if card is not None:
                    yield card
                card = Card(f"{_(KINDS[piece.whole.kind])}: {piece.whole.title}")
            self._add(card, piece)
        if card is not None:
            yield card

    def _add(self, card: Card, piece: Piece) -> None:
        if not piece.is_title:
            card.box.addWidget(label(_shown(piece.text), "small"))
        words = _("Copy the title") if piece.is_title else _("Copy the text")
        button = Button(words, icon="copy")
        button.setAccessibleName(f"{words}: {piece.whole.title}")
        button.setProperty("piece", piece.id)
        button.clicked.connect(self._copy)
        if not self._copying:
            button.withhold()
        chip, back = Chip("", "tick"), Button(_("Not pasted"), "link")
        back.setAccessibleName(_("Not pasted: {what}").format(what=button.accessibleName()))
        back.setProperty("piece", piece.id)
        back.clicked.connect(self._not_pasted)
        held = Flow(spacing=10)
        for each in (button, chip, back):
            held.addWidget(each)
        card.box.addLayout(held)
        self.buttons[piece.id], self._marks[piece.id] = button, (chip, back)

    def _copy(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.copied.emit(str(button.property("piece")))

    def _not_pasted(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.not_pasted.emit(str(button.property("piece")))


def _when(mark: Pasted, today: date) -> str:
    """When it was pasted: by the clock today, otherwise the day."""
    at = local(mark.created_at) if mark.created_at is not None else None
    if at is None:
        return _("Pasted")
    if at.date() == today:
        return _("Pasted at {time}").format(time=clock_time(at.time()))
    return _("Pasted on {day}").format(day=short_date(at.date()))


def _how_far(after: AfterState) -> Iterator[str]:
    count = sum(piece.id in after.pasted for piece in after.pieces)
    if count:
        words = ngettext("One of {all} pieces is pasted.", "{n} of {all} pieces are pasted.", count)
        yield words.format(n=count, all=len(after.pieces))
    if (whole := after.pasted.get(WHOLE)) is not None:
        yield _("All of it at once: {when}.").format(when=_when(whole, after.today).lower())


def _next_words(after: AfterState) -> str:
    piece = after.next_piece
    if piece is None:
        return _("All pieces are pasted")
    return _("Copy the first piece") if after.next_piece is after.pieces[0] else _("Copy the next piece")


def _shown(text: str) -> str:
    """Its first lines, as they stand in it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    shown = "\n".join(lines[:_LINES])
    cut = shown if len(shown) <= _SHOWN else shown[:_SHOWN].rpartition(" ")[0]
    return cut if cut == "\n".join(lines) else f"{cut}…"
