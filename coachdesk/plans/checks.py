"""What an action still needs before it is part of the plan. Problems are said beside the field; nothing is refused."""

from dataclasses import dataclass
from datetime import date

from coachdesk.i18n import _
from coachdesk.plans.plan import Action, ObstacleOwner, Party, Standing
from coachdesk.provision import only_by_choice


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """Something that an action needs: a stable code, the field it belongs to, and the sentence to show there."""

    code: str
    field: str
    text: str


def check_action(action: Action, *, today: date) -> tuple[PlanProblem, ...]:
    """Everything that keeps an action out of the plan, in the order of its fields; empty where it has all it needs."""
    problems = []
    if not action.text.strip():
        problems.append(PlanProblem("action.empty", "text", _("Write what will be done.")))
    if action.standing is Standing.REQUIRED and only_by_choice(action.follows_from):
        problems.append(
            PlanProblem(
                "action.by-choice", "standing", _("This is by choice alone, so it stays with what they choose.")
            )
        )
    elif action.standing is Standing.REQUIRED and action.owner is not Party.CLAIMANT:
        problems.append(
            PlanProblem(
                "action.required-owner",
                "standing",
                _("Only what the person does themselves can be recorded as a requirement."),
            )
        )
    elif action.standing is Standing.REQUIRED and action.implements is None:
        problems.append(
            PlanProblem("action.required-implements", "implements", _("Say which requirement this carries out."))
        )
    if action.as_typed.get("by") and action.every is None:
        problems.append(PlanProblem("action.not-a-date", "by", _("Give a whole date: day, month and year.")))
    elif action.by is None and action.every is None:
        problems.append(PlanProblem("action.no-date", "by", _("Say by when, or how often.")))
    elif _was_past_when_written(action, today):
        problems.append(PlanProblem("action.past-date", "by", _("This date has passed. Choose today or a later day.")))
    if action.as_typed.get("hours"):
        problems.append(PlanProblem("action.not-hours", "hours", _("Give the hours as a number, such as 2.5.")))
    if action.as_typed.get("travel"):
        problems.append(PlanProblem("action.not-minutes", "travel", _("Give the minutes as a number, such as 35.")))
    return tuple(problems)


def obstacle_note(action: Action) -> str | None:
    """The sentence beside an action of the person's where the obstacle is an employer's to move; None otherwise."""
    if action.owner is Party.CLAIMANT and action.obstacle_owner is ObstacleOwner.EMPLOYER:
        return _("This is the employer's to move, so it is no task for the person. Is there something you could do?")
    return None


def _was_past_when_written(action: Action, today: date) -> bool:
    """An action that fell due since it was written is late, which is no mistake in it."""
    if action.by is None or action.by >= today:
        return False
    return action.created_at is None or action.by < action.created_at.date()
