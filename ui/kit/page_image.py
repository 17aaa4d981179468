"""A page as a picture: the real one, drawn from the real PDF by somebody else."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui import theme

INSET = 12


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: size in pixels, four bytes a pixel (red, green, blue, alpha), row by row."""

    width: int
    height: int
    rgba: bytes

    def __post_init__(self) -> None:
        if len(self.rgba) != self.width * self.height * 4:
            raise ValueError("a page picture has four bytes a pixel")


class PageImage(QScrollArea):
    """Shows a page as wide as its place allows, never larger than it was drawn; arrows and Page Down scroll.

    `name` says what it is, `words` what stands on it: a picture says nothing to a screen reader.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)

    def set_page(self, picture: PagePicture | None, words: str = "") -> None:
        """Show a page, or none while it is being made."""
        self._sheet.set_image(picture)
        self.setAccessibleDescription(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheet.fit(self.viewport().width() - 2 * INSET)


class _Sheet(QWidget):
    """The paper itself, with a thin edge."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()

    def set_image(self, picture: PagePicture | None) -> None:
        self._image = QImage()
        if picture is not None:
            drawn = QImage(
                picture.rgba, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBA8888
            )
            self._image = drawn.copy()  # the bytes may go
        self.update()

    def fit(self, width: int) -> None:
        if self._image.isNull() or width <= 0:
            self.resize(QSize())
            return
        width = min(width, self._image.width())
        self.resize(width, round(self._image.height() * width / self._image.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
