"""What changed between two versions of the rules, as whoever is to rely on them reads it."""

from datetime import date

import pytest

from coachdesk.requirements.loader import load_rules
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.rule_changes import RuleChange, RuleChangeKind, changes

WAGE = """
[[rules]]
id = "wage-2026"
topic = "wage"
text = "The National Living Wage is 12.71 pounds an hour."
authority = "regulation"
citation = "NMW Regs 2015 reg. 4"
address = ""
jurisdiction = "gb"
valid_from = 2026-04-01
valid_until = 2027-03-31
is_maximum = false
discretion = "must"
status = "read"
checked_on = 2026-11-01
[rules.values]
bands = [{ from_age = 21, rate = "12.71" }, { from_age = 18, rate = "10.85" }]
apprentice = "8.00"
"""
TRAVEL = (
    WAGE[: WAGE.index("[rules.values]")]
    .replace("wage", "travel")
    .replace("valid_until = 2027-03-31\n", "")
    .replace("2026-04-01", "2013-04-29")
    .replace("travel-2026", "travel-2013")
    + "[rules.values]\nminutes = 90\n"
)
NEXT_WAGE = WAGE.replace("2027", "2028").replace("2026", "2027").replace("12.71", "13.10").replace("8.00", "8.40")


def rules(*each: str, version: str = "2026-11-01") -> Rules:
    loaded = load_rules(f"version = {version}\n" + "".join(each), name="uc-gb.toml")
    assert isinstance(loaded, Rules), [str(problem) for problem in loaded]
    return loaded


OLD = rules(WAGE, TRAVEL)


def one(new: Rules) -> RuleChange:
    (change,) = changes(OLD, new)
    return change


def test_the_same_rules_checked_again_are_no_change() -> None:
    assert changes(OLD, OLD) == ()
    again = [text.replace("checked_on = 2026-11-01", "checked_on = 2027-02-01") for text in (WAGE, TRAVEL)]
    assert changes(OLD, rules(*again, version="2027-02-01")) == ()


def test_next_years_wage_is_added_with_its_days_and_amounts() -> None:
    change = one(rules(WAGE, NEXT_WAGE, TRAVEL, version="2027-02-01"))
    assert (change.kind, change.rule.id, change.rule.citation) == (
        RuleChangeKind.ADDED,
        "wage-2027",
        "NMW Regs 2015 reg. 4",
    )
    assert change.details == (
        "It holds from 1 April 2027 until 31 March 2028.",
        "bands, from age 21, rate: 13.10",
        "bands, from age 18, rate: 10.85",
        "apprentice: 8.40",
    )


def test_a_rule_that_gets_a_last_day_has_ended() -> None:
    change = one(rules(WAGE, TRAVEL.replace("valid_from", "valid_until = 2027-04-05\nvalid_from")))
    assert change.kind is RuleChangeKind.ENDED
    assert change.details == (
        "It holds from 29 April 2013 until 5 April 2027. Before: It holds from 29 April 2013 on.",
    )
    earlier = one(rules(WAGE.replace("2027-03-31", "2026-12-31"), TRAVEL))
    assert earlier.kind is RuleChangeKind.ENDED
    later = one(rules(WAGE.replace("2027-03-31", "2027-04-30"), TRAVEL))
    assert later.kind is RuleChangeKind.CHANGED, "a longer life is no end"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("minutes = 90", "minutes = 60", "minutes is now 60, and was 90."),
        ("minutes = 90", "hours = 1.5", "New: hours is 1.5."),
        ("minutes = 90", "minutes = 90\ncounted = true", "New: counted is yes."),
        ("minutes = 90", 'minutes = 90\ndays = ["03-31", "08-31"]', "New: days is 03-31, 08-31."),
        ("minutes = 90", "minutes = 90\non = 2027-01-02", "New: on is 2 January 2027."),
        ('status = "read"', 'status = "unconfirmed"', "How well it is known is now “unconfirmed”, and was “read”."),
        ("is_maximum = false", "is_maximum = true", "Whether it is a maximum is now “yes”, and was “no”."),
        ("reg. 4", "reg. 4A", "The source is now “NMW Regs 2015 reg. 4A”, and was “NMW Regs 2015 reg. 4”."),
    ],
)
def test_what_is_new_about_a_rule_is_said(before: str, now: str, said: str) -> None:
    change = one(rules(WAGE, TRAVEL.replace(before, now)))
    assert change.kind is RuleChangeKind.CHANGED
    assert change.details[0] == said


def test_a_value_that_is_gone_and_a_band_put_in_between_are_named_by_what_they_are() -> None:
    assert one(rules(WAGE, TRAVEL.replace("minutes = 90", ""))).details == ("No longer there: minutes, which was 90.",)
    banded = WAGE.replace("{ from_age = 18", '{ from_age = 20, rate = "11.00" }, { from_age = 18')
    assert one(rules(banded, TRAVEL)).details == ("New: bands, from age 20, rate is 11.00.",)


def test_a_rule_that_is_no_longer_in_the_file_comes_last() -> None:
    found = changes(OLD, rules(TRAVEL.replace("minutes = 90", "minutes = 60")))
    assert [(each.kind, each.rule.id) for each in found] == [
        (RuleChangeKind.CHANGED, "travel-2013"),
        (RuleChangeKind.REMOVED, "wage-2026"),
    ]
    assert found[1].details == ("It holds from 1 April 2026 until 31 March 2027.",)
    assert found[1].rule.valid_until == date(2027, 3, 31)
