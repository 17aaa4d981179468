"""What kind of goal the words say (domain.md 5.2: for a new and complex task, something to find out helps more)."""

from coachdesk.plans.plan import GoalKind
from coachdesk.plans.words import says_any

_LEARNING = (
    *("find out", "learn", "learn how", "understand", "work out", "decide", "explore", "look into", "see what"),
    *("see whether", "see if", "know what", "know which", "know how", "try out", "discover", "compare"),
    *("dysgu", "darganfod", "deall", "penderfynu", "gweld beth", "gweld a", "cael gwybod"),
)


def goal_kind(text: str) -> GoalKind:
    """Something to find out, where the words say so; otherwise something to reach. Welsh words count too."""
    return GoalKind.LEARNING if says_any(text, _LEARNING) else GoalKind.PERFORMANCE
