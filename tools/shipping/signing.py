"""Signing what goes out for Windows: our own programs, libraries that nobody has signed, and the installer around them.

Any key will do: a file (PKCS #12, or PEM with the key and its certificates), or one on a token, by osslsigncode's own
options. Without one a test certificate is made, whose key is gone when the release is done: it shows that the step works
and that nothing was changed since, and no computer trusts it.
"""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tools.environments import PreparationFailedError
from tools.shipping import moment

TEST_NAME = "CoachDesk test certificate, not to be trusted"

PKCS12 = {".p12", ".pfx"}
"""How a file of that kind ends."""

_PROGRAMS = {".exe", ".dll", ".pyd"}
_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose signature it is.

    Attributes:
        options: what osslsigncode is told about the key, the certificates and the time stamp.
        test: the certificate of a test key, which whoever checks the signatures needs; None of any other key.
        files: what holds the key and its certificates; none where they are on a token.
        passphrase: a file with the passphrase of the key; None where it has none.
    """

    options: tuple[str, ...]
    test: Path | None = None
    files: tuple[Path, ...] = ()
    passphrase: Path | None = None

    def sentence(self) -> str:
        """What the release notes say of it."""
        if self.test is None:
            sums = "" if self.files else " The sums are not: sign them with the token."
            return f"Its programs for Windows and its installer are signed.{sums}"
        return (
            f"**Its programs for Windows and its installer are signed with a test certificate ({self.test.name}), which no "
            "computer trusts. It is for trying out, not for rolling out.**"
        )


def signer(key: Path | None, passphrase: Path | None, options: Sequence[str], room: Path) -> Signer:
    """Whoever signs.

    Args:
        key: a PKCS #12 or PEM file; None for one that the options name, or for a test key.
        passphrase: a file with the passphrase of the key; None where it has none.
        options: more for osslsigncode: a token (-pkcs11module, -key, -certs), a time stamp (-ts URL).
        room: a folder for a test key, which the caller takes away.
    """
    more = (*(("-readpass", str(passphrase)) if passphrase else ()), *options)
    if key is None and any(each in {"-key", "-pkcs12", "-pkcs11cert"} for each in options):
        return Signer(more)
    if key is not None:
        named = ("-pkcs12", str(key)) if key.suffix in PKCS12 else ("-certs", str(key), "-key", str(key))
        return Signer((*named, *more), files=(key,), passphrase=passphrase)
    made, certificate = _test_key(room)
    return Signer(("-certs", str(certificate), "-key", str(made), *more), certificate, (made, certificate))


def sign(path: Path, who: Signer) -> None:
    """Sign a program or an installer in its place.

    Raises:
        PreparationFailedError: osslsigncode is not there, or refuses.
    """
    signed = path.with_name(f"{path.name}.signed")
    words = ["-h", "sha256", "-n", "CoachDesk", "-in", str(path), "-out", str(signed)]
    done = _osslsigncode("sign", *who.options, *words)
    if done.returncode:
        signed.unlink(missing_ok=True)
        raise PreparationFailedError(f"{path.name} could not be signed: {done.stdout}{done.stderr}")
    shutil.copymode(path, signed)
    signed.replace(path)


def unsigned(folder: Path) -> list[Path]:
    """The programs and libraries below a folder that nobody has signed, ours and others'."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in _PROGRAMS and path.is_file())
    return [path for path in files if not is_signed(path)]


def sign_all(paths: Iterable[Path], who: Signer) -> int:
    """Sign each; how many."""
    many = 0
    for path in paths:
        sign(path, who)
        many += 1
    return many


def is_signed(path: Path) -> bool:
    """Whether a file carries a signature, whosever it is."""
    said = _osslsigncode("verify", "-ignore-crl", "-in", str(path))
    return "No signature found" not in said.stdout + said.stderr


def holds(path: Path, certificate: Path) -> bool:
    """Whether the signature of a file is whole and of a certificate."""
    done = _osslsigncode("verify", "-ignore-crl", "-CAfile", str(certificate), "-in", str(path))
    return done.returncode == 0 and "Signature verification: ok" in done.stdout


def _osslsigncode(*words: str) -> "subprocess.CompletedProcess[str]":
    if not shutil.which("osslsigncode"):
        raise PreparationFailedError("osslsigncode is missing. On Debian and Ubuntu: apt-get install osslsigncode.")
    command = ["osslsigncode", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60 * _MINUTES, check=False)


def _test_key(room: Path) -> tuple[Path, Path]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    private = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, TEST_NAME)])
    since = moment() - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + timedelta(days=366))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(private, hashes.SHA256())
    )
    key, certificate = room / "test-key.pem", room / "test-certificate.pem"
    pem = serialization.Encoding.PEM
    key.touch(mode=0o600)
    unlocked = serialization.NoEncryption()
    key.write_bytes(private.private_bytes(pem, serialization.PrivateFormat.PKCS8, unlocked))
    certificate.write_bytes(made.public_bytes(pem))
    return key, certificate
