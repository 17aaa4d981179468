"""What every stored record carries, from day one (architecture: UUID, version, author, UTC stamps)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The base of every stored value.

    Attributes:
        id: UUIDv7, given by the service that makes the record.
        version: 0 until first stored, then 1, 2, ...: a write names the version it read and is refused otherwise.
        author: coach id of whoever wrote this version; filled in by storage.
        created_at: UTC, filled in by storage.
        updated_at: UTC, filled in by storage.
    """

    id: str
    version: int = 0
    author: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
