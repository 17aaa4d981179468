"""What can be recorded about each kind of circumstance, for the small form in which a coach puts dates and details right.

Labels are neutral: whoever looks over a shoulder learns no more than the form's title says. Values in `detail` are JSON:
dates ISO 8601, a choice its id, yes and no as truth, numbers as typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.people.person import Circumstance


class FieldKind(StrEnum):
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class CircumstanceField:
    """One field of the form.

    Attributes:
        name: "starts_on", "ends_on", or a key of `detail`.
        label: message id.
        choices: id and message id of each, for a choice.
    """

    name: str
    kind: FieldKind
    label: str
    choices: tuple[tuple[str, str], ...] = ()


def _day(name: str, label: str) -> CircumstanceField:
    return CircumstanceField(name, FieldKind.DATE, label)


def _yes_no(name: str, label: str) -> CircumstanceField:
    return CircumstanceField(name, FieldKind.YES_NO, label)


def _number(name: str, label: str) -> CircumstanceField:
    return CircumstanceField(name, FieldKind.NUMBER, label)


def _one_of(name: str, label: str, **choices: str) -> CircumstanceField:
    return CircumstanceField(name, FieldKind.CHOICE, label, tuple(choices.items()))


_SINCE, _UNTIL = _day("starts_on", N_("Since")), _day("ends_on", N_("Until"))
_FIRST, _LAST = _day("starts_on", N_("First day")), _day("ends_on", N_("Last day"))
_GOES_ON = (_SINCE, _UNTIL)

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "illness": N_("Health"),
        "pregnancy": N_("Having a baby, or a new baby"),
        "caring": N_("Caring for someone"),
        "fostering": N_("Fostering, adopting, or a child of family or friends"),
        "bereavement": N_("A death"),
        "court": N_("A day in court"),
        "public_duty": N_("Jury service, or another public duty"),
        "homeless": N_("No settled home"),
        "domestic_emergency": N_("Something urgent at home"),
        "temporary_childcare": N_("Nobody else to look after the children for a time"),
        "funeral": N_("Arranging a funeral"),
        "other_temporary": N_("Something else that will pass"),
        "treatment_abroad": N_("Treatment abroad"),
        "domestic_abuse": N_("Being hurt, threatened or controlled by someone"),
        "child_distress": N_("A child upset by a death or by violence"),
        "structured_recovery": N_("A recovery course"),
        "custody": N_("Prison"),
        "restricted_pause": N_("A statutory pause whose reason is not kept here"),
        "benefit_team_today": N_("To be asked of the benefit team today"),
        "volunteering": N_("Volunteering"),
        "agreed_time": N_("Time that was agreed to count"),
        "permitted_period": N_("Looking for work like the last first"),
        "student": N_("Studying, as the benefit decided"),
        "work": N_("How the work counts"),
        "partner": N_("What counts of the partner in the claim"),
    }
)
"""Message ids of every kind, in the order of the list that all kinds are chosen from; it is the same for everybody."""

FIELDS: Mapping[str, tuple[CircumstanceField, ...]] = MappingProxyType(
    {
        "illness": (
            _one_of(
                "capability",
                N_("What the benefit decided about work and health"),
                not_in_question=N_("Nothing: it is not in question"),
                awaiting_assessment=N_("Nothing yet: an assessment is awaited"),
                fit_for_work=N_("Fit for work"),
                limited=N_("Limited capability for work"),
                limited_and_activity=N_("Limited capability for work and for getting ready for it"),
            ),
            _day("fit_note_from", N_("Fit note from")),
            _day("fit_note_until", N_("Fit note until")),
            _day("fit_note_given_on", N_("Fit note given to us on")),
            _one_of("fit_note_says", N_("What it says"), not_fit=N_("Not fit for work"), may_be_fit=N_("May be fit")),
            _yes_no("same_condition", N_("A decision maker found them able to work with the same condition")),
            _UNTIL,
        ),
        "pregnancy": (
            _day("expected_confinement", N_("Baby expected on")),
            _day("confined_on", N_("Baby born on")),
        ),
        "caring": (
            _number("hours", N_("Hours a week")),
            _one_of(
                "qualifying_benefit",
                N_("A benefit because of illness or disability is paid for them"),
                yes=N_("Yes"),
                no=N_("No"),
                pending=N_("Waiting to hear"),
            ),
            _yes_no("paid_for_it", N_("The caring is paid work")),
            _number("start_days", N_("Days needed before a job could start")),
            _number("interview_hours", N_("Hours needed before a job interview")),
            *_GOES_ON,
        ),
        "fostering": (
            _one_of(
                "relation",
                N_("How the child came"),
                foster=N_("Fostered"),
                adopted=N_("Adopted, or to be adopted"),
                friend_or_family=N_("A child of family or friends"),
            ),
            _day("starts_on", N_("Came to live here on")),
            _day("child_born", N_("Child born on")),
            _number("child_age", N_("Or the child's age")),
            _one_of(
                "responsible_foster_parent",
                N_("Of a couple, the one named as responsible"),
                claimant=N_("This person"),
                partner=N_("The partner"),
            ),
            _yes_no(
                "friend_or_family_test_met", N_("Without this home the child would be looked after by the council")
            ),
            _yes_no("approved_kinship_scotland", N_("An approved kinship carer in Scotland")),
            _UNTIL,
        ),
        "bereavement": (
            _day("starts_on", N_("Died on")),
            _one_of(
                "who",
                N_("Who died"),
                partner=N_("Their partner"),
                responsible_child=N_("A child they or their partner were responsible for"),
                own_child=N_("Their own child"),
                young_person_responsible_for=N_("A young person they or their partner were responsible for"),
                other=N_("Somebody else"),
            ),
            _UNTIL,
        ),
        "court": (_FIRST, _LAST),
        "public_duty": (_FIRST, _LAST, _yes_no("approved", N_("Approved as a public duty"))),
        "homeless": _GOES_ON,
        "domestic_emergency": _GOES_ON,
        "temporary_childcare": _GOES_ON,
        "funeral": _GOES_ON,
        "other_temporary": _GOES_ON,
        "treatment_abroad": (_FIRST, _LAST),
        "domestic_abuse": (
            _day("starts_on", N_("Told us on")),
            _yes_no("within_six_months", N_("In the last six months before that")),
            _yes_no("at_same_address", N_("Still at the same address")),
            _day("evidence_seen_on", N_("Paper seen on")),
            _day("previous_easement_ended_on", N_("An earlier pause of this kind ended on")),
            _UNTIL,
        ),
        "child_distress": (
            _day("starts_on", N_("Happened on")),
            _day("month_1", N_("First month used, from")),
            _day("month_2", N_("Second month used, from")),
            _day("month_3", N_("Third month used, from")),
            _day("month_4", N_("Fourth month used, from")),
            _UNTIL,
        ),
        "structured_recovery": _GOES_ON,
        "custody": (
            _one_of(
                "custody",
                N_("How it is now"),
                in_custody=N_("There now"),
                temporary_release=N_("Out for a limited time"),
            ),
            *_GOES_ON,
        ),
        "restricted_pause": (_FIRST, _LAST),
        "benefit_team_today": (_day("ends_on", N_("Settled on")),),
        "volunteering": (
            _number("hours", N_("Hours a week")),
            _yes_no("needs_notice", N_("They need notice to stop")),
            _yes_no("counts", N_("Agreed to count towards the hours")),
            *_GOES_ON,
        ),
        "agreed_time": (
            _one_of(
                "counts_as",
                N_("What it is"),
                preparation=N_("Getting ready for work, as asked"),
                voluntary_preparation=N_("Getting ready for work, by choice"),
                paid_work=N_("Paid work"),
                temporary=N_("Something that will pass"),
            ),
            _number("hours", N_("Hours a week")),
            *_GOES_ON,
        ),
        "permitted_period": (_SINCE, _yes_no("reasonable_prospects", N_("Good prospects of such work"))),
        "student": _GOES_ON,
        "work": (
            _yes_no("minimum_income_floor_applied", N_("A minimum income floor is applied")),
            _yes_no("apprentice", N_("An apprentice")),
            *_GOES_ON,
        ),
        "partner": (
            _day("born_on", N_("Born on")),
            _number("employed_monthly", N_("Earned a month in a job, before tax, in pounds")),
            _number("self_employed_monthly", N_("Earned a month from self-employment, in pounds")),
            _number("expected_hours", N_("Hours a week that were decided for them")),
            *_GOES_ON,
        ),
    }
)
"""The fields of every kind, in the order of the form."""


def value_of(circumstance: Circumstance, name: str) -> object:
    """What is recorded for a field: a date, an id, truth, a number as typed, or None."""
    if name in {"starts_on", "ends_on"}:
        return circumstance.starts_on if name == "starts_on" else circumstance.ends_on
    kept = circumstance.detail.get(name)
    if kept is not None and any(
        each.name == name and each.kind is FieldKind.DATE for each in FIELDS.get(circumstance.kind, ())
    ):
        return date.fromisoformat(kept)
    return kept


def with_value(circumstance: Circumstance, name: str, value: object) -> Circumstance:
    """The circumstance with another value in a field; None where nothing is known."""
    if name in {"starts_on", "ends_on"}:
        day = value if isinstance(value, date) else None
        return replace(circumstance, starts_on=day) if name == "starts_on" else replace(circumstance, ends_on=day)
    detail = {key: kept for key, kept in circumstance.detail.items() if key != name}
    if value is not None:
        detail[name] = value.isoformat() if isinstance(value, date) else value
    return replace(circumstance, detail=detail)
