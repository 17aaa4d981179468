"""The plan against the finding: what is asked for and cannot be, or is yours to decide, each with its source.

A flag changes nothing: the coach does, and says why. Free text is never judged; that it was not checked is said.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from coachdesk.i18n import N_, _, plain_number
from coachdesk.plans.achievability import fullest_week
from coachdesk.plans.flag import Flag, Flagged, FlagKind, Limits
from coachdesk.plans.labels import FALLS
from coachdesk.plans.plan import Action, ActionState, Falls, Implements, Party, Plan, Standing
from coachdesk.requirements.against import easements_against, standing_of
from coachdesk.requirements.facts import LimitKind
from coachdesk.requirements.finding import Easement, Finding
from coachdesk.requirements.finding import Standing as Stands
from coachdesk.requirements.rule import Discretion

_FREE = frozenset({Stands.REQUIRED, Stands.MAY_BE_REQUIRED})

_EXCLUDES: Mapping[Falls, frozenset[str]] = MappingProxyType(
    {
        Falls.EVENINGS: frozenset({"not_evenings", "school_hours"}),
        Falls.NIGHTS: frozenset({"not_nights", "school_hours"}),
        Falls.WEEKENDS: frozenset({"not_weekends", "weekdays", "school_hours"}),
        Falls.SCHOOL_HOLIDAYS: frozenset({"term_time"}),
    }
)
"""Which of the times that a person named (`interviews.kinds.PRESETS`) leave out each time of an action."""

_KINDS: Mapping[LimitKind, str] = MappingProxyType(
    {
        LimitKind.TRAVEL: N_("travel"),
        LimitKind.TIMES: N_("times"),
        LimitKind.PLACE: N_("places and kinds of work"),
        LimitKind.KIND_OF_WORK: N_("places and kinds of work"),
        LimitKind.PAY: N_("pay"),
    }
)


def flagged(plan: Plan, finding: Finding, limits: Limits) -> Flagged:
    """The flags of everything that the person is asked for, drafts included."""
    asked = tuple(each for each in plan.actions if is_asked(each))
    found = ((each.id, flags(each, finding, limits)) for each in asked)
    whole = tuple(_whole(asked, finding, limits)) if asked else ()
    return Flagged({action_id: every for action_id, every in found if every}, whole)


def flags(action: Action, finding: Finding, limits: Limits) -> tuple[Flag, ...]:
    """What the finding and the limits say against asking for one action; empty for what nobody is asked for."""
    if not is_asked(action) or action.implements is None or finding.group is None:
        return ()
    stands = tuple(dict.fromkeys((*_benefit_team(finding), *_requirement(action.implements, finding))))
    if any(each.kind is FlagKind.MUST for each in stands):
        return stands
    return (*stands, *_hours_alone(action, finding), *_travel(action, finding, limits), *_times(action, limits))


def is_asked(action: Action) -> bool:
    """Whether the person is asked for it, or will be once it has all it needs."""
    live = action.state in {ActionState.OPEN, ActionState.DRAFT}
    return live and action.owner is Party.CLAIMANT and action.standing is Standing.REQUIRED


def _benefit_team(finding: Finding) -> Iterator[Flag]:
    """Nothing is set before the benefit team has been asked."""
    for warned in finding.warnings:
        if warned.code == "benefit_team_today":
            yield Flag("flag.benefit-team", warned.text, "", FlagKind.MUST)


def _requirement(implements: Implements, finding: Finding) -> Iterator[Flag]:
    stands = standing_of(finding, implements.value)
    if stands in _FREE:
        return
    if stands is Stands.NOT_IMPOSED:
        text = _("This cannot be asked for: the group that applies today does not include it.")
        yield Flag("flag.group", text, "; ".join(each.citation for each in finding.group_because), FlagKind.MUST)
    for easement in easements_against(finding, implements.value):
        yield _eased(easement)


def _eased(easement: Easement) -> Flag:
    """An easement in words; of a sealed one neither its name nor a day is in them."""
    if easement.standing is Discretion.MUST:
        text = _("This cannot be asked for today: {pause}.").format(pause=easement.shown)
        return Flag("flag.pause", text, easement.cited, FlagKind.MUST)
    if easement.decided:
        text = _("You decided not to ask for this for now: {pause}.").format(pause=easement.shown)
        return Flag("flag.decided", text, easement.cited, FlagKind.DISCRETION)
    text = _("A decision is due before this is asked for: {pause}.").format(pause=easement.shown)
    return Flag("flag.due", text, easement.cited, FlagKind.DISCRETION)


def _hours_alone(action: Action, finding: Finding) -> Iterator[Flag]:
    most = _most_hours(finding)
    if action.implements is Implements.SEARCH and most is not None and (action.hours or Decimal()) > most:
        text = _("This alone takes {used} hours a week, and {hours} can be asked for.")
        yield _hours(text.format(used=plain_number(action.hours or Decimal()), hours=plain_number(most)), finding)


def _travel(action: Action, finding: Finding, limits: Limits) -> Iterator[Flag]:
    """The journey against what was agreed, and against the most that can be asked of anybody."""
    minutes, agreed, ceiling = action.travel_minutes, finding.travel.agreed, finding.travel.ceiling
    if minutes is None:
        return
    if agreed is not None and minutes > agreed:
        text = _("The journey takes {minutes} minutes each way, and {most} were agreed.")
        yield _limit("flag.travel", text.format(minutes=minutes, most=agreed), limits.travel_citation)
    elif ceiling is not None and minutes > ceiling:
        text = _("The journey takes {minutes} minutes each way, and {most} is the most that can be asked for.")
        yield _limit("flag.travel", text.format(minutes=minutes, most=ceiling), limits.travel_citation)


def _times(action: Action, limits: Limits) -> Iterator[Flag]:
    for time in action.falls:
        if _EXCLUDES[time] & limits.times:
            text = _("It falls in times that do not fit: {time}.").format(time=_(FALLS[time]).lower())
            yield _limit("flag.times", text, limits.citation)


def _whole(asked: tuple[Action, ...], finding: Finding, limits: Limits) -> Iterator[Flag]:
    if finding.group is None:
        for warned in finding.warnings:
            yield Flag("flag.not-held", warned.text, warned.citation, FlagKind.NOT_CHECKED)
        return
    yield from _hours_together(tuple(each for each in asked if each.implements is Implements.SEARCH), finding)
    kinds = dict.fromkeys(_(_KINDS[each.kind]) for each in limits.declared if isinstance(each.value, str))
    if kinds:
        text = _("Not checked against what was said in words about: {kinds}.").format(kinds=", ".join(kinds))
        yield Flag("flag.limits", text, limits.citation, FlagKind.NOT_CHECKED)


def _hours_together(searching: tuple[Action, ...], finding: Finding) -> Iterator[Flag]:
    """All that is asked of search in its fullest week; one action that is too much says so itself."""
    if searching and finding.expected_hours.decide:
        text = _("Nobody has decided yet how many hours can be asked for, so the hours are not checked.")
        yield Flag("flag.hours-open", text, _hours_citation(finding), FlagKind.NOT_CHECKED)
    most = _most_hours(finding)
    if most is None or any((each.hours or Decimal()) > most for each in searching):
        return
    used, _week = fullest_week(searching, finding.on)
    if used > most:
        text = _("Looking for work is asked for with {used} hours a week, and {hours} can be asked for.")
        yield _hours(text.format(used=plain_number(used), hours=plain_number(most)), finding)


def _most_hours(finding: Finding) -> Decimal | None:
    """Hours of search; the expected ones where the coach keeps asking although a pause could be or was decided."""
    return finding.search_hours if finding.search_hours is not None else finding.expected_hours.hours


def _hours(text: str, finding: Finding) -> Flag:
    return Flag("flag.hours", text, _hours_citation(finding), FlagKind.HOURS)


def _hours_citation(finding: Finding) -> str:
    return next((each.citation for each in finding.expected_hours.because), "")


def _limit(code: str, text: str, citation: str) -> Flag:
    return Flag(code, text, citation, FlagKind.LIMIT)
