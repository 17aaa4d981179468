from collections.abc import Mapping
from datetime import date, timedelta

from coachdesk.retention import Due, Holding, Kind, Stays, as_shown, numbers, past_their_time, rules_of

FIRST = date(2026, 12, 1)
RULES, ADOPTED = rules_of("", adopted=False), rules_of("", adopted=True)


def talk(since: date | None = FIRST, *, carried: bool = True, waits_for: frozenset[str] = frozenset()) -> Holding:
    return Holding(Kind.TALKS, "talk", "amira", since, carried, waits_for)


def on(day: int, *holdings: Holding, stays: Mapping[str, Stays] | None = None) -> Due:
    today = FIRST + timedelta(day)
    return past_their_time(holdings, RULES, left={}, stays=stays or {}, today=today)


def test_the_last_of_the_four_weeks_is_still_its_time() -> None:
    assert on(28, talk()) == Due()
    assert on(29, talk()) == Due((talk(),))


def test_what_is_in_use_has_not_begun_to_count() -> None:
    assert on(4000, talk(None)) == Due()


def test_a_hold_or_a_second_opinion_keeps_everything_of_somebody_and_says_so() -> None:
    other = Holding(Kind.DIARY, "meeting", "bryn", FIRST)
    for why in (Stays.HELD, Stays.SECOND_OPINION):
        assert on(29, talk(), other, stays={"amira": why}) == Due((other,), ((talk(), why),))
    assert on(28, talk(), stays={"amira": Stays.HELD}) == Due(), "nothing is said before its time"


def test_what_is_not_in_the_account_yet_stays_and_is_said() -> None:
    alone = talk(carried=False)
    assert on(29, alone) == Due((), ((alone, Stays.NOT_CARRIED),))


def test_what_others_wait_for_keeps_them() -> None:
    commitment = Holding(Kind.COMMITMENTS, "commitment", "amira", FIRST, carried=False)
    waits = talk(waits_for=frozenset({"commitment"}))
    person = Holding(Kind.PERSON, "amira", "amira", FIRST, waits_for=frozenset({"talk", "commitment"}))
    due = on(29, person, waits, commitment)
    assert due.going == ()
    assert dict(due.back) == {commitment: Stays.NOT_CARRIED, person: Stays.BELONGS, waits: Stays.BELONGS}
    assert on(29, talk(), person).back == (), "what is not there is not waited for"


def test_nothing_goes_with_what_came_past_its_time_only_after_somebody_looked() -> None:
    new = Holding(Kind.COMMITMENTS, "commitment", "amira", FIRST)
    waits, other = talk(waits_for=frozenset({"commitment"})), Holding(Kind.DIARY, "meeting", "amira", FIRST)
    person = Holding(Kind.PERSON, "amira", "amira", FIRST, waits_for=frozenset({"talk"}))
    assert as_shown((person, waits, other, new), (person, waits, other)) == (other,)
    assert as_shown((person, waits, other), (person, waits, other, new)) == (person, waits, other)


def test_what_was_told_in_private_counts_with_its_talk_wherever_that_is_counted_too() -> None:
    private = Holding(Kind.PRIVATE, "private:talk", "amira", FIRST, many=3, within="talk")
    assert numbers((talk(), private)) == numbers((private, talk()))[::-1] == (1, 0)
    assert numbers((private,)) == (3,)


def test_where_the_program_is_the_record_time_runs_from_leaving_the_caseload() -> None:
    never_copied, today = talk(carried=False), FIRST + timedelta(800)
    here = past_their_time([never_copied], ADOPTED, left={}, stays={}, today=today)
    gone = past_their_time([never_copied], ADOPTED, left={"amira": FIRST}, stays={}, today=today)
    assert (here, gone) == (Due(), Due((never_copied,)))
