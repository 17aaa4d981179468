"""Keys and signatures: what is signed holds for that file, that name and that key, and for nothing else."""

import base64
import stat
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from coachdesk.errors import AppError
from coachdesk.signing import (
    ENDING,
    Verdict,
    fingerprint,
    judge,
    make_key,
    open_key,
    public_key_of,
    sign_file,
    signature,
)
from tests.vaults import PASSPHRASE

RULES = b'version = 2027-03-01\n[[rules]]\nid = "aet-2027"\n'


@pytest.fixture(scope="module")
def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def refused(*arguments: object, by: object) -> str:
    assert callable(by)
    with pytest.raises(AppError) as error:
        by(*arguments)
    return error.value.code


def test_a_file_holds_by_the_key_that_signed_it(key: Ed25519PrivateKey) -> None:
    text = signature("uc-gb.toml", RULES, key)
    assert judge(text, "uc-gb.toml", RULES, public_key_of(key)) is Verdict.GOOD
    assert judge(text.replace("\n", "\r\n"), "uc-gb.toml", RULES, public_key_of(key)) is Verdict.GOOD


@pytest.mark.parametrize("place", [0, 10, len(RULES) - 1])
def test_a_changed_byte_is_found(key: Ed25519PrivateKey, place: int) -> None:
    changed = bytearray(RULES)
    changed[place] ^= 1
    assert (
        judge(signature("uc-gb.toml", RULES, key), "uc-gb.toml", bytes(changed), public_key_of(key)) is Verdict.ALTERED
    )


def test_a_signature_cannot_be_moved_to_a_file_of_another_name(key: Ed25519PrivateKey) -> None:
    text = signature("uc-gb.toml", RULES, key)
    assert judge(text, "uc-ni.toml", RULES, public_key_of(key)) is Verdict.ALTERED
    assert judge(text, "uc-gb.toml.sig", RULES, public_key_of(key)) is Verdict.ALTERED


def test_another_key_is_not_ours_even_where_it_takes_our_name(key: Ed25519PrivateKey) -> None:
    other, ours = Ed25519PrivateKey.generate(), public_key_of(key)
    text = signature("uc-gb.toml", RULES, other)
    assert judge(text, "uc-gb.toml", RULES, ours) is Verdict.OTHER_KEY
    pretending = text.replace(fingerprint(public_key_of(other)), fingerprint(ours))
    assert judge(pretending, "uc-gb.toml", RULES, ours) is Verdict.ALTERED


def test_what_the_key_signed_for_another_purpose_is_no_signature_of_a_file(key: Ed25519PrivateKey) -> None:
    bare = base64.b64encode(key.sign(RULES)).decode()
    good = signature("uc-gb.toml", RULES, key)
    value = good.rstrip().rpartition(" ")[2]
    assert judge(good.replace(value, bare), "uc-gb.toml", RULES, public_key_of(key)) is Verdict.ALTERED


@pytest.mark.parametrize("text", ["", "\0", "coachdesk-signature 2\nkey: ab\nsignature: AAAA\n", "signature: AAAA"])
def test_any_other_text_is_no_signature(key: Ed25519PrivateKey, text: str) -> None:
    assert judge(text, "uc-gb.toml", RULES, public_key_of(key)) is Verdict.NO_SIGNATURE


@pytest.mark.parametrize("value", ["AAAA", "A", "=", "AAAA=AAAA"])
def test_a_value_that_is_no_signature_is_refused_kindly(key: Ed25519PrivateKey, value: str) -> None:
    good = signature("uc-gb.toml", RULES, key)
    cut = good.replace(good.rstrip().rpartition(" ")[2], value)
    assert judge(cut, "uc-gb.toml", RULES, public_key_of(key)) is Verdict.ALTERED


def test_a_made_key_opens_with_its_passphrase_and_signs(tmp_path: Path) -> None:
    public = make_key(tmp_path / "site.key", PASSPHRASE)
    key = open_key(tmp_path / "site.key", PASSPHRASE)
    assert public_key_of(key) == public
    assert refused(tmp_path / "site.key", PASSPHRASE + "x", by=open_key) == "signing.wrong-passphrase"
    Ed25519PublicKey.from_public_bytes(base64.b64decode(public))
    assert len(fingerprint(public)) == 39


def test_a_key_is_kept_encrypted_for_its_owner_and_is_never_overwritten(tmp_path: Path) -> None:
    place = tmp_path / "site.key"
    make_key(place, PASSPHRASE)
    kept = place.read_bytes()
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in kept
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert refused(place, PASSPHRASE, by=make_key) == "signing.key-exists"
    assert place.read_bytes() == kept


def test_a_short_passphrase_and_a_folder_that_is_not_there_leave_nothing_behind(tmp_path: Path) -> None:
    assert refused(tmp_path / "site.key", "short", by=make_key) == "vault.passphrase-too-short"
    assert refused(tmp_path / "none" / "site.key", PASSPHRASE, by=make_key) == "signing.cannot-write"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"coachdesk-key 1\nsalt: 00\n", b"x" * 100_000])
def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "site.key").write_bytes(content)
    assert refused(tmp_path / "site.key", PASSPHRASE, by=open_key) == "signing.no-key"
    assert refused(tmp_path / "none.key", PASSPHRASE, by=open_key) == "signing.no-key"
    assert refused(tmp_path, PASSPHRASE, by=open_key) == "signing.no-key"


def test_the_signature_lies_beside_its_file_and_is_as_readable(tmp_path: Path, key: Ed25519PrivateKey) -> None:
    place = tmp_path / "uc-gb.toml"
    place.write_bytes(RULES)
    place.chmod(0o644)
    beside = sign_file(place, RULES, key)
    assert beside == tmp_path / f"uc-gb.toml{ENDING}"
    assert judge(beside.read_text("ascii"), "uc-gb.toml", RULES, public_key_of(key)) is Verdict.GOOD
    if sys.platform != "win32":
        assert stat.S_IMODE(beside.stat().st_mode) == 0o644
    sign_file(place, RULES + b"#", key)
    assert judge(beside.read_text("ascii"), "uc-gb.toml", RULES + b"#", public_key_of(key)) is Verdict.GOOD
