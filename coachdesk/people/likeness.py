"""How alike a typed word and one word of a name are, and in what way. A keystroke asks this some fifty times."""

from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import OSA

from coachdesk.people.spelling import bare


class Way(StrEnum):
    """In what way a typed word fits; the first are the surest."""

    NAME = "name"
    KNOWN_AS = "known_as"
    FORM = "form"
    SPELT = "spelt"
    SOUND = "sound"


class Word(NamedTuple):
    """One word of a name, or one that was typed, with its folded form and the code of its sound."""

    text: str
    fold: str
    sound: str


class Alike(NamedTuple):
    """From 0 (nothing alike) to 1 (the same), and in what way."""

    score: float
    way: Way


NOT_ALIKE = Alike(0.0, Way.SPELT)
ENOUGH = 0.55
_WHOLE = Alike(1.0, Way.NAME)
_MOST = 0.93
"""A misspelling is never as good as a beginning."""
_AN_ERROR, _A_TURN = 0.85, 0.6
"""What a typing error costs of a word of one letter; two letters that have changed places are still both there."""
_HEARD_ONLY = 0.1
"""What a word loses by sound when none of its letters stands where it was typed: of two that sound alike the nearer wins."""

_distance = OSA.distance


def how_alike(typed: Word, word: Word) -> Alike:
    """The likeness of two words; NOT_ALIKE below `ENOUGH`."""
    wrote, name = typed.text, word.text
    if name.startswith(wrote):
        return _WHOLE if wrote == name else beginning(wrote, name)
    longer = max(len(wrote), len(name))
    errors = _distance(wrote, name)
    spelt, heard = _spelt(wrote, name, errors, longer), _heard(typed, word, errors / longer)
    score, way = (spelt, Way.SPELT) if spelt >= heard else (heard, Way.SOUND)
    if score < _MOST and (rest := bare(name)) and rest[0] == wrote[0]:
        behind = _behind(wrote, rest)
        score, way = (behind, Way.SPELT) if behind > score else (score, way)
    return Alike(score, way) if score >= ENOUGH else NOT_ALIKE


def beginning(typed: str, word: str) -> Alike:
    """How good a beginning of the word was typed; a lone letter is an initial."""
    if not word.startswith(typed):
        return NOT_ALIKE
    return Alike(0.9 if len(typed) == 1 else 0.94 + 0.05 * len(typed) / len(word), Way.NAME)


def _spelt(typed: str, word: str, errors: int, longer: int) -> float:
    """By typing errors: letters left out, put in, exchanged or in another order, against the length."""
    same_first = typed[0] == word[0]
    if errors > (1 if longer < 5 else 2 if longer < 9 else 3):
        return 0.82 + 0.03 * same_first if longer > 3 and sorted(typed) == sorted(word) else 0.0
    turned = errors == 1 and len(typed) == len(word) and sorted(typed) == sorted(word)
    return min(_MOST, 1.0 - errors * (_A_TURN if turned else _AN_ERROR) / longer + 0.02 * same_first)


def _behind(typed: str, rest: str) -> float:
    """A word behind the front that was left out: "donald" of "mcdonald"."""
    longer = max(len(typed), len(rest))
    return 0.93 * (0.97 if rest == typed else 0.9 * _spelt(typed, rest, _distance(typed, rest), longer))


def _heard(typed: Word, word: Word, apart: float) -> float:
    """By sound: the folded forms against each other, and the code; `apart` says how far the letters are."""
    one, other = typed.fold, word.fold
    longer = max(len(one), len(other))
    alike = 0.94 - 0.8 * _distance(one, other) / longer if longer else 0.0
    if typed.sound == word.sound and len(typed.sound) > 1:
        alike = max(alike + 0.08, 0.74 if len(typed.sound) > 2 else 0.6)
    return min(_MOST, alike) - _HEARD_ONLY * apart
