from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from coachdesk.diary import Appointment, BusyTime
from coachdesk.errors import AppError
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved
from coachdesk.services.office import office_on
from coachdesk.storage import find, table_of

AHEAD = 365
"""Days from today on for which another calendar's busy times are taken over."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many stretches another calendar has taken, and up to which day."""

    number: int
    until: date


class Calendars:
    """Calendar files, out and in. What reads and writes them is loaded when somebody asks."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def content(self, first: date, last: date) -> bytes:
        """The appointments of these days as a calendar file: times and the numbers of slots, nobody's name."""
        from coachdesk.documents.calendar_out import calendar_file

        columns = table_of(Appointment).c
        with self._context.database.read() as connection:
            found = find(
                connection, Appointment, columns.on.between(first, last), order_by=(columns.on, columns.at, columns.id)
            )
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return calendar_file(
            ((office_on(self._context, day), [each for each in found if each.on == day]) for day in days),
            self._context.clock(),
        )

    def give_out(self, first: date, last: date, folder: Path) -> Path:
        """Write that file into a folder; where it is. Audited.

        Raises AppError("documents.cannot-write").
        """
        path, content = folder / f"coachdesk-{first.isoformat()}.ics", self.content(first, last)
        saved(self._context.database, {path: content}, lambda writer: writer.audit("calendar.given-out"))
        return path

    def bring_in(self, file: Path) -> Taken:
        """Take over when another calendar is busy, from today on, in the place of what was taken over before.

        Raises:
            AppError: "calendar.malformed" with the `line`, "calendar.too-large", "calendar.cannot-read": then everything
                stays as it was.
        """
        from coachdesk.documents.calendar_in import busy_times

        today = self._context.today()
        until = today + timedelta(days=AHEAD)
        busy = busy_times(_read(file), today, until)
        with self._context.database.write() as writer:
            for each in find(writer.connection, BusyTime):
                writer.delete(each, "calendar.replaced")
            for stretch in busy:
                new = BusyTime(id=self._context.new_id(), on=stretch.on, at=stretch.at, minutes=stretch.minutes)
                writer.put(new, "calendar.taken-over")
            writer.audit("calendar.brought-in")
        return Taken(len(busy), until)


def _read(file: Path) -> bytes:
    from coachdesk.documents.calendar_in import LARGEST

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise AppError("calendar.cannot-read", file=file.name) from error
