"""The keys of an open vault, for as long as it is open."""

from dataclasses import dataclass

from coachdesk.vault import dropbox, parcel_post, slots
from coachdesk.vault.header import Header, genuine


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class OpenKeys:
    """What an open vault works with. Shows nothing of itself, in a log or a debugger's list.

    Attributes:
        header: as it was read and proved genuine.
        root: opens everything below it; for changing slots only.
        data_key: 32 bytes, SQLCipher's raw key.
        pending_key: the data key that an unfinished re-keying moves to; try it where the data key does not open the file.
    """

    header: Header
    root: bytes
    data_key: bytes
    pending_key: bytes | None

    def __repr__(self) -> str:
        return "OpenKeys(...)"

    @property
    def vault_id(self) -> str:
        """The vault's id, for `vault_info`."""
        return self.header.vault_id

    @property
    def public_key(self) -> bytes:
        """The slit of the drop box, for `vault_info` and `dropbox.seal`."""
        return self.header.public_key

    @property
    def with_keychain(self) -> bool:
        """Whether opening this vault also takes the keychain's secret; where it does not, the screen says so."""
        return self.header.keychain

    def keys_within(self, earlier: Header) -> tuple[bytes, ...]:
        """The data keys that another header of this vault names, such as a backup's; none where it is not genuine."""
        if earlier.vault_id != self.vault_id or not genuine(earlier, self.root):
            return ()
        named = ((earlier.current, slots.CURRENT), (earlier.pending, slots.PENDING))
        found = (slots.from_root(self.root, key, self.vault_id, name) for key, name in named if key is not None)
        return tuple(key for key in found if key is not None)

    def open_sealed(self, sealed: bytes, *, row: str, question: str, version: int) -> bytes:
        """Open a sealed answer, on purpose: the caller has asked for a reason and audits it.

        The private key exists for the length of this call only.

        Raises:
            AppError: "vault.sealed-unreadable" for another vault, row, question or version, or a changed bit.
        """
        return dropbox.open_sealed(self._private(), sealed, row=row, question=question, version=version)

    def post(self, to: bytes, head: bytes, content: bytes) -> bytes:
        """Seal a pack for the vault with this public key, as coming from this one; see `parcel_post.post`."""
        return parcel_post.post(self._private(), to, head, content)

    def take_in(self, sender: bytes, head: bytes, sealed: bytes) -> bytes:
        """Open a pack that the vault with this public key made for this one. AppError("handover.damaged")."""
        return parcel_post.take_in(self._private(), sender, head, sealed)

    def _private(self) -> bytes:
        private = slots.from_root(self.root, self.header.sealed, self.vault_id, slots.SEALED)
        assert private is not None, "a genuine header opens"
        return private


def opened(header: Header, root: bytes) -> OpenKeys:
    """The keys below the root key of a header that was proved genuine."""
    data_key = slots.from_root(root, header.current, header.vault_id, slots.CURRENT)
    assert data_key is not None, "a genuine header opens"
    pending = slots.from_root(root, header.pending, header.vault_id, slots.PENDING) if header.pending else None
    return OpenKeys(header, root, data_key, pending)
