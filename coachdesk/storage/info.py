from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from coachdesk.errors import AppError
from coachdesk.storage.tables import VAULT_INFO


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultInfo:
    """Whose vault this is; one row, made with the vault.

    Attributes:
        short_id: four characters that begin every commitment number ("K7M2").
        created_at: UTC.
        public_key: the coach's X25519 public key, 32 bytes in hexadecimal.
        version: 0 until stored, then counted up with every change.
    """

    vault_id: str
    short_id: str
    coach_id: str
    coach_name: str
    site: str
    created_at: datetime
    public_key: str
    version: int = 0


def info(connection: Connection) -> VaultInfo:
    """Whose vault this is. Raises AppError("storage.not-found") where nobody has said yet."""
    columns = [column for column in VAULT_INFO.c if column.name not in {"row", "last_number"}]
    row = connection.execute(select(*columns)).mappings().one_or_none()
    if row is None:
        raise AppError("storage.not-found", kind="vault_info")
    return VaultInfo(**row)
