"""The way out of an open vault: everything typed goes on disk first, and the key is kept until it is there."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance


@runtime_checkable
class Typing(Protocol):
    """Whoever may hold words that are not on disk yet."""

    @property
    def saved(self) -> SignalInstance: ...

    def flush(self) -> bool:
        """Put them on disk now; False where that did not work."""

    def unsaved(self) -> bool:
        """Whether there are any."""


class Shutting(QObject):
    """`wanted` asks whoever started the program to lock; `kept` says that words wait, so the vault stays open.

    A lock that was wanted while words waited is wanted again as soon as they are saved.
    """

    wanted = Signal()
    kept = Signal()

    def __init__(
        self, typing: Sequence[Typing], parent: QObject, *, leave: Callable[[], None], close: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._typing, self._leave, self._close = tuple(typing), leave, close
        self._done = self._waits = False
        for each in self._typing:
            each.saved.connect(self._saved)

    def lock(self) -> None:
        """Somebody, or idleness, wants it locked."""
        self.wanted.emit()
        self._waits = not self._done

    def shut(self) -> bool:
        """Put everything on disk and close; False where something could not be saved yet. Twice is once."""
        if self._done:
            return True
        self._leave()
        stored = [each.flush() for each in self._typing]
        if not all(stored):
            self.kept.emit()
            return False
        self._done = True
        self._close()
        return True

    def _saved(self) -> None:
        QTimer.singleShot(0, self, self._again)  # not in the middle of saving

    def _again(self) -> None:
        if self._waits and not self._done and not any(each.unsaved() for each in self._typing):
            self.lock()
