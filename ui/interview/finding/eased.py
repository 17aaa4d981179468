"""The lines about easements: what pauses something and until when, what is to be decided, what was decided. Pure.

Of what is sealed there is the neutral label and nothing else: no day, no rule.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from coachdesk.i18n import _, short_date
from coachdesk.requirements.finding import Easement, Finding
from coachdesk.requirements.rule import Discretion
from ui.interview.finding.line import Act, Line, Way
from ui.interview.finding.standing import Taken
from ui.interview.finding.words import begin


def eased_lines(finding: Finding, taken: Mapping[str, Taken]) -> Iterator[Line]:
    """First what is to be decided, then what was decided, then what holds by itself; each kind of matter once."""
    every = tuple({each.id: each for each in reversed(finding.easements)}.values())[::-1]
    for each in every:
        if each.due:
            yield _due(each)
    for each in every:
        if each.decided is not None:
            yield _decided(each, taken.get(each.id), finding.on)
    for each in every:
        if each.standing is Discretion.MUST:
            yield _in_force(each)


def _due(easement: Easement) -> Line:
    return Line(
        id=easement_line(easement.id),
        lead=_("A decision is due"),
        text=begin(easement.shown),
        rules=_rules(easement),
        acts=(Act(Way.DECIDE, _("Decide"), easement.id),),
        marked=True,
    )


def easement_line(easement_id: str) -> str:
    """The id of the line about an easement."""
    return f"easement-{easement_id}"


def _decided(easement: Easement, decision: Taken | None, today: date) -> Line:
    what = _("What is asked is paused") if easement.decided else _("Asked all the same")
    again = Act(Way.DECIDE, _("Decide again"), easement.id)
    back = Act(Way.TAKE_BACK, _("Undo"), easement.id)
    lead = _("Decided")
    if decision is not None and not easement.sealed:
        on = decision.record.on
        lead = _("Decided today") if on == today else _("Decided on {day}").format(day=short_date(on))
    return Line(
        id=easement_line(easement.id),
        lead=lead,
        text=f"{begin(easement.shown)}: {what[:1].lower()}{what[1:]}.",
        note="" if easement.sealed else " ".join(_why_and_until(easement, decision)),
        rules=_rules(easement),
        acts=(back if decision is not None and decision.here else again,),
    )


def _why_and_until(easement: Easement, decision: Taken | None) -> Iterator[str]:
    """The coach's own reason, and the day on which it is to be looked at again."""
    if decision is not None:
        yield _("Because: {reason}").format(reason=f"{decision.record.reason.rstrip('.')}.")
    if easement.review_on is not None:
        yield _("Look again on {day}.").format(day=short_date(easement.review_on))


def _in_force(easement: Easement) -> Line:
    if easement.sealed:
        return Line(
            id=easement_line(easement.id),
            lead=begin(easement.neutral_label),
            text=_("It holds until the two of you speak again. Its day and its source are not shown here."),
        )
    until = _("Until {day}.").format(day=short_date(easement.until)) if easement.until is not None else ""
    evidence = easement.evidence_by
    return Line(
        id=easement_line(easement.id),
        lead=begin(easement.label),
        text=until or _("As long as it goes on."),
        note=_("Evidence by {day}.").format(day=short_date(evidence)) if evidence is not None else "",
        rules=_rules(easement),
    )


def _rules(easement: Easement) -> tuple[str, ...]:
    return () if easement.sealed or not easement.rule else (easement.rule,)
