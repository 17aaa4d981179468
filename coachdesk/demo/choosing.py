"""Choices that look like chance and are the same each time, on every version of Python."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def number(*about: object, below: int) -> int:
    """A number from 0, always the same for the same subject."""
    return int.from_bytes(sha256(" ".join(map(str, about)).encode()).digest()[:6], "big") % below


def pick(choices: Sequence[T], *about: object) -> T:
    """One of the choices, always the same for the same subject."""
    return choices[number(*about, below=len(choices))]


def once_in(many: int, *about: object) -> bool:
    """True for about one subject in so many."""
    return number(*about, below=many) == 0
