"""What the interview screen shows: one frozen value, replaced whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coachdesk.interviews import Answers, Definition, Interview, Pace
from coachdesk.people import NOBODY_ASKED, Person, SafeToGive
from coachdesk.plans import Action, Flagged, Plan

GOODBYE = "goodbye"
"""The step that is in no definition: the kind end, with what may still be done."""

PROMISE = "goodbye_promise"
"""The question of the kind end that is in no definition: one thing that we will do."""

MOST = 3
"""So many actions are shown in a review; the others are one key away (interviews.md 7)."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What was said of one action that was agreed before.

    Attributes:
        happened: a value of `plans.Happened`, or "" while nobody said.
        learned: what was learned, in the person's words.
        new_by: another day, as a date field gives it.
        delay: of a promise of ours that is not kept yet: a value of `plans.Delay`.
    """

    happened: str = ""
    learned: str = ""
    new_by: object = ""
    delay: str = ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """The one line of the plan that is being written: who, what, by when or how often, and for which requirement.

    Attributes:
        who: "ours", "asked" or "chosen" (what is chosen freely can never cost anything, so it is where a line begins).
        when: id of a choice of `planning.WHENS`; `by` counts only with "day".
        implements: a value of `plans.Implements`, asked for with "asked" only.
        goes_wrong, instead: an if-then plan for a step of the person's: if this happens, then they do that.
    """

    who: str = "chosen"
    text: str = ""
    when: str = ""
    by: object = ""
    implements: str = ""
    goes_wrong: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class InterviewState:
    """An interview as it stands on the screen.

    Attributes:
        interview: with the place, the clock and the folded steps as they are now, stored or not.
        answers: as typed, stored or not; a sealed one has its value until its step is left.
        giving: what may be given to the person, and in which way, as it was when this was opened: what is told in
            private changes nothing above it while they look on.
        usual: the time of this meeting, as "10:30": the usual one for the next.
        landing: counts up whenever the focus is to go to `interview.question_id`.
        opened: ids of the steps that were opened: they never fold.
        problems: what does not fit, by question id; said at the field, never in the way.
        revealed: sealed answers that were opened on purpose, as text; gone when the step is left.
        again: ids of sealed questions that are answered afresh.
        carried_ours, carried: the actions agreed before, ours and theirs, in the order of the opening of this interview.
        happenings: what was said of them, by action id.
        line: the line of the plan that is being written, `line_problem` what it still needs.
        line_id: id of its action; "" while nothing was written.
        meanwhile: what changed on the record while this waited, until the coach has read it.
        also_waiting: titles of other interviews of the same person that are not finished.
        flags: what is asked for and does not go together with what may be asked for today, as it is stored.
    """

    interview: Interview
    definition: Definition
    person: Person
    answers: Answers
    plan: Plan
    last_time: Mapping[str, str]
    card_again: bool
    today: date
    pace: Pace
    giving: SafeToGive = NOBODY_ASKED
    usual: str = ""
    landing: int = 0
    opened: frozenset[str] = frozenset()
    problems: Mapping[str, str] = field(default_factory=dict)
    revealed: Mapping[str, str] = field(default_factory=dict)
    again: frozenset[str] = frozenset()
    carried_ours: tuple[Action, ...] = ()
    carried: tuple[Action, ...] = ()
    all_carried: bool = False
    happenings: Mapping[str, Happening] = field(default_factory=dict)
    line: PlanLine = PlanLine()
    line_id: str = ""
    line_problem: str = ""
    meanwhile: tuple[str, ...] = ()
    also_waiting: tuple[str, ...] = ()
    flags: Flagged = field(default_factory=Flagged)
