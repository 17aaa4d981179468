"""Goals in the person's words and actions with an owner: SMART help, if-then plans, achievability. Pure."""

from coachdesk.plans.achievability import Strip, hours_from, strip
from coachdesk.plans.calendar import Calendar, parse_calendar
from coachdesk.plans.carry_over import CarriedOver, carried_over
from coachdesk.plans.checks import PlanProblem, check_action, obstacle_note
from coachdesk.plans.days import DayNote, Days, day_notes
from coachdesk.plans.flag import Flag, Flagged, FlagKind, Limits
from coachdesk.plans.flags import flagged, flags, is_asked
from coachdesk.plans.goals import goal_kind
from coachdesk.plans.plan import (
    Action,
    ActionOutcome,
    ActionState,
    Delay,
    Falls,
    Goal,
    GoalKind,
    Happened,
    IfThen,
    Implements,
    ObstacleOwner,
    Party,
    Plan,
    Rhythm,
    Standing,
)
from coachdesk.plans.reasons import Reason, reasons_for
from coachdesk.plans.school_holidays import SchoolHoliday, SchoolHolidays, parse_school_holidays
from coachdesk.plans.smart import questions_for_action, questions_for_goal

__all__ = [
    "Action",
    "ActionOutcome",
    "ActionState",
    "Calendar",
    "CarriedOver",
    "DayNote",
    "Days",
    "Delay",
    "Falls",
    "Flag",
    "FlagKind",
    "Flagged",
    "Goal",
    "GoalKind",
    "Happened",
    "IfThen",
    "Implements",
    "Limits",
    "ObstacleOwner",
    "Party",
    "Plan",
    "PlanProblem",
    "Reason",
    "Rhythm",
    "SchoolHoliday",
    "SchoolHolidays",
    "Standing",
    "Strip",
    "carried_over",
    "check_action",
    "day_notes",
    "flagged",
    "flags",
    "goal_kind",
    "hours_from",
    "is_asked",
    "obstacle_note",
    "parse_calendar",
    "parse_school_holidays",
    "questions_for_action",
    "questions_for_goal",
    "reasons_for",
    "strip",
]
