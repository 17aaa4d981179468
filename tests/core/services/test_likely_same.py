from dataclasses import replace
from datetime import date, time

import pytest

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.people import Person
from coachdesk.people.duplicates import Same

BORN = date(1990, 5, 17)


def somebody(opened: Opened, given: str, family: str, born: date | None = BORN, phone: str = "") -> Person:
    draft = replace(opened.services.people.draft(), given_name=given, family_name=family)
    return replace(draft, date_of_birth=born, phone=phone)


def found(opened: Opened, person: Person) -> list[tuple[str, Same]]:
    return [(each.row.full_name, each.same) for each in opened.services.people.likely_same(person)]


@pytest.mark.parametrize(
    ("given", "family", "born", "phone", "same"),
    [
        ("sean", "OBRIEN", BORN, "", Same.NAME_AND_BIRTH),
        ("O’Brien", "Seán", BORN, "", Same.NAME_AND_BIRTH),
        ("Jack", "Else", date(1971, 1, 1), "+44 7700 900123", Same.PHONE),
        ("Shaun", "O'Brian", BORN, "", Same.NAME_LIKE_AND_BIRTH),
        ("Sean", "OBrien", date(1990, 5, 18), "", Same.NAME_AND_BIRTH_NEARLY),
        ("Sean", "OBrien", None, "", Same.NAME_ALONE),
        ("Sean", "OBrien", date(1971, 8, 2), "", None),
        ("Maura", "OBrien", BORN, "", None),
        ("", "", None, "", None),
    ],
)
def test_who_is_likely_here_already_is_said_with_what_makes_it_likely(
    opened: Opened, given: str, family: str, born: date | None, phone: str, same: Same | None
) -> None:
    opened.services.people.save(somebody(opened, "Seán", "O’Brien", phone="07700 900123"))
    expected = [] if same is None else [("Seán O’Brien", same)]
    assert found(opened, somebody(opened, given, family, born, phone)) == expected


def test_day_and_month_that_changed_places_are_nearly_the_same(opened: Opened) -> None:
    opened.services.people.save(somebody(opened, "Ruth", "Osei", date(1990, 5, 7)))
    assert found(opened, somebody(opened, "Ruth", "Osei", date(1990, 7, 5))) == [
        ("Ruth Osei", Same.NAME_AND_BIRTH_NEARLY)
    ]


@pytest.mark.parametrize(
    ("given", "born", "phone", "seen"),
    [
        ("Kezia", BORN, "", 1),
        ("Anna", BORN, "07700900555", 1),
        ("Kezia", date(1971, 1, 1), "07700900555", 1),
        ("Anna", date(1971, 1, 1), "07700900555", 0),
        ("Keziah", BORN, "", 0),
        ("Kezia", date(1990, 5, 18), "", 0),
        ("Kezia", None, "", 0),
    ],
)
def test_whoever_has_a_safe_address_is_recognised_by_exact_identifiers_only_and_without_when_or_where(
    opened: Opened, given: str, born: date | None, phone: str, seen: int
) -> None:
    services = opened.services
    hidden = replace(somebody(opened, "Kezia", "Moyo", phone="07700 900555"), safe_address=True)
    kept = services.people.save(hidden)
    services.diary.book(
        services.diary.draft(kept.id, "first-commitments", services.day.today(), time(16), Channel.PHONE)
    )
    likely = services.people.likely_same(somebody(opened, given, "Moyo", born, phone))
    assert len(likely) == seen
    assert all((each.row.next_on, each.row.next_at, each.row.last_contact) == (None, None, None) for each in likely)


def test_somebody_who_left_the_caseload_is_pointed_out_and_nobody_is_like_themselves(opened: Opened) -> None:
    people = opened.services.people
    first = people.save(somebody(opened, "Cal", "Reid"))
    assert people.likely_same(first) == ()
    people.archive(first.id)
    (likely,) = people.likely_same(somebody(opened, "Cal", "Reid"))
    assert (likely.row.person_id, likely.row.archived, likely.exact) == (first.id, True, True)
