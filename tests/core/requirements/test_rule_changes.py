"""What changed between two versions of the rules, as whoever is to rely on them reads it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from coachdesk.requirements.rule import Authority, Rule, Rules, Status
from coachdesk.requirements.rule_changes import RuleChange, RuleChangeKind, changes

NOVEMBER, FEBRUARY = date(2026, 11, 1), date(2027, 2, 1)
WAGE = Rule(
    id="wage-2026",
    topic="wage",
    text="The National Living Wage is 12.71 pounds an hour.",
    authority=Authority.REGULATION,
    citation="NMW Regs 2015 reg. 4",
    valid_from=date(2026, 4, 1),
    valid_until=date(2027, 3, 31),
    values={"bands": [{"from_age": 21, "rate": "12.71"}, {"from_age": 18, "rate": "10.85"}], "apprentice": "8.00"},
    status=Status.READ,
    checked_on=NOVEMBER,
)
TRAVEL = Rule(
    id="travel-2013",
    topic="travel",
    text="Ninety minutes each way is the most that can be asked for.",
    authority=Authority.REGULATION,
    citation="reg. 97(3)",
    valid_from=date(2013, 4, 29),
    values={"minutes": 90},
    is_maximum=True,
    status=Status.READ,
    checked_on=NOVEMBER,
)


def rules(*each: Rule) -> Rules:
    return Rules("uc-gb.toml", FEBRUARY, each)


OLD = Rules("uc-gb.toml", NOVEMBER, (WAGE, TRAVEL))


def one(new: Rules) -> RuleChange:
    (change,) = changes(OLD, new)
    return change


def test_the_same_rules_checked_again_are_no_change() -> None:
    assert changes(OLD, OLD) == ()
    assert changes(OLD, rules(replace(WAGE, checked_on=FEBRUARY), replace(TRAVEL, checked_on=FEBRUARY))) == ()


def test_next_years_wage_is_added_with_its_days_and_amounts() -> None:
    bands = [{"from_age": 21, "rate": "13.10"}, {"from_age": 18, "rate": "11.20"}]
    wage = replace(
        WAGE,
        id="wage-2027",
        valid_from=date(2027, 4, 1),
        valid_until=date(2028, 3, 31),
        values={"bands": bands, "apprentice": "8.40"},
    )
    change = one(rules(WAGE, wage, TRAVEL))
    assert (change.kind, change.rule) == (RuleChangeKind.ADDED, wage)
    assert change.details == (
        "It holds from 1 April 2027 until 31 March 2028.",
        "bands, from age 21, rate: 13.10",
        "bands, from age 18, rate: 11.20",
        "apprentice: 8.40",
    )


def test_a_rule_that_gets_a_last_day_or_an_earlier_one_has_ended() -> None:
    change = one(rules(WAGE, replace(TRAVEL, valid_until=date(2027, 4, 5))))
    assert change.kind is RuleChangeKind.ENDED
    assert change.details == (
        "It holds from 29 April 2013 until 5 April 2027. Before: It holds from 29 April 2013 on.",
    )
    earlier = one(rules(replace(WAGE, valid_until=date(2026, 12, 31)), TRAVEL))
    assert earlier.kind is RuleChangeKind.ENDED
    later = one(rules(replace(WAGE, valid_until=None), TRAVEL))
    assert later.kind is RuleChangeKind.CHANGED, "a longer life is no end"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"minutes": 60}, ("minutes is now 60, and was 90.",)),
        ({"hours": 1.5}, ("New: hours is 1.5.", "No longer there: minutes, which was 90.")),
        ({"minutes": 90, "counted": True}, ("New: counted is yes.",)),
        ({"minutes": 90, "days": ["03-31", "08-31"]}, ("New: days is 03-31, 08-31.",)),
        ({"minutes": 90, "on": date(2027, 1, 2)}, ("New: on is 2 January 2027.",)),
        ({"minutes": 90, "steps": [{"born_from": date(1960, 4, 6), "years": 66}]},
         ("New: steps, born from 6 April 1960, years is 66.",)),
        ({}, ("No longer there: minutes, which was 90.",)),
    ],
)  # fmt: skip
def test_other_values_are_said_with_what_they_were(values: Mapping[str, object], said: tuple[str, ...]) -> None:
    change = one(rules(WAGE, replace(TRAVEL, values=values)))
    assert (change.kind, change.details) == (RuleChangeKind.CHANGED, said)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (
            replace(TRAVEL, status=Status.OWN),
            "How well it is known is now “from general knowledge”, and was “read at its source”.",
        ),
        (
            replace(TRAVEL, authority=Authority.OPERATIONAL),
            "The authority is now “policy, not law”, and was “regulation”.",
        ),
        (replace(TRAVEL, is_maximum=False), "Whether it is a maximum is now “no”, and was “yes”."),
        (replace(TRAVEL, citation="reg. 97A"), "The source is now “reg. 97A”, and was “reg. 97(3)”."),
        (replace(TRAVEL, text="An hour."), f"The text is now “An hour.”, and was “{TRAVEL.text}”."),
    ],
)
def test_other_words_are_said_with_what_they_were(now: Rule, said: str) -> None:
    assert one(rules(WAGE, now)).details == (said,)


def test_a_band_put_in_between_does_not_make_the_others_new() -> None:
    first, last = WAGE.values["bands"]
    banded = {**WAGE.values, "bands": [first, {"from_age": 20, "rate": "11.00"}, last]}
    assert one(rules(replace(WAGE, values=banded), TRAVEL)).details == ("New: bands, from age 20, rate is 11.00.",)


def test_a_rule_that_is_no_longer_in_the_file_comes_last() -> None:
    found = changes(OLD, rules(replace(TRAVEL, values={"minutes": 60})))
    assert [(each.kind, each.rule.id) for each in found] == [
        (RuleChangeKind.CHANGED, "travel-2013"),
        (RuleChangeKind.REMOVED, "wage-2026"),
    ]
    assert found[1].details == ("It holds from 1 April 2026 until 31 March 2027.",)
