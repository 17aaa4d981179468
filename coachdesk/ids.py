"""Identifiers: UUID version 7 (RFC 9562), so that rows sort by the time they were made."""

import secrets
import time
from uuid import UUID


def new_id() -> str:
    """A new UUIDv7 as 36 characters: 48 bits of Unix milliseconds, 12 of the fraction (method 3), 62 random bits."""
    millis, nanos = divmod(time.time_ns(), 1_000_000)
    value = millis << 80 | 0x7 << 76 | nanos * 4096 // 1_000_000 << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=value))
