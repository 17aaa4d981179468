"""What was typed into the one box: words, a date of birth, digits of a phone, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from coachdesk.people.names import search_key
from coachdesk.people.phones import national
from coachdesk.people.typed_dates import TypedDate, read_date

_DIGITS = re.compile(r"(?<![^\W\d])\(?\+?\d[\d\s().+-]*(?![^\W\d])")
MOST_WORDS = 6
"""More do not make a person clearer."""
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Box:
    """What was typed, taken apart.

    Attributes:
        words: in their search key, in order.
        born: what dates of birth were meant, the likeliest first.
        phone: digits of a phone number as it is dialled within the country; "" where there are fewer than four.
    """

    words: tuple[str, ...] = ()
    born: tuple[TypedDate, ...] = ()
    phone: str = ""


def read_box(text: str, today: date) -> Box:
    """Take apart what was typed. What is nothing of the three is passed over."""
    born, rest, digits_too = read_date(text, today)
    numbers = national(text if digits_too else rest)
    words = search_key(_DIGITS.sub(" ", rest)).split()
    return Box(tuple(word[:_LONGEST_WORD] for word in words[:MOST_WORDS]), born, max(numbers, key=len, default=""))
