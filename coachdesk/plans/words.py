"""Words of a text, for the small guesses that only choose an order or a question, never a judgement."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order."""
    return tuple(match.group().casefold() for match in _WORD.finditer(text))


def says_any(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text as whole words."""
    spaced = f" {' '.join(words(text))} "
    return any(f" {phrase} " in spaced for phrase in phrases)
