"""From what was typed to the words of names that may be meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from sqlalchemy import Connection

from coachdesk.people.forms import Forms
from coachdesk.people.likeness import Alike, Way, Word, how_alike
from coachdesk.people.spelling import folded, keys_of, sound
from coachdesk.storage.search_sql import AFTER_EVERY_LETTER, WORDS, WORDS_BEGINNING, WORDS_BY_KEY, json_of, rows

_BEGINNINGS = 80
_SURE = 0.85
_SHORTEST_HALF = 2
_FRONT = 3  # letters of what is often written as one with what follows it: "Mc Donald", "El Badawi"


@dataclass(frozen=True, slots=True)
class Sought:
    """A typed word, the words of names that it is like, best first, and how many people bear each of them."""

    typed: str
    scores: dict[str, Alike]
    holders: dict[str, int]

    @property
    def best(self) -> float:
        """The likeness of the likest; 0 where there is none."""
        return next((alike.score for alike in self.scores.values()), 0.0)

    @property
    def bearers(self) -> int:
        """How many people bear any of the words; whoever bears two counts twice."""
        return sum(self.holders.values())

    def few(self, most: int, bearers: int = 0) -> list[str]:
        """The likest words, at most so many, and where it is said no more than so many people bear; the first always."""
        words = list(self.scores)[:most]
        borne = accumulate(self.holders[word] for word in words)
        return [word for word, so_far in zip(words, borne, strict=True) if not bearers or so_far <= bearers] or words[
            :1
        ]


Reading = tuple[Sought, ...]


def readings_of(connection: Connection, words: Sequence[str], forms: Forms) -> list[Reading]:
    """The ways to read what was typed: as it stands, and where that is somebody's name with words put together or apart."""
    if not words:
        return []
    plain = tuple(_sought(connection, word, forms) for word in words)
    readings = [plain]
    pairs = [first + second for first, second in pairwise(words)]
    names = {part for part, *_rest in rows(connection, WORDS, json_of(pairs))} if pairs else set()
    for at, pair in enumerate(pairs):
        if pair in names or min(map(len, words[at : at + 2])) <= _FRONT:
            together = _sought(connection, pair, forms)
            if together.best >= _SURE:
                sure = {part: alike for part, alike in together.scores.items() if alike.score >= _SURE}
                readings.append((*plain[:at], replace(together, scores=sure), *plain[at + 2 :]))
    for at, word in enumerate(plain):
        if word.best < _SURE:
            readings += [(*plain[:at], *halves, *plain[at + 1 :]) for halves in _apart(connection, word.typed)]
    return readings


def _sought(connection: Connection, typed: str, forms: Forms) -> Sought:
    fold = folded(typed)
    word = Word(typed, fold, sound(fold))
    scores: dict[str, Alike] = {}
    holders: dict[str, int] = {}
    found = rows(connection, WORDS_BEGINNING, typed, typed + AFTER_EVERY_LETTER, _BEGINNINGS)
    if len(typed) > 1:
        found += rows(connection, WORDS_BY_KEY, json_of(keys_of(*word)))
    for part, its_fold, its_sound, its_holders in found:
        if part not in scores and (alike := how_alike(word, Word(part, its_fold, its_sound))).score:
            scores[part], holders[part] = alike, its_holders
    others = forms.of(typed)
    for part, _fold, _sound, its_holders in rows(connection, WORDS, json_of(others)) if others else ():
        if part not in scores or scores[part].score < others[part]:
            scores[part], holders[part] = Alike(others[part], Way.FORM), its_holders
    return Sought(typed, dict(sorted(scores.items(), key=_best_first)), holders)


def _best_first(found: tuple[str, Alike]) -> tuple[float, str]:
    return -found[1].score, found[0]


def _apart(connection: Connection, typed: str) -> Iterable[Reading]:
    """Two names typed without a space between them, where both are names of somebody."""
    cuts = range(_SHORTEST_HALF, len(typed) - _SHORTEST_HALF + 1)
    halves = {half for cut in cuts for half in (typed[:cut], typed[cut:])}
    known = {part: holders for part, _fold, _sound, holders in rows(connection, WORDS, json_of(sorted(halves)))}
    for cut in cuts:
        pair = (typed[:cut], typed[cut:])
        if all(half in known for half in pair):
            yield tuple(Sought(half, {half: Alike(1.0, Way.NAME)}, {half: known[half]}) for half in pair)
