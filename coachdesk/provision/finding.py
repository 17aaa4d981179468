"""Finding a row by what a coach types: its names however they are spelt, other words of it by how they begin."""

from functools import lru_cache

from coachdesk.people.likeness import Word, how_alike
from coachdesk.people.names import search_key
from coachdesk.people.spelling import folded, sound
from coachdesk.provision.provision import Provision

_MOST_WORDS = 6
_SHORTEST = 3  # letters of a beginning that says something
_IN_THE_TEXT = 0.6
"""What a word says about a row that is only described with it."""
_LIKE = 0.7
"""How alike a name has to be to what was typed; less is another word."""
_SURE = 0.8
"""How well its name has to fit what was typed before it is surely meant."""


def by_name(row: Provision, typed: str) -> float:
    """How well the names of a row fit what was typed, from 0 to 1; 0 below what the find box of the window shows."""
    words = _typed(typed)
    if not words or len(max(words, key=len)) < _SHORTEST:
        return 0.0
    names = _names(row)
    least = min(_likest(each, names) for each in words)
    return least if least >= _SURE else 0.0


def is_called(row: Provision, typed: str) -> bool:
    """Whether all of what was typed is all of one of the names of a row, however it is spelt."""
    words = _typed(typed)
    same = (each for each in _each_name(row) if len(each) == len(words))
    return any(min(_likest(word, name) for word in words) >= _SURE for name in same)


def fits(row: Provision, typed: str) -> float:
    """How well a row fits all that was typed, from 0 (one of the words is nowhere in it) to 1."""
    words, names, text = _typed(typed), _names(row), _text(row)
    scores = [max(_likest(each, names), _begins(each, text)) for each in words]
    return sum(scores) / len(scores) if scores and min(scores) > 0 else 0.0


def _typed(text: str) -> list[str]:
    return search_key(text).split()[:_MOST_WORDS]


def _likest(typed: str, names: tuple[str, ...]) -> float:
    word = _word(typed)
    best = max((how_alike(word, _word(each)).score for each in names), default=0.0)
    return best if best >= _LIKE else 0.0


def _begins(typed: str, text: tuple[str, ...]) -> float:
    return _IN_THE_TEXT * (len(typed) >= _SHORTEST and any(each.startswith(typed) for each in text))


@lru_cache(maxsize=4096)
def _word(text: str) -> Word:
    fold = folded(text)
    return Word(text, fold, sound(fold))


@lru_cache(maxsize=512)
def _names(row: Provision) -> tuple[str, ...]:
    return tuple(word for name in _each_name(row) for word in name)


def _each_name(row: Provision) -> tuple[tuple[str, ...], ...]:
    """The words of its names, of each by itself."""
    names = (tuple(search_key(each).split()) for each in (row.name, *row.also))
    return tuple(each for each in names if each)


@lru_cache(maxsize=512)
def _text(row: Provision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(search_key(f"{row.does} {row.who} {row.area} {row.instead}").split()))
