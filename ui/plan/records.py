"""The goals and actions in the plan on the screen: found, put in, taken out, moved."""

from dataclasses import replace

from coachdesk.plans import Action, Goal, Plan
from ui.plan.state import live, part_of


def record_in(plan: Plan, record_id: str) -> Goal | Action | None:
    """The goal or the action of this id; None where it is none of this plan."""
    records: tuple[Goal | Action, ...] = (*plan.goals, *plan.actions)
    return next((each for each in records if each.id == record_id), None)


def action_in(plan: Plan, record_id: str) -> Action | None:
    """The action of this id; None where it is none of this plan."""
    return next((each for each in plan.actions if each.id == record_id), None)


def with_new(plan: Plan, record: Goal | Action) -> Plan:
    """The plan with a goal or an action more, at its end."""
    if isinstance(record, Goal):
        return replace(plan, goals=(*plan.goals, record))
    return replace(plan, actions=(*plan.actions, record))


def with_record(plan: Plan, record: Goal | Action) -> Plan:
    """The plan with a goal or an action in the place of its earlier self."""
    if isinstance(record, Goal):
        return replace(plan, goals=tuple(record if each.id == record.id else each for each in plan.goals))
    return replace(plan, actions=tuple(record if each.id == record.id else each for each in plan.actions))


def without_record(plan: Plan, record_id: str) -> Plan:
    """The plan without a goal or action into which nothing was typed."""
    return replace(
        plan,
        goals=tuple(each for each in plan.goals if each.id != record_id),
        actions=tuple(each for each in plan.actions if each.id != record_id),
    )


def moved(plan: Plan, action: Action, step: int) -> tuple[str, ...]:
    """The ids of the list of an action with it moved up (-1) or down (1); none where it is at the end already."""
    ids = [each.id for each in plan.actions if live(each) and part_of(each) is part_of(action)]
    place = ids.index(action.id)
    if not 0 <= place + step < len(ids):
        return ()
    ids[place], ids[place + step] = ids[place + step], ids[place]
    return tuple(ids)
