"""How many of those who are meant stand among the first three: the tests hold it, `python -m tests.core.finding` prints it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from coachdesk.ids import new_id
from coachdesk.name_lists import forms
from coachdesk.people import Person
from coachdesk.storage import Database, people_rows
from tests.core.finding.caseload import caseload
from tests.core.finding.misspelt import by_hand, typed

TODAY = date(2026, 11, 23)
AMONG = 3
TUNING, HELD_OUT = 1, 2
"""Seeds: the search was made while looking at what the first finds, and not at the second."""
_MADE_BY_RULES = 250


@dataclass(frozen=True, slots=True)
class Meant:
    """What is typed, and the full name of whoever is meant; others of the very same name are as good."""

    typed: str
    name: str


def fill(database: Database) -> tuple[list[Person], list[Meant]]:
    """Put ten thousand people into a vault, and those who are written by hand; what is typed of these."""
    people = list(caseload())
    by_hands = []
    with database.write() as writer:
        for person in people:
            writer.put(person, "person.added")
        for wrong, given, family in by_hand():
            person = Person(id=new_id(), given_name=given, family_name=family)
            by_hands.append(Meant(wrong, writer.put(person, "person.added").full_name))
    return people, by_hands


def by_rules(people: Sequence[Person], seed: int) -> list[Meant]:
    """What somebody might type of some of them."""
    chance = random.Random(seed)
    return [Meant(typed(person, chance), person.full_name) for person in chance.sample(people, _MADE_BY_RULES)]


def missed(connection: Connection, meant: Sequence[Meant]) -> list[Meant]:
    """Those who do not stand among the first three."""
    return [each for each in meant if each.name not in first(connection, each.typed)]


def first(connection: Connection, text: str) -> list[str]:
    """The full names of the first three."""
    return [row.full_name for row in people_rows(connection, text, day=TODAY, forms=forms(), limit=AMONG)]
