"""The small things one can do with an answer, under its field: one Tab stop, arrows between them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.i18n import _
from coachdesk.interviews import Standing
from ui import keys, kit

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Room(QObject):
    """How much room the small things take, without making them for each question: measured on one row of them."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._row = Controls(parent=owner)
        self._row.hide()
        self._heights: dict[int, int] = {}
        owner.installEventFilter(self)

    def size(self) -> QSize:
        """All beside one another."""
        return self._row.sizeHint()

    def height(self, width: int) -> int:
        """In lines of this width."""
        if width not in self._heights:
            self._heights[width] = self._row.heightForWidth(width)
        return self._heights[width]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
        return super().eventFilter(watched, event)


class Controls(QWidget):
    """`chosen` carries "not_discussed", "prefer_not", "note" or "why". Keeps its room when out of sight: nothing jumps.

    Its buttons are made when it is first in sight; until then it takes the `room` that they will take.
    """

    chosen = Signal(str)

    def __init__(self, room: Room | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setRetainSizeWhenHidden(True)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = room
        self._stands = Standing.GIVEN, True
        self.buttons: dict[str, kit.Button] = {}
        if room is None:
            self.fill()

    def fill(self) -> bool:
        """Make the buttons; False where they are there already."""
        if self.buttons:
            return False
        flow = kit.Flow(self, spacing=10)
        for each, words in (
            ("not_discussed", _("Not discussed")),
            ("prefer_not", _("Prefer not to say")),
            ("note", _("Private note")),
            ("why", _("Why?")),
        ):
            self.buttons[each] = self._button(each, words)
            flow.addWidget(self.buttons[each])
        self.buttons["not_discussed"].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons["not_discussed"].setCheckable(True)
        self.buttons["prefer_not"].setCheckable(True)
        standing, can_change = self._stands
        self.show_standing(standing, can_change=can_change)
        return True

    def _button(self, what: str, words: str) -> kit.Button:
        button = kit.Button(words, "chip", parent=self)
        button.setAccessibleDescription(keys.shown(what))
        button.setToolTip(f"{keys.words(what)} ({keys.shown(what)})")
        button.setProperty("what", what)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(self._pressed)
        button.installEventFilter(self)
        return button

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self.buttons or self._room is None else self._room.size()

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self.buttons or self._room is None else self._room.height(width)

    def show_standing(self, standing: Standing, *, can_change: bool) -> None:
        """Which of the two is how the answer stands."""
        self._stands = standing, can_change
        if not self.buttons:
            return
        for each, held in (
            ("not_discussed", Standing.NOT_DISCUSSED),
            ("prefer_not", Standing.PREFER_NOT_TO_SAY),
        ):
            self.buttons[each].setChecked(standing is held)
            self.buttons[each].setEnabled(can_change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, here: QObject, step: int) -> None:
        usable = [each for each in self.buttons.values() if each.isEnabled()]
        places = [place for place, each in enumerate(usable) if each is here]
        if places:
            usable[min(max(places[0] + step, 0), len(usable) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self) -> None:
        self.chosen.emit(str(self.sender().property("what")))
