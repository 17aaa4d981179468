"""The easement check: about whom the known facts ask for a decision or a review that nobody has taken.

It says that there is one and never what about: on a list, the kind of a decision would already tell.
"""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from coachdesk.requirements.assess import assess
from coachdesk.requirements.finding import Finding, Standing
from coachdesk.requirements.gathering import Recorded, gather
from coachdesk.requirements.outline import is_due
from coachdesk.requirements.quiet import NEVER_DUE, may_leave_a_decision, may_leave_more, may_matter
from coachdesk.requirements.rule import Rules
from coachdesk.services.context import Context
from coachdesk.services.facts_of import each_recorded
from coachdesk.storage import Newest, changed_since, newest_change, promised_for

TO_PROMISE = frozenset({"benefit_team_today", "wca_referral_due", "wca_referral_at_once"})
"""Warnings that the coach answers with a promise of their own."""

TO_REVIEW = frozenset({"hours_review_due"})

PROMISE = "benefit_team"
"""What an action follows from that answers one of `TO_PROMISE`."""


AT_ONCE = 1000
"""Where more people have changed than this, all are read: it takes no longer."""


def decision_is_due(finding: Finding, *, promised: bool) -> bool:
    """Whether a finding asks for a decision that is not taken, a review that is due, or a promise not made.

    Nobody has to decide hours while no search is asked for.
    """
    codes = {each.code for each in finding.warnings}
    return (
        any(each.due for each in finding.easements)
        or (finding.expected_hours.decide and finding.search is not Standing.OFF)
        or bool(codes & TO_REVIEW)
        or (not promised and bool(codes & TO_PROMISE))
    )


def due_on(
    context: Context, connection: Connection, day: date, people: Collection[str] | None = None
) -> frozenset[str]:
    """The ids of those on the caseload, or of these people on it, about whom a decision was or is due on a day."""
    promised = promised_for(connection, PROMISE)
    return frozenset(
        person_id
        for person_id, recorded in each_recorded(context, connection, people, but=NEVER_DUE)
        if _is_due(recorded, context.content.rules, day, promised=person_id in promised)
    )


def _is_due(recorded: Recorded, rules: Rules, day: date, *, promised: bool) -> bool:
    """As `decision_is_due`, with less looked at where less will do."""
    if not may_matter(recorded, day):
        return False
    facts = gather(recorded, day).facts
    if not may_leave_a_decision(facts):
        return False
    if is_due(facts, rules):
        return True
    return may_leave_more(facts) and decision_is_due(assess(facts, rules), promised=promised)


class EasementCheck:
    """The check of today, while a vault is open: whoever has not changed since the last time is not read again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._for: tuple[date, str] | None = None
        self._seen = Newest()
        self._due: frozenset[str] = frozenset()

    def due(self, connection: Connection) -> frozenset[str]:
        """The ids of the people about whom a decision is due today."""
        today, newest = self._context.today(), newest_change(connection)
        if self._for == (today, self._context.rules_version()):
            changed = changed_since(connection, self._seen)
            if len(changed) <= AT_ONCE:
                self._due = (self._due - changed) | due_on(self._context, connection, today, changed)
                self._seen = newest
                return self._due
        self._due = due_on(self._context, connection, today)
        self._for, self._seen = (today, self._context.rules_version()), newest
        return self._due
