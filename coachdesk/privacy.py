"""Two kinds of value that keep what was said from leaking: `Printable` and `Sealed`.

Documents and search accept `Printable` only, and only the functions here make one, so that a value that may not be
printed cannot reach paper by oversight: the type checker says so before any test does.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Privacy(StrEnum):
    """Where a goal, an action or an if-then plan may appear."""

    PAPER = "paper"
    ACCOUNT = "account"
    BETWEEN_US = "between_us"


@dataclass(frozen=True, slots=True)
class Printable(Generic[T]):
    """A value that may stand on paper. Made by `ours`, `on_paper` and `as_issued` only (a house rule checks it)."""

    value: T


@dataclass(frozen=True, slots=True, repr=False)
class Sealed(Generic[T]):
    """A value that was opened on purpose and may be shown to the coach, and nowhere else."""

    value: T

    def __repr__(self) -> str:
        return "Sealed(...)"

    __str__ = __repr__


def ours(text: str) -> Printable[str]:
    """Our own words: a heading, a sentence from the catalogue, a date."""
    return Printable(text)


def on_paper(text: str, privacy: Privacy) -> Printable[str] | None:
    """The person's words as they may be printed, or None where they did not choose paper."""
    return Printable(text) if privacy is Privacy.PAPER and text.strip() else None


def as_issued(text: str) -> Printable[str]:
    """Words of a document that was issued: they were printable then, and stand on paper already."""
    return Printable(text)
