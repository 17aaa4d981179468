"""A person's details as they are typed, and as they can be stored."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from coachdesk.i18n import Language, _
from coachdesk.interviews import as_date
from coachdesk.people import (
    NOBODY_ASKED,
    Giving,
    Nation,
    Need,
    Person,
    Safe,
    SafeToGive,
    asked,
    check_person,
    safe_to_give,
)

Typed = Mapping[str, object]
"""What stands in the fields, by field."""

WORDS = ("given_name", "family_name", "preferred_name", "phone", "interpreter_language", "contact_note")
SAFE = "safe"


def nothing() -> Typed:
    """Empty fields."""
    return MappingProxyType({})


def typed_of(person: Person, given: SafeToGive = NOBODY_ASKED) -> dict[str, object]:
    """The fields of a stored person; `given` is what counts today of what they said about having papers."""
    return {
        **{name: getattr(person, name) for name in WORDS},
        "date_of_birth": person.date_of_birth.isoformat() if person.date_of_birth else "",
        "language": person.language.value,
        "nation": person.nation.value,
        "needs": [need.value for need in person.needs if need is not Need.CONTACT_NOTE],
        "safe_to_print": given.paper.value,
        "safe_to_send": given.post.value,
        "safe_address": [SAFE] if person.safe_address else [],
    }


def person_of(person: Person, typed: Typed) -> Person:
    """The person with what was typed. A date that there is not leaves the date of birth as it is.

    Needs that follow from another field follow it: an interpreter's language needs an interpreter, a contact note has
    to be looked at before anybody calls.
    """
    words = {name: str(typed.get(name, getattr(person, name))).strip() for name in WORDS}
    born = typed.get("date_of_birth", "")
    chosen = typed.get("needs")
    needs = {Need(each) for each in chosen} if isinstance(chosen, list) else set()
    if words["interpreter_language"]:
        needs.add(Need.INTERPRETER)
    if words["contact_note"]:
        needs.add(Need.CONTACT_NOTE)
    return replace(
        person,
        given_name=words["given_name"],
        family_name=words["family_name"],
        preferred_name=words["preferred_name"],
        phone=words["phone"],
        interpreter_language=words["interpreter_language"],
        contact_note=words["contact_note"],
        date_of_birth=None if born == "" else as_date(born) or person.date_of_birth,
        language=Language(str(typed.get("language") or person.language)),
        nation=Nation(str(typed.get("nation") or person.nation)),
        needs=tuple(need for need in Need if need in needs),
        safe_address=bool(typed.get("safe_address")),
    )


def problems_of(person: Person, typed: Typed, today: date) -> dict[str, str]:
    """What is wrong, by field, in sentences."""
    problems = {problem.field: problem.text for problem in check_person(person_of(person, typed), today)}
    born = typed.get("date_of_birth", "")
    if born and as_date(born) is None:
        problems["date_of_birth"] = _("Enter a date that there is, or leave all three empty.")
    return problems


def told_of(person: Person, given: SafeToGive, typed: Typed, today: date) -> Person:
    """The person with what they said today about having papers, where that is another answer than the one that counts."""
    for giving, name in ((Giving.PAPER, "safe_to_print"), (Giving.POST, "safe_to_send")):
        counts = safe_to_give(person, given.told_in_private_on)
        person = asked(person, counts, giving, Safe(str(typed.get(name) or Safe.NOT_ASKED)), today)
    return person


def storable(person: Person, given: SafeToGive, typed: Typed, today: date) -> Person:
    """The person with whatever of what was typed can be stored; the rest stays on the screen only."""
    changed = told_of(person_of(person, typed), given, typed, today)
    wrong = {problem.field for problem in check_person(changed, today)}
    if "date_of_birth" in wrong:
        changed = replace(changed, date_of_birth=person.date_of_birth)
    if "given_name" in wrong:
        changed = replace(
            changed,
            given_name=person.given_name,
            family_name=person.family_name,
            preferred_name=person.preferred_name,
        )
    return changed
