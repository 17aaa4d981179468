"""The parts of a support file, and saving it as it was shown."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coachdesk.services import Services


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its title, and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """All parts in order."""

    parts: tuple[Part, ...]

    def text(self) -> str:
        """The whole file, to be read and searched before it is saved."""
        return "\n\n".join("\n".join((f"== {part.title} ==", *part.lines)) for part in self.parts) + "\n"


def file_name(day: date) -> str:
    """The name under which it is saved: it says what it is and when it was made, not by whom."""
    return f"coachdesk-support-{day.isoformat()}.txt"


def save(text: str, folder: Path, day: date, services: "Services | None" = None) -> Path:
    """Save what was shown, whole or not at all; the audit says so where a vault is open.

    Raises:
        AppError: "documents.cannot-write".
    """
    from coachdesk.documents.write import write_whole

    path = folder / file_name(day)
    if services is None:
        write_whole(path, text.encode())
    else:
        services.administration.save_support_file(path, text.encode())
    return path
