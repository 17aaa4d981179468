"""The pictures of easy read: a small set of our own, and what each one shows."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_


class Picture(StrEnum):
    """A picture by its file below `resources/pictures/easy`."""

    PERSON = "person"
    COACH = "coach"
    PEOPLE = "people"
    TALKING = "talking"
    CALENDAR = "calendar"
    CLOCK = "clock"
    BUS = "bus"
    PHONE = "phone"
    LETTER = "letter"
    WORK = "work"
    SCHOOL = "school"
    HEALTH = "health"
    HOME = "home"
    MONEY = "money"
    TICK = "tick"
    CROSS = "cross"
    QUESTION = "question"
    HELP = "help"
    DOCUMENT = "document"
    CHANGE = "change"
    GOAL = "goal"


SHOWS: Mapping[Picture, str] = MappingProxyType(
    {
        Picture.PERSON: N_("Picture: a person"),
        Picture.COACH: N_("Picture: a work coach at a desk"),
        Picture.PEOPLE: N_("Picture: three people"),
        Picture.TALKING: N_("Picture: two people talk"),
        Picture.CALENDAR: N_("Picture: a calendar"),
        Picture.CLOCK: N_("Picture: a clock"),
        Picture.BUS: N_("Picture: a bus"),
        Picture.PHONE: N_("Picture: a phone"),
        Picture.LETTER: N_("Picture: a letter"),
        Picture.WORK: N_("Picture: a work bag"),
        Picture.SCHOOL: N_("Picture: a book and a pen"),
        Picture.HEALTH: N_("Picture: a heart"),
        Picture.HOME: N_("Picture: a home"),
        Picture.MONEY: N_("Picture: coins"),
        Picture.TICK: N_("Picture: a tick"),
        Picture.CROSS: N_("Picture: a cross"),
        Picture.QUESTION: N_("Picture: a question mark"),
        Picture.HELP: N_("Picture: a helping hand"),
        Picture.DOCUMENT: N_("Picture: a paper"),
        Picture.CHANGE: N_("Picture: two arrows that change places"),
        Picture.GOAL: N_("Picture: a star"),
    }
)
"""Message ids: the words for people who cannot see the picture."""
