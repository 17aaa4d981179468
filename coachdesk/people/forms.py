"""Names that are one name: short forms, known spellings, family names that are said otherwise than they are written."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from coachdesk.people.names import search_key
from coachdesk.people.spelling import one_left_out

_SPELLING, _SHORT, _SHORTS = 0.95, 0.93, 0.88
_MISTYPED = 0.88
_LETTERS_OF_A_SLIP = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """For each name in its search key the others that it may be, each with how surely: from 0 to 1.

    Attributes:
        others: the names that a name may be.
        by_slip: the names by what remains of them when one letter is left out.
    """

    others: Mapping[str, Mapping[str, float]]
    by_slip: Mapping[str, tuple[str, ...]]

    def of(self, word: str) -> dict[str, float]:
        """What a typed word may stand for beside itself; also where the word is a form with one typing error."""
        found = dict(self.others.get(word, {}))
        if found or len(word) < _LETTERS_OF_A_SLIP:
            return found
        near = {name for key in one_left_out(word) for name in self.by_slip.get(key, ())}
        for name in near:
            if OSA.distance(word, name, score_cutoff=1) == 1:
                for other, how in self.others[name].items():
                    found[other] = max(found.get(other, 0.0), how * _MISTYPED)
        return found


NO_FORMS = Forms(MappingProxyType({}), MappingProxyType({}))


def read_forms(texts: Sequence[str]) -> Forms:
    """The forms in the texts of files that `form_problems` finds nothing wrong with; later ones add to earlier ones."""
    others: dict[str, dict[str, float]] = {}
    for text in texts:
        for group in tomllib.loads(text)["name"]:
            spellings, shorts = ([search_key(each) for each in group.get(key, ())] for key in ("of", "short"))
            for one, other, how in _pairs(spellings, shorts):
                known = others.setdefault(one, {})
                known[other] = max(known.get(other, 0.0), how)
    by_slip: dict[str, tuple[str, ...]] = {}
    for name in others:
        for key in one_left_out(name):
            by_slip[key] = (*by_slip.get(key, ()), name)
    return Forms(MappingProxyType(others), MappingProxyType(by_slip))


def _pairs(spellings: list[str], shorts: list[str]) -> Iterator[tuple[str, str, float]]:
    everything = [*((each, True) for each in spellings), *((each, False) for each in shorts)]
    for one, whole in everything:
        for other, also_whole in everything:
            if one != other:
                yield one, other, _SPELLING if whole and also_whole else _SHORT if whole or also_whole else _SHORTS


def form_problems(text: str) -> tuple[str, ...]:
    """What is wrong with a file of forms, in sentences for its author; empty where nothing is."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (f"This is not TOML: {error}.",)
    problems = [f"There is no {key}." for key in ("version", "source") if not isinstance(table.get(key), str)]
    problems += [f"{key} means nothing here." for key in table if key not in {"version", "source", "name"}]
    groups = table.get("name")
    if not isinstance(groups, list) or not groups:
        return (*problems, "There is no [[name]].")
    return (*problems, *(problem for number, group in enumerate(groups, 1) for problem in _wrong(number, group)))


def _wrong(number: int, group: Mapping[str, object]) -> Iterator[str]:
    for key, names in group.items():
        if key not in {"of", "short"}:
            yield f"Name {number}: {key} means nothing here."
        elif not isinstance(names, list) or not all(isinstance(each, str) and _one_word(each) for each in names):
            yield f"Name {number}: {key} is a list of names of one word."
    together = [each for names in group.values() if isinstance(names, list) for each in names]
    if "of" not in group or len(together) < 2:
        yield f"Name {number}: it has fewer than two forms, or no of."
    if len({search_key(str(each)) for each in together}) < len(together):
        yield f"Name {number}: one form stands there twice."


def _one_word(name: str) -> bool:
    return len(search_key(name).split()) == 1
