"""What became of steps over the whole caseload: counts only, nobody's id among them."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from coachdesk.plans.plan import Delay, Happened, Implements, Party, Standing
from coachdesk.storage.tables import ACTION_OUTCOMES, ACTIONS


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """So many steps of one kind of which that was said last; `planned`: with an if-then plan."""

    owner: Party
    standing: Standing
    implements: Implements | None
    planned: bool
    happened: Happened
    many: int


def outcome_counts(connection: Connection) -> tuple[OutcomeCount, ...]:
    """The last outcome of every step, by kind of step. Ids of outcomes sort by the time they were made."""
    outcomes, actions = ACTION_OUTCOMES.c, ACTIONS.c
    last = select(func.max(outcomes.id)).group_by(outcomes.action_id)
    planned = actions.if_then != ()
    kind = (actions.owner, actions.standing, actions.implements, planned, outcomes.happened)
    statement = (
        select(*kind, func.count())
        .join_from(ACTION_OUTCOMES, ACTIONS, actions.id == outcomes.action_id)
        .where(outcomes.id.in_(last))
        .group_by(*kind)
    )
    return tuple(
        OutcomeCount(owner, standing, implements, bool(with_plan), happened, many)
        for owner, standing, implements, with_plan, happened, many in connection.execute(statement)
    )


def delay_counts(connection: Connection) -> dict[Delay, int]:
    """How often each reason was given for a promise of ours that was not kept yet."""
    columns = ACTION_OUTCOMES.c
    statement = select(columns.delay, func.count()).where(columns.delay.is_not(None)).group_by(columns.delay)
    return {delay: many for delay, many in connection.execute(statement) if delay is not None}
