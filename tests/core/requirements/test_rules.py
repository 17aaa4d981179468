"""The rules that ship: which numbers hold on which day, who says so, and in what words."""

import re
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.content import read_content
from coachdesk.requirements.ages import pension_credit_age_from
from coachdesk.requirements.facts import PersonFacts
from coachdesk.requirements.law import law_on
from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.rule import Authority, Discretion, Rule, Rules, Status
from coachdesk.requirements.topics import TOPICS

RULES = read_content().rules
TODAY = date(2026, 12, 1)
BEGINNING = date(2017, 4, 3)
LATER = ("wage", "aet", "contact.", "consequence.")
"""Topics of which nothing is held at the beginning."""

SEALED = {
    "domestic_abuse",
    "domestic_abuse_carer",
    "child_distress",
    "recovery",
    "custody",
    "restricted_pause",
    "treatment_abroad",
}
BANDS = ("below_school_age", "school_age")
PRINTED = {"temporary_childcare", "preparation_under_way", "public_duty", "earnings_light_touch"}


def held(topic: str, day: date = TODAY) -> Rule:
    rule = RULES.on(topic, day)
    assert rule is not None, f"{topic} on {day}"
    return rule


def whole_pounds(hours: int, rate: str) -> int:
    """What somebody earns in a month, fractions of a pound disregarded (reg. 6(1A))."""
    return int(hours * Decimal(rate) * 52 / 12)


def rate_at(age: int, day: date) -> str:
    bands = held("wage", day).values["bands"]
    return next(str(band["rate"]) for band in bands if band["from_age"] <= age)


def test_every_topic_that_the_engine_reads_is_held_today() -> None:
    assert [topic for topic in TOPICS if RULES.on(topic, TODAY) is None] == []
    assert RULES.topics() == TOPICS.keys()
    assert {f"easement.{each}" for each in EASEMENTS} <= TOPICS.keys()


def test_groups_and_easements_reach_back_to_the_third_of_april_2017_and_no_further() -> None:
    old = [topic for topic in TOPICS if not topic.startswith(LATER)]
    assert [topic for topic in old if RULES.on(topic, BEGINNING) is None] == []
    assert [topic for topic in TOPICS if RULES.on(topic, date(2017, 4, 2)) is not None] == []


def test_no_wage_is_held_beyond_the_year_that_is_known() -> None:
    assert RULES.on("wage", date(2027, 3, 31)) is not None
    assert RULES.on("wage", date(2027, 4, 1)) is None


@pytest.mark.parametrize(
    ("day", "single", "couple"),
    [
        (date(2022, 1, 1), 355, 567),
        (date(2022, 9, 25), 355, 567),
        (date(2022, 9, 26), 494, 782),
        (date(2023, 1, 29), 494, 782),
        (date(2023, 1, 30), 617, 988),
        (date(2023, 4, 1), 677, 1083),
        (date(2024, 4, 1), 743, 1189),
        (date(2024, 5, 12), 743, 1189),
        (date(2024, 5, 13), 892, 1437),
        (date(2025, 4, 1), 952, 1534),
        (date(2026, 4, 1), 991, 1597),
        (TODAY, 991, 1597),
    ],
)
def test_the_administrative_earnings_threshold_follows_from_hours_and_the_main_wage(
    day: date, single: int, couple: int
) -> None:
    values = held("aet", day).values
    if "single" in values:
        assert (values["single"], values["couple"]) == (single, couple)
    else:
        main = held("wage", day).values["bands"][0]["rate"]
        both = (values["single_hours"], values["couple_hours"])
        assert tuple(whole_pounds(hours, main) for hours in both) == (single, couple)
    assert values["either_leg"] is (day >= date(2022, 9, 26)), "before, one partner's earnings alone did not help"


@pytest.mark.parametrize(
    ("age", "hours", "pounds"),
    [
        (21, 35, 1927),
        (40, 30, 1652),
        (21, 28, 1542),
        (21, 25, 1376),
        (31, 20, 1101),
        (20, 35, 1645),
        (18, 35, 1645),
        (17, 35, 1213),
    ],
)
def test_the_individual_threshold_follows_from_the_wage_of_the_persons_age(age: int, hours: int, pounds: int) -> None:
    assert whole_pounds(hours, rate_at(age, TODAY)) == pounds


def test_sixteen_hours_for_interviews_thirty_for_apprentices_thirty_five_for_a_partner_outside_the_claim() -> None:
    cet, wage = held("cet").values, held("wage").values
    assert whole_pounds(cet["interview_or_preparation_hours"], rate_at(21, TODAY)) == 881
    assert whole_pounds(cet["apprentice_hours"], wage["apprentice"]) == 1040
    assert whole_pounds(cet["partner_not_claiming_hours"], wage["bands"][0]["rate"]) == 1927


@pytest.mark.parametrize(
    ("day", "age", "rate"),
    [
        (date(2022, 1, 1), 23, "8.91"),
        (date(2022, 4, 1), 22, "9.18"),
        (date(2023, 4, 1), 20, "7.49"),
        (date(2024, 4, 1), 21, "11.44"),
        (date(2025, 4, 1), 18, "10.00"),
        (date(2026, 4, 1), 16, "8.00"),
    ],
)
def test_the_wage_of_an_age_is_the_one_of_that_year(day: date, age: int, rate: str) -> None:
    assert rate_at(age, day) == rate


def test_policy_for_lead_carers_changed_on_25_october_2023_and_the_regulation_names_no_number() -> None:
    before, after = date(2023, 10, 24), date(2023, 10, 25)
    hours = {day: [held(f"policy_maximum.{band}", day).values["hours"] for band in BANDS] for day in (before, after)}
    assert hours == {before: [16, 25], after: [30, 30]}
    for band in BANDS:
        rule, law = held(f"policy_maximum.{band}"), held(f"hours.{band}")
        assert rule.is_maximum
        assert not rule.is_law
        assert law.is_law
        assert "hours" not in law.values


def test_the_permitted_period_became_four_weeks_on_8_february_2022() -> None:
    assert dict(held("permitted_period", date(2022, 2, 7)).values) == {"months": 3}
    assert dict(held("permitted_period", date(2022, 2, 8)).values) == {"weeks": 4}


def test_parents_of_one_and_two_year_olds_are_seen_more_often_since_24_july_2023() -> None:
    before, after = date(2023, 7, 23), date(2023, 7, 24)
    children = ("contact.child_1", "contact.child_2")
    assert [dict(held(topic, before).values) for topic in children] == [{"months": 6}, {"months": 3}]
    assert [dict(held(topic, after).values) for topic in children] == [{"months": 3}, {"months": 1}]


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        (date(1950, 4, 5), date(2010, 4, 5)),
        (date(1950, 4, 6), date(2010, 5, 6)),
        (date(1950, 5, 5), date(2010, 5, 6)),
        (date(1953, 4, 5), date(2016, 3, 6)),
        (date(1953, 4, 6), date(2016, 7, 6)),
        (date(1953, 12, 5), date(2018, 11, 6)),
        (date(1953, 12, 6), date(2019, 3, 6)),
        (date(1954, 9, 6), date(2020, 9, 6)),
        (date(1954, 10, 5), date(2020, 9, 6)),
        (date(1954, 10, 6), date(2020, 10, 6)),
        (date(1960, 4, 5), date(2026, 4, 5)),
        (date(1960, 4, 6), date(2026, 5, 6)),
        (date(1960, 7, 31), date(2026, 11, 30)),
        (date(1960, 8, 10), date(2027, 1, 10)),
        (date(1960, 12, 31), date(2027, 9, 30)),
        (date(1961, 1, 31), date(2027, 11, 30)),
        (date(1961, 3, 5), date(2028, 2, 5)),
        (date(1961, 3, 6), date(2028, 3, 6)),
        (date(1977, 4, 5), date(2044, 4, 5)),
        (date(1977, 4, 6), date(2044, 5, 6)),
        (date(1978, 4, 5), date(2046, 3, 6)),
        (date(1978, 4, 6), date(2046, 4, 6)),
    ],
)
def test_the_age_of_state_pension_credit_is_a_womans_pensionable_age_for_everybody(born: date, reached: date) -> None:
    assert pension_credit_age_from(PersonFacts(date_of_birth=born), law_on(RULES, TODAY)) == reached


def test_only_law_that_somebody_can_vouch_for_is_given_as_law() -> None:
    said_to_be_law = [rule for rule in RULES.every if rule.authority in {Authority.ACT, Authority.REGULATION}]
    assert [rule.id for rule in said_to_be_law if rule.status is Status.UNCONFIRMED] == []
    policy = ("policy_maximum.", "travel_guidance", "contact.", "health_days", "warning.light_touch_interviews")
    assert [rule.id for rule in RULES.every if rule.topic.startswith(policy) and rule.is_law] == []


def test_what_no_person_has_read_in_its_present_text_is_marked_as_our_own_knowledge() -> None:
    unread = re.compile(r"^regs?\. (30|88\(2\)|95|96|97\(3\)|99\((4A?|5)\))")
    rules = [rule for rule in RULES.every if unread.match(rule.citation) and rule.authority is Authority.REGULATION]
    assert len(rules) > 20
    assert [rule.id for rule in rules if rule.status is Status.READ] == []


def test_every_rule_names_its_source_and_nobody_claims_to_have_looked_later_than_anybody_did() -> None:
    assert [rule.id for rule in RULES.every if not rule.citation.strip()] == []
    assert [rule.id for rule in RULES.every if not re.match(r"https?://|$", rule.address)] == []
    assert [rule.id for rule in RULES.every if rule.checked_on > RULES.version] == []


def test_easements_of_the_law_apply_by_themselves_and_the_rest_is_left_to_the_coach() -> None:
    standing = {each: held(f"easement.{each}").discretion for each in EASEMENTS}
    left = {each for each, discretion in standing.items() if discretion is Discretion.MUST_CONSIDER}
    assert left == {
        "fit_note_longer",
        "temporary_childcare",
        "domestic_emergency",
        "funeral",
        "homeless",
        "other_temporary",
        "carer_pending",
    }
    assert {each for each, discretion in standing.items() if discretion is Discretion.MAY} == {"preparation_under_way"}
    lapses = [rule for rule in RULES.every if rule.topic.startswith("consider.")]
    assert {rule.discretion for rule in lapses} == {Discretion.MUST_CONSIDER}


def test_each_easement_turns_the_switch_of_its_paragraph() -> None:
    switches = {each: held(f"easement.{each}").values["switch"] for each in EASEMENTS}
    others = {
        "domestic_abuse": "E",
        "domestic_abuse_carer": "F",
        "earnings_light_touch": "F",
        "preparation_under_way": "B",
        "homeless": "D",
        "temporary_childcare": "D",
        **dict.fromkeys(("fit_note_longer", "domestic_emergency", "funeral", "carer_pending", "other_temporary"), "C"),
    }
    assert switches == {each: others.get(each, "A") for each in EASEMENTS}


def test_sealed_matters_are_called_by_their_neutral_name_everywhere() -> None:
    looks = {each: held(f"easement.{each}").values for each in EASEMENTS}
    assert {each for each, values in looks.items() if values["sealed"]} == SEALED
    assert {each for each, values in looks.items() if values["print"]} == PRINTED
    assert {str(looks[each]["label"]) for each in SEALED} == {"a statutory pause"}
    assert looks["court"]["label"] == looks["court"]["neutral_label"] == "an appointment conflict"


def test_no_text_about_a_sealed_matter_names_it() -> None:
    telling = re.compile(
        r"abus|violen|victim|perpetrat|partner|refuge|addict|alcohol|drug|recover|treatment|course"
        r"|prison|custody|court|witness|protect|licence",
        re.IGNORECASE,
    )
    quiet = [rule for rule in RULES.every if rule.topic.split(".")[-1] in {*SEALED, "evidence_due", "evidence_late"}]
    assert len(quiet) == 16
    assert [rule.text for rule in quiet if telling.search(rule.text)] == []
    restricted = held("easement.restricted_pause")
    assert restricted.citation == "reg. 99(3)", "its paragraph would be the reason, which is not held"


def test_texts_are_short_enough_for_a_card_beside_a_conversation() -> None:
    assert [rule.id for rule in RULES.every if len(rule.text.split()) > 40] == []


def test_an_empty_file_of_rules_says_nothing() -> None:
    none = Rules("uc-gb.toml", date.min, ())
    assert none.on("wage", TODAY) is None
    assert none.latest("wage", TODAY) is None
