"""The screen turned to the person: only what they may see, large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.layouts import column, empty, row, scrolling, surface
from ui.kit.text import Role, label

LineKind = Literal["question", "words", "text", "note"]
_ROLES: dict[LineKind, Role] = {"question": "huge", "words": "large", "text": "large", "note": "words"}
WIDTH = 900


@dataclass(frozen=True, slots=True)
class TurnedLine:
    """A line that the person may see: a question, their own words, our text, or a note ("Who sees this: ...")."""

    text: str
    kind: LineKind = "text"


@dataclass(frozen=True, slots=True)
class TurnedView:
    """What a page offers when the screen is turned. The page answers for every word in it.

    `part` makes something that the person may use; it stands below the heading.
    """

    heading: str
    lines: Sequence[TurnedLine] = ()
    part: Callable[[], QWidget] | None = None


class TurnedScreen(QFrame):
    """Shows a turned view over everything; one button, F9 or Esc turns back."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "plain")
        outer = column(self, margins=(48, 36, 48, 24), spacing=12)
        content = surface("clear")
        content.setMaximumWidth(WIDTH)
        self._box = column(content, margins=(12, 12, 12, 12), spacing=16)
        self._area = scrolling(content)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self._area, 1)
        foot = row()
        foot.addStretch(1)
        self.back = Button(_("Turn back"), key="turn")
        self.back.clicked.connect(self._closed)
        foot.addWidget(self.back)
        outer.addLayout(foot)

    def show_view(self, view: TurnedView) -> None:
        """Show these words and no others."""
        self.clear()
        self._box.addWidget(label(view.heading, "heading"))
        if view.part is not None:
            self._box.addWidget(view.part())
        for line in view.lines:
            self._box.addWidget(label(line.text, _ROLES[line.kind]))
        self._box.addStretch(1)
        self.back.setFocus()

    def clear(self) -> None:
        """Forget what was shown."""
        empty(self._box)

    def _closed(self) -> None:
        self.clear()
        self.closed.emit()
