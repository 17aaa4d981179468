"""The one door for slow work: key derivation, PDF, backup. One worker, so no two database jobs ever meet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    owner: QObject
    ok: Callable[[T], None]
    fail: Callable[[BaseException], None]
    future: "Future[T]"

    def deliver(self) -> None:
        """Hand over the result, on the GUI thread, if whoever asked still lives (qt-pitfalls 5.3)."""
        if not shiboken6.isValid(self.owner) or self.future.cancelled():
            return
        error = self.future.exception()
        if error is not None:
            self.fail(error)
        else:
            self.ok(self.future.result())


class Tasks(QObject):
    """Runs callables off the GUI thread and delivers on it (qt-pitfalls 5.8).

    The callable takes and gives plain values: never a widget (5.5), never a connection (5.9).
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done.connect(self._deliver)
        self._open = 0

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        """Made when the first work comes: the first window does not wait for it."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="coachdesk-task")

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        ok: Callable[[T], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        """Run `work`; then `ok(result)` or `fail(error)`, unless `owner` is gone by then."""
        self._open += 1
        future = self._pool.submit(work)
        job = _Job(owner, ok, fail, future)

        def finished(_future: "Future[T]") -> None:
            if shiboken6.isValid(self):
                self._done.emit(job)

        future.add_done_callback(finished)

    def finish(self, work: Callable[[], object], *, seconds: float) -> None:
        """Run `work` after what is running, and wait so long for it: on the way out, with no window left to hold up.

        Raises what `work` raises; TimeoutError where it is not done by then. What has not begun then never does.
        """
        future = self._pool.submit(work)
        try:
            future.result(timeout=seconds)
        finally:
            future.cancel()

    def busy(self) -> bool:
        """Whether anything is still to be delivered."""
        return self._open > 0

    def close(self) -> None:
        """Finish what is running, drop what has not begun. Before the window goes."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, job: object) -> None:
        self._open -= 1
        if isinstance(job, _Job):
            job.deliver()
