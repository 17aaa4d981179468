"""How the names of a person lie in the index."""

from collections.abc import Iterable

from coachdesk.people.names import search_key
from coachdesk.people.person import Person
from coachdesk.people.ranking import Part, Role

_ROLES = {str(int(role)): role for role in Role}


def roles_of(person: Person) -> tuple[Part, ...]:
    """The words of a person's names, each with what it is part of: once for each, the first that it is part of.

    Several words of one name also stand there as one: "Abdul Rahman" is looked for as "Abdulrahman" too.
    """
    found: dict[str, Role] = {}
    names = ((person.family_name, Role.FAMILY), (person.given_name, Role.GIVEN))
    for name, role in (*names, (person.preferred_name, Role.PREFERRED), (person.paper_name, Role.PAPER)):
        for part in search_key(name).split():
            found.setdefault(part, role)
    for name, _role in names:
        found.setdefault(search_key(name).replace(" ", ""), Role.TOGETHER)
    return tuple((part, role) for part, role in found.items() if part)


def written(parts: Iterable[Part]) -> str:
    """The words as they lie in one cell: each with the digit of what it is part of behind it."""
    return " ".join(f"{part}{role:d}" for part, role in parts)


def parts_of(cell: str) -> list[Part]:
    """The words of such a cell."""
    return [(each[:-1], _ROLES[each[-1]]) for each in cell.split()]
