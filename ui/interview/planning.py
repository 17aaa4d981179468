"""The plan within an interview: what became of what was agreed, and the one line that is being written. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from coachdesk.i18n import N_, _, long_date
from coachdesk.interviews import Kind, as_date, as_fields
from coachdesk.plans import (
    Action,
    ActionState,
    Delay,
    Happened,
    IfThen,
    Implements,
    Party,
    Plan,
    Rhythm,
    Standing,
    carried_over,
    check_action,
)
from coachdesk.plans.labels import RHYTHMS
from ui.interview.jobs import OutcomeJob
from ui.interview.state import GOODBYE, Happening, InterviewState, PlanLine

WEEKS = {"one_week": 1, "two_weeks": 2, "four_weeks": 4}
RHYTHM_OF = {"daily": Rhythm.DAY, "weekly": Rhythm.WEEK}
DAY = "day"
WHOS = {"ours": N_("What we will do"), "asked": N_("What is asked"), "chosen": N_("What is chosen freely")}


def carried(plan: Plan, interview_id: str) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """What was agreed before this interview and was open when it began: ours, and theirs, soonest first.

    What was closed in this very interview is still among them, or it would vanish under the coach's hand.
    """
    touched = {each.action_id for each in plan.outcomes if each.interview_id == interview_id}
    before = Plan(
        goals=plan.goals,
        actions=tuple(
            replace(each, state=ActionState.OPEN) if each.id in touched else each
            for each in plan.actions
            if each.interview_id != interview_id
        ),
        outcomes=tuple(each for each in plan.outcomes if each.interview_id != interview_id),
    )
    found = carried_over(before)
    return found.ours, (*found.shown, *found.later)


def happenings_of(plan: Plan, interview_id: str) -> dict[str, Happening]:
    """What was said in this interview of what was agreed before, by action id."""
    return {
        each.action_id: Happening(
            each.happened, each.learned, each.new_by.isoformat() if each.new_by else "", each.delay or ""
        )
        for each in plan.outcomes
        if each.interview_id == interview_id
    }


def outcome_jobs(state: InterviewState, happenings: Mapping[str, Happening]) -> tuple[OutcomeJob, ...]:
    """What has to be stored after this was said of the actions."""
    return tuple(
        OutcomeJob(
            interview_id=state.interview.id,
            action_id=action_id,
            happened=Happened(each.happened) if each.happened else None,
            learned=each.learned,
            new_by=as_date(each.new_by),
            delay=Delay(each.delay) if each.delay else None,
        )
        for action_id, each in happenings.items()
        if each != state.happenings.get(action_id, Happening())
    )


def unfinished_line(plan: Plan, interview_id: str) -> tuple[PlanLine, str]:
    """The line that was being written when the interview was left, and the id of its action; an empty one else."""
    drafts = [each for each in plan.actions if each.state is ActionState.DRAFT and each.interview_id == interview_id]
    return (as_line(drafts[-1]), drafts[-1].id) if drafts else (PlanLine(), "")


def fresh_line(state: InterviewState) -> PlanLine:
    """An empty line. Ours come first: at a kind end, and at a first meeting until we have promised something."""
    first = all(question.kind is not Kind.PROMISES for question in state.definition.questions())
    ours = state.interview.step_id == GOODBYE or (first and not state.plan.ours)
    return PlanLine(who="ours" if ours else "chosen")


def as_line(action: Action) -> PlanLine:
    """A stored action as a line to go on writing."""
    who = "ours" if action.owner is Party.COACH else "asked" if action.standing is Standing.REQUIRED else "chosen"
    rhythm = next((each for each, every in RHYTHM_OF.items() if every is action.every), "")
    typed = action.as_typed.get("by", "")
    by: object = action.by.isoformat() if action.by else _parts(typed) if typed else ""
    first = action.if_then[0] if action.if_then else IfThen("", "")
    return PlanLine(
        who, action.text, DAY if by else rhythm, by, action.implements or "", goes_wrong=first.when, instead=first.then
    )


def as_action(line: PlanLine, action: Action, today: date) -> Action:
    """The line as an action: whatever is still missing keeps it a draft (`plans.check_action`)."""
    by = as_date(line.by) if line.when == DAY else None
    if line.when in WEEKS:
        by = today + timedelta(weeks=WEEKS[line.when])
    typed = " ".join(as_fields(line.by)).strip() if line.when == DAY and by is None else ""
    required = line.who == "asked"
    return replace(
        action,
        text=line.text,
        owner=Party.COACH if line.who == "ours" else Party.CLAIMANT,
        standing=Standing.REQUIRED if required else Standing.VOLUNTARY,
        implements=Implements(line.implements) if required and line.implements else None,
        by=by,
        every=RHYTHM_OF.get(line.when),
        as_typed={"by": typed} if typed else {},
        if_then=_if_then(line, action),
    )


def _if_then(line: PlanLine, action: Action) -> tuple[IfThen, ...]:
    """The first if-then plan as it is written here; more of them are written on the plan's own screen."""
    if line.who == "ours" or not (line.goes_wrong or line.instead):
        return action.if_then[1:]
    first = action.if_then[0] if action.if_then else IfThen("", "")
    return (replace(first, when=line.goes_wrong, then=line.instead), *action.if_then[1:])


def line_problem(line: PlanLine, action: Action, today: date) -> str:
    """What the line still needs before it is part of the plan; nothing while it has no words."""
    if not line.text.strip():
        return ""
    found = check_action(action, today=today)
    return found[0].text if found else ""


def when_words(action: Action) -> str:
    """By when, or how often, in words."""
    if action.by is not None:
        return _("by {date}").format(date=long_date(action.by))
    return _(RHYTHMS[action.every]) if action.every is not None else _("no date yet")


def when_options(today: date) -> dict[str, str]:
    """The choices of by when and how often, with the days they mean."""
    weeks = {
        "one_week": _("In one week, {date}"),
        "two_weeks": _("In two weeks, {date}"),
        "four_weeks": _("In four weeks, {date}"),
    }
    dated = {each: words.format(date=long_date(today + timedelta(weeks=WEEKS[each]))) for each, words in weeks.items()}
    return dated | {"daily": _("Every day"), "weekly": _("Every week"), DAY: _("By another day")}


def _parts(typed: str) -> dict[str, str]:
    """What was typed into the three fields of a date that is none, as good as it can be told apart again."""
    return dict(zip(("day", "month", "year"), (*typed.split(), "", "", ""), strict=False))
