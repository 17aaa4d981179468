"""A new data key for a vault, in steps of which each leaves one that opens: the old file, or the new one.

The header first names the key to come beside the key that holds; then the file is replaced by a copy under the new key;
then the header forgets the old one. Whoever opens the vault in between tries both.
"""

import secrets
from dataclasses import replace
from pathlib import Path

from coachdesk.vault import organisation, slots
from coachdesk.vault.files import NAME, VaultFiles
from coachdesk.vault.header import Header, authenticate
from coachdesk.vault.header_file import write_header
from coachdesk.vault.open_keys import OpenKeys, opened
from coachdesk.vault.wrapping import KEY_BYTES


def announce(folder: Path, keys: OpenKeys, *, name: str = NAME) -> OpenKeys:
    """Name a new data key as the pending one, or the one that a re-keying which was broken off had named.

    Raises:
        AppError: as `write_whole`.
    """
    if keys.pending_key is not None:
        return keys
    fresh = secrets.token_bytes(KEY_BYTES)
    header = replace(
        keys.header,
        pending=slots.under_root(keys.root, fresh, keys.vault_id, slots.PENDING),
        organisation=organisation.renewed(keys, keys.data_key, fresh),
    )
    return _write(folder, keys, header, name)


def settle(folder: Path, keys: OpenKeys, holds: bytes, *, name: str = NAME) -> OpenKeys:
    """Let the data key that opens the file be the only one. Raises AppError as `write_whole`."""
    header = replace(
        keys.header,
        current=slots.under_root(keys.root, holds, keys.vault_id, slots.CURRENT),
        pending=None,
        organisation=organisation.renewed(keys, holds),
    )
    return _write(folder, keys, header, name)


def _write(folder: Path, keys: OpenKeys, header: Header, name: str) -> OpenKeys:
    proved = authenticate(header, keys.root)
    write_header(VaultFiles(folder, name).header, proved)
    return opened(proved, keys.root)
