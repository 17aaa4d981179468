"""When it was saved, and how much of the time is left. Both are quiet."""

from datetime import datetime

from PySide6.QtWidgets import QProgressBar, QWidget

from coachdesk.i18n import _
from ui.kit.icons import Icon
from ui.kit.layouts import row
from ui.kit.text import announce, label, set_state

STEPS = 1000


class SavedStamp(QWidget):
    """`Saved 10:42:07`: shown after the commit, never before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = row(self, spacing=5)
        self._icon = Icon("tick", "good", 16, self)
        self._text = label("", "good", wrap=False)
        box.addWidget(self._icon)
        box.addWidget(self._text)
        self.clear()

    def set_saved(self, at: datetime) -> None:
        """It is on the disk; `at` is wall-clock time."""
        self._show(_("Saved {time}").format(time=f"{at:%H:%M:%S}"), "tick", "good")

    def set_failed(self) -> None:
        """It could not be saved; the notice bar says what to do."""
        self._show(_("Could not save"), "problem", "bad")
        announce(self, self._text.text())

    def clear(self) -> None:
        """Nothing was typed here yet."""
        self._show("", "", "muted")

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def _show(self, text: str, icon: str, token: str) -> None:
        self._text.setText(text)
        set_state(self._text, "role", {"good": "good", "bad": "error"}.get(token, "small"))
        self._icon.show_icon(icon, token)


class TimeBar(QWidget):
    """How much of the slot has gone. It never blinks, beeps or reddens; the words come on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = row(self, spacing=12)
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Time used"))
        self._words = label("", "small", wrap=False)
        box.addWidget(self._bar, 1)
        box.addWidget(self._words)
        self._words.hide()

    def set_time(self, share: float, words: str, *, shown: bool = True, more: str = "") -> None:
        """`share` of the slot that has gone (0 to 1), the minutes left in words; not `shown` when the clock stopped.

        `more` is a sentence for whoever asks: it is in the description of the bar, and said with the minutes.
        """
        self._bar.setValue(round(min(max(share, 0.0), 1.0) * STEPS))
        self._bar.setVisible(shown)
        said = f"{words}. {more}" if more else words
        self._bar.setAccessibleDescription(said)
        self._words.setText(said)

    def say(self) -> None:
        """Say the minutes left: on the screen from now on, and aloud."""
        self._words.show()
        announce(self, self._words.text())
