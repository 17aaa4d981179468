"""Minutes given back: totals of days about nobody, shown to the coach, and given on only where no one coach can be told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.minutes import Kind, Spells, Total, contribution, look_at
from coachdesk.policy import Policy
from coachdesk.services.minutes import FILE_NAME
from coachdesk.storage.tables import MINUTES
from tests.vaults import made, setting

MONDAY = date(2026, 11, 30)


class Day:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 2, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def vault(tmp_path: Path, day: Day) -> Iterator[Opened]:
    opened = made(setting(tmp_path, policy=Policy(minutes_contribution=True), clock=day))
    yield opened
    opened.close()


def typed(*moments: float) -> Total:
    spells = Spells()
    for moment in moments:
        spells.heard(moment)
    return spells.taken()


def test_typing_is_the_time_between_keys_that_follow_closely() -> None:
    assert typed() == Total(0, 0)
    assert typed(10) == Total(0, 1)
    assert typed(10, 12, 15) == Total(5, 1)
    assert typed(10, 12, 100, 103) == Total(5, 2)
    assert typed(10, 9) == Total(0, 2)


@given(st.lists(st.floats(0, 100_000), max_size=30).map(sorted))
def test_typing_is_never_longer_than_the_time_that_went_by(moments: list[float]) -> None:
    total = typed(*moments)
    assert 0 <= total.seconds <= (moments[-1] - moments[0] + 1 if moments else 0)
    assert total.times <= len(moments)


def test_what_is_stored_in_between_is_counted_once() -> None:
    spells = Spells()
    for moment in (0.0, 0.4, 0.9, 1.3):
        spells.heard(moment)
    first = spells.taken()
    spells.heard(1.9)
    assert first.plus(spells.taken()) == Total(2, 1)


def test_today_this_week_and_the_weeks_before_are_put_together() -> None:
    days = {
        MONDAY + timedelta(days=2): {Kind.TYPING: Total(60, 1)},
        MONDAY: {Kind.TYPING: Total(30, 2), Kind.TO_PAPER: Total(100, 2)},
        MONDAY - timedelta(days=1): {Kind.TYPING: Total(600, 5)},
        MONDAY - timedelta(days=28): {Kind.TYPING: Total(60, 5)},
        MONDAY - timedelta(days=29): {Kind.TYPING: Total(9999, 5)},
    }
    look = look_at(days, MONDAY + timedelta(days=2))
    assert look.today == {Kind.TYPING: Total(60, 1)}
    assert look.week == {Kind.TYPING: Total(90, 3), Kind.TO_PAPER: Total(100, 2)}
    assert (look.before, look.weeks) == ({Kind.TYPING: Total(660, 10)}, 2)
    assert look.week[Kind.TO_PAPER].each == 50
    assert contribution(look) is None


def fill(vault: Opened, day: Day) -> None:
    """Four weeks of work, and two days of the fifth."""
    now = day.moment
    for week in range(4, -1, -1):
        day.moment = now - timedelta(weeks=week)
        vault.services.minutes.add(Kind.TYPING, Total(4000 + week, 9))
        vault.services.minutes.add(Kind.FIRST_SCREEN, Total(3, 2))
        vault.services.minutes.add(Kind.TO_PAPER, Total(400, 2))


def test_the_vault_holds_nothing_but_totals_of_days_and_forgets_the_old_ones(vault: Opened, day: Day) -> None:
    assert [column.name for column in MINUTES.columns] == ["on", "kind", "seconds", "times"]
    before = len(vault.services.administration.audit())
    minutes = vault.services.minutes
    minutes.add(Kind.TYPING, Total(10, 1))
    minutes.add(Kind.TYPING, Total(20, 1))
    minutes.add(Kind.TYPING, Total())
    assert minutes.look().today == {Kind.TYPING: Total(30, 2)}
    assert len(vault.services.administration.audit()) == before
    day.moment += timedelta(weeks=6)
    minutes.add(Kind.TYPING, Total(1, 1))
    with vault.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM minutes").scalar() == 1


def test_totals_leave_rounded_from_four_weeks_without_a_name_a_site_or_a_day(
    vault: Opened, day: Day, tmp_path: Path
) -> None:
    minutes = vault.services.minutes
    minutes.add(Kind.TYPING, Total(4000, 9))
    with pytest.raises(AppError, match=r"minutes\.too-few-weeks"):
        minutes.contribute(tmp_path)
    fill(vault, day)
    file = minutes.contribute(tmp_path)
    assert file.name == FILE_NAME == "coachdesk-minutes.csv"
    assert file.read_text() == (
        "typing_half_hours_a_week,2\nseconds_to_first_screen,2\nminutes_from_last_answer_to_document,3\n"
    )
    assert vault.services.administration.audit(limit=1)[0].text == "Rounded totals of minutes were saved as a file."


def test_two_coaches_who_differ_by_minutes_give_the_same_file() -> None:
    weeks = [MONDAY - timedelta(weeks=week) for week in range(1, 5)]
    said = {
        contribution(look_at({week: {Kind.TYPING: Total(seconds, 3)} for week in weeks}, MONDAY))
        for seconds in (3000, 3600, 4200)
    }
    assert len(said) == 1


def test_nothing_leaves_where_the_organisation_did_not_allow_it(tmp_path: Path, day: Day) -> None:
    opened = made(setting(tmp_path, clock=day))
    try:
        fill(opened, day)
        assert opened.services.minutes.look().weeks == 4
        assert opened.services.minutes.contribution() is None
        with pytest.raises(AppError, match=r"minutes\.not-allowed"):
            opened.services.minutes.contribute(tmp_path)
    finally:
        opened.close()
    assert not (tmp_path / FILE_NAME).exists()


def test_where_the_organisation_turns_it_off_nothing_is_counted(tmp_path: Path) -> None:
    opened = made(setting(tmp_path, policy=Policy(minutes_counted=False, minutes_contribution=True)))
    try:
        opened.services.minutes.add(Kind.TYPING, Total(10, 1))
        assert opened.services.minutes.look().today == {}
        assert not opened.services.minutes.may_contribute()
        with opened.database.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM minutes").scalar() == 0
    finally:
        opened.close()
