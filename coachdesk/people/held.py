"""Everything that is held about one person, as a copy for whoever reviews it before it is given. Pure.

The program flags and keeps nothing out by itself but what was told in private: whether a line about somebody else, or about
health, goes out is for the person who reviews to decide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from coachdesk.i18n import N_, Language


class Flag(StrEnum):
    """Why whoever reviews has to look at a record."""

    THIRD_PARTY = "third_party"
    HEALTH = "health"
    JOINT = "joint"
    SENSITIVE = "sensitive"


FLAGS: Mapping[Flag, str] = MappingProxyType(
    {
        Flag.THIRD_PARTY: N_("May name or describe somebody else."),
        Flag.HEALTH: N_("May be about health. Could reading it seriously harm somebody?"),
        Flag.JOINT: N_("In a joint claim this may be about a partner, or be read by one."),
        Flag.SENSITIVE: N_(
            "Said to a question that is sensitive. Could reading it seriously harm somebody, or is it about somebody else?"
        ),
    }
)
"""Message ids."""

STEPS = (
    N_("This is a review copy. It is not ready to be given to anybody."),
    N_("Look at every line that is marked: take out what is about somebody else, or ask them."),
    N_("Health data: whoever is competent to say so decides whether reading it could seriously harm somebody."),
    N_("A partner may see a joint household's correspondence or account. Ask how it can be handed over safely."),
    N_("It is due within one month of the day on which they asked. It may be extended."),
)
"""Message ids of what stands on top, in order."""


@dataclass(frozen=True, slots=True)
class Held:
    """One record.

    Attributes:
        table: where it is kept.
        body: as JSON types; of what was told in private and not opened, nothing but that it is there.
        flags: why to look at it.
        kept_back: something of it is not in this copy, because it was told in private.
    """

    table: str
    body: Mapping[str, Any]
    flags: tuple[Flag, ...] = ()
    kept_back: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """One line of the record of who looked.

    Attributes:
        at: wall-clock time, ISO 8601.
        code: what was done, stable; `words` say it in the language of the copy.
        own: the coach whose vault it is did it; else another coach, before the record came here.
        via: where from in the program.
    """

    at: str
    code: str
    words: str
    own: bool
    via: str


@dataclass(frozen=True, slots=True)
class ReviewCopy:
    """Everything about one person.

    Attributes:
        language: of the person, and so of the copy to read.
        with_private: what was told in private is among it.
        records: as they are now, parents first.
        earlier: what records said before, or said before they were deleted, oldest first.
        looked: who did what and when, oldest first.
    """

    made_on: date
    person_id: str
    language: Language
    with_private: bool
    records: tuple[Held, ...]
    earlier: tuple[Held, ...]
    looked: tuple[Looked, ...]


_NAMES_OTHERS = frozenset({"owner_name", "asked_who", "explained_by", "present", "looked_by", "base", "colleague_id"})
_RELATED = re.compile(
    r"\b(partner|husband|wife|spouse|ex|mother|father|mum|dad|parents?|son|daughter|child(ren)?|brother|sister|friend|"
    r"boyfriend|girlfriend|neighbour|landlord|boss|manager|colleague|mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(partner|husband|wife|spouse|joint)\b|domestic_abuse", re.IGNORECASE)
_HEALTH = re.compile(
    r"\b(health|ill|illness|doctor|gp|hospital|depress\w*|anxi\w*|medic\w*|therap\w*|pain|pregnan\w*|disab\w*|"
    r"fit_note\w*|surgery|treatment\w*|recovery|addict\w*)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[^\W\d_][ ,;])[ ]*([^\W\d_]+)")
_SILENT = frozenset({"id", "author", "language", "zone", "sha256", "content", "created_at", "updated_at", "strokes"})


def flags_of(body: Mapping[str, Any], own: frozenset[str], *, sensitive: bool = False) -> tuple[Flag, ...]:
    """Why to look at a record: a hint, found by words, which misses some and marks some for nothing.

    Args:
        body: as JSON types.
        own: the words of the person's own names, casefolded.
        sensitive: it was said to a question that is; then it is marked whatever its words are.
    """
    texts = tuple(_texts(body))
    words = " ".join(texts)
    found = list[Flag]()
    if (
        any(body.get(name) for name in _NAMES_OTHERS)
        or _RELATED.search(words)
        or any(_names(each, own) for each in texts)
    ):
        found.append(Flag.THIRD_PARTY)
    if body.get("sensitive") or body.get("private") or _HEALTH.search(words):
        found.append(Flag.HEALTH)
    if body.get("safe_address") or _JOINT.search(words):
        found.append(Flag.JOINT)
    if sensitive:
        found.append(Flag.SENSITIVE)
    return tuple(found)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name not in _SILENT and not str(name).endswith("_id"):
                yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _names(text: str, own: frozenset[str]) -> bool:
    """Whether a word within a sentence begins with a capital letter and is none of the person's own names."""
    words = (each.group(1) for each in _CAPITAL.finditer(text))
    return any(word[0].isupper() and word != "I" and word.casefold() not in own for word in words)
