"""The F1 sheet: every key, made from the one table, and what there is to read."""

from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from coachdesk.guides import GUIDES
from coachdesk.i18n import _
from ui import keys
from ui.help.guide_window import GuideWindow
from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column, row, scrolling, surface
from ui.kit.text import label

_GUIDE = "guide"


class HelpSheet(QDialog):
    """All actions with their keys, what Undo takes back, and the guides. Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CoachDesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = column(self, margins=(24, 20, 24, 20), spacing=12)
        outer.addWidget(label(_("Help"), "title"))
        outer.addWidget(self._guides())
        self.area = scrolling(_keys())
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("Keys"))
        outer.addWidget(self.area, 1)
        foot = row()
        foot.addStretch(1)
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        outer.addLayout(foot)
        self.resize(680, 640)
        close.setFocus()

    def _guides(self) -> QWidget:
        """A button for each guide."""
        held = surface("clear")
        flow = Flow(held)
        for name, words in GUIDES.items():
            button = Button(_(words), icon="paper")
            button.setProperty(_GUIDE, name)
            button.clicked.connect(self._read)
            flow.addWidget(button)
        return held

    def _read(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        GuideWindow(str(pressed.property(_GUIDE)), self).open()


def _keys() -> QWidget:
    """Every key with what it does, by where it works."""
    content = surface("clear")
    box = column(content, margins=(2, 2, 16, 2), spacing=10)
    for where, actions in groupby(keys.ACTIONS, attrgetter("where")):
        box.addWidget(label(_(where), "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, action in enumerate(actions):
            grid.addWidget(label(keys.shown(action.id), "strong", wrap=False), number, 0)
            grid.addWidget(label(keys.words(action.id)), number, 1)
        box.addLayout(grid)
    box.addWidget(label(_("In the list of the day or the week"), "section"))
    box.addWidget(
        label(_("Enter starts; Left and Right go a day or a week; W shows the week; digits say what became of it."))
    )
    box.addWidget(label(_("In a group of choices"), "section"))
    box.addWidget(label(_("Digits choose; arrow keys, Home and End move; Delete takes the choice back.")))
    box.addWidget(label(_("Undo in the notice takes back"), "section"))
    for words in keys.UNDOABLE:
        box.addWidget(label(_(words)))
    box.addStretch(1)
    return content
