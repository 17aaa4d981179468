"""The rail at the left: where one can go, an icon and a word each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.layouts import column
from ui.kit.text import label


@dataclass(frozen=True, slots=True)
class Stop:
    """One entry: id, word, icon, key (an id in `ui/keys.py`), at the foot or not.

    A `place` is somewhere one can be; anything else is something one does (lock). `stays` in an interview.
    """

    id: str
    words: str
    icon: str
    key: str = ""
    foot: bool = False
    place: bool = True
    stays: bool = False


class Rail(QFrame):
    """Emits the id of the entry that was pressed."""

    went = Signal(str)

    def __init__(self, title: str, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        box = column(self, margins=(0, 14, 1, 10), spacing=2)
        head = label(title, "heading", wrap=False)
        head.setContentsMargins(16, 0, 16, 12)
        box.addWidget(head)
        self.buttons: dict[str, Button] = {}
        self._stops = {stop.id: stop for stop in stops}
        for stop in stops:
            if not stop.foot:
                box.addWidget(self._button(stop))
        self._private = label(_("An interview is open. Other people are out of sight until you pause or end it."))
        self._private.setContentsMargins(16, 8, 12, 0)
        self._private.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._private.hide()
        box.addWidget(self._private)
        box.addStretch(1)
        for stop in stops:
            if stop.foot:
                box.addWidget(self._button(stop))

    def set_here(self, stop_id: str) -> None:
        """Mark where one is; nothing where it is no stop of the rail."""
        for each, button in self.buttons.items():
            button.setChecked(each == stop_id)

    def set_private(self, *, private: bool) -> None:
        """In an interview only what stays is offered."""
        self._private.setVisible(private)
        for each, button in self.buttons.items():
            button.setVisible(not private or self._stops[each].stays)

    def _button(self, stop: Stop) -> Button:
        button = Button(stop.words, "rail", icon=stop.icon, key=stop.key if not stop.place else "")
        button.setCheckable(stop.place)
        button.setProperty("stop", stop.id)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._pressed)
        self.buttons[stop.id] = button
        return button

    def _pressed(self) -> None:
        button = self.sender()
        stop = button.property("stop")
        pressed = self.buttons[stop]
        if pressed.isCheckable():
            pressed.setChecked(not pressed.isChecked())  # the window marks the place once one is there
        self.went.emit(stop)
