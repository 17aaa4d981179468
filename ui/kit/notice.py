"""The bar above the content that says what happened, with one way on."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import N_, _
from ui.kit.buttons import Button
from ui.kit.icons import Icon, icon_button
from ui.kit.layouts import row
from ui.kit.text import announce, label, set_state

Tone = Literal["info", "done", "warn", "problem"]
_MARKS: dict[Tone, tuple[str, str, str]] = {
    "info": ("info", "accent", N_("Please note")),
    "done": ("tick", "good", N_("Done")),
    "warn": ("warn", "warn", N_("Take care")),
    "problem": ("problem", "bad", N_("Problem")),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What to say. `action` is an id that comes back in `NoticeBar.acted`; `action_words` is on its button ("Undo")."""

    text: str
    tone: Tone = "info"
    action_words: str = ""
    action: str = ""


class NoticeBar(QFrame):
    """Shows at most one notice. It stays until it is closed, acted on or replaced: nobody has to be quick."""

    acted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self.setProperty("surface", "info")
        box = row(self, margins=(14, 6, 8, 6), spacing=10)
        self._icon = Icon("info", parent=self)
        self._tone = label("", "strong", wrap=False)
        self._text = label("")
        self.action = Button("")
        self.close_button = icon_button("close", _("Close this notice"))
        box.addWidget(self._icon)
        box.addWidget(self._tone)
        box.addWidget(self._text, 1)
        box.addWidget(self.action)
        box.addWidget(self.close_button)
        self.action.clicked.connect(self.act)
        self.close_button.clicked.connect(self.clear)
        self.hide()

    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Say this now, to the eye and to a screen reader."""
        self._notice = notice
        icon, token, words = _MARKS[notice.tone]
        set_state(self, "surface", notice.tone)
        self._icon.show_icon(icon, token)
        self._tone.setText(_(words))
        self._text.setText(notice.text)
        self.action.setVisible(bool(notice.action))
        self.action.set_words(notice.action_words)
        self.show()
        announce(self, f"{_(words)}. {notice.text}")

    def clear(self) -> None:
        """Take the notice away."""
        if self._notice is not None:
            self._notice = None
            self._text.clear()  # what is only hidden is still told to a screen reader
            self.hide()
            self.closed.emit()

    def forget(self) -> None:
        """Take away what was done: it may have been about somebody who is not to be seen now."""
        if self._notice is not None and self._notice.tone == "done":
            self.clear()

    def act(self) -> None:
        """Do what the notice offers, if it offers something."""
        if self._notice is not None and self._notice.action:
            action = self._notice.action
            self.clear()
            self.acted.emit(action)
