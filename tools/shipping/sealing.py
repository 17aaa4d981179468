"""A signature beside the sums of a release: who has them and the certificate can tell that nobody changed any of its files.

Debian's tools do not look at signatures inside of packages, so the sums speak for the package too.
"""

from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7, pkcs12
from cryptography.x509 import Certificate, load_pem_x509_certificates

from tools.environments import PreparationFailedError
from tools.shipping.signing import PKCS12, Signer

ENDING = ".p7s"
_Key = RSAPrivateKey | EllipticCurvePrivateKey


def seal(path: Path, who: Signer) -> Path | None:
    """Sign a file beside it, as `openssl cms -verify` reads it; None where the key is on a token, which only its owner uses.

    Raises:
        PreparationFailedError: the key, its passphrase or its certificate is not what it was said to be.
    """
    if not who.files:
        return None
    try:
        key, own, others = _read(who)
    except (ValueError, TypeError) as problem:
        raise PreparationFailedError(f"{path.name} could not be signed: {problem}") from None
    builder = pkcs7.PKCS7SignatureBuilder().set_data(path.read_bytes()).add_signer(own, key, hashes.SHA256())
    for each in others:
        builder = builder.add_certificate(each)
    beside = path.with_name(path.name + ENDING)
    only = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    beside.write_bytes(builder.sign(Encoding.DER, only))
    return beside


def _read(who: Signer) -> tuple[_Key, Certificate, list[Certificate]]:
    """The key, its certificate, and those of whoever signed that one."""
    content = b"\n".join(each.read_bytes() for each in who.files)
    secret = who.passphrase.read_bytes().splitlines()[0] if who.passphrase else None
    if who.files[0].suffix in PKCS12:
        key, first, more = pkcs12.load_key_and_certificates(content, secret)
        certificates = [*([first] if first else []), *more]
    else:
        key, certificates = load_pem_private_key(content, secret), load_pem_x509_certificates(content)
    if not isinstance(key, _Key):
        raise TypeError("the key is of another kind than RSA or an elliptic curve.")
    public = key.public_key()
    own = [each for each in certificates if each.public_key() == public]
    if not own:
        raise ValueError("the certificate of the key is not with it.")
    return key, own[0], [each for each in certificates if each != own[0]]
