from datetime import timedelta
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.minutes import WEEKS_BEFORE, Kind, Look, Total, contribution, look_at
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved
from coachdesk.storage.minutes import add_minutes, forget_minutes, minutes_since

FILE_NAME = "coachdesk-minutes.csv"
"""The same for everybody: neither who nor when."""
_KEPT = timedelta(weeks=WEEKS_BEFORE + 1)


class MinutesGiven:
    """The coach's own minutes: counted on this machine, shown to the coach, and given on only as rounded totals."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def counted(self) -> bool:
        """Whether the organisation lets them be counted at all."""
        return self._context.policy.minutes_counted

    def may_contribute(self) -> bool:
        """Whether the organisation lets totals be saved as a file."""
        return self.counted() and self._context.policy.minutes_contribution

    def add(self, kind: Kind, total: Total) -> None:
        """Add to today. It is about nobody, so there is no line of audit."""
        if not self.counted() or not (total.seconds or total.times):
            return
        today = self._context.today()
        with self._context.database.write() as writer:
            add_minutes(writer.connection, today, kind, total)
            forget_minutes(writer.connection, today - _KEPT)

    def look(self) -> Look:
        """Today, this week, and the weeks before."""
        today = self._context.today()
        if not self.counted():
            return look_at({}, today)
        with self._context.database.read() as connection:
            return look_at(minutes_since(connection, today - _KEPT), today)

    def contribution(self) -> tuple[tuple[str, int], ...] | None:
        """All that a file of totals would say, or None where that may not be or cannot be yet."""
        return contribution(self.look()) if self.may_contribute() else None

    def contribute(self, folder: Path) -> Path:
        """Save the totals as a file without a name, a site, a number of the vault or a day.

        Raises:
            AppError: "minutes.not-allowed", "minutes.too-few-weeks", "documents.cannot-write".
        """
        if not self.may_contribute():
            raise AppError("minutes.not-allowed")
        said = self.contribution()
        if said is None:
            raise AppError("minutes.too-few-weeks")
        path, content = folder / FILE_NAME, "".join(f"{name},{number}\r\n" for name, number in said).encode()
        saved(self._context.database, {path: content}, lambda writer: writer.audit("minutes.given-out"))
        return path
