"""How well a person fits what was typed into the box, and why: pure, so that the list is the same every time."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from coachdesk.people.box import Box
from coachdesk.people.likeness import Alike, Way, beginning
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


class Reason(NamedTuple):
    """One reason, with the words of what was agreed; "" for every other."""

    why: Why
    words: str = ""


class Fit(NamedTuple):
    """How well somebody fits, more is better; and why, the most telling first."""

    score: float
    reasons: tuple[Reason, ...] = ()


NO_FIT = Fit(0.0)
LEAST = 0.42
"""Whoever fits less is not shown."""
_WAYS = {Way.KNOWN_AS: Why.KNOWN_AS, Way.FORM: Why.FORM, Way.SOUND: Why.SOUND, Way.SPELT: Why.SPELT}
_AGREED = 0.75
_WHOLE_WEIGHT = 5  # letters of a word that says as much as any other
_A_ROLE, _A_WORD_MORE = 0.005, 0.01  # what it costs to be found by a lesser name, and by each word that was not typed
Part = tuple[str, Role]
"""One word of somebody's names, with what it is part of."""


class Typed(NamedTuple):
    """A typed word, the words of names that it is like, and how much it says: 1 for five letters and more."""

    word: str
    scores: Mapping[str, Alike]
    weight: float


def typed_word(word: str, scores: Mapping[str, Alike]) -> Typed:
    """A typed word with its weight."""
    return Typed(word, scores, min(len(word), _WHOLE_WEIGHT) / _WHOLE_WEIGHT)


def fit(box: Box, by_name: Fit, born: date | None, phones: Sequence[str]) -> Fit:
    """How well somebody fits all that was typed, from how well their names do, their date of birth and their phones."""
    score, reasons = by_name
    if box.born:
        agrees = max(agreement(each, born) for each in box.born) if born else 0.0
        score = score + 0.4 * agrees - 0.1 if box.words else agrees
        if agrees:
            reasons = (Reason(Why.BORN_NEARLY if agrees < 0.8 else Why.BORN), *reasons)
    if box.phone:
        has = any(each.startswith(box.phone) or each.endswith(box.phone) for each in phones)
        score = score + 0.4 if has and box.words else max(score, 0.95 * has)
        if has:
            reasons = (Reason(Why.PHONE), *reasons)
    return Fit(score, reasons)


def best_by_name(readings: Sequence[Sequence[Typed]], parts: Sequence[Part], agreed: str = "") -> Fit:
    """How well somebody's names fit the typed words.

    Args:
        readings: ways to part what was typed into words.
        parts: the words of their names.
        agreed: what was agreed with them in words that are nobody's name; a typed word may be one of these.
    """
    if len(readings) == 1:
        return _by_name(readings[0], parts, agreed)
    return max((_by_name(words, parts, agreed) for words in readings), key=_score, default=NO_FIT)


def _by_name(words: Sequence[Typed], parts: Sequence[Part], agreed: str) -> Fit:
    left, total, weight = parts, 0.0, 0.0
    reasons: tuple[Reason, ...] = ()
    for typed in words:
        score, way, part = _best(typed, left)
        weight += typed.weight
        if agreed and score < _AGREED:
            total += typed.weight * _AGREED
            reasons += (Reason(Why.AGREED, agreed),)
            continue
        total += typed.weight * score
        if part is not None:
            left = [each for each in left if each is not part and (each[0] != part[0] or each[1] is not Role.TOGETHER)]
            if way is not Way.NAME:
                reasons += (Reason(_WAYS[way]),)
    if not weight:
        return NO_FIT
    rest = sum([role <= Role.GIVEN for _text, role in left])
    return Fit(total / weight - _A_WORD_MORE * rest, reasons if len(reasons) < 2 else tuple(dict.fromkeys(reasons)))


def _best(typed: Typed, parts: Sequence[Part]) -> tuple[float, Way, Part | None]:
    """The part that the word is likest, and how; a word of the family comes before the same of another name."""
    word, scores, _weight = typed
    best, way, found = 0.0, Way.SPELT, None
    for part in parts:
        text, role = part
        alike = scores.get(text)
        if alike is None:
            if not text.startswith(word):
                continue
            alike = beginning(word, text)
        score = alike.score - _A_ROLE * role
        if score > best:
            known_as = alike.way is Way.NAME and role is Role.PREFERRED
            best, way, found = score, Way.KNOWN_AS if known_as else alike.way, part
    return best, way, found


def _score(found: Fit) -> float:
    return found.score
