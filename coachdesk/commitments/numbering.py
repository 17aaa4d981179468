"""Numbers of commitments: the vault's short id and a counter that is never used twice; editions count below it."""

import re

_NUMBER = re.compile(r"(?P<vault>[0-9A-Z]{4})-(?P<counter>[1-9][0-9]*)")


def number_of(short_id: str, counter: int) -> str:
    """The number of the counter's commitment of a vault, such as "K7M2-14". ValueError for what cannot be one."""
    number = f"{short_id}-{counter}"
    if _NUMBER.fullmatch(number) is None:
        raise ValueError("A commitment's number is four letters or digits, a hyphen and a counter from 1.")
    return number


def next_edition(editions: tuple[int, ...]) -> int:
    """The edition that follows those already issued below one number; the first is 1."""
    return 1 + max(editions, default=0)
