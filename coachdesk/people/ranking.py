"""How well a person fits what was typed into the box, and why: pure, so that the list is the same every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from coachdesk.people.box import Box
from coachdesk.people.likeness import NOT_ALIKE, Alike, Way, beginning
from coachdesk.people.typed_dates import agreement


class Role(IntEnum):
    """What a word of a name is part of. A smaller one comes first in a list."""

    FAMILY = 0
    GIVEN = 1
    PREFERRED = 2
    PAPER = 3
    TOGETHER = 4  # several words as one: "Abdul Rahman" is "abdulrahman"


class Why(StrEnum):
    """Why a person is in the list, where the name itself does not say it."""

    BORN = "born"
    BORN_NEARLY = "born_nearly"
    PHONE = "phone"
    AGREED = "agreed"
    KNOWN_AS = "known_as"
    FORM = "form"
    SOUND = "sound"
    SPELT = "spelt"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the words of what was agreed; "" for every other."""

    why: Why
    words: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who may be meant: the words of their names with what each is part of, and what else is looked at."""

    parts: tuple[tuple[str, Role], ...]
    born: date | None = None
    phones: tuple[str, ...] = ()
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well somebody fits, more is better; and why, the most telling first."""

    score: float
    reasons: tuple[Reason, ...] = ()


NO_FIT = Fit(0.0)
LEAST = 0.45
"""Whoever fits less is not shown."""
_WAYS = {Way.KNOWN_AS: Why.KNOWN_AS, Way.FORM: Why.FORM, Way.SOUND: Why.SOUND, Way.SPELT: Why.SPELT}
_AGREED = 0.75
_WHOLE_WEIGHT = 5  # letters of a word that says as much as any other
Scores = Mapping[str, Alike]


def fit(box: Box, readings: Sequence[Sequence[tuple[str, Scores]]], somebody: Named) -> Fit:
    """How well somebody fits.

    Args:
        box: what was typed.
        readings: ways to part what was typed into words, each word with the words of names that it is like.
        somebody: who may be meant.
    """
    by_name = max((_by_name(words, somebody) for words in readings), key=_score, default=NO_FIT)
    score, reasons = by_name.score, list(by_name.reasons)
    if box.born:
        agrees = max((agreement(each, somebody.born) for each in box.born), default=0.0) if somebody.born else 0.0
        score = score + 0.4 * agrees - 0.1 if box.words else agrees
        if agrees:
            nearly = agrees < 0.8
            reasons.insert(0, Reason(Why.BORN_NEARLY if nearly else Why.BORN))
    if box.phone:
        has = any(each.startswith(box.phone) or each.endswith(box.phone) for each in somebody.phones)
        score = score + 0.4 if has and box.words else max(score, 0.95 * has)
        if has:
            reasons.insert(0, Reason(Why.PHONE))
    return Fit(score, tuple(reasons))


def _by_name(words: Sequence[tuple[str, Scores]], somebody: Named) -> Fit:
    left = list(somebody.parts)
    total = weight = 0.0
    reasons: list[Reason] = []
    for word, scores in words:
        best, part = _best(word, scores, left)
        agreed = bool(somebody.agreed) and best.score < _AGREED
        share = min(len(word), _WHOLE_WEIGHT) / _WHOLE_WEIGHT
        total, weight = total + share * (_AGREED if agreed else best.score), weight + share
        if agreed:
            reasons.append(Reason(Why.AGREED, somebody.agreed))
        elif part is not None:
            left = [each for each in left if each != part and (each[0] != part[0] or each[1] is not Role.TOGETHER)]
            if best.way is not Way.NAME:
                reasons.append(Reason(_WAYS[best.way]))
    if not weight:
        return NO_FIT
    rest = sum(role in {Role.FAMILY, Role.GIVEN} for _text, role in left)
    return Fit(total / weight - 0.01 * rest, tuple(dict.fromkeys(reasons)))


def _best(word: str, scores: Scores, parts: list[tuple[str, Role]]) -> tuple[Alike, tuple[str, Role] | None]:
    """The part that the word is likest, and how; a word of the family comes before the same of another name."""
    best, found = NOT_ALIKE, None
    for part in parts:
        text, role = part
        alike = scores.get(text)
        if alike is None:
            if not text.startswith(word):
                continue
            alike = beginning(word, text)
        score = alike.score - 0.005 * role
        if score > best.score:
            known_as = alike.way is Way.NAME and role is Role.PREFERRED
            best, found = Alike(score, Way.KNOWN_AS if known_as else alike.way), part
    return best, found


def _score(found: Fit) -> float:
    return found.score
