"""The recovery key in a person's hands: shown once, copied by hand, typed back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.vault import recovery, unlock_with_recovery
from tests.core.vault.conftest import MadeVault

SECRETS = st.binary(min_size=16, max_size=16)


def test_it_is_seven_groups_of_four_unmistakable_letters(vault: MadeVault) -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", vault.recovery_key)
    assert "-".join(recovery.groups(vault.recovery_key)) == vault.recovery_key


@given(SECRETS)
def test_what_is_spelt_is_read_back(secret: bytes) -> None:
    assert recovery.read(recovery.spell(secret)) == secret


def test_small_letters_spaces_and_missing_dashes_do_not_matter(vault: MadeVault) -> None:
    key = vault.recovery_key
    for typed in (key.lower(), key.replace("-", ""), key.replace("-", " – "), f"\n {key.replace('-', '  ')}\t"):
        assert unlock_with_recovery(vault.folder, typed).data_key == vault.keys.data_key


def test_o_is_read_as_nought_and_l_and_i_as_one() -> None:
    key = recovery.spell(bytes(16))
    assert "0" in key
    assert recovery.read(key.replace("0", "o")) == bytes(16)
    assert recovery.groups("oil1")[0] == "0111"


@given(SECRETS, st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_wrong_letter_almost_never_passes_and_never_as_the_same_key(secret: bytes, place: int, letter: str) -> None:
    letters = recovery.spell(secret).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    assert (_read(typed) == secret) == (typed == letters)


@pytest.mark.parametrize("typed", ["", "K7M2", "U" * 28, "é" * 28, "0" * 28, "0" * 29, "\ud83c" * 28])
def test_what_cannot_be_a_key_is_said_to_be_mistyped(vault: MadeVault, typed: str) -> None:
    with pytest.raises(AppError) as refused:
        unlock_with_recovery(vault.folder, typed)
    assert refused.value.code == "vault.recovery-key-mistyped"
    assert refused.value.details == {}


def _read(typed: str) -> bytes | None:
    try:
        return recovery.read(typed)
    except AppError:
        return None
