"""What needs the coach: how many things, in short sentences, and the list one key away."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.diary import counted_needs
from coachdesk.i18n import _
from ui.kit import Button, RowsView, column, label, row
from ui.kit.text import set_state
from ui.today.state import TodayState, how_many_need, need_rows


class NeedsStrip(QFrame):
    """`toggled` unfolds the list, `opened` carries the row that somebody wants to see to."""

    toggled = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, margins=(14, 8, 12, 8), spacing=8)
        head = row(spacing=12)
        texts = column(spacing=1)
        self.title = label("", "strong")
        self.counts = label("", "small")
        texts.addWidget(self.title)
        texts.addWidget(self.counts)
        self.button = Button("")
        head.addLayout(texts, 1)
        head.addWidget(self.button)
        box.addLayout(head)
        self.list = RowsView(_("What needs you"))
        self.list.setMaximumHeight(300)
        box.addWidget(self.list)
        self.button.clicked.connect(self.toggled)
        self.list.opened.connect(self.opened)
        self.list.clicked.connect(self._clicked)

    def render_state(self, state: TodayState) -> None:
        """Show what waits, and always how many people have no next step."""
        needs = state.view.needs_you
        set_state(self, "surface", "warn" if needs else "done")
        self.title.setText(how_many_need(needs) if needs else _("Nothing waits for you"))
        self.counts.setText(" ".join(counted_needs(needs)))
        self.button.setVisible(bool(needs))
        self.button.set_words(_("Fold away") if state.needs_shown else _("Show them"))
        with QSignalBlocker(self.list):
            self.list.set_rows(need_rows(needs))
        self.list.setVisible(state.needs_shown and bool(needs))

    def _clicked(self) -> None:
        self.opened.emit(self.list.chosen_id())
