"""What holds for every finding, whatever is known (the properties that the requirements have to have)."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coachdesk.requirements.assess import assess
from coachdesk.requirements.explanation import explain_lines
from coachdesk.requirements.facts import (
    Bereavement,
    Capability,
    CareNotice,
    ChildFacts,
    Custody,
    Decided,
    Decisions,
    DiscretionDecision,
    DomesticAbuse,
    Earnings,
    ExpectedHoursDecision,
    Facts,
    FitNote,
    Limit,
    LimitKind,
    PersonFacts,
    RestrictedPause,
    StructuredRecovery,
    Temporary,
    TemporaryKind,
    Who,
)
from coachdesk.requirements.finding import Finding, Group, Standing, Switch
from coachdesk.requirements.finding_json import as_json
from coachdesk.requirements.rule import Discretion
from tests.core.requirements.any_facts import FACTS as ANY_FACTS
from tests.core.requirements.found import rules
from tests.core.requirements.random_facts import EASING, RANDOM_FACTS, moved

ENDS_AND_EXPECTATIONS = ("until", "review_on", "expected_confinement", "previous_easement_ended_on")
"""Days that are stated beforehand, and no events."""


def finding(facts: Facts) -> Finding:
    return assess(facts, rules())


def may_require(facts: Facts) -> dict[str, bool]:
    return asdict(finding(facts).may_require)


def with_claimant(facts: Facts, **known: Any) -> Facts:
    return replace(facts, claimant=replace(facts.claimant, **known))


def undecided(facts: Facts) -> Facts:
    """Without decisions about discretions: one that says no has already weighed what is added."""
    decisions = facts.claimant.decisions
    return with_claimant(facts, decisions=replace(decisions, discretions=()))


@given(RANDOM_FACTS, st.sampled_from(sorted(EASING)), st.data())
def test_adding_an_easement_never_adds_a_requirement(facts: Facts, name: str, data: st.DataObject) -> None:
    before = undecided(facts)
    days = (facts.on - date(2026, 12, 1)).days
    added = moved(data.draw(EASING[name]), days)
    known = getattr(before.claimant, name)
    assume(known is None or isinstance(known, tuple))
    after = with_claimant(before, **{name: (*known, *added) if isinstance(known, tuple) else added})
    asked_before, asked_after = may_require(before), may_require(after)
    assert {each for each, asked in asked_after.items() if asked} <= {e for e, asked in asked_before.items() if asked}


@given(RANDOM_FACTS)
def test_a_pause_in_force_leaves_nothing_to_require_of_what_it_covers(facts: Facts) -> None:
    found = finding(facts)
    for each in found.easements:
        if each.standing is Discretion.MUST or each.decided:
            assert not found.may_require.search
            assert not found.may_require.availability or each.switch is Switch.B
            assert each.switch is not Switch.E or not any(asdict(found.may_require).values())


@given(RANDOM_FACTS)
def test_what_may_be_required_is_what_stands_and_nothing_else(facts: Facts) -> None:
    found = finding(facts)
    assert found.may_require.search is (found.search is Standing.REQUIRED)
    assert found.may_require.availability is (found.availability is Standing.REQUIRED)
    assert found.may_require.interview is (found.interviews is Standing.MAY_BE_REQUIRED)
    assert found.may_require.preparation is (found.preparation is Standing.MAY_BE_REQUIRED)
    assert (found.search_hours is not None) <= found.may_require.search


GOING_ON: dict[str, dict[str, Any]] = {
    "a fit note without an end": {"fit_notes": (FitNote(from_=date(2026, 9, 7), evidence_on=date(2026, 9, 7)),)},
    "a third fit note in twelve months": {
        "fit_notes": (
            FitNote(from_=date(2026, 2, 2), until=date(2026, 2, 6)),
            FitNote(from_=date(2026, 5, 4), until=date(2026, 5, 8)),
            FitNote(from_=date(2026, 9, 7)),
        )
    },
    "a pause of reg. 98": {
        "domestic_abuse": DomesticAbuse(
            notified_on=date(2026, 9, 7),
            within_six_months=True,
            at_same_address=False,
            evidence_seen_on=date(2026, 9, 20),
        )
    },
    "a pause of reg. 98 without evidence": {"domestic_abuse": DomesticAbuse(notified_on=date(2026, 9, 7))},
    "abuse outside reg. 98": {"domestic_abuse": DomesticAbuse(notified_on=date(2026, 9, 7), at_same_address=True)},
    "a course": {"structured_recovery": StructuredRecovery(from_=date(2026, 9, 7))},
    "a pause without a reason": {"restricted_pause": RestrictedPause(until=date(2026, 11, 30))},
    "a death in the family": {"bereavements": (Bereavement(on=date(2026, 9, 7), who=Who.PARTNER),)},
    "no settled home": {"temporary": (Temporary(kind=TemporaryKind.HOMELESS, from_=date(2026, 9, 7)),)},
    "childcare that fell away": {"temporary": (Temporary(kind=TemporaryKind.CHILDCARE, from_=date(2026, 9, 7)),)},
    "custody": {"custody": Custody.IN_CUSTODY},
    "an assessment that is awaited": {"capability": Capability.AWAITING_ASSESSMENT},
}


@pytest.mark.parametrize("known", GOING_ON.values(), ids=GOING_ON.keys())
@given(later=st.integers(0, 1200), children=st.sampled_from([(), (ChildFacts(date_of_birth=date(2015, 1, 1)),)]))
def test_no_calendar_alone_brings_search_back_while_something_goes_on(
    known: dict[str, Any], later: int, children: tuple[ChildFacts, ...]
) -> None:
    claimant = PersonFacts(date_of_birth=date(1990, 6, 15), **known)
    found = finding(Facts(on=moved(date(2026, 9, 7), later), claimant=claimant, children=children))
    assert found.search is not Standing.REQUIRED
    assert found.availability is not Standing.REQUIRED


@given(RANDOM_FACTS, st.integers(1, 400))
def test_no_decision_that_ran_out_brings_search_back(facts: Facts, later: int) -> None:
    """A decision for a pause that has run out is due again; only a decision against it, or an end, asks for search."""
    homeless = (Temporary(kind=TemporaryKind.HOMELESS, from_=moved(facts.on, -10)),)
    applied = DiscretionDecision(
        id="homeless", decided=Decided.APPLIED, on=facts.on, until=moved(facts.on, 28), reason="No place"
    )
    eased = with_claimant(facts, temporary=homeless, decisions=Decisions(discretions=(applied,)))
    assert finding(replace(eased, on=moved(facts.on, later))).search is not Standing.REQUIRED


@given(RANDOM_FACTS, st.integers(1, 300))
def test_nothing_depends_on_events_that_have_not_happened(facts: Facts, later: int) -> None:
    """Days to look again may announce what has been said about days to come."""
    other = moved(facts, later, but=ENDS_AND_EXPECTATIONS, after=facts.on)
    assert replace(finding(facts), review=()) == replace(finding(other), review=())


@given(RANDOM_FACTS)
def test_everything_is_cited(facts: Facts) -> None:
    found = finding(facts)
    assert found.group_because
    reasons = [*found.group_because, *found.expected_hours.because]
    cited = [(each.rule, each.citation) for each in reasons]
    cited += [(each.rule, each.citation) for each in found.easements]
    cited += [(each.rule, each.citation) for each in found.warnings]
    assert all(rule and citation.strip() for rule, citation in cited)
    assert found.group is not Group.ALL or found.expected_hours.because


WORD, POUNDS = "quicksilver", Decimal(7654321)
SECRET = PersonFacts(
    date_of_birth=date(1971, 3, 29),
    earnings=Earnings(self_employed_monthly=POUNDS),
    fit_notes=(FitNote(from_=date(2026, 9, 27), until=date(2026, 12, 27), evidence_on=date(2026, 9, 28)),),
    domestic_abuse=DomesticAbuse(notified_on=date(2026, 11, 29), within_six_months=True, at_same_address=True),
    structured_recovery=StructuredRecovery(from_=date(2026, 8, 29)),
    bereavements=(Bereavement(on=date(2026, 10, 29), who=Who.OWN_CHILD),),
    care_notice=CareNotice(start_days=23, interview_hours=37, because=WORD),
    decisions=Decisions(
        expected_hours=ExpectedHoursDecision(reason=WORD, on=date(2026, 11, 28), review_on=date(2026, 12, 29)),
        limits=(Limit(kind=LimitKind.TIMES, value=WORD, reason=WORD),),
        discretions=(
            DiscretionDecision(id="fit_note_longer", decided=Decided.APPLIED, on=date(2026, 11, 28), reason=WORD),
        ),
    ),
)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


@given(RANDOM_FACTS)
def test_a_partners_facts_are_never_in_a_claimants_texts(facts: Facts) -> None:
    found = finding(replace(facts, on=date(2026, 12, 1), partner=SECRET))
    said = "\n".join((*texts(as_json(found)), *explain_lines(found, rules())))
    assert WORD not in said
    assert str(POUNDS) not in said.replace(",", "")


@given(RANDOM_FACTS)
def test_what_has_happened_to_a_partner_changes_no_word_that_a_claimant_is_told(facts: Facts) -> None:
    """Health, abuse, grief and recovery of the one leave the finding of the other as it is."""
    assume(facts.partner is not None)
    assert facts.partner is not None
    plain = replace(
        facts.partner,
        fit_notes=(),
        domestic_abuse=None,
        bereavements=(),
        child_distress=(),
        structured_recovery=None,
        court=(),
        custody=None,
        restricted_pause=None,
        public_duty=(),
        treatment_abroad=(),
        temporary=(),
    )
    eased = replace(
        plain,
        domestic_abuse=SECRET.domestic_abuse,
        structured_recovery=SECRET.structured_recovery,
        bereavements=SECRET.bereavements,
        care_notice=SECRET.care_notice,
        custody=Custody.TEMPORARY_RELEASE,
    )
    assert finding(replace(facts, partner=plain)) == finding(replace(facts, partner=eased))


KEYS = {
    "": "on rules group group_because expected_hours search_hours search availability interviews preparation may_require "
    "availability_terms travel_minutes_each_way thresholds easements warnings ask told_to_everyone review",
    "rules": "file version",
    "group_because": "rule text authority citation",
    "expected_hours": "hours decide default policy_maximum because",
    "may_require": "interview preparation search availability",
    "availability_terms": "start_up_to interview_up_to decided because",
    "travel_minutes_each_way": "ceiling guidance agreed",
    "thresholds": "aet_single aet_couple cet cet_couple met",
    "easements": "id from until standing switch citation evidence_by review_on sealed print neutral_label",
    "warnings": "code text citation",
    "review": "on because",
}
"""Of interfaces.md, section 2."""


@given(ANY_FACTS, st.dates(date(2010, 1, 1), date(2040, 12, 31)))
def test_there_is_a_finding_for_any_facts_on_any_day_with_every_key_of_the_contract(facts: Facts, day: date) -> None:
    found = finding(replace(facts, on=day))
    document = as_json(found)
    for place, keys in KEYS.items():
        part = document[place] if place else document
        for row in part if isinstance(part, list) else [part]:
            assert isinstance(row, dict)
            assert set(keys.split()) <= row.keys()
    assert explain_lines(found, rules())
    assert found == finding(replace(facts, on=day)), "the same facts give the same finding"


@given(RANDOM_FACTS)
def test_no_sentence_uses_must_and_every_text_leaves_the_decision_to_the_coach(facts: Facts) -> None:
    document = as_json(finding(facts))
    rows: list[Any] = [*_rows(document["group_because"]), *_rows(document["warnings"])]
    for row in rows:
        assert row["text"].startswith("On what is recorded today")
        assert "You decide" in row["text"]
        assert " must " not in row["text"]


def _rows(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value
