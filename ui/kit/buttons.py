"""Buttons: a word, at most one icon, and the key that does the same."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coachdesk.i18n import _
from ui import keys, theme
from ui.kit.entering import pressed_by_enter
from ui.kit.icons import SIZE, pixmap
from ui.kit.text import caption

ButtonLook = Literal["plain", "go", "link", "chip", "rail"]
_INK = {"go": "on_go", "link": "accent", "rail": "rail_text"}


class Button(QPushButton):
    """A button; `key` is the id of an action in `ui/keys.py`, whose key is shown after the word.

    One `go` button a screen: the next step. The key itself is bound by the page (`keys.bind`).
    """

    def __init__(
        self, text: str, look: ButtonLook = "plain", *, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._look, self._key = icon, look, key
        self._key_shown, self._withheld = True, False
        self.setProperty("look", look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(text)
        self._draw()

    def set_words(self, text: str) -> None:
        """Show another word; the name for a screen reader is the word without its key."""
        shown = keys.shown(self._key) if self._key and not self._withheld else ""
        if self._withheld:
            self.setText(caption(_("{what} (set by your organisation)").format(what=text)))
        else:
            self.setText(caption(f"{text}   {shown}" if shown and self._key_shown else text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(_("Set by your organisation") if self._withheld else shown)

    def withhold(self) -> None:
        """Grey it out for good, and say why: the organisation does not allow what it does."""
        self._withheld = True
        self.setEnabled(False)
        self.set_words(self.accessibleName())

    def set_icon(self, icon: str) -> None:
        """Show another picture before the word."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def show_key(self, *, shown: bool) -> None:
        """Whether the key stands beside the word; it is told to a screen reader either way."""
        if shown != self._key_shown:
            self._key_shown = shown
            self.set_words(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        if not self._icon:
            return
        if not theme.look().icons:
            self.setIcon(QIcon())
            return
        side = theme.look().px(SIZE)
        self.setIcon(QIcon(pixmap(self._icon, _INK.get(self._look, "text"), ratio=self.devicePixelRatioF())))
        self.setIconSize(QSize(side, side))
