"""The words by which worked examples are found, and what each is called on a screen."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_


class Circumstance(StrEnum):
    """What a worked example is about: a closed list, in the order in which it is offered."""

    SINGLE_PARENT = "single_parent"
    COUPLE = "couple"
    OTHER_PARENT = "other_parent"
    PREGNANCY = "pregnancy"
    CHILD_UNDER_1 = "child_under_1"
    CHILD_1 = "child_1"
    CHILD_2 = "child_2"
    CHILD_3_OR_4 = "child_3_or_4"
    SCHOOL_CHILD = "school_child"
    TEENAGER = "teenager"
    ADOPTING = "adopting"
    FOSTERING = "fostering"
    KINSHIP = "kinship"
    CARING_35 = "caring_35"
    CARING = "caring"
    CARING_PENDING = "caring_pending"
    CHILDCARE = "childcare"
    IN_WORK = "in_work"
    ENOUGH_EARNINGS = "enough_earnings"
    SELF_EMPLOYED = "self_employed"
    APPRENTICE = "apprentice"
    VOLUNTEERING = "volunteering"
    PREPARATION = "preparation"
    STUDENT = "student"
    YOUTH = "youth"
    CARE_LEAVER = "care_leaver"
    EX_FORCES = "ex_forces"
    REFUGEE = "refugee"
    PENSION_AGE = "pension_age"
    FIT_NOTE = "fit_note"
    REPEAT_SICKNESS = "repeat_sickness"
    FOUND_FIT = "found_fit"
    BENEFIT_TEAM = "benefit_team"
    LIMITED = "limited"
    LIMITED_AND_ACTIVITY = "limited_and_activity"
    TREATMENT_ABROAD = "treatment_abroad"
    BEREAVEMENT = "bereavement"
    FUNERAL = "funeral"
    EMERGENCY = "emergency"
    HOMELESS = "homeless"
    COURT = "court"
    PUBLIC_DUTY = "public_duty"
    PRISON_LEAVER = "prison_leaver"
    DOMESTIC_ABUSE = "domestic_abuse"
    CHILD_DISTRESS = "child_distress"
    RECOVERY = "recovery"
    CUSTODY = "custody"
    RESTRICTED_PAUSE = "restricted_pause"


SEALED = frozenset(
    {
        Circumstance.DOMESTIC_ABUSE,
        Circumstance.CHILD_DISTRESS,
        Circumstance.RECOVERY,
        Circumstance.CUSTODY,
        Circumstance.RESTRICTED_PAUSE,
    }
)
"""Those that no list names: all of them have one label."""

_PAUSE = N_("A statutory pause")

CIRCUMSTANCES: Mapping[Circumstance, str] = MappingProxyType(
    {
        Circumstance.SINGLE_PARENT: N_("A parent alone"),
        Circumstance.COUPLE: N_("A couple"),
        Circumstance.OTHER_PARENT: N_("The other parent"),
        Circumstance.PREGNANCY: N_("Pregnancy"),
        Circumstance.CHILD_UNDER_1: N_("A child under one"),
        Circumstance.CHILD_1: N_("A child of one"),
        Circumstance.CHILD_2: N_("A child of two"),
        Circumstance.CHILD_3_OR_4: N_("A child of three or four"),
        Circumstance.SCHOOL_CHILD: N_("A child at school"),
        Circumstance.TEENAGER: N_("A child of thirteen or more"),
        Circumstance.ADOPTING: N_("Adopting"),
        Circumstance.FOSTERING: N_("Fostering"),
        Circumstance.KINSHIP: N_("A child of family or friends"),
        Circumstance.CARING_35: N_("Caring for 35 hours or more"),
        Circumstance.CARING: N_("Caring for fewer hours"),
        Circumstance.CARING_PENDING: N_("Caring, with a benefit still awaited"),
        Circumstance.CHILDCARE: N_("Childcare that falls away for a time"),
        Circumstance.IN_WORK: N_("In work"),
        Circumstance.ENOUGH_EARNINGS: N_("Earning over a threshold"),
        Circumstance.SELF_EMPLOYED: N_("Self-employed"),
        Circumstance.APPRENTICE: N_("An apprentice"),
        Circumstance.VOLUNTEERING: N_("Volunteering"),
        Circumstance.PREPARATION: N_("A course agreed as preparation"),
        Circumstance.STUDENT: N_("In education"),
        Circumstance.YOUTH: N_("Under 22"),
        Circumstance.CARE_LEAVER: N_("A care leaver"),
        Circumstance.EX_FORCES: N_("Left the armed forces"),
        Circumstance.REFUGEE: N_("A refugee"),
        Circumstance.PENSION_AGE: N_("Pension age in a couple"),
        Circumstance.FIT_NOTE: N_("A fit note"),
        Circumstance.REPEAT_SICKNESS: N_("Ill again and again"),
        Circumstance.FOUND_FIT: N_("Found fit, and a fit note again"),
        Circumstance.BENEFIT_TEAM: N_("Ask the benefit team today"),
        Circumstance.LIMITED: N_("Limited capability for work"),
        Circumstance.LIMITED_AND_ACTIVITY: N_("Limited capability for work and for getting ready for it"),
        Circumstance.TREATMENT_ABROAD: N_("Treatment abroad"),
        Circumstance.BEREAVEMENT: N_("A death"),
        Circumstance.FUNERAL: N_("A funeral to arrange"),
        Circumstance.EMERGENCY: N_("An emergency at home"),
        Circumstance.HOMELESS: N_("No settled home"),
        Circumstance.COURT: N_("An appointment conflict"),
        Circumstance.PUBLIC_DUTY: N_("A public duty"),
        Circumstance.PRISON_LEAVER: N_("A return home with conditions"),
        Circumstance.DOMESTIC_ABUSE: _PAUSE,
        Circumstance.CHILD_DISTRESS: _PAUSE,
        Circumstance.RECOVERY: _PAUSE,
        Circumstance.CUSTODY: _PAUSE,
        Circumstance.RESTRICTED_PAUSE: _PAUSE,
    }
)
"""What each is called on a screen: message ids, the screen translates them."""
