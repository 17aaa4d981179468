"""Who of a file may be in it twice, or on the caseload already: by exact keys first, then by the rule for likely the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from coachdesk.i18n import _
from coachdesk.name_lists import forms
from coachdesk.people import Person, search_key
from coachdesk.people.duplicates import Same, likely_same
from coachdesk.people.labels import same_words
from coachdesk.people.phones import national
from coachdesk.storage import find, table_of

_AT_ONCE = 500

Known = dict[int, list[str]]
"""Ids of people on the caseload and of those who left it, by the digest of whatever may make them the same as another."""


def each_person(connection: Connection) -> Iterator[Person]:
    """Everybody, also who left the caseload, in the order in which they were added; a few are held at a time."""
    column, last = table_of(Person).c.id, ""
    while found := find(connection, Person, column > last, order_by=(column,), limit=_AT_ONCE):
        yield from found
        last = found[-1].id


def known_of(people: Iterable[Person]) -> Known:
    """The keys under which `alike` looks."""
    known = defaultdict[int, list[str]](list)
    for person in people:
        for key in _keys(person):
            known[key].append(person.id)
    return dict(known)


def alike(connection: Connection, known: Known, person: Person) -> str:
    """What makes it likely that somebody is here already, in words; empty where nothing does. It never says who."""
    ids = {each for key in _keys(person) for each in known.get(key, ())}
    if not ids:
        return ""
    found = find(connection, Person, table_of(Person).c.id.in_(ids))
    same = [kind for each in found if (kind := likely_same(person, each, forms())) is not None]
    if not same:
        return ""
    surest = min(same, key=list(Same).index)
    return _("May be here already: {why}.").format(why=same_words(surest))


def twice(lines: dict[int, int], person: Person, line: int) -> str:
    """Whether an earlier line of the file has the same name and date of birth, in words; the line is remembered."""
    earlier = lines.setdefault(hash((_name(person), person.date_of_birth)), line)
    return "" if earlier == line else _("Same name and date of birth as line {line}.").format(line=earlier)


def _keys(person: Person) -> Iterator[int]:
    """By name, by day of birth, by phone."""
    yield hash(_name(person))
    if person.date_of_birth is not None:
        yield hash(person.date_of_birth)
    for number in national(person.phone):
        yield hash(number)


def _name(person: Person) -> str:
    return " ".join(sorted(search_key(person.full_name).split()))
