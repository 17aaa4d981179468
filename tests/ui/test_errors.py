import pytest

from coachdesk.errors import AppError
from ui import errors


@pytest.mark.parametrize("code", sorted(errors.KNOWN))
def test_every_sentence_can_be_said_without_any_detail(code: str) -> None:
    advice = errors.advice(AppError(code))
    assert advice.text.endswith((".", "?", "\N{EN DASH}"))
    assert "{" not in advice.text
    assert "!" not in advice.text
    assert bool(advice.action) == bool(advice.action_words)


def test_details_fill_the_sentence() -> None:
    assert errors.advice(AppError("vault.wait", seconds=30)).text.endswith("again in 30 seconds.")


def test_an_unknown_code_gets_an_honest_sentence_that_names_it() -> None:
    advice = errors.advice(AppError("moon.too-far"))
    assert "moon.too-far" in advice.text
    assert "Nothing that was saved is lost" in advice.text


def test_a_damaged_header_sounds_like_a_wrong_passphrase() -> None:
    assert errors.advice(AppError("vault.wrong-passphrase")).text == "That passphrase does not open this vault."
