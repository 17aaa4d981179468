"""Names: a key that finds them however they are spelt, and what is impossible about a person's details."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from coachdesk.i18n import _
from coachdesk.people.person import Person

OLDEST = 120

_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_NOT_A_WORD = re.compile(r"[^\w]+|_")

# Letters that no decomposition takes apart, and those of Cyrillic as passports write them: typed "Анна" finds Anna.
_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch "
    "ъ ie ы y ь  э e ю iu я ia є ie ѕ z і i ј j љ lj њ nj ћ c ђ dj џ dz ґ g"
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "e"}
    | dict(zip(_CYRILLIC.split(" ")[::2], _CYRILLIC.split(" ")[1::2], strict=True))
)


def search_key(text: str) -> str:
    """The text for searching: lower case, no accents, words apart by one space; "O’Brien-Łukasz" is "obrien lukasz"."""
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    plain = unicodedata.normalize("NFKD", apart.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_NOT_A_WORD.sub(" ", bare.translate(_LETTERS)).split())


@dataclass(frozen=True, slots=True)
class PersonProblem:
    """What is impossible: a stable code, the field it belongs to, and the sentence to show there."""

    code: str
    field: str
    text: str


def check_person(person: Person, today: date) -> tuple[PersonProblem, ...]:
    """What has to be put right before a person can be added; empty where nothing has."""
    problems = []
    if not person.full_name.strip():
        problems.append(PersonProblem("person.no-name", "given_name", _("Enter a name.")))
    born = person.date_of_birth
    if born is not None and born > today:
        problems.append(
            PersonProblem("person.future-birth", "date_of_birth", _("A date of birth cannot be in the future."))
        )
    elif born is not None and age_on(born, today) > OLDEST:
        problems.append(
            PersonProblem("person.implausible-age", "date_of_birth", _("Nobody is that old. Check the year of birth."))
        )
    return tuple(problems)


def age_on(born: date, day: date) -> int:
    """Age in whole years; whoever is born on 29 February is a year older on 1 March, except in leap years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
