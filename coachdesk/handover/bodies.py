"""A person's rows as they travel: by table and id, each a body of JSON types; and as they are compared."""

import hashlib
from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]
"""One row: its fields by name, JSON types, bytes in base64; `storage.mapper.plain` makes it."""

Rows = Mapping[str, Mapping[str, Body]]
"""The rows of one person: by table, then by id."""

STAMPS = frozenset({"id", "version", "author", "created_at", "updated_at"})
"""What every row carries and nobody compares."""

BYTES = frozenset({"content", "sealed_snapshot"})
"""Fields of long bytes: compared by their SHA-256."""


def comparable(rows: Rows) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows as they are compared and remembered: long bytes by their hash, what is sealed by when it was sealed."""
    return {table: {key: _comparable(body) for key, body in bodies.items()} for table, bodies in rows.items()}


def values_of(body: Body, fields: tuple[str, ...]) -> list[Any]:
    """The values of these fields."""
    return [body.get(name) for name in fields]


def fields_of(body: Body) -> dict[str, Any]:
    """A row without the stamps that every row carries."""
    return {name: value for name, value in body.items() if name not in STAMPS}


def _comparable(body: Body) -> dict[str, Any]:
    found = {name: _hash(value) if name in BYTES else value for name, value in body.items()}
    if found.get("sealed_value") is not None:
        # Sealed anew for each vault, so its bytes say nothing; neither side changes it without a new stamp.
        found["sealed_value"] = f"{found['sealed_version']} {found['updated_at']}"
    return found


def _hash(value: str) -> str:
    """Of what is a hash already, itself."""
    is_one = value.startswith("sha256:")
    return value if is_one else f"sha256:{hashlib.sha256(value.encode()).hexdigest()}"
