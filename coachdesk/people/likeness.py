"""How alike a typed word and one word of a name are, and in what way."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from coachdesk.people.spelling import bare


class Way(StrEnum):
    """In what way a typed word fits; the first are the surest."""

    NAME = "name"
    KNOWN_AS = "known_as"
    FORM = "form"
    SPELT = "spelt"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, or one that was typed, with its folded form and the code of its sound."""

    text: str
    fold: str
    sound: str


@dataclass(frozen=True, slots=True)
class Alike:
    """From 0 (nothing alike) to 1 (the same), and in what way."""

    score: float
    way: Way


NOT_ALIKE = Alike(0.0, Way.SPELT)
ENOUGH = 0.55
_WHOLE = Alike(1.0, Way.NAME)
_MOST = 0.93
"""A misspelling is never as good as a beginning."""


def how_alike(typed: Word, word: Word) -> Alike:
    """The likeness of two words; NOT_ALIKE below `ENOUGH`."""
    if typed.text == word.text:
        return _WHOLE
    begun = beginning(typed.text, word.text)
    if begun.score:
        return begun
    spelt, heard = _spelt(typed.text, word.text), _heard(typed, word)
    best = Alike(min(_MOST, spelt), Way.SPELT) if spelt >= heard else Alike(min(_MOST, heard), Way.SOUND)
    if best.score < _MOST and (rest := bare(word.text)) and rest[:1] == typed.text[:1]:
        behind = 0.97 if rest == typed.text else 0.9 * _spelt(typed.text, rest)
        best = max(best, Alike(behind * 0.93, Way.SPELT), key=_score)
    return best if best.score >= ENOUGH else NOT_ALIKE


def beginning(typed: str, word: str) -> Alike:
    """How good a beginning of the word was typed; a lone letter is an initial."""
    if not word.startswith(typed):
        return NOT_ALIKE
    return Alike(0.9 if len(typed) == 1 else 0.94 + 0.05 * len(typed) / len(word), Way.NAME)


def _score(alike: Alike) -> float:
    return alike.score


def _spelt(typed: str, word: str) -> float:
    """By typing errors: letters left out, put in, exchanged or in another order, against the length."""
    longer = max(len(typed), len(word))
    most = 1 if longer < 5 else 2 if longer < 9 else 3
    errors = OSA.distance(typed, word, score_cutoff=most)
    if errors > most:
        return 0.85 - 0.03 * (typed[0] != word[0]) if sorted(typed) == sorted(word) and longer > 3 else 0.0
    first = 0.02 if typed[0] == word[0] else 0.0
    return 1.0 - errors * 0.85 / longer + first


def _heard(typed: Word, word: Word) -> float:
    """By sound: the folded forms against each other, and the code."""
    longer = max(len(typed.fold), len(word.fold))
    folds = 0.94 - 0.8 * OSA.distance(typed.fold, word.fold) / longer if longer else 0.0
    if typed.sound == word.sound and len(typed.sound) > 1:
        return max(folds + 0.08, 0.74 if len(typed.sound) > 2 else 0.6)
    return folds
