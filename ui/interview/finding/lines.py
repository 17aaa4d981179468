"""From a finding to the lines of the panel, in the order in which a coach needs them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from coachdesk.i18n import _, short_date
from coachdesk.interviews import Definition
from coachdesk.requirements.finding import Finding, Group, Warned
from coachdesk.requirements.labels import GROUPS
from coachdesk.services import PersonFinding
from ui.interview.finding import words
from ui.interview.finding.eased import eased_lines
from ui.interview.finding.fitting import hours_line, notice_line, travel_line
from ui.interview.finding.line import Act, Line, Way
from ui.interview.finding.standing import Taken

HOURS = "claimant.decisions.expected_hours"
"""The unknown fact that the line about hours asks for."""

REFERRALS = frozenset({"benefit_team_today", "wca_referral_due", "wca_referral_at_once"})
"""Warnings that ask the coach for a step of their own."""

_TODAY = "benefit_team_today"
_SAID = frozenset({"hours_to_decide", "voluntary_only"})
"""Warnings that a line of the panel says already."""

MOST_ASKED = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """What the lines are made from.

    Attributes:
        definition: of the interview, for the words of its questions.
        taken: decisions that stand, by easement id.
    """

    found: PersonFinding
    definition: Definition
    taken: dict[str, Taken] = field(default_factory=dict)


def lines_of(shown: Shown) -> tuple[Line, ...]:
    """The lines that are always there."""
    found, finding = shown.found, shown.found.finding
    if finding.group is None:
        none = Line(id="no-rules", lead=_("Rules"), text=_("No rules are kept here for today."))
        return tuple(_warnings(finding.warnings, found)) or (none,)
    urgent = tuple(each for each in finding.warnings if each.code == _TODAY)
    other = tuple(each for each in finding.warnings if each.code != _TODAY)
    return (
        *_warnings(urgent, found),
        _group(finding, finding.group),
        *_problems(found),
        *_waiting(finding),
        *eased_lines(finding, shown.taken),
        *_fitting(found),
        *_warnings(other, found),
        *_asked(shown),
        *_look_again(finding),
    )


def _group(finding: Finding, group: Group) -> Line:
    rules = tuple(each.rule for each in finding.group_because)
    return Line(id="group", lead=_("Group"), text=_(GROUPS[group]), rules=rules)


def _problems(found: PersonFinding) -> Iterator[Line]:
    for number, each in enumerate(found.problems):
        lead = _("These two do not fit together") if each.also else _("This does not fit")
        yield Line(id=f"problem-{number}", lead=lead, text=each.text, marked=True)


def _waiting(finding: Finding) -> Iterator[Line]:
    if off := words.not_asked(finding):
        yield Line(id="not-asked", lead=_("Not asked for now"), text=off)
    if waits := words.waits(finding):
        yield Line(id="waits", lead=_("Waits for your decision"), text=waits)


def _fitting(found: PersonFinding) -> Iterator[Line]:
    """Hours, notice and travel, where being available is among what can be asked for."""
    if found.finding.group is not Group.ALL:
        return
    question = next((each.question_id for each in found.ask if each.path == HOURS), "")
    yield hours_line(found, question)
    yield notice_line(found)
    yield travel_line(found)


def _warnings(warnings: tuple[Warned, ...], found: PersonFinding) -> Iterator[Line]:
    for each in warnings:
        if each.code in _SAID:
            continue
        if each.sealed:
            yield Line(
                id=f"warning-{each.code}",
                lead=_("Follow up"),
                text=_("A follow-up is due about a statutory pause. Do not ask for details."),
            )
            continue
        refers = each.code in REFERRALS
        yield Line(
            id=f"warning-{each.code}",
            lead=_("Today") if each.code == _TODAY else _("For you") if refers else _("Good to know"),
            text=_("Ask the benefit team today. Set no requirements.") if each.code == _TODAY else each.text,
            note=_("It stands in the plan, under what you will do.") if refers and found.promise else "",
            rules=(each.rule,) if each.rule and each.code != _TODAY else (),
            acts=(Act(Way.REFER, _("Add to what I will do")),) if refers and not found.promise else (),
            marked=refers,
        )


def _asked(shown: Shown) -> Iterator[Line]:
    """Questions of this interview that would settle something, once each; the one about hours stands at the hours."""
    wanted = dict.fromkeys(each.question_id for each in shown.found.ask if each.question_id and each.path != HOURS)
    for number, question_id in enumerate(list(wanted)[:MOST_ASKED]):
        yield Line(
            id=f"ask-{question_id}",
            lead=_("One question would settle this") if not number else "",
            text=shown.definition.question(question_id).label,
            acts=(Act(Way.QUESTION, _("Go to the question"), question_id),),
        )


def _look_again(finding: Finding) -> Iterator[Line]:
    """The next day on which something changes; the others stand under More."""
    coming = [each for each in finding.review if not each.sealed]
    if coming:
        said = _("{day}: {because}.").format(day=short_date(coming[0].on), because=coming[0].because)
        yield Line(id="look-again", lead=_("Look again"), text=said)
