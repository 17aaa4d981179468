"""A place to write one's name with pen, finger or mouse. It is never the only way: whoever shows it offers typing, too."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column

Stroke = tuple[tuple[float, float], ...]
"""The points of a stroke in widths of the pad, from its top left."""

_WIDE, _TALL, _SHAPE = 560, 240, 0.36
"""The usual width and the most height in logical pixels, and the height as a share of the width."""

_LINE, _PEN = 2.0, 3.0
_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
_MOST = 20_000
"""Points: more than anybody writes; beyond them nothing more is drawn."""


class SignaturePad(QWidget):
    """Follows one pen, finger or mouse at a time; Tab passes it. `changed` comes after every stroke.

    Once a pen has touched it, fingers are not heard any more: they are the hand that holds the pen.
    """

    changed = Signal()

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._strokes: list[list[tuple[float, float]]] = []
        self._drawing = self._pen_seen = False

    def strokes(self) -> tuple[Stroke, ...]:
        """All that was drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def undo(self) -> None:
        """Take back the last stroke."""
        self._strokes = self._strokes[:-1]
        self._say()

    def clear(self) -> None:
        """Take back everything."""
        self._strokes, self._drawing = [], False
        self._say()

    def sizeHint(self) -> QSize:
        width = theme.look().px(_WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(240 * _SHAPE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width * _SHAPE, theme.look().px(_TALL)))

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()  # otherwise Qt makes a mouse of it, and every point comes twice
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pen_seen = True
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("field"), _LINE))
        edge = _LINE / 2
        painter.drawRect(QRectF(edge, edge, self.width() - _LINE, self.height() - _LINE))
        painter.setPen(QPen(theme.colour("edge"), 1))
        low, inset = self.height() * 0.78, self.width() * 0.05
        painter.drawLine(QPointF(inset, low), QPointF(self.width() - inset, low))
        painter.setPen(
            QPen(
                theme.colour("text"),
                theme.look().px(_PEN),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            points = [QPointF(x * self.width(), y * self.width()) for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))

    def _touched(self, event: QTouchEvent) -> None:
        """The first finger only, and none beside a pen."""
        points = event.points()
        if self._pen_seen or not points:
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(points[0].position())
        else:
            self._end()

    def _begin(self, at: QPointF) -> None:
        if self._room():
            self._drawing = True
            self._strokes.append([self._place(at)])
            self.update()

    def _go_on(self, at: QPointF) -> None:
        if self._drawing and self._room() and self._strokes[-1][-1] != (place := self._place(at)):
            self._strokes[-1].append(place)
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self._say()

    def _place(self, at: QPointF) -> tuple[float, float]:
        """Where the pen is, held inside the pad."""
        x, y = min(max(at.x(), 0.0), self.width()), min(max(at.y(), 0.0), self.height())
        return x / self.width(), y / self.width()

    def _room(self) -> bool:
        return sum(map(len, self._strokes)) < _MOST

    def _say(self) -> None:
        self.update()
        self.changed.emit()


class SignatureField(QWidget):
    """The pad, and the two ways back; `undo` and `clear` are their words."""

    def __init__(self, name: str, description: str, *, undo: str, clear: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = SignaturePad(name, description)
        self.undo, self.clear = Button(undo, icon="undo"), Button(clear, icon="remove")
        box = column(self, spacing=8)
        box.addWidget(self.pad)
        held = QWidget()
        ways = Flow(held, spacing=8)
        for button in (self.undo, self.clear):
            ways.addWidget(button)
        box.addWidget(held)
        self.undo.clicked.connect(self.pad.undo)
        self.clear.clicked.connect(self.pad.clear)
        self.pad.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        drawn = bool(self.pad.strokes())
        for button in (self.undo, self.clear):
            button.setEnabled(drawn)
