"""What recorded circumstances say as facts: one writer for each kind, the only place that knows their details.

A circumstance without its dates still says something wherever the law can start from that: then the engine asks for a
decision. What a kind has to have before it says all that it can is in `gathering.ENOUGH`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial
from types import MappingProxyType

from coachdesk.people.circumstances import in_force
from coachdesk.requirements import from_arrangements as arranged
from coachdesk.requirements.draft import Draft
from coachdesk.requirements.facts import (
    Bereavement,
    Capability,
    CareNotice,
    CaresFor,
    ChildDistress,
    ChildFacts,
    Custody,
    DomesticAbuse,
    FitNote,
    Known,
    Member,
    PublicDuty,
    Relation,
    RestrictedPause,
    Says,
    StructuredRecovery,
    Temporary,
    TemporaryKind,
    Who,
)
from coachdesk.requirements.noted import Noted
from coachdesk.requirements.periods import last_of_weeks

Write = Callable[[Draft, Noted], None]

_WEEKS = 13
"""How long a pause after a notice of abuse lasts (reg. 98(1))."""


def _illness(draft: Draft, noted: Noted) -> None:
    person = draft.claimant.single
    for name, known in (
        ("capability", noted.choice("capability", Capability)),
        ("decision_maker_found_same_condition", noted.truth("same_condition")),
    ):
        if known is not None:
            person[name] = known
    note = FitNote(
        from_=noted.day("fit_note_from"),
        until=noted.day("fit_note_until"),
        evidence_on=noted.day("fit_note_given_on"),
        says=noted.choice("fit_note_says", Says),
    )
    if note.dated:
        draft.claimant.add("fit_notes", note)


def _pregnancy(draft: Draft, noted: Noted) -> None:
    for name in ("expected_confinement", "confined_on"):
        if noted.day(name) is not None:
            draft.claimant.single[name] = noted.day(name)


def _caring(draft: Draft, noted: Noted) -> None:
    """A relevant carer (reg. 85) until it is known how much; then the hours and the benefit say it."""
    hours, benefit = noted.number("hours"), noted.choice("qualifying_benefit", Known)
    start, interview = noted.number("start_days"), noted.number("interview_hours")
    if hours is not None:
        if not draft.caring_recorded:
            draft.claimant.several.pop("cares_for", None)
            draft.caring_recorded = True
        cared = CaresFor(hours=hours, qualifying_benefit=benefit, paid_for_it=noted.truth("paid_for_it"))
        draft.claimant.add("cares_for", cared)
    elif not draft.claimant.several.get("cares_for"):
        draft.claimant.single["relevant_carer"] = True
    if start is not None or interview is not None:
        draft.claimant.single["care_notice"] = CareNotice(
            start_days=None if start is None else int(start),
            interview_hours=None if interview is None else int(interview),
        )


def _fostering(draft: Draft, noted: Noted) -> None:
    """A child who came; one of the same age who was counted among the own children is that child."""
    relation = noted.choice("relation", Relation)
    if relation is None:
        return
    born, age = noted.day("child_born"), noted.number("child_age")
    child = ChildFacts(
        date_of_birth=born,
        age=None if born is not None or age is None else int(age),
        age_on=noted.on,
        relation=relation,
        joined_on=noted.starts,
        responsible_foster_parent=noted.choice("responsible_foster_parent", Member),
        friend_or_family_test_met=noted.truth("friend_or_family_test_met"),
        approved_kinship_scotland=noted.truth("approved_kinship_scotland"),
    )
    own = (each for each in draft.children if each.relation is Relation.RESPONSIBLE_FOR)
    same = next((each for each in own if (each.date_of_birth, each.age) == (born, child.age)), None)
    if same is not None and (born is not None or child.age is not None):
        draft.children.remove(same)
    draft.children.append(child)


def _bereavement(draft: Draft, noted: Noted) -> None:
    draft.claimant.add("bereavements", Bereavement(on=noted.starts, who=noted.choice("who", Who)))


def _court(draft: Draft, noted: Noted) -> None:
    draft.claimant.add("court", noted.span)


def _public_duty(draft: Draft, noted: Noted) -> None:
    duty = PublicDuty(from_=noted.starts, until=noted.ends, approved=noted.truth("approved"))
    draft.claimant.add("public_duty", duty)


def _abroad(draft: Draft, noted: Noted) -> None:
    draft.claimant.add("treatment_abroad", noted.span)


def _temporary(draft: Draft, noted: Noted, kind: TemporaryKind) -> None:
    draft.claimant.add("temporary", Temporary(kind=kind, from_=noted.starts, until=noted.ends))


def _abuse(draft: Draft, noted: Noted) -> None:
    """Notified on the day it was told, or else on the day it was written down."""
    told = DomesticAbuse(
        notified_on=noted.starts or noted.on,
        within_six_months=noted.truth("within_six_months"),
        at_same_address=noted.truth("at_same_address"),
        evidence_seen_on=noted.day("evidence_seen_on"),
        previous_easement_ended_on=noted.day("previous_easement_ended_on"),
    )
    before = draft.claimant.single.get("domestic_abuse")
    if isinstance(before, DomesticAbuse):
        told = _again(before, told)
    draft.claimant.single["domestic_abuse"] = told


def _again(before: DomesticAbuse, told: DomesticAbuse) -> DomesticAbuse:
    """Told again within a year, it is the same notice: the thirteen weeks start once.

    Where the first time lay outside reg. 98 and what it lacked is there now, the weeks start with the new notice. After
    a year they may start again, unless those of the first time are too near (reg. 98(4)).
    """
    if _within_a_year(before, told):
        return _begun_anew(before, told) if _has_changed(before, told) else _filled(before, told)
    if told.previous_easement_ended_on is not None or _lay_outside(before) or before.notified_on is None:
        return told
    return replace(told, previous_easement_ended_on=last_of_weeks(before.notified_on, _WEEKS))


def _lay_outside(told: DomesticAbuse) -> bool:
    return told.at_same_address is True or told.within_six_months is False


def _within_a_year(before: DomesticAbuse, told: DomesticAbuse) -> bool:
    if before.notified_on is None or told.notified_on is None:
        return True
    return told.notified_on - before.notified_on < timedelta(days=366)


def _has_changed(before: DomesticAbuse, told: DomesticAbuse) -> bool:
    """Whether they live elsewhere by now, or something happened since what was too long ago."""
    moved = before.at_same_address is True and told.at_same_address is False
    again = before.within_six_months is False and told.within_six_months is True
    return moved or again


def _begun_anew(before: DomesticAbuse, told: DomesticAbuse) -> DomesticAbuse:
    """The new notice, with what was known before of the rest; a paper that is here already is here on its first day."""
    anew, seen = _filled(told, before), told.evidence_seen_on or before.evidence_seen_on
    if seen is not None and told.notified_on is not None:
        seen = max(seen, told.notified_on)
    return replace(anew, evidence_seen_on=seen)


def _filled(before: DomesticAbuse, later: DomesticAbuse) -> DomesticAbuse:
    """What was known before, and what became known since of the rest."""
    known = {each.name: value for each in fields(before) if (value := getattr(before, each.name)) is not None}
    return replace(later, **known)


def _child_distress(draft: Draft, noted: Noted) -> None:
    months = (noted.day(f"month_{number}") for number in range(1, 5))
    used = tuple(sorted(month for month in months if month is not None))
    draft.claimant.add("child_distress", ChildDistress(event_on=noted.starts, months_used=used))


def _recovery(draft: Draft, noted: Noted) -> None:
    draft.claimant.single["structured_recovery"] = StructuredRecovery(from_=noted.starts)


def _custody(draft: Draft, noted: Noted) -> None:
    """That somebody is or was in prison says nothing of today: how it is now, or the days, have to be known."""
    if not in_force(noted.circumstance, draft.on):
        return
    held = noted.choice("custody", Custody)
    if held is not None:
        draft.claimant.single["custody"] = held
    elif noted.span.dated:
        draft.claimant.single["custody"] = Custody.IN_CUSTODY


def _restricted(draft: Draft, noted: Noted) -> None:
    """From its first day on, where one is known. Of several pauses the one that lasts longest."""
    if noted.starts is not None and noted.starts > draft.on:
        return
    before = draft.claimant.single.get("restricted_pause")
    until = noted.ends
    if isinstance(before, RestrictedPause):
        until = None if before.until is None or until is None else max(before.until, until)
    draft.claimant.single["restricted_pause"] = RestrictedPause(until=until)


def _benefit_team(draft: Draft, noted: Noted) -> None:
    del noted
    draft.claimant.single["may_be_treated_as_limited"] = True


WRITERS: Mapping[str, Write] = MappingProxyType(
    {
        "illness": _illness,
        "pregnancy": _pregnancy,
        "caring": _caring,
        "fostering": _fostering,
        "bereavement": _bereavement,
        "court": _court,
        "public_duty": _public_duty,
        "homeless": partial(_temporary, kind=TemporaryKind.HOMELESS),
        "domestic_emergency": partial(_temporary, kind=TemporaryKind.DOMESTIC_EMERGENCY),
        "temporary_childcare": partial(_temporary, kind=TemporaryKind.CHILDCARE),
        "funeral": partial(_temporary, kind=TemporaryKind.FUNERAL),
        "other_temporary": partial(_temporary, kind=TemporaryKind.OTHER),
        "treatment_abroad": _abroad,
        "domestic_abuse": _abuse,
        "child_distress": _child_distress,
        "structured_recovery": _recovery,
        "custody": _custody,
        "restricted_pause": _restricted,
        "benefit_team_today": _benefit_team,
        "volunteering": arranged.volunteering,
        "agreed_time": arranged.agreed_time,
        "permitted_period": arranged.permitted_period,
        "student": arranged.student,
        "work": arranged.work,
        "partner": arranged.partner,
    }
)
"""By kind of circumstance, in the order in which they are read."""
