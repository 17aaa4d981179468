"""The columns that a file of the caseload may have, and which heading of a file means which."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.people import search_key


class Column(StrEnum):
    """All that goes in or out. Needs, notes, safe addresses, circumstances and answers are no columns, on purpose."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    PREFERRED_NAME = "preferred_name"
    DATE_OF_BIRTH = "date_of_birth"
    PHONE = "phone"
    LANGUAGE = "language"
    NATION = "nation"


Matching = Mapping[Column, int]
"""In which place of a row each column stands, from 0. A column that is not in it is not in the file."""

LABELS: Mapping[Column, str] = MappingProxyType(
    {
        Column.GIVEN_NAME: N_("Given name"),
        Column.FAMILY_NAME: N_("Family name"),
        Column.PREFERRED_NAME: N_("Name to use"),
        Column.DATE_OF_BIRTH: N_("Date of birth"),
        Column.PHONE: N_("Phone"),
        Column.LANGUAGE: N_("Language"),
        Column.NATION: N_("Nation"),
    }
)
"""Message ids, in the order of the file."""

_HEADINGS: Mapping[Column, str] = MappingProxyType(
    {
        Column.GIVEN_NAME: "given name, given names, first name, first names, forename, forenames, enw cyntaf, enw bedydd, "
        "enw a roddwyd, enwau cyntaf",
        Column.FAMILY_NAME: "family name, last name, surname, second name, cyfenw, enw teuluol, enw olaf",
        Column.PREFERRED_NAME: "name to use, preferred name, known as, nickname, enw i'w ddefnyddio, enw a ffefrir, llysenw",
        Column.DATE_OF_BIRTH: "date of birth, birth date, birthday, dob, born, dyddiad geni, dyddiad genedigaeth, ganwyd",
        Column.PHONE: "phone, phone number, telephone, telephone number, tel, tel no, mobile, mobile number, mobile phone, "
        "ffon, rhif ffon, ffon symudol, rhif ffon symudol",
        Column.LANGUAGE: "language, preferred language, iaith, dewis iaith",
        Column.NATION: "nation, country, cenedl, gwlad",
    }
)


def guess(headings: Sequence[str]) -> dict[Column, int]:
    """What the headings say, in English or Welsh, however they are spelt; the first of several that mean the same."""
    meant = {_bare(words): column for column, said in _HEADINGS.items() for words in said.split(",")}
    found = dict[Column, int]()
    for place, heading in enumerate(headings):
        column = meant.get(_bare(heading))
        if column is not None:
            found.setdefault(column, place)
    return found


def _bare(text: str) -> str:
    return search_key(text).replace(" ", "")
