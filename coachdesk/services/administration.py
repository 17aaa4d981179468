"""Looking after the vault: backups, who looked at what, the content in use, the settings that hold."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coachdesk.interviews import Problem
from coachdesk.policy import settings
from coachdesk.services.audit_words import sentence
from coachdesk.services.context import Context
from coachdesk.storage import Integrity, VaultInfo, audit_lines, backup_to, integrity, verify_audit
from coachdesk.vault.files import VaultFiles, write_whole

BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of "who looked at what": when (UTC) and what, in a sentence."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: its name, what it means, its value as text, and whether the organisation fixed it."""

    name: str
    meaning: str
    value: str
    fixed: bool


@dataclass(frozen=True, slots=True)
class ContentRow:
    """One definition in use."""

    title: str
    version: int


class Administration:
    """What an administrator and a careful coach ask about the vault itself."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def info(self) -> VaultInfo:
        """Whose vault this is."""
        return self._context.info

    def back_up(self, folder: Path | None = None) -> Path:
        """Make a checked, encrypted copy of vault and header; beside the vault where no folder is named.

        Raises:
            AppError: "storage.damaged", "storage.disk-full" and the like; earlier backups are as they were.
        """
        moment = self._context.clock()
        place = folder or self._context.files.folder / BACKUPS
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = VaultFiles(place, f"{self._context.files.name}-{moment:%Y%m%dT%H%M%SZ}")
        backup_to(self._context.database, copy.vault)
        write_whole(copy.header, self._context.files.header.read_bytes())
        with self._context.database.write() as writer:
            writer.audit("vault.backed-up")
        return copy.vault

    def last_backup(self) -> datetime | None:
        """When the newest backup beside the vault was made (UTC), or None."""
        made = [
            datetime.strptime(path.stem.removeprefix(f"{self._context.files.name}-"), "%Y%m%dT%H%M%S%z")
            for path in (self._context.files.folder / BACKUPS).glob(f"{self._context.files.name}-*Z.cdvault")
        ]
        return max(made, default=None)

    def check(self) -> Integrity:
        """Check the open vault; it reads everything."""
        with self._context.database.read() as connection:
            return integrity(connection)

    def audit(self, *, limit: int = 200) -> tuple[AuditRow, ...]:
        """The newest lines of the audit, newest first."""
        with self._context.database.read() as connection:
            lines = audit_lines(connection, limit=limit)
        return tuple(AuditRow(line.at, sentence(line.code)) for line in lines)

    def audit_is_whole(self) -> bool:
        """Whether the audit's chain is as it was written."""
        with self._context.database.read() as connection:
            return verify_audit(connection) is None

    def settings(self) -> tuple[SettingRow, ...]:
        """Every setting that an organisation may fix, as it holds."""
        policy = self._context.policy
        return tuple(
            SettingRow(each.name, each.metadata["doc"], str(getattr(policy, each.name)), each.name in policy.fixed)
            for each in settings()
        )

    def content(self) -> tuple[ContentRow, ...]:
        """The definitions in use."""
        return tuple(ContentRow(each.title, each.version) for each in self._context.content.definitions)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content that is not offered."""
        return self._context.content.problems
