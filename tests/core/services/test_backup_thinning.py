from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachdesk.services.backup_thinning import ALL_FOR, DAYS, kept

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
MINUTES = st.lists(st.integers(0, 400 * 24 * 60), max_size=80, unique=True)


def back(minutes: list[int]) -> list[datetime]:
    return [NOW - timedelta(minutes=each) for each in minutes]


@given(MINUTES)
def test_at_least_ten_days_that_had_a_backup_still_have_one_and_it_is_their_newest(minutes: list[int]) -> None:
    moments = back(minutes)
    stay = kept(moments, NOW)
    assert stay <= set(moments)
    for day in sorted({each.date() for each in moments}, reverse=True)[:DAYS]:
        assert max(each for each in moments if each.date() == day) in stay


@given(MINUTES)
def test_all_of_the_last_hours_stay_and_thinning_again_takes_nothing_more(minutes: list[int]) -> None:
    stay = kept(back(minutes), NOW)
    assert {each for each in back(minutes) if each > NOW - ALL_FOR} <= stay
    assert kept(stay, NOW) == stay


@given(st.lists(st.integers(1, 3 * 24 * 60), min_size=1, max_size=120))
def test_thinned_after_each_backup_ten_days_are_there_whenever_backups_were_made(pauses: list[int]) -> None:
    now, there, days = NOW, frozenset[datetime](), set()
    for pause in pauses:
        now += timedelta(minutes=pause)
        days.add(now.date())
        there = kept({*there, now}, now)
        assert {each.date() for each in there} >= set(sorted(days)[-DAYS:])


def test_a_year_of_backups_every_quarter_of_an_hour_comes_to_a_few_dozen() -> None:
    now, there = NOW, frozenset[datetime]()
    for _quarter in range(4 * 8 * 260):
        now += timedelta(minutes=15) if now.hour < 17 else timedelta(hours=15)
        there = kept({*there, now}, now)
    assert len(there) < 60
    assert min(there) > now - timedelta(weeks=9)


def test_a_clock_that_was_wrong_costs_no_backup() -> None:
    ahead = NOW + timedelta(days=300)
    assert ahead in kept([ahead, *back(list(range(100)))], NOW)


def test_what_stays_is_what_the_guide_says_and_nothing_else() -> None:
    """Four hours whole, then the newest of 24 hours, of 10 days and of 8 weeks (docs/backups.md)."""
    every_half_hour = {NOW - timedelta(minutes=30 * each) for each in range(2 * 24 * 100)}
    midnight = NOW.replace(hour=23, minute=30)
    assert kept(every_half_hour, NOW) == {
        *(NOW - timedelta(minutes=30 * each) for each in range(8)),
        *(NOW - timedelta(hours=each) for each in range(24)),
        *(midnight - timedelta(days=each) for each in range(1, 10)),
        *(midnight - timedelta(days=5 + 7 * each) for each in range(7)),  # Sundays
    }


def test_the_same_week_of_another_year_is_another_week() -> None:
    a_year_ago = NOW - timedelta(weeks=52)
    assert NOW.isocalendar()[1] == a_year_ago.isocalendar()[1]
    assert a_year_ago in kept({a_year_ago, *(NOW - timedelta(days=each) for each in range(30))}, NOW)
