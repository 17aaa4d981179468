"""The words of a finding for coaches and policy colleagues: groups, standings, authorities, what an unknown fact is."""

import re
from collections.abc import Mapping

from coachdesk.i18n import N_, _, ngettext
from coachdesk.requirements.finding import Group, Standing, Switch
from coachdesk.requirements.rule import Authority, Rule, Status

GROUPS: Mapping[Group, str] = {
    Group.NONE: N_("No requirements: nothing is asked for."),
    Group.INTERVIEW: N_("Interviews only."),
    Group.PREPARATION: N_("Interviews and preparation for work."),
    Group.ALL: N_("All requirements: interviews, preparation, looking for work and being available."),
}

STANDINGS: Mapping[Standing, str] = {
    Standing.REQUIRED: N_("can be asked for"),
    Standing.MAY_BE_REQUIRED: N_("may be asked for"),
    Standing.OFF: N_("not asked for today"),
    Standing.POSTPONED_JOB: N_("put off for a job; a job interview still counts"),
    Standing.POSTPONED_JOB_AND_INTERVIEW: N_("put off, for a job and for a job interview"),
    Standing.CONSIDER: N_("for you to decide"),
    Standing.NOT_IMPOSED: N_("not part of this group"),
}

PAUSES: Mapping[Switch, str] = {
    Switch.A: N_("Nothing needs to be looked for {how_long}, and being available for a job or a job interview waits."),
    Switch.B: N_("Nothing needs to be looked for {how_long}."),
    Switch.C: N_("Nothing needs to be looked for {how_long}, and being available for a job or a job interview waits."),
    Switch.D: N_("Nothing needs to be looked for {how_long}, and a job can start later; a job interview still counts."),
    Switch.E: N_("Nothing of any kind is asked {how_long}."),
    Switch.F: N_("Nothing needs to be looked for {how_long}, and nobody needs to be available."),
}
"""What a pause does (domain.md 2.1); `how_long` is said with or without a day."""

_AUTHORITIES: Mapping[Authority, str] = {
    Authority.ACT: N_("law"),
    Authority.REGULATION: N_("regulation"),
    Authority.ADM: N_("guidance, not law"),
    Authority.OPERATIONAL: N_("policy, not law"),
    Authority.PRACTICE: N_("practice, not law"),
}

_UNKNOWN: Mapping[str, str] = {
    "children[].date_of_birth": N_("when child {number} was born, or how old the child is"),
    "children[].joined_on": N_("when child {number} came to live here"),
    "children[].friend_or_family_test_met": N_("whether friends or family care for child {number} in a parent's place"),
    "children[].responsible_foster_parent": N_(
        "which of the couple is the responsible foster parent of child {number}"
    ),
    "children": N_("which children live here, and when they were born"),
    "claimant.responsible_carer": N_("which of the couple is the nominated lead carer"),
    "claimant.relevant_carer": N_("whether this person has caring responsibilities of their own"),
    "claimant.cares_for[].hours": N_("how many hours a week this person cares for somebody"),
    "claimant.cares_for[].qualifying_benefit": N_("whether the person who is cared for has a disability benefit"),
    "claimant.fit_notes[].from": N_("from which day the fit note runs"),
    "claimant.fit_notes[].evidence_on": N_("on which day the fit note was given to us"),
    "claimant.public_duty[].approved": N_("whether the public duty is approved"),
    "claimant.earnings.employed_monthly": N_("what this person earns in a job, gross, in a month"),
    "partner.earnings.employed_monthly": N_("what the partner earns in a job, gross, in a month"),
    "claimant.permitted_period.reasonable_prospects": N_("whether work like the last is likely to be found soon"),
    "claimant.decisions.expected_hours": N_("how many hours a week you decide on, and why"),
}


def authority_word(rule: Rule) -> str:
    """On whose authority a rule stands, as a word: only an Act and regulations that somebody can vouch for are law."""
    return _("unconfirmed") if rule.status is Status.UNCONFIRMED else _(_AUTHORITIES[rule.authority])


def fact_words(path: str) -> str:
    """What it would help to know, from the path of an unknown fact; the path itself where there are no words for it."""
    numbers = re.findall(r"\[(\d+)\]", path)
    words = _UNKNOWN.get(re.sub(r"\d+", "", path))
    return _(words).format(number=int(numbers[0]) + 1 if numbers else "") if words is not None else path


def cited(text: str, citation: str, rule: Rule | None) -> str:
    """A sentence with its source before its full stop; what is not law says so."""
    source = citation if rule is None or rule.is_law else f"{citation}: {authority_word(rule)}"
    return f"{text.removesuffix('.')} ({source})."


def within(duration: str) -> str:
    """A notice in words, from an ISO 8601 duration of months, weeks, days or hours: "P1M", "PT48H"."""
    number, unit = int(duration.strip("PTMWDH")), duration[-1]
    if number == 0:
        return _("at once")
    if unit == "M":
        return ngettext("within {number} month", "within {number} months", number).format(number=number)
    if unit == "W":
        return ngettext("within {number} week", "within {number} weeks", number).format(number=number)
    if unit == "D":
        return ngettext("within {number} day", "within {number} days", number).format(number=number)
    return ngettext("within {number} hour", "within {number} hours", number).format(number=number)
