"""Which connections somebody works with at the moment, on whatever thread; and how a vault is closed all the same.

A connection that is closed while another thread is in the middle of a statement takes the whole program down.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from coachdesk.errors import AppError
from coachdesk.storage.connection import close_quietly

_BETWEEN = 0.05
"""Seconds between two tries to break off: whoever is between two statements is met at the next."""


class InUse:
    """The connections in use. Once it has ended nobody begins any more."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._those = set[Connection]()
        self._ended = False

    def refuse_ended(self) -> None:
        """Raise AppError("storage.closed") where it has ended."""
        if self._ended:
            raise AppError("storage.closed")

    @contextmanager
    def working_with(self, connection: Connection) -> Iterator[None]:
        """Use a connection; where everything was closed meanwhile, it is closed at the end.

        Raises:
            AppError: "storage.closed" where everything was closed before.
        """
        with self._changed:
            if self._ended:
                close_quietly(connection)
            self.refuse_ended()
            self._those.add(connection)
        try:
            yield
        finally:
            with self._changed:
                self._those.discard(connection)
                if self._ended:
                    close_quietly(connection)
                self._changed.notify_all()

    def close(self, connection: Connection | None) -> None:
        """Close a connection that nobody works with; one that somebody works with is closed when they are done."""
        with self._changed:
            if connection not in self._those:
                close_quietly(connection)

    def end(self, patience: float) -> None:
        """Let nobody begin, and those who are in the middle finish; after so many seconds break off what they do.

        They get "storage.closed", and what they were writing is undone. Whoever is busy with something else than the
        vault is waited for as long again, and then left to close their connection themselves.
        """
        with self._changed:
            self._ended = True
            self._changed.wait_for(lambda: not self._those, patience)
            until = time.monotonic() + patience
            while self._those and time.monotonic() < until:
                for each in self._those:
                    _break_off(each)
                self._changed.wait(_BETWEEN)


def _break_off(connection: Connection) -> None:
    with suppress(SQLAlchemyError, dbapi2.Error):  # it met an error just now, and is closed
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.interrupt()
