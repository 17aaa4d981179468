"""What the first screen shows, and what it needs of vaults."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coachdesk.policy import Policy
    from coachdesk.services.salvage import Salvage


class Door(Protocol):
    """What the first screen needs of vaults. Every call may be slow and runs on a worker; errors are AppErrors."""

    def exists(self) -> bool:
        """Whether there is a vault to open."""

    def look(self) -> "Policy":
        """What holds on this machine; refuse where that cannot be told, or somebody else has the vault open."""

    def make(self, name: str, site: str, passphrase: str) -> tuple[object, tuple[str, ...]]:
        """Make a vault; gives it opened, and the groups of the recovery key."""

    def key_left(self, made: object, how: str) -> None:
        """Note in a vault that was made that its recovery key was "printed" or "copied"."""

    def open(self, passphrase: str) -> object:
        """Open the vault."""

    def recover(self, recovery_key: str, passphrase: str) -> object:
        """Open the vault with the recovery key and give it a new passphrase."""

    def newest_backup(self) -> datetime | None:
        """When the newest backup was made (UTC), beside the vault or in the second place, or None."""

    def bring_back(self, passphrase: str) -> object:
        """Put the newest sound backup in the place of a damaged vault and open it."""

    def look_what_is_readable(self, passphrase: str) -> "Salvage":
        """Make ready, beside a damaged vault, what can be read of it; what is in it and what is missing."""

    def take_what_is_readable(self, passphrase: str) -> object:
        """Let what was made ready be the vault, and open it."""

    def leave_what_is_readable(self) -> None:
        """Take away what was made ready and is not wanted."""


class Mode(StrEnum):
    OPEN = "open"
    MAKE = "make"
    KEEP = "keep"  # the recovery key is on the screen
    RECOVER = "recover"
    READABLE = "readable"  # what can be read of a damaged vault
    REFUSED = "refused"  # what rules the machine has a mistake, or cannot be trusted


@dataclass(frozen=True, slots=True)
class UnlockState:
    """What the first screen shows.

    Attributes:
        owner: who this vault belongs to.
        wait: seconds until the next try.
        groups: of the recovery key, while it is shown; once.
        asked: which group has to be typed back, from 1.
        damaged: whether the vault is, so that what can be read of it may be looked at.
        backup: when the newest backup was made (UTC), where the vault is damaged or gone and there is one.
        elsewhere: when the newest backup of the second place was made (UTC), where there is no vault here and one lies there.
        readable: what can be read of the damaged vault, once somebody looked.
        saved: where the list of it was saved, in a sentence.
        support: whom to call, where nothing may be opened and the policy says so.
        policy: what holds on this machine, once it was read.
    """

    mode: Mode
    owner: str
    busy: bool = False
    problem: str = ""
    wait: int = 0
    groups: tuple[str, ...] = ()
    asked: int = 0
    damaged: bool = False
    backup: datetime | None = None
    elsewhere: datetime | None = None
    readable: "Salvage | None" = None
    saved: str = ""
    support: str = ""
    policy: "Policy | None" = None

    @property
    def only_elsewhere(self) -> bool:
        """Whether there is nothing here to unlock, and a backup of the second place is to come back."""
        return self.elsewhere is not None and self.backup is not None
