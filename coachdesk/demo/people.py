"""Invented people: names, ages, needs, and telephone numbers from Ofcom's range for drama (07700 900000 to 900999)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from coachdesk.demo.choosing import number, once_in, pick
from coachdesk.demo.names import NAMINGS, WELSH, Naming
from coachdesk.i18n import Language
from coachdesk.people import Nation, Need, Person

_YEAR = 365.25
_NOTES = (
    "Ring after 4pm, when the shift is over.",
    "A text message first, please. Unknown numbers are not answered.",
    "Leave no message on the landline.",
    "Mornings only; asleep after night shifts from noon.",
    "Write in the journal rather than ring.",
)
_NEEDS = (
    Need.LARGE_PRINT,
    Need.EASY_READ,
    Need.HEARING_LOOP,
    Need.QUIET_ROOM,
    Need.GROUND_FLOOR,
    Need.COLOURED_PAPER,
    Need.READ_ALOUD,
    Need.SUPPORTER,
)


def invented_people(seed: str, many: int, today: date, new_id: Callable[[], str]) -> Iterator[Person]:
    """So many people, the same for the same seed but for their ids."""
    for index in range(many):
        yield _person(f"{seed} {index}", today, new_id())


def _person(who: str, today: date, person_id: str) -> Person:
    naming = pick(NAMINGS, who, "naming")
    speaks_welsh = naming is WELSH and once_in(2, who, "welsh")
    interpreted = _interpreted(who, naming)
    note = pick(_NOTES, who, "note") if once_in(9, who, "has a note") else ""
    return Person(
        id=person_id,
        given_name=pick(naming.given, who, "given"),
        family_name=pick(naming.family, who, "family"),
        date_of_birth=today - timedelta(days=round(_YEAR * 18) + number(who, "age", below=round(_YEAR * 48))),
        language=Language.WELSH if speaks_welsh else Language.ENGLISH,
        nation=Nation.WALES,
        phone=f"07700 900{number(who, 'phone', below=1000):03}" if not once_in(12, who, "no phone") else "",
        contact_note=note,
        interpreter_language=interpreted,
        needs=tuple(_needs(who, speaks_welsh=speaks_welsh, interpreted=bool(interpreted), noted=bool(note))),
    )


def _interpreted(who: str, naming: Naming) -> str:
    return pick(naming.interpreted, who, "language") if naming.interpreted and once_in(3, who, "interpreter") else ""


def _needs(who: str, *, speaks_welsh: bool, interpreted: bool, noted: bool) -> Iterator[Need]:
    if interpreted:
        yield Need.INTERPRETER
    if speaks_welsh:
        yield Need.WELSH
    if once_in(4, who, "has a need"):
        yield pick(_NEEDS, who, "need")
    if noted:
        yield Need.CONTACT_NOTE
