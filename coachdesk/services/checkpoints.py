"""Checkpoints of the audit: its last line's number and hash, kept elsewhere, tell whether it was cut off or built anew since.

The chain by itself shows a line that was changed, taken out or put in. Whoever can write the whole table can also cut off
its end or compute all of it again, and only something that lies elsewhere shows that.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved
from coachdesk.storage import line_hash, verify_audit
from coachdesk.storage.audit import lost_lines

_LINE = re.compile(r"CoachDesk audit (\S+) (\d{4}-\d{2}-\d{2}) (\d{1,15}) ([0-9a-f]{64})")
LONGEST = 4096
"""Bytes of a file that are looked at for a checkpoint."""


class Standing(StrEnum):
    """What the audit is, seen from a checkpoint."""

    WHOLE = "whole"
    GAPS = "gaps"  # damage took lines, and later ones name them
    CHANGED = "changed"
    SHORTER = "shorter"
    REBUILT = "rebuilt"
    ANOTHER = "another"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Checked:
    """The chain, and what a checkpoint says of it.

    Attributes:
        broken_at: the first line that is not as it was written; 0 where all are.
        number: of the line that the checkpoint names; 0 where there is none.
    """

    standing: Standing
    broken_at: int = 0
    number: int = 0

    @property
    def fine(self) -> bool:
        """Whether nothing was found."""
        return self.standing is Standing.WHOLE


def checkpoint_line(context: Context, connection: Connection) -> str:
    """The checkpoint of now, inside the caller's transaction."""
    number, made = line_hash(connection) or (0, "0" * 64)
    return f"CoachDesk audit {context.info.short_id} {context.today().isoformat()} {number} {made}"


class Checkpoints:
    """Making checkpoints and comparing them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def line(self) -> str:
        """The checkpoint of now, in one line that can be printed: the vault's short id, the day, number and hash."""
        with self._context.database.read() as connection:
            return checkpoint_line(self._context, connection)

    def save(self, folder: Path) -> Path:
        """Save the checkpoint of now as a short text file; the next line says so. AppError("documents.cannot-write")."""
        path = folder / f"audit-{self._context.info.short_id}-{self._context.today().isoformat()}.txt"
        content = f"{self.line()}\n".encode()
        saved(self._context.database, {path: content}, lambda writer: writer.audit("checkpoint.given-out"))
        return path

    def check(self, checkpoint: str | None = None) -> Checked:
        """Verify the whole chain, and compare it with a checkpoint where there is one. It reads all of the audit."""
        with self._context.database.read() as connection:
            broken = verify_audit(connection)
            found = None if checkpoint is None else _LINE.search(checkpoint)
            if checkpoint is not None and found is None:
                return Checked(Standing.UNREADABLE, broken or 0)
            if found is not None and found[1] != self._context.info.short_id:
                return Checked(Standing.ANOTHER, broken or 0)
            number = int(found[3]) if found is not None else 0
            here = line_hash(connection, number) if number else None
            lost = lost_lines(connection)
        if found is not None and number and here is None and not any(a <= number <= b for a, b in lost):
            return Checked(Standing.SHORTER, broken or 0, number)
        if broken is not None:
            return Checked(Standing.CHANGED, broken, number)
        if found is not None and here is not None and here[1] != found[4]:
            return Checked(Standing.REBUILT, 0, number)
        return Checked(Standing.GAPS if lost else Standing.WHOLE, 0, number)

    def check_file(self, file: Path) -> Checked:
        """The same with a checkpoint that lies in a file. Raises AppError("checkpoint.cannot-read")."""
        return self.check(_text_of(file))


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST).decode("utf-8", errors="replace")
    except OSError as error:
        raise AppError("checkpoint.cannot-read", file=path.name) from error


def standing_of_audit(checked: Checked) -> str:
    """What was found, in a sentence for the coach."""
    words = {
        Standing.WHOLE: _("The list is whole up to its last line: nothing in it was changed or taken out.")
        if not checked.number
        else _("The list is whole, and goes on from the checkpoint: nothing was cut off or built anew since."),
        Standing.GAPS: _("Lines of this list were lost with damage. Their numbers are kept."),
        Standing.CHANGED: _("Line {broken} of the list was changed or taken out."),
        Standing.SHORTER: _(
            "The list was cut off since the checkpoint, or an older vault was put back: line {number} is gone."
        ),
        Standing.REBUILT: _("The list was built anew since the checkpoint: line {number} is another one."),
        Standing.ANOTHER: _("This checkpoint is of another vault."),
        Standing.UNREADABLE: _("There is no checkpoint in this file."),
    }
    return words[checked.standing].format(broken=checked.broken_at, number=checked.number)
