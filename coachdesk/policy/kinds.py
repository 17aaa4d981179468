"""The kinds of settings: how a group declares one, and what there is to know of it beside its name and default."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

ABOUT: Final = "about"
"""The key of the metadata of a field that holds its `About`."""


@dataclass(frozen=True, slots=True)
class About:
    """What there is to know of a setting.

    Attributes:
        doc: what it means and does, in sentences for an administrator.
        own: the coach may set it in the window where the organisation does not, so an organisation may give it a default.
        least, most: the range of a number.
        words: the words that may be chosen from; empty where any text is one.
        key_bytes: the length of a public key in base64; 0 for anything else.
        reader: raises ValueError for a text that cannot be read; None where any text can.
    """

    doc: str
    own: bool = False
    least: int = 0
    most: int = 0
    words: tuple[str, ...] = ()
    key_bytes: int = 0
    reader: Callable[[str], object] | None = None


def text(doc: str, *, own: bool = False) -> str:
    """Any text; empty where nobody set it."""
    value: str = field(default="", metadata={ABOUT: About(doc, own)})
    return value


def readable(doc: str, default: str, reader: Callable[[str], object], *, own: bool = False) -> str:
    """A text that has to be readable by `reader`, which raises ValueError where it is not."""
    value: str = field(default=default, metadata={ABOUT: About(doc, own, reader=reader)})
    return value


def switch(doc: str, *, default: bool, own: bool = False) -> bool:
    """True or false."""
    value: bool = field(default=default, metadata={ABOUT: About(doc, own)})
    return value


def number(doc: str, default: int, least: int, most: int, *, own: bool = False) -> int:
    """A whole number from `least` to `most`."""
    value: int = field(default=default, metadata={ABOUT: About(doc, own, least, most)})
    return value


def one_of(doc: str, words: type[StrEnum], *, own: bool = False) -> Mapping[str, About]:
    """The metadata of a field that is one of the words of an enumeration."""
    return {ABOUT: About(doc, own, words=tuple(str(each) for each in words))}


def some_of(doc: str, words: Iterable[str]) -> tuple[str, ...]:
    """One or several of some words; all of them by default."""
    all_of_them = tuple(words)
    value: tuple[str, ...] = field(default=all_of_them, metadata={ABOUT: About(doc, words=all_of_them)})
    return value


def key(doc: str) -> str:
    """An Ed25519 or X25519 public key in base64; empty where there is none."""
    value: str = field(default="", metadata={ABOUT: About(doc, key_bytes=32)})
    return value
