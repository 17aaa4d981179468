"""The easement check: about whom the known facts ask for a decision or a review that nobody has taken.

It says that there is one and never what about: on a list, the kind of a decision would already tell.
"""

from datetime import date

from sqlalchemy import Connection

from coachdesk.requirements.assess import assess
from coachdesk.requirements.finding import Finding
from coachdesk.requirements.gathering import Recorded, gather
from coachdesk.requirements.quiet import may_leave_a_decision
from coachdesk.requirements.rule import Rules
from coachdesk.services.context import Context
from coachdesk.services.facts_of import each_recorded
from coachdesk.storage import promised_for

TO_PROMISE = frozenset({"benefit_team_today", "wca_referral_due", "wca_referral_at_once"})
"""Warnings that the coach answers with a promise of their own."""

TO_REVIEW = frozenset({"hours_review_due"})

PROMISE = "benefit_team"
"""What an action follows from that answers one of `TO_PROMISE`."""


def decision_is_due(finding: Finding, *, promised: bool) -> bool:
    """Whether a finding asks for a decision that is not taken, a review that is due, or a promise not made."""
    codes = {each.code for each in finding.warnings}
    return (
        any(each.due for each in finding.easements)
        or finding.expected_hours.decide
        or bool(codes & TO_REVIEW)
        or (not promised and bool(codes & TO_PROMISE))
    )


def due_on(context: Context, connection: Connection, day: date) -> tuple[str, ...]:
    """The ids of everybody on the caseload about whom a decision was or is due on a day."""
    promised = promised_for(connection, PROMISE)
    return tuple(
        person_id
        for person_id, recorded in each_recorded(context, connection)
        if _is_due(recorded, context.content.rules, day, promised=person_id in promised)
    )


def _is_due(recorded: Recorded, rules: Rules, day: date, *, promised: bool) -> bool:
    facts = gather(recorded, day).facts
    return may_leave_a_decision(facts) and decision_is_due(assess(facts, rules), promised=promised)
