"""The envelope check: the person reads what would be printed and says what should stay out.

Only what would be printed is shown: the screen is turned, and whoever sits beside the person reads along.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from coachdesk.i18n import N_, translation
from coachdesk.plans.plan import Action, Goal, IfThen, Party, Plan
from coachdesk.privacy import Privacy

QUESTION = N_("Read it as if someone at home opened the envelope. What should stay out?")


class LineKind(StrEnum):
    GOAL = "goal"
    ACTION = "action"
    IF_THEN = "if_then"


@dataclass(frozen=True, slots=True)
class EnvelopeLine:
    """One line that would be on the paper and can be kept off it.

    Attributes:
        record_id: of the goal or the action.
        position: which of the action's if-then plans; 0 for goals and actions.
        also: what goes on and off the paper with it: reason, obstacle, who does it.
    """

    kind: LineKind
    record_id: str
    text: str
    position: int = 0
    also: tuple[str, ...] = ()


def envelope_lines(plan: Plan) -> tuple[EnvelopeLine, ...]:
    """Every line of goals, actions and if-then plans that would be printed, in the order of the paper."""
    lines = [EnvelopeLine(LineKind.GOAL, goal.id, goal.text) for goal in plan.wanted if goal.privacy is Privacy.PAPER]
    for action in (*plan.asked, *plan.chosen, *plan.ours, *plan.others):
        if action.privacy is Privacy.PAPER:
            who = action.owner_name if action.owner is Party.OTHER else ""
            also = tuple(text for text in (who, action.reason, action.obstacle) if text.strip())
            lines.append(EnvelopeLine(LineKind.ACTION, action.id, action.text, also=also))
            lines.extend(_if_thens(action))
    return tuple(lines)


def kept_out(record: Goal | Action, line: EnvelopeLine, privacy: Privacy) -> Goal | Action:
    """The record of a line with its new privacy, to be stored; `Privacy.PAPER` takes it back.

    Raises ValueError where the line is not one of the record's.
    """
    if record.id != line.record_id:
        raise ValueError("This line belongs to another record.")
    if isinstance(record, Goal) or line.kind is not LineKind.IF_THEN:
        return replace(record, privacy=privacy)
    plans = list(record.if_then)
    plans[line.position] = replace(plans[line.position], privacy=privacy)
    return replace(record, if_then=tuple(plans))


def if_then_sentence(plan: IfThen, action: Action) -> str:
    """An if-then plan as a whole sentence in the language of its action; empty where a half is missing."""
    when, then = plan.when.strip(" ,."), plan.then.strip(" ,.")
    if not when or not then:
        return ""
    return translation(action.language).gettext("If {when}, then {then}.").format(when=when, then=then)


def _if_thens(action: Action) -> list[EnvelopeLine]:
    return [
        EnvelopeLine(LineKind.IF_THEN, action.id, sentence, position)
        for position, plan in enumerate(action.if_then)
        if plan.privacy is Privacy.PAPER and (sentence := if_then_sentence(plan, action))
    ]
