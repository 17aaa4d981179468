from dataclasses import replace
from datetime import date, time

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.people import Person

BORN = date(1990, 5, 17)


def added(opened: Opened, given: str, family: str, born: date | None = BORN) -> Person:
    draft = replace(opened.services.people.draft(), given_name=given, family_name=family, date_of_birth=born)
    return opened.services.people.save(draft)


def test_a_person_with_only_a_preferred_name_is_named_everywhere(opened: Opened) -> None:
    services = opened.services
    person = services.people.save(replace(services.people.draft(), preferred_name="Jo"))
    today = services.day.today()
    services.diary.book(services.diary.draft(person.id, "first-commitments", today, time(10), Channel.PHONE))
    assert [row.listed for row in services.people.find("jo")] == ["Jo"]
    assert [entry.name for entry in services.day.view().entries] == ["Jo"]


def test_the_list_says_the_name_to_use_where_it_is_another(opened: Opened) -> None:
    people = opened.services.people
    people.save(replace(people.draft(), given_name="Margaret", family_name="Jones", preferred_name="Peggy"))
    assert [row.listed for row in people.find()] == ["Margaret Jones (Peggy)"]
