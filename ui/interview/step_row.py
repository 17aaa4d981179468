"""A line of the list of steps: what it is called, its minutes, and how far it is, as an icon and as a word."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coachdesk.i18n import _
from ui import theme
from ui.interview.view import StepLine
from ui.kit.icons import pixmap

LEFT, TOP, RIGHT, ICON = 38, 6, 12, 18
_ICONS = {"done": "tick", "begun": "edit"}


class StepRow(QPushButton):
    """A button that wraps its words. `line` can be replaced at any time."""

    def __init__(self, line: StepLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._here = line, False
        self._placed: dict[tuple[int, int, bool, str], tuple[QRect, QRect, QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def show_line(self, line: StepLine, *, here: bool) -> None:
        """Show a step; `here` where it is in front. Nothing is measured anew where nothing is new: it comes with each key."""
        if (line, here) != (self._line, self._here):
            self._line, self._here = line, here
            self._placed.clear()
            self._say()

    def _say(self) -> None:
        line, here = self._line, self._here
        self.setAccessibleName(line.title)
        far = {"untouched": _("not begun"), "begun": _("begun"), "done": _("done")}[line.mark]
        said = [_("you are here") if here else "", far, line.rank, self._minutes()]
        self.setAccessibleDescription(", ".join(each for each in said if each))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.look().px(120), self.heightForWidth(max(self.width(), theme.look().px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.look().px(120), theme.look().px(32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other lines at another width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, _minutes, word = self._places(width)
        return max(title.bottom(), word.bottom()) + theme.look().px(TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.look()
        if self._here:
            painter.fillRect(self.rect(), theme.colour("soft"))
            painter.fillRect(QRect(0, 0, 4, self.height()), theme.colour("accent"))
        icon = _ICONS.get(self._line.mark, "")
        title, minutes, word = self._places(self.width())
        if icon and look.icons:
            drawn = pixmap(icon, "good" if icon == "tick" else "muted", ratio=self.devicePixelRatioF(), size=ICON)
            painter.drawPixmap(QPoint(look.px(13), title.top() + look.px(1)), drawn)
        for place, text, size, token in (
            (title, self._line.title, 16, "text"),
            (minutes, self._minutes(), 14, "muted"),
            (word, self._word(), 14, "muted"),
        ):
            painter.setFont(self._font(size))
            painter.setPen(theme.colour(token))
            painter.drawText(place, Qt.TextFlag.TextWordWrap.value, text)

    def _minutes(self) -> str:
        return _("{minutes} min").format(minutes=self._line.minutes) if self._line.minutes else ""

    def _word(self) -> str:
        """How far it is, where no icon says it."""
        return "" if theme.look().icons else {"done": _("done"), "begun": _("begun")}.get(self._line.mark, "")

    def _places(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Where title, minutes and word stand, worked out once a width and look."""
        look = theme.look()
        if (at := (width, look.text_size, look.icons, self.font().key())) not in self._placed:
            self._placed[at] = self._place(width)
        return self._placed[at]

    def _place(self, width: int) -> tuple[QRect, QRect, QRect]:
        """The minutes at the right, the word below where there is one."""
        look = theme.look()
        left = look.px(LEFT) if look.icons else look.px(14)
        small, wrap = QFontMetrics(self._font(14)), Qt.TextFlag.TextWordWrap.value
        wide = small.horizontalAdvance(self._minutes()) + look.px(2)
        right = width - look.px(RIGHT) - wide
        room = QRect(left, look.px(TOP), max(right - look.px(8) - left, 40), 1 << 16)
        title = QFontMetrics(self._font(16)).boundingRect(room, wrap, self._line.title)
        minutes = QRect(right, look.px(TOP) + look.px(2), wide, small.height())
        below = QRect(left, title.bottom() + 1, room.width(), small.height() if self._word() else 0)
        return title, minutes, below

    def _font(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.look().px(size))
        font.setWeight(QFont.Weight.DemiBold if self._here and size == 16 else QFont.Weight.Normal)
        return font
