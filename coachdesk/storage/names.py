"""Names as they are looked for: small letters without accents, in parts; and how alike two of them are."""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n", "ħ": "h"}
)
_APOSTROPHES = re.compile(r"['’‘`ʼ´]")
_WORDS = re.compile(r"[^\W_]+")


def fold(text: str) -> tuple[str, ...]:
    """The parts of a name: "Siân O’Brien-Łęcka" gives "sian", "obrien", "lecka"."""
    spread = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return tuple(_WORDS.findall(bare.translate(_LETTERS)))


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
