"""Goals and actions: what the person wants, and who does what by when."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coachdesk.i18n import Language
from coachdesk.privacy import Privacy
from coachdesk.records import Record


class Party(StrEnum):
    CLAIMANT = "claimant"
    COACH = "coach"
    OTHER = "other"


class Standing(StrEnum):
    """Whether an action is to be recorded as a requirement in the account, or chosen freely."""

    REQUIRED = "required"
    VOLUNTARY = "voluntary"


class Implements(StrEnum):
    """The work-related requirement that a required action carries out (WRA 2012 ss. 15 to 18)."""

    SEARCH = "search"
    PREPARATION = "preparation"
    AVAILABILITY = "availability"
    INTERVIEW = "interview"


class Rhythm(StrEnum):
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


class ObstacleOwner(StrEnum):
    """Whose job an obstacle is: ME is the person, in whose words the plan stands, YOU is their coach.

    An employer's barrier never becomes the person's task.
    """

    ME = "me"
    YOU = "you"
    EMPLOYER = "employer"
    PLACE = "place"
    NOBODY_YET = "nobody_yet"


class Falls(StrEnum):
    """A time in which an action falls, where that matters: it can be held against the times that a person can do."""

    EVENINGS = "evenings"
    NIGHTS = "nights"
    WEEKENDS = "weekends"
    SCHOOL_HOLIDAYS = "school_holidays"


class ActionState(StrEnum):
    DRAFT = "draft"  # kept as typed, but not yet in the plan: something that it needs is missing
    OPEN = "open"
    DONE = "done"
    LET_GO = "let_go"


class GoalKind(StrEnum):
    """Derived from the words, never asked: something to reach, or something to find out."""

    PERFORMANCE = "performance"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class IfThen:
    """An implementation intention: "if it is Monday 9.15 ..., then I will ..."."""

    when: str
    then: str
    privacy: Privacy = Privacy.PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """What the person wants, in their own words.

    Attributes:
        importance: 0 to 10, never printed, never counted.
        confidence: 0 to 10, never printed, never counted.
        why_not_lower: the words behind the number; never printed.
        interview_id: the interview in which it was said.
    """

    person_id: str
    text: str
    words_of: Party = Party.CLAIMANT
    language: Language = Language.ENGLISH
    why: str = ""
    importance: int | None = None
    confidence: int | None = None
    why_not_lower: str = ""
    privacy: Privacy = Privacy.PAPER
    state: ActionState = ActionState.OPEN
    interview_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """One step with an owner.

    Attributes:
        language: of the text, the if-then plans and the obstacle.
        standing: required is possible for the claimant's own actions only.
        by: once, by this date; or
        every: in a rhythm.
        hours: hours a week (or once, for a dated action); None where nobody said.
        because: ids of questions whose answers justify it.
        reason: its own printed sentence; a stored value is never printed as a reason.
        if_cannot: "I cannot do this because ...", in the person's words; never printed, they may hold anything.
        in_account_since: the day it was recorded in the online account; None: not yet.
        position: order in its list.
        let_go_reason: why it was let go.
        follows_from: code of the finding's warning that a promise of the coach's answers, or the row of the directory that
            it was made from (`provision.followed`); empty for every other action.
        as_typed: what was typed into "by", "hours" or "travel" and is no date or number yet: kept, said at the field, never used.
        travel_minutes: of the journey that it asks for, each way; None where nobody said.
        falls: times in which it falls.
        kept_because: why the coach asks for it although the law leaves that to a decision; never printed.
    """

    person_id: str
    text: str
    owner: Party
    owner_name: str = ""
    language: Language = Language.ENGLISH
    standing: Standing = Standing.VOLUNTARY
    implements: Implements | None = None
    by: date | None = None
    every: Rhythm | None = None
    hours: Decimal | None = None
    if_then: tuple[IfThen, ...] = ()
    obstacle: str = ""
    obstacle_owner: ObstacleOwner | None = None
    because: tuple[str, ...] = ()
    reason: str = ""
    if_cannot: str = ""
    privacy: Privacy = Privacy.PAPER
    state: ActionState = ActionState.OPEN
    in_account_since: date | None = None
    goal_id: str = ""
    interview_id: str = ""
    position: int = 0
    let_go_reason: str = ""
    follows_from: str = ""
    as_typed: dict[str, str] = field(default_factory=dict)
    travel_minutes: int | None = None
    falls: tuple[Falls, ...] = ()
    kept_because: str = ""


class Happened(StrEnum):
    """What became of an open action, asked at the next meeting."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NO_LONGER_RIGHT = "no_longer_right"


class Delay(StrEnum):
    """Why a promise of ours is not kept yet. It is said of us only, never of the person."""

    NO_TIME = "no_time"
    WAITING = "waiting"
    FORGOTTEN = "forgotten"
    AWAY = "away"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionOutcome(Record):
    """What happened with an action, and what was learned, one row an action and interview.

    Attributes:
        delay: of a promise of ours that is not kept, or in part: why; None for everything that is the person's.
    """

    action_id: str
    person_id: str
    happened: Happened
    interview_id: str = ""
    learned: str = ""
    new_by: date | None = None
    delay: Delay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All goals, actions and outcomes of one person; the helpers leave out drafts and what is done or let go."""

    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    outcomes: tuple[ActionOutcome, ...] = ()

    @property
    def wanted(self) -> tuple[Goal, ...]:
        """The goals that still stand."""
        return tuple(goal for goal in self.goals if goal.state is ActionState.OPEN and goal.text.strip())

    @property
    def open(self) -> tuple[Action, ...]:
        """Everything that somebody is still to do."""
        return tuple(action for action in self.actions if action.state is ActionState.OPEN)

    @property
    def ours(self) -> tuple[Action, ...]:
        """What the coach promised."""
        return tuple(action for action in self.open if action.owner is Party.COACH)

    @property
    def others(self) -> tuple[Action, ...]:
        """What somebody else said they would do."""
        return tuple(action for action in self.open if action.owner is Party.OTHER)

    @property
    def asked(self) -> tuple[Action, ...]:
        """What the person is asked to do: to be recorded as requirements."""
        return tuple(action for action in self._theirs if action.standing is Standing.REQUIRED)

    @property
    def chosen(self) -> tuple[Action, ...]:
        """What the person does by choice, which can never reduce a payment."""
        return tuple(action for action in self._theirs if action.standing is Standing.VOLUNTARY)

    @property
    def _theirs(self) -> tuple[Action, ...]:
        return tuple(action for action in self.open if action.owner is Party.CLAIMANT)
