"""Whom a screen is about, for the bar above it: the name to use, and needs as words with an icon."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import _
from coachdesk.people import NEEDS, NOBODY_ASKED, Need, Person, SafeToGive, measures
from ui import kit

_ICONS: Mapping[Need, str] = MappingProxyType(
    {
        Need.INTERPRETER: "language",
        Need.LARGE_PRINT: "large",
        Need.EASY_READ: "paper",
        Need.WELSH: "language",
        Need.HEARING_LOOP: "speech",
        Need.QUIET_ROOM: "speech",
        Need.GROUND_FLOOR: "down",
        Need.VENTILATION: "up",
        Need.COLOURED_PAPER: "paper",
        Need.READ_ALOUD: "speech",
        Need.SUPPORTER: "people",
        Need.CONTACT_NOTE: "phone",
        Need.TWO_PEOPLE: "people",
    }
)


def identity_of(person: Person, context: str = "", given: SafeToGive = NOBODY_ASKED) -> kit.Identity:
    """The identity bar of a person; `context` says what is going on. How to reach them is never in it.

    Where nothing may be given to them, that stands first, and never why.
    """
    needs = (kit.Need(_words(person, need), _ICONS[need]) for need in NEEDS if need in person.needs)
    return kit.Identity(person.name, (*(kit.Need(each, "hide") for each in measures(given)), *needs), context)


def _words(person: Person, need: Need) -> str:
    if need is Need.INTERPRETER and person.interpreter_language:
        return _("Interpreter: {language}").format(language=person.interpreter_language)
    return _(NEEDS[need])
