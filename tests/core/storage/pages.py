"""A vault's pages as they are on the disk, decrypted: what an examiner with the key would see, free pages included."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16


def decrypted(file: Path, key: bytes) -> bytes:
    """Every page of a SQLCipher 4 file under a raw key: AES-256-CBC, its vector in the page's reserved bytes."""
    content = file.read_bytes()
    return b"".join(
        _page(content[start : start + PAGE], key, first=start == 0) for start in range(0, len(content), PAGE)
    )


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[SALT if first else 0 : PAGE - RESERVED]) + decryptor.finalize()
