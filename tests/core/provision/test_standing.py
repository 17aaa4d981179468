"""Whether something takes people on a day: what has closed or is not known is never offered."""

from datetime import date

import pytest

from coachdesk.people import Nation
from coachdesk.provision import State, is_open, state_on
from tests.core.provision.rows import national, row

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("pairs", "state"),
    [
        ((), State.OPEN),
        ((('"open"', '"closed"'),), State.CLOSED),
        ((('"open"', '"check"'),), State.CHECK),
        ((('"open"', '"open"\nopen_from = 2026-11-24'),), State.SOON),
        ((('"open"', '"open"\nopen_from = 2026-11-23\nopen_to = 2026-11-23'),), State.OPEN),
        ((('"open"', '"open"\nopen_to = 2026-11-22'),), State.CLOSED),
        ((('"open"', '"check"\nopen_to = 2026-11-22'),), State.CLOSED),
        ((('"open"', '"open"\nunconfirmed = true'),), State.UNCONFIRMED),
        ((("last_checked = 2026-11-01", "last_checked = 2025-11-23"),), State.OPEN),
        ((("last_checked = 2026-11-01", "last_checked = 2025-11-22"),), State.UNCONFIRMED),
    ],
)
def test_where_a_row_stands(pairs: tuple[tuple[str, str], ...], state: State) -> None:
    assert state_on(row(*pairs), TODAY) is state
    assert is_open(state) is (state in {State.OPEN, State.UNCONFIRMED})


def taking_people(nation: Nation) -> set[str]:
    """The ids of what takes people today in a nation."""
    return {each.id for each in national() if nation in each.nations and is_open(state_on(each, TODAY))}


@pytest.mark.parametrize("nation", Nation)
def test_nothing_that_has_closed_is_offered_today(nation: Nation) -> None:
    now = taking_people(nation)
    assert now.isdisjoint(
        {"kickstart", "job-entry-targeted-support", "work-programme", "work-choice", "work-and-health-programme",
         "additional-jobcentre-support", "new-enterprise-allowance", "multiply", "fair-start-scotland", "restart"}
    )  # fmt: skip
    assert {"access-to-work", "flexible-support-fund"} <= now


def test_each_nation_has_its_own() -> None:
    by_nation = {nation: taking_people(nation) for nation in Nation}
    assert "sector-based-work-academy" not in by_nation[Nation.WALES]
    assert [nation for nation in Nation if "national-careers-service" in by_nation[nation]] == [Nation.ENGLAND]
    assert "connect-to-work" not in by_nation[Nation.SCOTLAND]


def test_whether_restart_takes_anybody_is_not_known_and_so_not_said() -> None:
    (restart,) = (each for each in national() if each.id == "restart")
    assert state_on(restart, TODAY) is State.CHECK
    assert "treat it as closed" in restart.refer


def test_in_a_year_nobody_has_looked_and_every_row_says_check_first() -> None:
    later = date(2027, 12, 1)
    assert {state for each in national() if is_open(state := state_on(each, later))} == {State.UNCONFIRMED}
