"""One word of a name as it may be heard and mistyped: the keys under which likely spellings of it meet.

Two spellings that are at most two typing errors apart share a key, wherever the errors are, also in the first letter:
letters left out of both come to the same (the symmetric deletes of SymSpell). Spellings that sound alike share the
Metaphone code of their folded form: our rules fold what Welsh, Irish, Polish, Arabic and South Asian names do to letters
that English says alike, and Metaphone knows the rest.
"""

import re
from itertools import combinations

from jellyfish import metaphone

LONGEST = 8
"""So many first letters take part in the keys of typing errors: what is wrong after them is seen when words are compared."""
_TWO_ERRORS = 5  # letters that a word needs before two of them may be wrong
_SHORTEST_KEY = 2
_FRONTS = ("mac", "mc", "fitz", "o", "al", "el", "abdul", "ap", "st")
_BACK = 4  # letters that must remain behind a front: nobody looks for Mace under "e"

_FOLDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^(?:mac|mc|mck|mack)(?=[^aeiouy]|[aeiou].{3})", "mk"),
        (r"^[kgp]n", "n"),
        (r"^wr|^rh", "r"),
        (r"^ps", "s"),
        (r"^chr", "kr"),
        (r"^wh", "w"),
        (r"ph", "f"),
        (r"ght", "t"),
        (r"igh(?=$|[^aeiou])", "i"),
        (r"szcz", "sh"),
        (r"sz(?=t)", "s"),
        (r"(?<=[bdgkpt])rz", "r"),
        (r"tsch|tch|cz|tsh", "ch"),
        (r"sch|sz|shc", "sh"),
        (r"rz|dzh|dg|zh|dj", "j"),
        (r"th|dd(?=$|[aeiouy])", "t"),
        (r"([bdgjk])h", r"\1"),
        (r"ck|kk|cq|q", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])|z", "s"),
        (r"c(?!h)", "k"),
        (r"(?:^|(?<=[aeiouy]))w(?=[aeiouy])|(?<=[aeiouy])w(?=sk)|w$", "v"),
        (r"(?<=.)(?:ei|ey|ie|ee|ea|y|j(?=[^aeiou]))", "i"),
        (r"(?<=.)(?:oo|ou|u|w)", "o"),
        (r"(.)\1+", r"\1"),
        (r"^[aeiou]+|^y(?=[^aeiou])", "a"),
    )
)


def folded(word: str) -> str:
    """The word in a spelling that many of its spellings share: "wójcik" and "voychik" come close, "phillip" is "filip"."""
    for pattern, put in _FOLDS:
        word = pattern.sub(put, word)
    return word


def sound(fold: str) -> str:
    """The code of a folded word: consonants only, those that sound alike the same; "" where there is nothing to say."""
    return metaphone(fold).replace(" ", "")


def bare(word: str) -> str:
    """The word without a front that is often left out or written apart: "mcdonald" is "donald"; "" where it has none."""
    for front in _FRONTS if word.startswith(_FRONTS) else ():
        if word.startswith(front) and len(word) - len(front) >= _BACK:
            return word.removeprefix(front)
    return ""


def mistyped(word: str, most: int = 2) -> set[str]:
    """The word and what remains of it when letters are left out: one, and two of longer words, or `most`."""
    start = word[:LONGEST]
    left = {start}
    for count in range(1, (most if len(start) >= _TWO_ERRORS else 1) + 1):
        if len(start) - count >= _SHORTEST_KEY:
            left.update(map("".join, combinations(start, len(start) - count)))
    return left


def one_left_out(word: str) -> frozenset[str]:
    """The word and what remains of it when one letter is left out."""
    return frozenset((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))


def keys_of(word: str, fold: str, code: str) -> set[str]:
    """Every key of a word: of typing errors, also of its folded form and behind a front, and the code of its sound."""
    keys = mistyped(word)
    keys.update(["~" + each for each in mistyped(fold, 1)])
    if rest := bare(word):
        keys |= mistyped(rest, 1)
    if code:
        keys.add("=" + code)
    return keys
