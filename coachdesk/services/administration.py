"""Looking after the vault: its keys, who looked at what, the content in use, the settings that hold."""

from dataclasses import dataclass
from pathlib import Path

from coachdesk.people import How
from coachdesk.policy import Policy, SetBy, settings
from coachdesk.services.audit_rows import AuditRow, audit_rows
from coachdesk.services.backing_up import BackingUp
from coachdesk.services.content_shown import ContentInUse, content_shown
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved
from coachdesk.storage import Integrity, VaultInfo, audit_lines, integrity, verify_audit
from coachdesk.storage.rekeying import rekey
from coachdesk.vault.recovery import groups


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: its name, what it means, its value as text, and where it comes from."""

    name: str
    meaning: str
    value: str
    origin: SetBy


class Administration:
    """What an administrator and a careful coach ask about the vault itself."""

    def __init__(self, context: Context, backing_up: BackingUp) -> None:
        self._context, self._backing_up = context, backing_up

    def info(self) -> VaultInfo:
        """Whose vault this is."""
        return self._context.info

    def with_keychain(self) -> bool:
        """Whether this vault was opened with the keychain of the machine as well as the passphrase."""
        return self._context.keys.with_keychain

    def computer_has_keychain(self) -> bool:
        """Whether the machine has a keychain, used for this vault or not."""
        return self._context.keys.keychain is not None

    def change_passphrase(self, old: str, new: str) -> bool:
        """Replace the passphrase; whether opening takes the keychain from now on. Slow: a task for a worker.

        Backups that were made before keep the passphrase that they were made with.

        Raises:
            AppError: "vault.wrong-passphrase", "vault.wait", "vault.passphrase-too-short", and others of the vault.
        """
        with_keychain = self._context.keys.change_passphrase(old, new)
        with self._context.database.write() as writer:
            writer.audit("vault.passphrase-changed")
        return with_keychain

    def renew_recovery_key(self, passphrase: str) -> tuple[str, ...]:
        """The groups of a new recovery key, to show once; the one before opens nothing any more. Slow.

        Raises:
            AppError: "vault.wrong-passphrase", "vault.wait", and others of the vault.
        """
        key = self._context.keys.renew_recovery_key(passphrase)
        with self._context.database.write() as writer:
            writer.audit("vault.recovery-renewed")
        return groups(key)

    def recovery_key_left(self, how: How) -> None:
        """Record that the recovery key was printed or copied, once it was; the key itself is nowhere kept."""
        with self._context.database.write() as writer:
            writer.audit(f"vault.recovery-{how}")

    def save_support_file(self, path: Path, content: bytes) -> None:
        """Save a support file as it was shown; audited. Raises AppError("documents.cannot-write")."""
        saved(self._context.database, {path: content}, lambda writer: writer.audit("support.given-out"))

    def renew_data_key(self, passphrase: str) -> None:
        """Encrypt the vault anew under a fresh key, after a backup. Slow: a task for a worker; nobody else may use it.

        Raises:
            AppError: "vault.wrong-passphrase", "vault.wait", "storage.busy", "storage.disk-full" and the like.
        """
        self.back_up()
        database = self._context.database
        self._context.keys.rekey(passphrase, lambda key: rekey(database, key))
        with database.write() as writer:
            writer.audit("vault.rekeyed")

    def organisation_keys(self) -> int:
        """How many keys an organisation has to this vault: 0, 1, or 2 who together open what is sealed too."""
        wanted = self._context.keys.kept_for()
        return 0 if wanted is None else 1 + (wanted.second is not None)

    def back_up(self) -> Path:
        """Make a backup; the vault's file in it. Raises AppError: as `BackingUp.make`."""
        return self._backing_up.make().path

    def check(self) -> Integrity:
        """Check the open vault; it reads everything."""
        with self._context.database.read() as connection:
            return integrity(connection)

    def audit(self, *, limit: int = 200) -> tuple[AuditRow, ...]:
        """The newest lines of the audit, newest first. While a talk is open it names nobody but whom it is with."""
        with self._context.database.read() as connection:
            return audit_rows(self._context, connection, audit_lines(connection, limit=limit))

    def audit_broken_at(self) -> int | None:
        """The first line of the audit that is not as it was written; None where all are. It reads all of them."""
        with self._context.database.read() as connection:
            return verify_audit(connection)

    def policy(self) -> Policy:
        """The settings as they hold."""
        return self._context.policy

    def settings(self) -> tuple[SettingRow, ...]:
        """Every setting that an organisation may fix, as it holds."""
        policy = self._context.policy
        return tuple(
            SettingRow(each.name, each.about.doc, _shown(getattr(policy, each.name)), policy.origin(each.name))
            for each in settings()
        )

    def content(self) -> ContentInUse:
        """The content in use, where it came from, and what the organisation sent."""
        return content_shown(self._context.content)


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
