"""The plan against the finding: what cannot be asked for is said, with its source, and nothing is changed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.plans import (
    Action,
    ActionState,
    Falls,
    Flag,
    FlagKind,
    Implements,
    Limits,
    Party,
    Plan,
    Rhythm,
    Standing,
    flagged,
    flags,
)
from coachdesk.requirements.facts import Limit, LimitKind
from tests.core.requirements.found import child, found

NO_LIMITS = Limits(citation="reg. 97(1)", travel_citation="reg. 97(3)")
COURT = {"court": [{"from": "2026-12-01", "until": "2026-12-01"}]}
ABUSE = {"domestic_abuse": {"notified_on": "2026-11-20"}}
FUNERAL = {"temporary": [{"kind": "funeral", "from": "2026-11-28"}]}
DECIDED = {"id": "funeral", "decided": "applied", "on": "2026-12-01", "until": "2026-12-20", "reason": "The funeral"}
NOT_IN_GROUP = "This cannot be asked for: the group that applies today does not include it."
FULL_TIME = found()

SEARCH = Action(
    id="search",
    person_id="amira",
    text="List the 12 primaries",
    owner=Party.CLAIMANT,
    standing=Standing.REQUIRED,
    implements=Implements.SEARCH,
    every=Rhythm.WEEK,
    hours=Decimal(4),
)


def asked(implements: Implements) -> Action:
    return replace(SEARCH, id=implements.value, implements=implements)


def one(action: Action = SEARCH, limits: Limits = NO_LIMITS, /, **known: object) -> Flag:
    (flag,) = flags(action, found(**known), limits)
    return flag


def test_what_the_finding_allows_has_no_flag() -> None:
    every = [flags(asked(each), FULL_TIME, NO_LIMITS) for each in Implements]
    assert every == [(), (), (), ()]


def test_a_pause_by_law_stands_against_search_with_its_source() -> None:
    flag = one(bereavements=[{"on": "2026-11-20", "who": "partner"}])
    assert flag.cited == "This cannot be asked for today: a bereavement (reg. 99(3)(d))."
    assert flag.kind is FlagKind.MUST


def test_a_role_in_court_is_told_neither_by_its_name_nor_by_its_source() -> None:
    assert one(**COURT).cited == "This cannot be asked for today: an appointment conflict (regs. 98 and 99)."


def test_a_pause_of_search_leaves_meetings_and_getting_ready() -> None:
    finding = found(**COURT)
    stands = {each: bool(flags(asked(each), finding, NO_LIMITS)) for each in Implements}
    assert stands == {
        Implements.SEARCH: True,
        Implements.AVAILABILITY: True,
        Implements.PREPARATION: False,
        Implements.INTERVIEW: False,
    }


@pytest.mark.parametrize("implements", list(Implements))
def test_a_sealed_pause_is_neutral_in_name_and_source_and_takes_everything(implements: Implements) -> None:
    flag = one(asked(implements), **ABUSE)
    assert flag.cited == "This cannot be asked for today: a statutory pause (regs. 98 and 99)."
    assert flag.kind is FlagKind.MUST


def test_a_decision_that_is_due_can_be_kept_with_a_reason() -> None:
    flag = one(**FUNERAL)
    assert flag.text == "A decision is due before this is asked for: a funeral to arrange."
    assert (flag.citation, flag.kind) == ("reg. 99(5)(b)", FlagKind.DISCRETION)


def test_a_decision_due_about_looking_leaves_meetings_alone() -> None:
    assert flags(asked(Implements.INTERVIEW), found(**FUNERAL), NO_LIMITS) == ()
    assert flags(asked(Implements.AVAILABILITY), found(**FUNERAL), NO_LIMITS) != ()


def test_a_pause_that_the_coach_decided_is_the_coachs_to_keep_or_to_break() -> None:
    flag = one(**FUNERAL, decisions={"discretions": [DECIDED]})
    assert flag.text == "You decided not to ask for this for now: a funeral to arrange."
    assert flag.kind is FlagKind.DISCRETION


def test_a_decision_to_go_on_asking_leaves_no_flag() -> None:
    decisions = {"discretions": [DECIDED | {"decided": "not_applied"}]}
    assert flags(SEARCH, found(**FUNERAL, decisions=decisions), NO_LIMITS) == ()


def test_the_law_comes_before_a_decision() -> None:
    assert one(**COURT, **FUNERAL).code == "flag.pause"


def test_nothing_can_be_asked_of_somebody_of_whom_nothing_may_be_required() -> None:
    flag = one(asked(Implements.INTERVIEW), capability="limited_and_activity")
    assert flag.text == NOT_IN_GROUP
    assert (flag.citation, flag.kind) == ("WRA 2012 s.19(2)(a)", FlagKind.MUST)


def test_a_group_leaves_what_it_includes() -> None:
    finding = found(household=child("2025-06-01"))
    assert flags(asked(Implements.INTERVIEW), finding, NO_LIMITS) == ()
    (flag,) = flags(asked(Implements.PREPARATION), finding, NO_LIMITS)
    assert flag.text == NOT_IN_GROUP


@pytest.mark.parametrize("implements", list(Implements))
def test_nothing_is_set_before_the_benefit_team_was_asked(implements: Implements) -> None:
    every = flags(asked(implements), found(may_be_treated_as_limited=True), NO_LIMITS)
    assert every[0].code == "flag.benefit-team"
    assert every[0].text.endswith("ask the benefit team today, and set no requirements.")
    assert every[0].kind is FlagKind.MUST


def test_one_action_can_take_more_hours_than_were_decided() -> None:
    decided = {"expected_hours": {"hours": 16, "reason": "Nursery", "on": "2026-12-01", "review_on": "2027-03-01"}}
    mother = {"responsible_carer": True, "decisions": decided, "household": child("2022-05-10")}
    flag = one(replace(SEARCH, hours=Decimal("17.5")), **mother)
    assert flag.text == "This alone takes 17.5 hours a week, and 16 can be asked for."
    assert (flag.citation, flag.kind) == ("reg. 88(2)(aa)", FlagKind.HOURS)
    assert flags(replace(SEARCH, hours=Decimal(16)), found(**mother), NO_LIMITS) == ()


def test_actions_can_take_too_many_hours_together() -> None:
    actions = (replace(SEARCH, hours=Decimal(20)), replace(SEARCH, id="more", hours=Decimal(16)))
    every = flagged(Plan(actions=actions), FULL_TIME, NO_LIMITS)
    assert every.actions == {}
    assert [each.text for each in every.whole] == [
        "Looking for work is asked for with 36 hours a week, and 35 can be asked for."
    ]


def test_what_was_agreed_to_count_is_taken_off_the_hours() -> None:
    finding = found(deductions=[{"kind": "paid_work", "hours": 10}])
    every = flagged(Plan(actions=(replace(SEARCH, hours=Decimal(26)),)), finding, NO_LIMITS)
    assert [each.text for each in every.of("search")] == ["This alone takes 26 hours a week, and 25 can be asked for."]


def test_hours_nobody_has_decided_are_said_to_be_unchecked() -> None:
    finding = found(responsible_carer=True, household=child("2022-05-10"))
    (flag,) = flagged(Plan(actions=(replace(SEARCH, hours=Decimal(40)),)), finding, NO_LIMITS).whole
    assert flag.text.startswith("Nobody has decided yet how many hours can be asked for")
    assert flag.kind is FlagKind.NOT_CHECKED


def test_a_journey_is_held_against_what_was_agreed_and_else_against_the_most_of_the_law() -> None:
    far = replace(SEARCH, travel_minutes=60)
    agreed = {"decisions": {"limits": [{"kind": "travel", "value": 45, "reason": "school run"}]}}
    flag = one(far, **agreed)
    assert flag.cited == "The journey takes 60 minutes each way, and 45 were agreed (reg. 97(3))."
    assert flag.kind is FlagKind.LIMIT
    assert flags(far, FULL_TIME, NO_LIMITS) == ()
    flag = one(replace(SEARCH, travel_minutes=100))
    assert flag.text == "The journey takes 100 minutes each way, and 90 is the most that can be asked for."


@pytest.mark.parametrize(
    ("falls", "times", "stands"),
    [
        (Falls.WEEKENDS, {"not_weekends"}, True),
        (Falls.WEEKENDS, {"weekdays", "mornings"}, True),
        (Falls.NIGHTS, {"not_weekends"}, False),
        (Falls.EVENINGS, {"school_hours"}, True),
        (Falls.SCHOOL_HOLIDAYS, {"term_time"}, True),
        (Falls.SCHOOL_HOLIDAYS, set(), False),
    ],
)
def test_a_time_that_a_declared_limit_leaves_out_is_flagged(falls: Falls, times: set[str], *, stands: bool) -> None:
    every = flags(replace(SEARCH, falls=(falls,)), FULL_TIME, replace(NO_LIMITS, times=frozenset(times)))
    assert [each.kind for each in every] == [FlagKind.LIMIT] * stands
    assert all(each.citation == "reg. 97(1)" for each in every)


def test_free_text_is_not_judged_and_that_is_said_once() -> None:
    declared = (
        Limit(kind=LimitKind.KIND_OF_WORK, value="No bars, because of the smell"),
        Limit(kind=LimitKind.PLACE, value="Not Hunslet"),
        Limit(kind=LimitKind.TIMES, value="Never before nine"),
        Limit(kind=LimitKind.TRAVEL, value=Decimal(45)),
    )
    plan = Plan(actions=(SEARCH, replace(SEARCH, id="more", text="Ask in the bars of Hunslet")))
    every = flagged(plan, FULL_TIME, replace(NO_LIMITS, declared=declared))
    (flag,) = every.whole
    assert flag.text == "Not checked against what was said in words about: places and kinds of work, times."
    assert flag.kind is FlagKind.NOT_CHECKED
    assert every.actions == {}


def test_a_choice_a_promise_and_what_is_over_are_never_flagged() -> None:
    plan = Plan(
        actions=(
            replace(SEARCH, id="chosen", standing=Standing.VOLUNTARY, implements=None),
            replace(SEARCH, id="ours", owner=Party.COACH),
            replace(SEARCH, id="done", state=ActionState.DONE),
            replace(SEARCH, id="draft", state=ActionState.DRAFT),
        )
    )
    assert set(flagged(plan, found(**ABUSE), NO_LIMITS).actions) == {"draft"}


def test_where_nothing_is_asked_nothing_is_said() -> None:
    plan = Plan(actions=(replace(SEARCH, standing=Standing.VOLUNTARY, implements=None),))
    limits = replace(NO_LIMITS, declared=(Limit(kind=LimitKind.PLACE, value="Not Hunslet"),))
    assert flagged(plan, found(**COURT), limits).whole == ()


def test_a_day_without_rules_is_said_and_nothing_is_flagged() -> None:
    finding = found("2016-12-01")
    every = flagged(Plan(actions=(SEARCH,)), finding, NO_LIMITS)
    assert finding.on == date(2016, 12, 1)
    assert [each.code for each in every.whole] == ["flag.not-held"]
    assert every.actions == {}
