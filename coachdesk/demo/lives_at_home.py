"""Invented parents and carers: children of several ages, hours that were decided and hours that were not."""

from collections.abc import Mapping

from coachdesk.demo.living import Life
from coachdesk.demo.stories import CARE, KITCHEN, LATER_ON, MORE_HOURS, QUALIFYING, ROUND_THE_CARE, SCHOOL_HOURS, Story

_AT_SCHOOL = "Because you told us when the children are at school."
_NEEDED = "Because you told us when you are needed at home."


def _children(*ages: int, school: str = "School from nine to three.") -> dict[str, object]:
    rows = [{"age": str(age), "born": ""} for age in ages]
    return {"children": rows, "school_run": school}


def _hours(hours: int, reason: str, again: int) -> dict[str, object]:
    return {"hours": str(hours), "hours_decided": str(hours), "hours_reason": reason, "hours_review": again}


def _cares(hours: int, benefit: str, when: str) -> dict[str, object]:
    told = {"card": ["caring"], "cares_for": "yes", "cares_for_hours": str(hours)}
    return {**told, "cares_for_benefit": benefit, "care_times": when}


def _life(
    name: str,
    age: int,
    told: int,
    story: Story,
    answers: Mapping[str, object],
    **noted: Mapping[str, object],
) -> Life:
    given, family = name.split()
    return Life(given, family, age, story, told, answers, noted)


LONE_PARENT = _life("Rhian Probert", 31, 3, SCHOOL_HOURS, {**_children(4, 8), "hours": "20"})
CARER = _life("Parveen Akhtar", 49, 6, ROUND_THE_CARE, _cares(20, "no", "Mornings, and hospital days."))

PARENTS = (
    _life("Gemma Holt", 27, 11, LATER_ON, _children(2, school="A childminder on Tuesdays.")),
    _life("Danielle Pickles", 34, 14, LATER_ON, _children(1, 5, school="Nobody else for the little one yet.")),
    _life("Shabana Iqbal", 36, 8, SCHOOL_HOURS, {**_children(6, 11), **_hours(20, _AT_SCHOOL, 40)}),
    _life("Leanne Webster", 29, 20, QUALIFYING, {**_children(3), **_hours(16, _AT_SCHOOL, -3)}),
    _life("Marcia Reid", 41, 10, KITCHEN, {**_children(12, 14), **_hours(25, _AT_SCHOOL, 60)}),
    _life("Oksana Bondarenko", 33, 4, SCHOOL_HOURS, _children(9)),
    _life("Fiona Kendall", 37, 5, CARE, {"partner_in_claim": "yes", **_children(6), "main_carer": "me"}),
    _life("Imran Hussain", 38, 5, KITCHEN, {"partner_in_claim": "yes", **_children(7, 3), "main_carer": "partner"}),
    _life(
        "Ewa Wójcik",
        30,
        12,
        QUALIFYING,
        {"partner_in_claim": "yes", **_children(5), "main_carer": "me", **_hours(16, _AT_SCHOOL, 45)},
    ),
    _life(
        "Tanisha Gordon",
        35,
        4,
        SCHOOL_HOURS,
        {**_children(10), **_hours(18, _AT_SCHOOL, 30)},
        temporary_childcare={"starts_on": -7, "ends_on": 12},
    ),
)
CARERS = (
    _life("Ieuan Bevan", 58, 9, ROUND_THE_CARE, _cares(40, "yes", "Day and night.")),
    _life("Keith Atkinson", 55, 7, ROUND_THE_CARE, _cares(36, "pending", "From breakfast until bedtime.")),
    _life(
        "Angharad Rowlands",
        52,
        13,
        MORE_HOURS,
        {**_cares(15, "yes", "Evenings and Sundays."), **_hours(20, _NEEDED, -1)},
    ),
    _life(
        "Selam Tesfay",
        34,
        10,
        LATER_ON,
        {"card": ["fostering"], **_children(7, school="She starts at the new school after the holidays.")},
        fostering={
            "relation": "friend_or_family",
            "starts_on": -120,
            "child_age": "7",
            "friend_or_family_test_met": True,
        },
    ),
)
