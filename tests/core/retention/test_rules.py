from datetime import date

import pytest

from coachdesk.retention import FOUR_WEEKS, LABELS, TWO_YEARS, WORKING, Kind, Length, Unit, kept_for, rules_of


def test_without_a_word_of_the_organisation_everything_goes_after_four_weeks() -> None:
    rules = rules_of("", adopted=False)
    assert set(rules) == set(Kind) == set(LABELS)
    assert {rule.length for rule in rules.values()} == {FOUR_WEEKS}
    assert not any(rule.fixed or rule.from_leaving for rule in rules.values())


def test_where_the_program_is_the_record_it_stays_two_years_after_leaving_and_notes_four_weeks() -> None:
    rules = rules_of("", adopted=True)
    assert {kind for kind, rule in rules.items() if rule.length == FOUR_WEEKS} == WORKING
    assert {rule.length for kind, rule in rules.items() if kind not in WORKING} == {TWO_YEARS}
    assert {kind for kind, rule in rules.items() if rule.from_leaving} == set(Kind) - WORKING


def test_an_organisation_may_shorten_and_only_with_adoption_lengthen() -> None:
    text = "notes 1 week; talks 6 months; drafts 12 weeks"
    plain, adopted = rules_of(text, adopted=False), rules_of(text, adopted=True)
    assert plain[Kind.NOTES].length == adopted[Kind.NOTES].length == Length(1, Unit.WEEK)
    assert (plain[Kind.TALKS].length, adopted[Kind.TALKS].length) == (FOUR_WEEKS, Length(6, Unit.MONTH))
    assert adopted[Kind.DRAFTS].length == FOUR_WEEKS, "never part of a record"
    assert {kind for kind, rule in plain.items() if rule.fixed} == {Kind.NOTES, Kind.TALKS, Kind.DRAFTS}


def test_no_number_of_months_is_less_than_four_weeks() -> None:
    plain = rules_of("talks 4 months; plans 1 month; notes 2 months", adopted=False)
    assert {plain[kind].length for kind in (Kind.TALKS, Kind.PLANS, Kind.NOTES)} == {FOUR_WEEKS}
    assert rules_of("notes 2 months", adopted=True)[Kind.NOTES].length == FOUR_WEEKS


def test_what_was_told_in_private_is_kept_no_longer_than_its_talk() -> None:
    rules = rules_of("talks 6 months; private 30 months", adopted=True)
    assert (rules[Kind.PRIVATE].length, rules[Kind.PRIVATE].kind) == (Length(6, Unit.MONTH), Kind.PRIVATE)
    assert rules_of("talks 2 weeks", adopted=False)[Kind.PRIVATE].length == Length(2, Unit.WEEK)
    shorter = rules_of("talks 6 months; private 1 month", adopted=True)
    assert shorter[Kind.PRIVATE].length == Length(1, Unit.MONTH)


@pytest.mark.parametrize(
    "text",
    ["talks", "talks 0 weeks", "talks 3", "talks 3 days", "tales 3 weeks", "talks 1 week; talks 2 weeks", "3 weeks"],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        kept_for(text)


def test_months_end_on_their_last_day() -> None:
    assert Length(1, Unit.MONTH).after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Length(24, Unit.MONTH).after(date(2028, 2, 29)) == date(2030, 2, 28)
    assert FOUR_WEEKS.after(date(2026, 12, 1)) == date(2026, 12, 29)
    assert [Length(1, unit).words() for unit in Unit] == ["one week", "one month"]
    assert [Length(4, unit).words() for unit in Unit] == ["4 weeks", "4 months"]
