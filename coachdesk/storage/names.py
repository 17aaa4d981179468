"""How alike two names are, and how they lie in the index."""

from coachdesk.people.names import search_key


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a name as they are looked for: "Siân O’Brien-Łęcka" gives "sian", "obrien", "lecka"."""
    return tuple(search_key(text).split())


def padded(parts: tuple[str, ...]) -> str:
    """The parts with a space around each, so that the first letter makes a trigram of its own."""
    return f" {' '.join(parts)} "


def trigrams(part: str) -> tuple[str, ...]:
    """The trigrams of one padded part."""
    text = f" {part} "
    return tuple(text[start : start + 3] for start in range(len(text) - 2))


def _pairs(part: str) -> set[str]:
    text = f" {part} "
    return {text[start : start + 2] for start in range(len(text) - 1)}


def likeness(typed: tuple[str, ...], name: tuple[str, ...]) -> float:
    """From 0 (nothing alike) to 1: how well the worst of the typed parts is found in the name (Dice over pairs)."""
    if not typed or not name:
        return 0.0
    theirs = [_pairs(part) for part in name]
    return min(max(2 * len(ours & each) / (len(ours) + len(each)) for each in theirs) for ours in map(_pairs, typed))
