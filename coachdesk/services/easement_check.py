"""The easement check: about whom the known facts ask for a decision or a review that nobody has taken.

It says that there is one and never what about: on a list, the kind of a decision would already tell. What it finds is
noted in the vault. So a list reads what was found and finds nothing itself: whoever was written about since, or whose day
has come, is checked a few at a time, and no screen waits for all.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date

from sqlalchemy import Connection

from coachdesk.errors import AppError
from coachdesk.requirements.assess import assess
from coachdesk.requirements.finding import Finding, Standing
from coachdesk.requirements.gathering import Recorded, gather
from coachdesk.requirements.outline import is_due
from coachdesk.requirements.quiet import NEVER_DUE, may_leave_a_decision, may_leave_more, may_matter
from coachdesk.requirements.rule import Rules
from coachdesk.services.context import Context
from coachdesk.services.facts_of import each_recorded
from coachdesk.storage import EVER, Checked, note_checked, people_due, promised_for, to_check

TO_PROMISE = frozenset({"benefit_team_today", "wca_referral_due", "wca_referral_at_once"})
"""Warnings that the coach answers with a promise of their own."""

TO_REVIEW = frozenset({"hours_review_due"})

PROMISE = "benefit_team"
"""What an action follows from that answers one of `TO_PROMISE`."""


AT_ONCE = 100
"""So many are checked before a list is shown: most caseloads are no larger."""

_NOT_LOOKED_AT = ("review.easement_ends", "review.wage_change", "review.appointment_conflict", "review.pension_age")
"""Topics of reviews that no list brings: a pause has a line of its own, and the others ask nobody to look again."""


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


def due_on(context: Context, connection: Connection, day: date) -> frozenset[str]:
    """The ids of those on the caseload about whom a decision was or is due on a day."""
    promised = promised_for(connection, PROMISE)
    return frozenset(
        person_id
        for person_id, recorded in each_recorded(context, connection, but=NEVER_DUE)
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
    """Keeps what the rules say of everybody up to date."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def go_on(self, *, most: int = AT_ONCE) -> bool:
        """Check so many at most of those who are to be checked; True where more wait.

        Where nothing can be written just now, what was found before stands, and the next call tries again.
        """
        rules, today = self._context.rules_version(), self._context.today()
        with self._context.database.read() as connection:
            people = to_check(connection, rules, today, most=most + 1)
        if people:
            with suppress(AppError), self._context.database.write() as writer:
                note_checked(writer.connection, rules, self._found(writer.connection, people[:most], today))
                return len(people) > most
        return False

    def due(self) -> tuple[str, ...]:
        """The ids of everybody about whom a decision is due today."""
        while self.go_on():
            pass
        with self._context.database.read() as connection:
            return tuple(row.person_id for row in people_due(connection, most=None))

    def _found(self, connection: Connection, people: Collection[str], day: date) -> Iterator[Checked]:
        promised, rules = promised_for(connection, PROMISE, people), self._context.content.rules
        for person_id, recorded in each_recorded(self._context, connection, people):
            if not (recorded.said or recorded.noted or recorded.decisions):
                yield Checked(person_id, EVER)
                continue
            finding = assess(gather(recorded, day).facts, rules)
            due = decision_is_due(finding, promised=person_id in promised)
            yield _noted(person_id, finding, rules, due=due)


def _noted(person_id: str, finding: Finding, rules: Rules, *, due: bool) -> Checked:
    """What lists show of a finding, without what is sealed but for its day, which nobody sees."""
    passed_over = {rule.text for topic in _NOT_LOOKED_AT if (rule := rules.on(topic, finding.on)) is not None}
    named = (each for each in finding.easements if each.in_force and not each.sealed)
    return Checked(
        person_id,
        finding.on,
        due=due,
        ends_on=min((each.until for each in named if each.until is not None), default=None),
        look_on=min(
            (each.on for each in finding.review if not each.sealed and each.because not in passed_over), default=None
        ),
        follow_on=min((each.on for each in finding.review if each.sealed), default=None),
    )
