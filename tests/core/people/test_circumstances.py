from datetime import date

import pytest

from coachdesk.people import NEEDS, Circumstance, Need, circumstance_label, in_force

NEUTRAL = "Something that you were told"


def circumstance(
    kind: str, *, starts: date | None = None, ends: date | None = None, sensitive: bool = False
) -> Circumstance:
    return Circumstance(id="c", person_id="p", kind=kind, starts_on=starts, ends_on=ends, sensitive=sensitive)


def test_a_circumstance_stands_from_its_first_to_its_last_day() -> None:
    court = circumstance("court", starts=date(2026, 12, 3), ends=date(2026, 12, 3))
    assert [in_force(court, date(2026, 12, day)) for day in (2, 3, 4)] == [False, True, False]


def test_a_start_or_an_end_that_nobody_knows_is_open() -> None:
    assert in_force(circumstance("homeless"), date(2026, 12, 1))
    assert in_force(circumstance("homeless", starts=date(2026, 11, 1)), date(2030, 12, 1))


@pytest.mark.parametrize(
    "kind", ["domestic_abuse", "structured_recovery", "custody", "child_distress", "pregnancy", "benefit_team_today"]
)
@pytest.mark.parametrize("starts", [None, date(2026, 11, 3)])
@pytest.mark.parametrize("sensitive", [True, False])
def test_a_list_never_names_what_must_not_be_seen_and_never_says_a_date(
    kind: str, starts: date | None, *, sensitive: bool
) -> None:
    assert circumstance_label(circumstance(kind, starts=starts, sensitive=sensitive)) == NEUTRAL


def test_a_court_role_is_an_appointment_conflict() -> None:
    assert circumstance_label(circumstance("court")) == "An appointment conflict"


def test_the_same_circumstance_loses_its_name_where_it_is_sensitive() -> None:
    assert circumstance_label(circumstance("bereavement")) == "A loss"
    assert circumstance_label(circumstance("bereavement", sensitive=True)) == NEUTRAL


def test_every_need_has_words() -> None:
    assert set(NEEDS) == set(Need)
    assert NEEDS[Need.CONTACT_NOTE] == "Contact: see note"
