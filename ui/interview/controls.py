"""The small things one can do with an answer, under its field: one Tab stop, arrows between them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.i18n import _
from coachdesk.interviews import Standing
from ui import keys, kit

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Controls(QWidget):
    """`chosen` carries "not_discussed", "prefer_not", "note" or "why". Keeps its room when out of sight: nothing jumps."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setRetainSizeWhenHidden(True)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = kit.Flow(self, spacing=10)
        self.buttons: dict[str, kit.Button] = {}
        for each, words in (
            ("not_discussed", _("Not discussed")),
            ("prefer_not", _("Prefer not to say")),
            ("note", _("Private note")),
            ("why", _("Why?")),
        ):
            button = kit.Button(words, "chip")
            button.setAccessibleDescription(keys.shown(each))
            button.setToolTip(f"{keys.words(each)} ({keys.shown(each)})")
            button.setProperty("what", each)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(self._pressed)
            button.installEventFilter(self)
            flow.addWidget(button)
            self.buttons[each] = button
        self.buttons["not_discussed"].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons["not_discussed"].setCheckable(True)
        self.buttons["prefer_not"].setCheckable(True)

    def show_standing(self, standing: Standing, *, can_change: bool) -> None:
        """Which of the two is how the answer stands."""
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
