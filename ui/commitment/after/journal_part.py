"""The text for the account, piece by piece: each with its own copy button, marked once it was copied."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import PartKind
from coachdesk.i18n import N_, _, ngettext
from ui.commitment.after.state import AfterState, Piece
from ui.commitment.state import CommitmentState
from ui.kit import Button, Card, Chip, Flow, column, label, row
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
    """`copied` carries the id of a piece; `next_wanted` and `all_wanted` are the two keys for more than one."""

    copied = Signal(str)
    next_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.buttons: dict[str, Button] = {}
        self._chips: dict[str, Chip] = {}
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
            self.buttons, self._chips = {}, {}
            for card in self._cards():
                self._held.addWidget(card)
            order_tabs(self)
        for piece in after.pieces:
            self._chips[piece.id].setVisible(piece.id in after.copied)
        self.next.set_words(_next_words(after))
        self.next.setEnabled(after.next_piece is not None)
        count = len(after.copied)
        words = ngettext("One of {all} pieces is copied.", "{n} of {all} pieces are copied.", count)
        self.how_far.setText(words.format(n=count, all=len(after.pieces)) if count else "")
        self.how_far.setVisible(bool(count))

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
        chip = Chip(_("Copied"), "tick")
        held = row(spacing=10)
        held.addWidget(button)
        held.addWidget(chip)
        held.addStretch(1)
        card.box.addLayout(held)
        self.buttons[piece.id], self._chips[piece.id] = button, chip

    def _copy(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.copied.emit(str(button.property("piece")))


def _next_words(after: AfterState) -> str:
    piece = after.next_piece
    if piece is None:
        return _("All pieces are copied")
    return _("Copy the first piece") if not after.copied else _("Copy the next piece")


def _shown(text: str) -> str:
    """Its first lines, as they stand in it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    shown = "\n".join(lines[:_LINES])
    cut = shown if len(shown) <= _SHOWN else shown[:_SHOWN].rpartition(" ")[0]
    return cut if cut == "\n".join(lines) else f"{cut}…"
