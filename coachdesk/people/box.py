"""What was typed into the one box: words, a date of birth, digits of a phone, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from coachdesk.people.names import search_key
from coachdesk.people.phones import national
from coachdesk.people.typed_dates import TypedDate, read_date

_DIGITS = re.compile(r"(?<![^\W\d])\(?\+?\d[\d\s().+-]*(?![^\W\d])")
INSURANCE_NUMBER = re.compile(r"\b[a-z]{2}[\s-]*(?:\d{2}[\s-]*){3}[a-d]\b", re.IGNORECASE)
"""A National Insurance number is not kept, so it is passed over: its digits are no date and no phone."""
_BESIDE_A_NAME = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "nee", "dob", "born", "tel", "phone"})
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
    text = INSURANCE_NUMBER.sub(" ", text)
    born, rest, digits_too = read_date(text, today)
    numbers = national(text if digits_too else rest)
    typed = search_key(_DIGITS.sub(" ", rest)).split()
    words = [word[:_LONGEST_WORD] for word in typed if word not in _BESIDE_A_NAME] or typed
    return Box(tuple(words[:MOST_WORDS]), born, max(numbers, key=len, default=""))


def details_of(text: str, today: date) -> dict[str, str]:
    """What was typed as the details of somebody new: nothing that was typed to find them is typed again to add them.

    Returns:
        given_name, family_name, date_of_birth (ISO) and phone, each "" where it was not typed.
    """
    text = INSURANCE_NUMBER.sub(" ", text)
    born, rest, digits_too = read_date(text, today)
    whole = next((each for each in born if each.year and each.month and each.day), None)
    phone = "" if whole and digits_too else next(iter(national(rest)), "")
    typed = _DIGITS.sub(" ", rest)
    last, comma, first = (typed.title() if typed.islower() or typed.isupper() else typed).partition(",")
    names = [*first.split(), *last.split()] if comma else last.split()
    return {
        "given_name": names[0] if names else "",
        "family_name": " ".join(names[1:]),
        "date_of_birth": whole.span[0] if whole and whole.span else "",
        "phone": phone,
    }
