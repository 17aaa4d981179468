"""Unknown facts that are worth a question, by their path. What is told to everyone is never among them."""

from collections.abc import Iterator

from coachdesk.requirements.facts import Facts, Relation
from coachdesk.requirements.finding import Group, Hours
from coachdesk.requirements.household import is_foster, is_nominated
from coachdesk.requirements.law import Law

TOLD_TO_EVERYONE = ("domestic_abuse", "structured_recovery", "expected_confinement")
"""Read out to everybody from the card (interviews.md 6, step 2); known only where somebody tells."""


def asks(facts: Facts, group: Group, hours: Hours, law: Law) -> tuple[str, ...]:
    """Paths in the order in which a conversation would come to them."""
    return tuple(
        dict.fromkeys(
            (
                *_children(facts),
                *_caring(facts, law),
                *_health(facts),
                *_duties(facts),
                *(_work(facts) if group is Group.ALL else ()),
                *(("claimant.decisions.expected_hours",) if hours.decide else ()),
            )
        )
    )


def _children(facts: Facts) -> Iterator[str]:
    for place, child in enumerate(facts.children):
        path = f"children[{place}]"
        if child.date_of_birth is None and child.age is None:
            yield f"{path}.date_of_birth"
        if child.relation in {Relation.ADOPTED, Relation.FRIEND_OR_FAMILY} and child.joined_on is None:
            yield f"{path}.joined_on"
        kinship = child.relation is Relation.FRIEND_OR_FAMILY and not is_foster(facts, child)
        if kinship and child.friend_or_family_test_met is None:
            yield f"{path}.friend_or_family_test_met"
        if is_foster(facts, child) and facts.partner is not None and child.responsible_foster_parent is None:
            yield f"{path}.responsible_foster_parent"
    if not facts.children and facts.claimant.responsible_carer:
        yield "children"
    if not facts.children or facts.partner is None:
        return
    if is_nominated(facts) is None:
        yield "claimant.responsible_carer"
    elif not is_nominated(facts) and facts.claimant.relevant_carer is None:
        yield "claimant.relevant_carer"


def _caring(facts: Facts, law: Law) -> Iterator[str]:
    enough = law.value("group.carer_35", "hours")
    for place, cared in enumerate(facts.claimant.cares_for):
        path = f"claimant.cares_for[{place}]"
        if cared.hours is None:
            yield f"{path}.hours"
        elif enough is not None and cared.hours >= enough and cared.qualifying_benefit is None:
            yield f"{path}.qualifying_benefit"


def _health(facts: Facts) -> Iterator[str]:
    for place, note in enumerate(facts.claimant.fit_notes):
        path = f"claimant.fit_notes[{place}]"
        if note.from_ is None:
            yield f"{path}.from"
        elif note.covers(facts.on) and note.evidence_on is None:
            yield f"{path}.evidence_on"


def _duties(facts: Facts) -> Iterator[str]:
    for place, duty in enumerate(facts.claimant.public_duty):
        if duty.approved is None and duty.covers(facts.on):
            yield f"claimant.public_duty[{place}].approved"


def _work(facts: Facts) -> Iterator[str]:
    if facts.claimant.earnings.employed_monthly is None:
        yield "claimant.earnings.employed_monthly"
    if facts.partner is not None and facts.partner.earnings.employed_monthly is None:
        yield "partner.earnings.employed_monthly"
    period = facts.claimant.permitted_period
    if period is not None and period.reasonable_prospects is None:
        yield "claimant.permitted_period.reasonable_prospects"
