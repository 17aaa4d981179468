"""Quiet questions beside the field, at most three, never a score. They are message ids: the screen translates them."""

from coachdesk.i18n import N_
from coachdesk.plans.goals import goal_kind
from coachdesk.plans.plan import Action, Goal, GoalKind, Party
from coachdesk.plans.words import says_any, words

MOST = 3

BY_WHEN = N_("By when, or how often?")
WHO_EXACTLY = N_("Who exactly will do it?")
DO_OR_HAPPEN = N_("Is this something you do, or something that happens to you?")
WHAT_SEEN = N_("What exactly will you do?")
WHERE = N_("Where will that be?")
HOW_LONG = N_("How long will that take?")
IF_WRONG = N_("If that goes wrong, then what?")
DIFFERENT_WEEK = N_("What would be different in your week?")
WHEN_GOAL = N_("By when would you like that?")
FIRST_PART = N_("What is the first small part of it?")
HOW_KNOW = N_("How will you know that you have found out?")

_HAPPENS = (
    *("get a job", "get work", "get hired", "get an interview", "be offered", "be hired", "hear from", "be given"),
    *("get an offer", "be accepted", "be invited"),
)
_PLACE = ("at", "in", "online", "by phone", "library", "home", "school", "college", "jobcentre", "yn", "ar", "gartref")
_TIME = (
    *("by", "before", "until", "when", "next", "after", "this", "erbyn", "cyn", "nesaf"),
    *("spring", "summer", "autumn", "winter", "january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december", "christmas", "easter"),
)
_FEW_WORDS = 5


def questions_for_action(action: Action) -> tuple[str, ...]:
    """Up to three questions that would make an action easier to do; none where it says everything."""
    if not action.text.strip():
        return ()
    theirs = action.owner is Party.CLAIMANT
    asked = (
        (BY_WHEN, action.by is None and action.every is None),
        (WHO_EXACTLY, action.owner is Party.OTHER and not action.owner_name.strip()),
        (DO_OR_HAPPEN, theirs and says_any(action.text, _HAPPENS)),
        (WHAT_SEEN, len(words(action.text)) < _FEW_WORDS),
        (WHERE, theirs and not says_any(_all_words(action), _PLACE)),
        (IF_WRONG, theirs and not action.if_then),
        (HOW_LONG, theirs and action.hours is None),
    )
    return tuple(question for question, open_ in asked if open_)[:MOST]


def questions_for_goal(goal: Goal) -> tuple[str, ...]:
    """Up to three questions that would make a goal clearer to the person; none where it says everything."""
    if not goal.text.strip():
        return ()
    learning = goal_kind(goal.text) is GoalKind.LEARNING
    asked = (
        (DIFFERENT_WEEK, not learning and len(words(goal.text)) < _FEW_WORDS),
        (DO_OR_HAPPEN, says_any(goal.text, _HAPPENS)),
        (HOW_KNOW, learning),
        (WHEN_GOAL, not says_any(goal.text, _TIME)),
        (FIRST_PART, not says_any(goal.text, ("first",))),
    )
    return tuple(question for question, open_ in asked if open_)[:MOST]


def _all_words(action: Action) -> str:
    return " ".join((action.text, *(f"{plan.when} {plan.then}" for plan in action.if_then)))
