"""How a plan is said on the screen: who, by when or how often, where it may stand."""

from coachdesk.commitments.envelope import if_then_sentence
from coachdesk.i18n import _, long_date, ngettext, plain_number, short_date
from coachdesk.plans import Action, Goal, GoalKind, IfThen, Party, Standing, goal_kind
from coachdesk.plans.labels import IMPLEMENTS, OBSTACLE_OWNERS, PRIVACIES, RHYTHMS, STANDINGS
from coachdesk.privacy import Privacy
from ui.kit import Edge, Option
from ui.plan.state import Part

EDGES = {Part.OURS: Edge.OURS, Part.ASKED: Edge.REQUIRED, Part.CHOSEN: Edge.VOLUNTARY, Part.OTHERS: Edge.NONE}


def heading(part: Part, name: str) -> str:
    """What stands above a list."""
    return {
        Part.OURS: _("What we will do"),
        Part.ASKED: _("What {name} is asked to do").format(name=name),
        Part.CHOSEN: _("What {name} chooses to do").format(name=name),
        Part.OTHERS: _("What others will do"),
    }[part]


def under_heading(part: Part) -> str:
    """What a list is, in one sentence."""
    return {
        Part.OURS: _("Our promises come first."),
        Part.ASKED: _("To be recorded as requirements in the account. At most two at a time."),
        Part.CHOSEN: _("Not doing these cannot reduce a payment."),
        Part.OTHERS: "",
    }[part]


def mark(part: Part) -> str:
    """The word that goes with the edge of a card."""
    return {
        Part.OURS: _("Our promise"),
        Part.ASKED: _(STANDINGS[Standing.REQUIRED]),
        Part.CHOSEN: _(STANDINGS[Standing.VOLUNTARY]),
        Part.OTHERS: "",
    }[part]


def facts(action: Action) -> str:
    """Who else, by when or how often, hours, for which requirement: one line."""
    parts = [
        action.owner_name.strip() if action.owner is Party.OTHER else "",
        _("By {day}").format(day=long_date(action.by)) if action.by is not None else "",
        _(RHYTHMS[action.every]) if action.every is not None else "",
        _hours(action),
        _(IMPLEMENTS[action.implements]) if action.implements is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def _hours(action: Action) -> str:
    if not action.hours:
        return ""
    hours, few = plain_number(action.hours), 1 if action.hours == 1 else 2
    if action.every is not None:
        return ngettext("{hours} hour a week", "{hours} hours a week", few).format(hours=hours)
    return ngettext("{hours} hour in all", "{hours} hours in all", few).format(hours=hours)


def if_then_words(action: Action, plan: IfThen) -> str:
    """An if-then plan in one sentence; where a half is missing, what there is."""
    whole = if_then_sentence(plan, action) or " … ".join(part for part in (plan.when, plan.then) if part.strip())
    return whole if plan.privacy is Privacy.PAPER else f"{whole} ({_(PRIVACIES[plan.privacy])})"


def in_the_way(action: Action) -> str:
    """The obstacle and whose job it is."""
    obstacle = action.obstacle.strip()
    if not obstacle:
        return ""
    owner = _(OBSTACLE_OWNERS[action.obstacle_owner]) if action.obstacle_owner else _("Whose job is not said yet")
    return _("In the way: {obstacle} ({owner})").format(obstacle=obstacle, owner=owner)


def privacy_chip(privacy: Privacy) -> tuple[str, str] | None:
    """Icon and word where something is not for paper; None where it is."""
    if privacy is Privacy.PAPER:
        return None
    return ("lock" if privacy is Privacy.BETWEEN_US else "info", _(PRIVACIES[privacy]))


def account_words(action: Action) -> str:
    """Whether the online account has what is asked."""
    if action.in_account_since is None:
        return _("Not in the account yet")
    return _("In the account since {day}").format(day=short_date(action.in_account_since))


def scaling(goal: Goal) -> str:
    """The numbers from 0 to 10, and the words behind them."""
    behind = goal.why_not_lower.strip()
    parts = (
        _("Importance {n} of 10.").format(n=goal.importance) if goal.importance is not None else "",
        _("Confidence {n} of 10.").format(n=goal.confidence) if goal.confidence is not None else "",
        f"“{behind}”" if behind else "",
    )
    return " ".join(part for part in parts if part)


def kind_words(goal: Goal) -> str:
    """What kind of goal the words say: a quiet hint, never a question."""
    if not goal.text.strip():
        return ""
    if goal_kind(goal.text) is GoalKind.LEARNING:
        return _("Something to find out.")
    return _("Something to reach.")


def privacy_options() -> tuple[Option, ...]:
    """Where something may stand."""
    return tuple(Option(each.value, _(words)) for each, words in PRIVACIES.items())
