"""What the window asks of a page. A page is a screen's widget with one `render(state)`; these are its manners."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.identity import Identity
from ui.kit.turned import TurnedView


class Page(QWidget):
    """A screen in the window. `standing_changed` says: ask me again who this is about and whether I am private."""

    standing_changed = Signal()

    def identity(self) -> Identity | None:
        """Whom the page is about; None where it is about nobody."""
        return None

    def interview_open(self) -> bool:
        """While this holds no other person may be seen: the window hides the find box and the ways to lists."""
        return False

    def turned(self) -> TurnedView | None:
        """What the person may see when the screen is turned; None where there is nothing to show."""
        return None

    def arrived(self) -> None:
        """The page has come to the front: read again what may have changed."""

    def leaving(self) -> None:
        """Another page comes to the front, or the vault locks: put on disk what is being typed."""
