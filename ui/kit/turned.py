"""The screen turned to the person: only what they may see, large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui.kit.aside import Aside
from ui.kit.buttons import Button
from ui.kit.layouts import column, empty, row, scrolling, surface
from ui.kit.tabs import order_tabs
from ui.kit.text import Role, label, set_state
from ui.kit.text_fields import TextArea

LineKind = Literal["question", "words", "text", "note"]
_ROLES: dict[LineKind, Role] = {"question": "huge", "words": "large", "text": "large", "note": "words"}
WIDTH = 900


@dataclass(frozen=True, slots=True)
class TurnedLine:
    """A line that the person may see: a question, their own words, our text, or a note ("Who sees this: ...").

    Attributes:
        write: where the words can be changed together: gets them as they are typed, and the page keeps them.
        name: what is changed there, for whoever cannot see it stand below its question.
    """

    text: str
    kind: LineKind = "text"
    write: Callable[[str], object] | None = None
    name: str = ""


class TurnedWords(TextArea):
    """Words that the two of them change together, large."""

    def __init__(self, line: TurnedLine, parent: QWidget | None = None) -> None:
        super().__init__(line.name, role="words", least=2, parent=parent)
        self._write = line.write
        set_state(self.area, "role", "large")
        self.set_value(line.text)
        self.edited.connect(self._wrote)

    def _wrote(self, words: object) -> None:
        if self._write is not None:
            self._write(str(words))


@dataclass(frozen=True, slots=True)
class TurnedView:
    """What a page offers when the screen is turned. The page answers for every word in it.

    `part` makes something that the person may use; it stands below the heading.
    """

    heading: str
    lines: Sequence[TurnedLine] = ()
    part: Callable[[], QWidget] | None = None


class TurnedScreen(QFrame):
    """Shows a turned view over everything; one button, F9 or Esc turns back. No other window stays in sight meanwhile."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "plain")
        self._aside = Aside(self)
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
            changing = line.write is not None
            self._box.addWidget(TurnedWords(line) if changing else label(line.text, _ROLES[line.kind]))
        self._box.addStretch(1)
        order_tabs(self)
        self.back.setFocus()

    def clear(self) -> None:
        """Forget what was shown."""
        empty(self._box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._aside.put()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aside.bring_back()

    def _closed(self) -> None:
        self.clear()
        self.closed.emit()
