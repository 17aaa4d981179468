"""The one list of what the rules have to speak of: each topic with the values that the engine reads of it.

A topic has one shape, or several of which one is enough (a sum or hours of work, weeks or months). A value that is not
in the shape is a mistake: nobody would read it.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.values import Kind

Shape = Mapping[str, Kind]

_NOTHING: Final[tuple[Shape, ...]] = ({},)
_LOOKS: Final[Shape] = {
    "switch": Kind.SWITCH,
    "label": Kind.TEXT,
    "neutral_label": Kind.TEXT,
    "sealed": Kind.FLAG,
    "print": Kind.FLAG,
}


def _whole(*names: str) -> Shape:
    return dict.fromkeys(names, Kind.WHOLE)


_AET_SUMS: Final[Shape] = {**_whole("single", "couple"), "either_leg": Kind.FLAG}
_AET_HOURS: Final[Shape] = {**_whole("single_hours", "couple_hours"), "either_leg": Kind.FLAG}
_NOTICE: Final[Shape] = {"start": Kind.DURATION, "interview": Kind.DURATION}
_EVERY: Final = (_whole("weeks"), _whole("months"))

_NUMBERS: Final[Mapping[str, tuple[Shape, ...]]] = {
    "wage": ({"bands": Kind.BANDS, "apprentice": Kind.POUNDS},),
    "aet": (_AET_SUMS, _AET_HOURS),
    "cet": (_whole("interview_or_preparation_hours", "partner_not_claiming_hours", "apprentice_hours"),),
    "expected_hours": (_whole("default"),),
    "hours.below_school_age": _NOTHING,
    "hours.school_age": (_whole("until_age"),),
    "hours.relevant_carer": _NOTHING,
    "hours.impairment": _NOTHING,
    "policy_maximum.below_school_age": (_whole("hours"),),
    "policy_maximum.school_age": (_whole("hours"),),
    "limits": _NOTHING,
    "travel": (_whole("minutes"),),
    "travel_guidance": ({"steps": Kind.STEPS},),
    "permitted_period": _EVERY,
    "availability.at_once": _NOTHING,
    "availability.carer": (_NOTICE,),
    "availability.voluntary": (_NOTICE,),
    "availability.contract": ({"interview": Kind.DURATION},),
    "deductions": ({"voluntary_share": Kind.SHARE},),
    "school_age": ({"age": Kind.WHOLE, **dict.fromkeys(("england", "wales", "scotland"), Kind.DAYS)},),
    "state_pension_age": ({"table": Kind.AGES},),
    "health_days": (
        _whole("self_certificate_until", "fit_note_from", "pause_until", "referral", "fit_note_weeks_for_referral"),
    ),
}

_GROUPS: Final[Mapping[str, Shape]] = {
    "limited_and_activity": {},
    "carer_35": _whole("hours"),
    "child_under_1": {},
    "pension_credit_age": {},
    "confinement": _whole("weeks_before", "weeks_after"),
    "adopter": _whole("months"),
    "student": {},
    "foster_under_1": {},
    "cet": {},
    "cet_couple": {},
    "apprentice": {},
    "minimum_income_floor": {},
    "child_1": {},
    "foster": {},
    "kinship_scotland": {},
    "kinship": _whole("months"),
    "limited": {},
    "child_2": {},
    "everyone": {},
}
"""In the order in which they are tried."""

_LENGTHS: Final[Mapping[str, Shape]] = {
    "domestic_abuse": _whole("weeks", "evidence_months", "recent_months", "again_months"),
    "domestic_abuse_carer": _whole("weeks"),
    "bereavement": _whole("months"),
    "child_distress": _whole("months_after", "halves"),
    "fit_note_short": _whole("days", "periods", "in_months"),
    "recovery": _whole("months"),
    "treatment_abroad": _whole("months"),
    "restricted_pause": _whole("months"),
}

_LAPSES: Final = (
    "domestic_abuse",
    "bereavement",
    "child_distress",
    "recovery",
    "restricted_pause",
    "treatment_abroad",
    "court",
    "custody",
    "public_duty",
    "earnings_light_touch",
)

WARNINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "not_held": ("day",),
    "beyond_rules": ("day",),
    "benefit_team_today": (),
    "wca_referral_due": (),
    "wca_referral_at_once": (),
    "hours_to_decide": (),
    "hours_review_due": ("day",),
    "hours_without_ground": ("hours",),
    "above_policy_maximum": ("hours", "maximum"),
    "hours_without_reason": (),
    "voluntary_over_half": ("hours",),
    "evidence_due": (),
    "evidence_late": (),
    "carer_35_spread": (),
    "nobody_nominated": (),
    "travel_over_ceiling": ("minutes", "ceiling"),
    "start_up_practice": (),
    "light_touch_interviews": (),
    "voluntary_only": (),
    "confinement_not_recorded": (),
    "impairment_still_counts": (),
    "minimum_income_floor": (),
    "deductions_over_hours": (),
    "foster_care_needs": (),
    "permitted_period_over": (),
    "discretion_over": (),
    "unconfirmed": (),
}
"""Codes of warnings, each with the words in braces that the engine fills in."""

REVIEWS: Final = (
    "child_1",
    "child_2",
    "child_3",
    "child_13",
    "school_age",
    "fit_note_ends",
    "day_8",
    "day_14",
    "wca_referral",
    "easement_ends",
    "evidence_due",
    "confinement_starts",
    "confinement_ends",
    "adoption_year",
    "kinship_year",
    "permitted_period_ends",
    "wage_change",
    "hours_decision",
    "discretion_ends",
    "pension_age",
    "appointment_conflict",
)

_CONTACTS: Final[Mapping[str, tuple[Shape, ...]]] = {
    **dict.fromkeys(
        ("child_1", "child_2", "all_first_13_weeks", "all_after_13_weeks", "all_in_work", "light_touch", "fit_note"),
        _EVERY,
    ),
    "first_meeting": (_whole("minutes"),),
    "review": (_whole("minutes"),),
}

_A_DAY: Final[Shape] = dict.fromkeys(("single_25", "single_under_25", "couple_25"), Kind.POUNDS)

_CONSEQUENCES: Final[Mapping[str, tuple[Shape, ...]]] = {
    "medium": (_whole("days", "days_again"),),
    "low": (_whole("days_more"),),
    "lowest": _NOTHING,
    "amount": (_A_DAY,),
    "amount_lower": (_A_DAY,),
}


def _under(first: str, names: Iterable[str], shapes: Mapping[str, tuple[Shape, ...]]) -> dict[str, tuple[Shape, ...]]:
    return {f"{first}.{name}": shapes.get(name, _NOTHING) for name in names}


def _lapsed(name: str) -> tuple[Shape, ...]:
    return ({"switch": Kind.SWITCH, **(_whole("other_weeks") if name == "bereavement" else {})},)


TOPICS: Final[Mapping[str, tuple[Shape, ...]]] = {
    **_NUMBERS,
    **{f"group.{name}": (shape,) for name, shape in _GROUPS.items()},
    **{f"easement.{name}": ({**_LOOKS, **_LENGTHS.get(name, {})},) for name in EASEMENTS},
    **{f"consider.{name}": _lapsed(name) for name in _LAPSES},
    **_under("warning", WARNINGS, {}),
    **_under("review", REVIEWS, {}),
    **_under("contact", _CONTACTS, _CONTACTS),
    **_under("consequence", _CONSEQUENCES, _CONSEQUENCES),
}
"""Every topic that a rule file has to have, with the shapes of its values."""
