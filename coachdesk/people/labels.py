"""What lists say about a person: needs in words, and circumstances without what must not be seen (interviews.md 9)."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_, _
from coachdesk.people.circumstance_fields import NAMES
from coachdesk.people.duplicates import Same
from coachdesk.people.person import Circumstance, Nation, Need
from coachdesk.people.ranking import Reason, Why

NEEDS: Mapping[Need, str] = MappingProxyType(
    {
        Need.INTERPRETER: N_("Interpreter"),
        Need.LARGE_PRINT: N_("Large print"),
        Need.EASY_READ: N_("Easy read"),
        Need.WELSH: N_("Welsh"),
        Need.HEARING_LOOP: N_("Hearing loop"),
        Need.QUIET_ROOM: N_("Quiet room"),
        Need.GROUND_FLOOR: N_("Ground floor"),
        Need.VENTILATION: N_("Fresh air"),
        Need.COLOURED_PAPER: N_("Coloured paper"),
        Need.READ_ALOUD: N_("Read aloud"),
        Need.SUPPORTER: N_("Supporter comes along"),
        Need.CONTACT_NOTE: N_("Contact: see note"),
        Need.TWO_PEOPLE: N_("Two of us present"),
    }
)
"""Message ids, in the order of the identity bar."""

NATIONS: Mapping[Nation, str] = MappingProxyType(
    {Nation.ENGLAND: N_("England"), Nation.SCOTLAND: N_("Scotland"), Nation.WALES: N_("Wales")}
)


CIRCUMSTANCES: Mapping[str, str] = MappingProxyType(
    {
        "illness": N_("Health"),
        "caring": N_("Caring for someone"),
        "fostering": N_("Looking after a child"),
        "bereavement": N_("A loss"),
        "homeless": N_("Housing"),
        "domestic_emergency": N_("Something urgent at home"),
        "court": N_("An appointment conflict"),
        "public_duty": N_("An appointment conflict"),
        "temporary_childcare": N_("Childcare"),
        "funeral": N_("A loss"),
        **{
            kind: NAMES[kind]
            for kind in ("other_temporary", "volunteering", "agreed_time", "permitted_period", "student", "work")
        },
    }
)
"""Message ids of the kinds that a list may name. Every other kind has one neutral label."""


def circumstance_label(circumstance: Circumstance) -> str:
    """What a list may call a circumstance, and never a date; what follows from it is for the finding to say."""
    named = CIRCUMSTANCES.get(circumstance.kind)
    return _("Something that you were told") if named is None or circumstance.sensitive else _(named)


_WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.BORN: N_("Date of birth"),
        Why.BORN_NEARLY: N_("Date of birth, nearly"),
        Why.PHONE: N_("Phone"),
        Why.AGREED: N_("Agreed: {words}"),
        Why.KNOWN_AS: N_("Known as"),
        Why.FORM: N_("Another form of the name"),
        Why.SOUND: N_("Sounds like it"),
        Why.SPELT: N_("Spelt like it"),
    }
)
_SAME: Mapping[Same, str] = MappingProxyType(
    {
        Same.NAME_AND_BIRTH: N_("Same name and date of birth"),
        Same.PHONE: N_("Same phone number"),
        Same.NAME_LIKE_AND_BIRTH: N_("Name much like it, same date of birth"),
        Same.NAME_AND_BIRTH_NEARLY: N_("Same name, date of birth nearly the same"),
        Same.NAME_ALONE: N_("Same name"),
    }
)


def why_words(reason: Reason) -> str:
    """Why somebody is in the list of those who were found."""
    return _(_WHY[reason.why]).format(words=reason.words)


def same_words(same: Same) -> str:
    """What makes it likely that somebody is here already."""
    return _(_SAME[same])
