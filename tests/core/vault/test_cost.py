"""What stretching a passphrase costs: measured on the computer, and never lowered."""

from collections.abc import Callable, Iterator

import pytest

from coachdesk.vault import set_passphrase
from coachdesk.vault.cost import measured
from coachdesk.vault.header_file import read_header
from coachdesk.vault.wrapping import CEILING, STANDARD, Kdf
from tests.core.vault.conftest import CHEAP, MadeVault


def taking(seconds: float) -> Callable[[], float]:
    """A clock on which stretching takes so long."""
    moments: Iterator[float] = iter((10.0, 10.0 + seconds))
    return lambda: next(moments)


@pytest.mark.parametrize(("seconds", "iterations"), [(0.05, 10), (0.11, 5), (0.29, 2), (0.3, 1), (0.8, 1), (5.0, 1)])
def test_a_fast_computer_stretches_for_about_half_a_second_and_a_slow_one_no_less_than_the_least(
    seconds: float, iterations: int
) -> None:
    assert measured(CHEAP, clock=taking(seconds)) == Kdf(iterations, CHEAP.memory_kib, CHEAP.lanes)


def test_the_cost_never_goes_beyond_what_opening_accepts() -> None:
    assert measured(CHEAP, clock=taking(0.0)).between(CHEAP, CEILING)


def test_a_new_passphrase_keeps_a_cost_that_was_raised(vault: MadeVault) -> None:
    raised = Kdf(CHEAP.iterations + 4, CHEAP.memory_kib, CHEAP.lanes)
    keys = set_passphrase(vault.folder, vault.keys, "five loud words were here", vault.keychain, kdf=raised)
    set_passphrase(vault.folder, keys, "six loud words were here now", vault.keychain, kdf=CHEAP)
    assert read_header(vault.files.header).kdf == raised


def test_here_a_passphrase_takes_no_less_than_the_least_that_is_accepted() -> None:
    assert measured().between(STANDARD, CEILING)
