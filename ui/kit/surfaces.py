"""Cards and chips, and the edges that say how an action stands."""

from enum import StrEnum

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.kit.icons import Icon
from ui.kit.layouts import Flow, column, row
from ui.kit.text import label


class Edge(StrEnum):
    """The line at the side of a card. It never speaks alone: the card says the same in words."""

    NONE = ""
    REQUIRED = "required"  # solid
    VOLUNTARY = "voluntary"  # dotted
    OURS = "ours"  # double
    SEALED = "sealed"  # a lock and a word


class Chip(QFrame):
    """A short fact: an icon and a word, never a colour alone."""

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        box = row(self, margins=(10, 2, 11, 2), spacing=5)
        if icon:
            box.addWidget(Icon(icon, size=16, parent=self))
        self._label = label(words, wrap=False)
        box.addWidget(self._label)

    def words(self) -> str:
        """What the chip says."""
        return self._label.text()

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._label.setText(words)


class Card(QFrame):
    """A white ground with a thin line round it. Put things into `box`.

    `mark` is the word that goes with the edge ("To be recorded as a requirement", "Sealed"); sealed shows a lock.
    """

    def __init__(
        self, title: str = "", *, edge: Edge = Edge.NONE, mark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if edge and not mark:
            raise ValueError("an edge never speaks alone: give its word")
        self.edge = edge
        self.setProperty("surface", "card")
        left = 26 if edge in {Edge.REQUIRED, Edge.VOLUNTARY, Edge.OURS} else 20
        self.box: QVBoxLayout = column(self, margins=(left, 14, 20, 16), spacing=8)
        if title:
            self.box.addWidget(label(title, "label"))
        self.marks = Flow(spacing=6)
        """More chips may stand beside the mark."""
        if mark:
            self.box.addLayout(self.marks)
            self.marks.addWidget(Chip(mark, "lock" if edge is Edge.SEALED else ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.edge not in {Edge.REQUIRED, Edge.VOLUNTARY, Edge.OURS}:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, top, bottom = 10.0, 14.0, self.height() - 14.0
        ink = theme.colour("text" if self.edge is Edge.VOLUNTARY else "accent")
        if self.edge is Edge.OURS:
            painter.setPen(QPen(ink, 2))
            painter.drawLines([QLineF(at - 2.5, top, at - 2.5, bottom), QLineF(at + 2.5, top, at + 2.5, bottom)])
            return
        pen = QPen(ink, 4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.edge is Edge.VOLUNTARY:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawLine(QLineF(at, top, at, bottom))
