"""How a name lies in the index, and how alike two names are."""

from coachdesk.people.names import search_key


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a name as they are looked for: "Siân O’Brien-Łęcka" gives "sian", "obrien", "lecka"."""
    return tuple(search_key(text).split())


def padded(parts: tuple[str, ...]) -> str:
    """The parts with a space around each, so that the first letter makes a trigram of its own."""
    return f" {' '.join(parts)} "


def trigrams(part: str) -> tuple[str, ...]:
    """The trigrams of one padded part."""
    return _runs(part, 3)


def likeness(typed: tuple[str, ...], name: tuple[str, ...]) -> float:
    """From 0 (nothing alike) to 1: how well the worst of the typed parts is found in the name."""
    return min((max((_alike(ours, theirs) for theirs in name), default=0.0) for ours in typed), default=0.0)


def _alike(typed: str, part: str) -> float:
    """1 for a beginning, nearly that for letters in another order, otherwise the share of common pairs (Dice)."""
    if part.startswith(typed):
        return 1.0
    if sorted(typed) == sorted(part):
        return 0.9 if typed[0] == part[0] else 0.8
    ours, theirs = set(_runs(typed, 2)), set(_runs(part, 2))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _runs(part: str, length: int) -> tuple[str, ...]:
    text = f" {part} "
    return tuple(text[start : start + length] for start in range(len(text) - length + 1))
