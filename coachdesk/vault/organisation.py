"""The organisation's way into a vault, for the day on which the coach cannot open it.

The data key is sealed to the public key of the policy file: whoever holds the private half, offline, reads the caseload.
The key of the sealed answers is closed twice, to that key and to a second person's, so that nobody opens them alone.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.vault import dropbox, slots
from coachdesk.vault.files import NAME, VaultFiles
from coachdesk.vault.header import Escrow, Header, authenticate
from coachdesk.vault.header_file import write_header
from coachdesk.vault.open_keys import OpenKeys, opened
from coachdesk.vault.wrapping import KEY_BYTES

_DATA = "organisation: data key"
_FIRST, _SECOND = "organisation: sealed answers, first", "organisation: sealed answers, second"


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """The public halves in the policy file, 32 bytes each: of whoever recovers vaults, and of the second person.

    Attributes:
        second: None where sealed answers are recovered by nobody.
    """

    first: bytes
    second: bytes | None = None


def kept_for(folder: Path, keys: OpenKeys, wanted: PublicKeys | None, *, name: str = NAME) -> OpenKeys:
    """The keys, with the slot of the header as the policy wants it; the header is written only where that is another.

    Raises:
        AppError: as `write_whole`.
    """
    if public_keys(keys.header.organisation) == wanted:
        return keys
    header = authenticate(replace(keys.header, organisation=_slot_for(keys, wanted, keys.data_key)), keys.root)
    write_header(VaultFiles(folder, name).header, header)
    return opened(header, keys.root)


def renewed(keys: OpenKeys, *data_keys: bytes) -> Escrow | None:
    """The slot of a vault for other data keys: both of a re-keying while it runs, the new one after it."""
    return _slot_for(keys, public_keys(keys.header.organisation), *data_keys)


def recover(header: Header, first: bytes) -> tuple[bytes, ...]:
    """The data keys of a vault, for the holder of the organisation's private key; one of them opens the file.

    Raises:
        AppError: "vault.not-escrowed" where the vault keeps nothing for an organisation; "vault.wrong-organisation-key".
    """
    slot = _kept(header)
    both = _open(first, slot.data, header.vault_id, _DATA)
    return tuple(both[at : at + KEY_BYTES] for at in range(0, len(both), KEY_BYTES))


def recover_private(header: Header, first: bytes, second: bytes) -> bytes:
    """The private key of the drop box for sealed answers, for two people together. Raises AppError as `recover`."""
    slot = _kept(header)
    if slot.sealed is None:
        raise AppError("vault.not-escrowed")
    return _open(second, _open(first, slot.sealed, header.vault_id, _FIRST), header.vault_id, _SECOND)


def _slot_for(keys: OpenKeys, wanted: PublicKeys | None, *data_keys: bytes) -> Escrow | None:
    if wanted is None:
        return None

    def close(to: bytes, content: bytes, purpose: str) -> bytes:
        return dropbox.seal(to, content, row=keys.vault_id, question=purpose, version=1)

    private = slots.from_root(keys.root, keys.header.sealed, keys.vault_id, slots.SEALED)
    assert private is not None, "a genuine header opens"
    both = None if wanted.second is None else close(wanted.first, close(wanted.second, private, _SECOND), _FIRST)
    return Escrow(wanted.first, close(wanted.first, b"".join(data_keys), _DATA), wanted.second, both)


def _open(private: bytes, closed: bytes, vault_id: str, purpose: str) -> bytes:
    try:
        return dropbox.open_sealed(private, closed, row=vault_id, question=purpose, version=1)
    except AppError:
        raise AppError("vault.wrong-organisation-key") from None


def _kept(header: Header) -> Escrow:
    if header.organisation is None:
        raise AppError("vault.not-escrowed")
    return header.organisation


def public_keys(slot: Escrow | None) -> PublicKeys | None:
    """For whom a slot is; None where there is none."""
    return None if slot is None else PublicKeys(slot.first, slot.second)
