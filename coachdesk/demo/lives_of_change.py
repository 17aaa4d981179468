"""Invented people whose health, home, work or family changed what may be asked of them, for a while or for good."""

from coachdesk.demo.living import Life, Verdict
from coachdesk.demo.stories import CANNOT_LIFT, CLEANING, ONE_DAY, READY, SMALL_STEPS, TWO_JOBS
from coachdesk.requirements.facts import Decided

_NO_HOME = {"card": ["homeless"], "contact_note": "Text only. Charging a telephone is not easy just now."}


def _ill(first: int, last: int, good_day: str) -> dict[str, object]:
    told = {"card": ["illness"], "health_changes": "yes", "good_day": good_day}
    return {**told, "fit_note": "yes", "fit_note_dates": {"from": first, "until": last}}


def _hours(hours: str) -> dict[str, object]:
    return {"hours_decided": hours, "hours_reason": "Because of what a good day lets you do.", "hours_review": 30}


FIRST_NOTE = Life("Wayne", "Fielding", 45, CANNOT_LIFT, 3, {**_ill(-6, 8, "Short walks."), **_hours("20")}, {})
NO_HOME = Life("Jordan", "Clarke", 24, SMALL_STEPS, 4, _NO_HOME, {"homeless": {"starts_on": -12}})
IN_WORK = Life(
    "Kwame",
    "Mensah",
    28,
    TWO_JOBS,
    9,
    {"in_work": "yes", "notice": "7", "earnings": "1150", "self_employed": "no"},
    {},
)
PAUSED = Life(
    "Jade",
    "Booth",
    32,
    READY,
    15,
    {"card_private": ["hurt"]},
    {"domestic_abuse": {"starts_on": -17, "within_six_months": True, "at_same_address": False}},
)

OF_HEALTH = (
    Life("Deepak", "Sharma", 51, CANNOT_LIFT, 8, _ill(-40, 20, "An hour at a desk, with breaks."), {}),
    Life(
        "Joanne",
        "Sutcliffe",
        47,
        READY,
        6,
        {**_ill(-34, 21, "A talk by telephone."), **_hours("16")},
        {},
        (Verdict("fit_note_longer", Decided.APPLIED, "The fit note runs on.", 21),),
        referred=True,
    ),
    Life(
        "Delroy",
        "Hinds",
        53,
        CANNOT_LIFT,
        12,
        {"card": ["illness"], "health_changes": "yes", "good_day": "Two hours, sitting down."},
        {"illness": {"capability": "limited"}},
    ),
    Life(
        "Callie",
        "Marsh",
        23,
        ONE_DAY,
        7,
        {"card": ["pregnancy"]},
        {"pregnancy": {"expected_confinement": 130}},
    ),
    Life(
        "Lee",
        "Barker",
        37,
        READY,
        13,
        {"card_private": ["recovery"]},
        {"structured_recovery": {"starts_on": -30}},
    ),
)
OF_HOME = (
    Life("Gareth", "Lloyd", 50, READY, 17, {"card": ["death"]}, {"bereavement": {"starts_on": -60, "who": "partner"}}),
    Life("Aisha", "Rahman", 39, ONE_DAY, 3, {"card": ["death"]}, {"bereavement": {"starts_on": -10, "who": "other"}}),
    Life("Trevor", "Pinnock", 46, CLEANING, 5, {"card": ["court"]}, {"court": {"starts_on": 6, "ends_on": 6}}),
    Life("Stuart", "Naylor", 35, SMALL_STEPS, 3, {"card": ["emergency"]}, {"domestic_emergency": {"starts_on": -6}}),
    Life(
        "Mollie",
        "Bradshaw",
        21,
        SMALL_STEPS,
        20,
        _NO_HOME,
        {"homeless": {"starts_on": -50}},
        (Verdict("homeless", Decided.APPLIED, "Finding somewhere to stay comes first.", -2),),
    ),
    Life(
        "Kirsty",
        "Lawson",
        22,
        SMALL_STEPS,
        6,
        _NO_HOME,
        {"homeless": {"starts_on": -25}},
        (Verdict("homeless", Decided.APPLIED, "Finding somewhere to stay comes first.", 15),),
    ),
    Life(
        "Yonas",
        "Girmay",
        31,
        CLEANING,
        11,
        {"in_work": "yes", "notice": "0", "earnings": "0", "self_employed": "start_up"},
        {},
    ),
)
