"""The one set of icons: line drawings that take the colour of the text beside them."""

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from coachdesk.paths import resources
from ui import theme
from ui.kit.entering import pressed_by_enter
from ui.kit.text import caption

SIZE = 20


def pixmap(name: str, token: str, *, ratio: float, size: int = SIZE) -> QPixmap:
    """An icon in the colour of a token, `size` logical pixels large at 100 % text, sharp at this device ratio."""
    colour = theme.look().colours[token]
    side = round(theme.look().px(size) * ratio)
    drawn = QPixmap()
    key = f"icon {name} {colour} {side} {ratio}"
    if QPixmapCache.find(key, drawn):
        return drawn
    image = _draw(resources("icons", f"{name}.svg").read_bytes().replace(b"#000", colour.encode()), side)
    image.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, image)
    return image


def _draw(drawing: bytes, side: int) -> QPixmap:
    image = QPixmap(QSize(side, side))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


class Icon(QLabel):
    """An icon beside a word. It says nothing itself: the word does. Text only has none."""

    def __init__(self, name: str, ink: str = "text", size: int = SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, ink, size
        self._draw()

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon, or the same in another colour."""
        self._name, self._token = name, token
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        drawn = theme.look().icons and bool(self._name)
        if not drawn:
            self.hide()
        elif self.parent() is not None:
            self.show()
        if drawn:
            self.setPixmap(pixmap(self._name, self._token, ratio=self.devicePixelRatioF(), size=self._size))


class IconButton(QToolButton):
    """A button that shows an icon only; made by `icon_button`, which demands its name."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(caption(name))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        if theme.look().icons:
            self.setIcon(QIcon(pixmap(self._icon, "text", ratio=self.devicePixelRatioF())))
            side = theme.look().px(SIZE)
            self.setIconSize(QSize(side, side))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        else:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> IconButton:
    """A button with an icon and, for those who do not see it and for the tool tip, a name (qt-pitfalls 5.13)."""
    if not name.strip():
        raise ValueError("an icon button needs a name")
    return IconButton(icon, name, parent)
