"""Settings about locks, keys and backups."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath

from coachdesk.policy.kinds import key, number, one_of, readable, switch


class KeychainRule(StrEnum):
    """Whether a vault may do without the operating system's keychain."""

    REQUIRED = "required"
    PREFERRED = "preferred"


def _in_full(named: str) -> None:
    """A folder written in full: a name of the machine's variables may stand at its beginning."""
    whole = PureWindowsPath(named).is_absolute() or PurePosixPath(named).is_absolute() or named.startswith("%")
    if named and (not whole or "\0" in named):
        raise ValueError(named)


def _on_a_disk(named: str) -> None:
    """The same, and not on the network."""
    _in_full(named)
    if named.startswith(("\\\\", "//")):
        raise ValueError(named)


@dataclass(frozen=True)
class Locks:
    """Locks."""

    idle_lock_minutes: int = number("Minutes without a key or click until the program locks.", 5, 1, 60, own=True)
    interview_lock_minutes: int = number("The same while an interview is open.", 15, 1, 60)


@dataclass(frozen=True)
class Vaults:
    """Vaults and their keys."""

    passphrase_length: int = number("The fewest characters of a new passphrase.", 12, 12, 64)
    keychain: KeychainRule = field(
        default=KeychainRule.PREFERRED,
        metadata=one_of(
            "required: no vault without the system's keychain. preferred: without one the screen says so.", KeychainRule
        ),
    )
    removable_allowed: bool = switch("A vault may lie on a removable drive.", default=False)
    vault_folder: str = readable(
        "Where new vaults lie instead of in each coach's own local data: a folder on a disk of the machine, written in full, "
        "such as D:\\CoachDesk. Each coach has a folder there by the name that they sign in with; where %NAMES% of the "
        "machine's variables stand in it, those tell coaches apart. A vault that lies in the usual place already stays there.",
        "",
        _on_a_disk,
    )
    recovery_key: str = key(
        "The public key of whoever may recover a vault that its coach cannot open, as recovery-keygen prints it. Sealed "
        "answers stay closed."
    )
    second_recovery_key: str = key(
        "The public key of a second person: the two together also recover sealed answers, which the people whose answers "
        "they are can see. Without it nobody does."
    )


@dataclass(frozen=True)
class Backups:
    """Backups."""

    backup_folder: str = readable(
        "A second place for backups: a folder on a removable drive or the network, written in full; %NAMES% of the "
        "machine's variables count. Each vault has a folder of its own in it that only its coach may list. Where the "
        "folder is not there, or others could list it, backups lie beside the vault only, and Administration says so.",
        "",
        _in_full,
    )
    backup_days: int = number(
        "Working days after which the first screen asks for a backup, where something was changed since the last.",
        3,
        1,
        30,
    )
