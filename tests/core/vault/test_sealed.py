"""Sealed answers: put in with the public key alone, taken out on purpose, in their own place only."""

import pytest

from coachdesk.errors import AppError
from coachdesk.vault import seal, unlock_with_recovery
from tests.core.vault.conftest import MadeVault

SAID = "Roeddwn i’n ofnus – I was afraid to go home.".encode()
HERE = {"row": "0193-answer", "question": "safety.what_was_said"}


def put_in(vault: MadeVault) -> bytes:
    return seal(vault.keys.public_key, SAID, **HERE, version=3)


def test_a_sealed_answer_opens_with_the_passphrase_and_with_the_recovery_key(vault: MadeVault) -> None:
    sealed = put_in(vault)
    for keys in (vault.unlock(), unlock_with_recovery(vault.folder, vault.recovery_key)):
        assert keys.open_sealed(sealed, **HERE, version=3) == SAID


def test_nothing_that_was_said_can_be_read_in_the_sealed_bytes(vault: MadeVault) -> None:
    sealed = put_in(vault)
    assert b"afraid" not in sealed
    assert sealed != put_in(vault)


@pytest.mark.parametrize(
    ("row", "question", "version"),
    [
        ("0194-answer", "safety.what_was_said", 3),
        ("0193-answer", "safety.who_was_told", 3),
        ("0193-answer", "safety.what_was_said", 2),
        ("0193-answersafety", ".what_was_said", 3),
    ],
)
def test_it_opens_in_its_own_row_question_and_version_only(
    vault: MadeVault, row: str, question: str, version: int
) -> None:
    with pytest.raises(AppError) as refused:
        vault.keys.open_sealed(put_in(vault), row=row, question=question, version=version)
    assert refused.value.code == "vault.sealed-unreadable"


def test_every_changed_bit_and_every_cut_is_noticed(vault: MadeVault) -> None:
    sealed = put_in(vault)
    changed = [
        sealed[:place] + bytes([sealed[place] ^ 1 << bit]) + sealed[place + 1 :]
        for place in range(len(sealed))
        for bit in (0, 3, 6)  # X25519 ignores the highest bit of a public key; the key derived from it does not
    ]
    cut = [sealed[:length] for length in range(len(sealed))]
    nothing = sealed[:1] + bytes(32) + sealed[33:]
    for each in (*changed, *cut, nothing):
        with pytest.raises(AppError) as refused:
            vault.keys.open_sealed(each, **HERE, version=3)
        assert refused.value.code == "vault.sealed-unreadable"


def test_the_data_key_alone_does_not_open_a_sealed_answer(vault: MadeVault) -> None:
    """Whoever got only SQLCipher's key, by a worker or a debugger, still has no key to the drop box."""
    assert vault.keys.data_key != vault.keys.root
    assert vault.keys.data_key not in (vault.keys.header.sealed.body, vault.keys.public_key)
