"""What stretching a passphrase should cost on this computer: noticed by whoever guesses, and hardly by whoever types."""

import math
import time
from collections.abc import Callable
from dataclasses import replace

from coachdesk.vault.wrapping import CEILING, SALT_BYTES, STANDARD, Kdf, stretch

LEAST, WANTED = 0.3, 0.5
"""Seconds: below the first the cost is raised to the second."""


def measured(floor: Kdf = STANDARD, *, clock: Callable[[], float] = time.perf_counter) -> Kdf:
    """A cost that takes about half a second here; never less than the floor, however slow the computer is."""
    started = clock()
    stretch("a passphrase of usual length", bytes(SALT_BYTES), floor)
    seconds = max(clock() - started, 0.001)
    if seconds >= LEAST:
        return floor
    return replace(floor, iterations=min(math.ceil(floor.iterations * WANTED / seconds), CEILING.iterations))
