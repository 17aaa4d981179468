"""Whether a person who is being added is likely to be somebody who is here already: pure, from two records."""

from datetime import date
from enum import StrEnum

from coachdesk.people.forms import Forms
from coachdesk.people.likeness import Word, how_alike
from coachdesk.people.names import search_key
from coachdesk.people.person import Person
from coachdesk.people.phones import national
from coachdesk.people.spelling import folded, sound
from coachdesk.people.typed_dates import TypedDate, agreement

_ALIKE = 0.8
_WHOLE_NUMBER = 10  # digits of a phone number that is nobody else's


class Same(StrEnum):
    """What makes it likely, the surest first. The first two are exact identifiers."""

    NAME_AND_BIRTH = "name_and_birth"
    PHONE = "phone"
    NAME_LIKE_AND_BIRTH = "name_like_and_birth"
    NAME_AND_BIRTH_NEARLY = "name_and_birth_nearly"
    NAME_ALONE = "name_alone"


EXACT = frozenset({Same.NAME_AND_BIRTH, Same.PHONE})


def likely_same(new: Person, known: Person, forms: Forms) -> Same | None:
    """What makes it likely that two records are of one person; None where it is not.

    Whoever has a safe address is only ever recognised by exact identifiers: nobody gets to them by trying. A phone may be
    that of a whole household, so it counts for them only with the same name or the same date of birth.
    """
    found = _same(new, known, forms)
    if not known.safe_address or found is Same.NAME_AND_BIRTH:
        return found
    born = new.date_of_birth is not None and new.date_of_birth == known.date_of_birth
    return found if found is Same.PHONE and (born or sorted(_words(new)) == sorted(_words(known))) else None


def _same(new: Person, known: Person, forms: Forms) -> Same | None:
    same_name = sorted(_words(new)) == sorted(_words(known))
    if new.date_of_birth and same_name and new.date_of_birth == known.date_of_birth:
        return Same.NAME_AND_BIRTH
    if _phones(new) & _phones(known):
        return Same.PHONE
    if not new.date_of_birth or not known.date_of_birth:
        return Same.NAME_ALONE if same_name and _words(new) else None
    agrees = _births(new.date_of_birth, known.date_of_birth)
    if agrees == 1 and _names_alike(_words(new), _words(known), forms):
        return Same.NAME_LIKE_AND_BIRTH
    return Same.NAME_AND_BIRTH_NEARLY if agrees and same_name else None


def _words(person: Person) -> list[str]:
    return search_key(person.full_name).split()


def _phones(person: Person) -> set[str]:
    return {number for number in national(person.phone) if len(number) >= _WHOLE_NUMBER}


def _births(one: date, other: date) -> float:
    """1 for the same day, less where day and month have changed places or one part of it differs, otherwise 0."""
    turned = (one.year, one.day, one.month) == (other.year, other.month, other.day)
    return 0.85 if turned and one != other else agreement(TypedDate(one.year, one.month, one.day), other)


def _names_alike(new: list[str], known: list[str], forms: Forms) -> bool:
    """Whether each word of the shorter name is like a word of the other, or a form of it."""
    fewer, more = sorted((new, known), key=len)
    if not fewer:
        return False
    for text in fewer:
        others, word = forms.of(text), _word(text)
        if not any(each in others or how_alike(word, _word(each)).score >= _ALIKE for each in more):
            return False
    return True


def _word(text: str) -> Word:
    fold = folded(text)
    return Word(text, fold, sound(fold))
