"""What makes a cell harmless to a spreadsheet, and the way back.

A spreadsheet calculates what begins like a formula, also where quotation marks stand around it (OWASP, CSV injection).
An apostrophe before it makes it text. It stands at the beginning of the cell, and also after every separator in it: a
program that takes another separator for the one of the file begins a cell there.

Both ways look at the same places in the same manner, and an apostrophe there changes nothing about whether a place is
one, so the way back gives exactly what there was.
"""

import re

FORMULA = "=+-@＝＋－＠\t\r"
"""What a formula may begin with; the wide forms are read as the narrow ones."""

_PLACE = r"(?:\A|(?<=[,;|\t\r\n]))"
_LIKE_A_FORMULA = rf"(?=[\s'\"]*[{re.escape(FORMULA)}])"
_GUARD = re.compile(_PLACE + _LIKE_A_FORMULA)
_GUARDED = re.compile(_PLACE + "'" + _LIKE_A_FORMULA)


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet calculates."""
    return _GUARD.sub("'", text)


def plain(cell: str) -> str:
    """What `guarded` was given. Other programs' cells with an apostrophe before a formula sign lose it too."""
    return _GUARDED.sub("", cell)
