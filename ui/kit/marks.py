"""Radio buttons and check boxes as we draw them: large enough to hit, plain in every theme, named by the words beside."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton

from ui import theme

MARK, TARGET = 22, 32
"""Logical pixels at 100 % text: what is drawn, and what can be hit."""


def _square(side: float) -> QSize:
    return QSize(theme.look().px(side), theme.look().px(side))


class Radio(QRadioButton):
    """A ring, filled when chosen."""

    def sizeHint(self) -> QSize:
        return _square(TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter(self)
        box = _mark(self)
        painter.setPen(QPen(_edge(self), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            inset = box.width() * 0.24
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class Check(QCheckBox):
    """A square, ticked when chosen."""

    def sizeHint(self) -> QSize:
        return _square(TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter(self)
        box = _mark(self)
        painter.setPen(QPen(_edge(self), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, 2, 2)
        if self.isChecked():
            side = box.width()
            painter.setPen(QPen(theme.colour("accent"), side * 0.15))
            corners = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in corners])


class NumberBox(QRadioButton):
    """A number of a scale in its box."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))

    def sizeHint(self) -> QSize:
        return _square(40)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter(self)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("field") if chosen else _edge(self), 2))
        painter.setBrush(theme.colour("accent" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("on_accent" if chosen else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _painter(widget: QRadioButton | QCheckBox) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _mark(widget: QRadioButton | QCheckBox) -> QRectF:
    side = theme.look().px(MARK)
    box = QRectF(0, 0, side, side)
    box.moveTop((widget.height() - side) / 2)
    return box.adjusted(1, 1, -1, -1)


def _edge(widget: QRadioButton | QCheckBox) -> QColor:
    return theme.colour("field" if widget.isEnabled() else "line")
