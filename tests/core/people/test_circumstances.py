from datetime import date

import pytest

from coachdesk.people import NEEDS, Circumstance, Need, Pauses, circumstance_label, decision_due, in_force, pause_on

TODAY = date(2026, 12, 1)


def circumstance(
    kind: str, *, starts: date | None = None, ends: date | None = None, sensitive: bool = False
) -> Circumstance:
    return Circumstance(id="c", person_id="p", kind=kind, starts_on=starts, ends_on=ends, sensitive=sensitive)


@pytest.mark.parametrize(
    ("kind", "pauses"),
    [
        ("domestic_abuse", Pauses.EVERYTHING),
        ("benefit_team_today", Pauses.EVERYTHING),
        ("structured_recovery", Pauses.LOOKING),
    ],
)
def test_some_pauses_need_no_paper_and_no_dates(kind: str, pauses: Pauses) -> None:
    assert pause_on(circumstance(kind), TODAY) is pauses


@pytest.mark.parametrize("kind", ["court", "bereavement", "child_distress", "pregnancy", "fostering", "custody"])
def test_where_the_law_asks_for_a_period_a_decision_is_due_until_it_is_recorded(kind: str) -> None:
    told = circumstance(kind)
    dated = circumstance(kind, starts=date(2026, 11, 20), ends=date(2027, 1, 20))
    assert pause_on(told, TODAY) is None
    assert decision_due(told, TODAY)
    assert pause_on(dated, TODAY) is not None
    assert not decision_due(dated, TODAY)


@pytest.mark.parametrize("kind", ["illness", "caring", "homeless", "domestic_emergency", "something_new"])
def test_what_no_rule_pauses_is_for_the_coach_to_decide(kind: str) -> None:
    assert pause_on(circumstance(kind, starts=TODAY), TODAY) is None
    assert decision_due(circumstance(kind, starts=TODAY), TODAY)


def test_a_pause_ends_with_its_last_day() -> None:
    court = circumstance("court", starts=date(2026, 12, 3), ends=date(2026, 12, 3))
    assert [in_force(court, date(2026, 12, day)) for day in (2, 3, 4)] == [False, True, False]
    assert pause_on(court, date(2026, 12, 4)) is None
    assert not decision_due(court, date(2026, 12, 4))


@pytest.mark.parametrize(
    "kind", ["domestic_abuse", "structured_recovery", "custody", "child_distress", "pregnancy", "benefit_team_today"]
)
@pytest.mark.parametrize("starts", [None, date(2026, 11, 3)])
def test_a_list_never_names_what_must_not_be_seen_and_never_says_a_date(kind: str, starts: date | None) -> None:
    label = circumstance_label(circumstance(kind, starts=starts, sensitive=True), TODAY)
    assert label in {"A statutory pause", "A decision is due"}


def test_a_court_role_is_an_appointment_conflict() -> None:
    assert circumstance_label(circumstance("court"), TODAY) == "An appointment conflict"


def test_the_same_circumstance_loses_its_name_where_it_is_sensitive() -> None:
    assert circumstance_label(circumstance("bereavement"), TODAY) == "A loss"
    assert circumstance_label(circumstance("bereavement", sensitive=True), TODAY) == "A decision is due"


def test_every_need_has_words() -> None:
    assert set(NEEDS) == set(Need)
    assert NEEDS[Need.CONTACT_NOTE] == "Contact: see note"


def test_what_is_over_asks_for_no_decision_and_still_has_no_name() -> None:
    over = circumstance("domestic_abuse", ends=date(2026, 11, 30), sensitive=True)
    assert circumstance_label(over, TODAY) == "Something that is over"


def test_what_tells_nothing_is_named() -> None:
    assert circumstance_label(circumstance("volunteering"), TODAY) == "Volunteering"
