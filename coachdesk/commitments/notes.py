"""Quiet sentences before issuing. None of them stops anything, and none grades what a person said."""

from collections.abc import Iterator

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.note import Note
from coachdesk.commitments.notes_on_the_whole import (
    hours_without_a_reason,
    nothing_but_applications,
    our_words_are_hard,
)
from coachdesk.i18n import _, ngettext, plain_number
from coachdesk.plans.achievability import Strip
from coachdesk.plans.checks import obstacle_note
from coachdesk.plans.days import WEEKEND
from coachdesk.plans.flag import Flagged, FlagKind
from coachdesk.plans.plan import ActionState, Party, Plan
from coachdesk.requirements.finding import Finding

MOST_ASKED = 2


def notes(
    plan: Plan,
    flags: Flagged,
    weighed: Strip | None,
    *,
    decision_due: bool,
    finding: Finding | None = None,
    document: CommitmentDocument | None = None,
) -> tuple[Note, ...]:
    """What the coach may want to look at before issuing, in the order of the paper.

    Args:
        plan: as it would be issued.
        flags: of the plan; those that stop it are said by `stops`.
        weighed: its achievability, where it was weighed.
        decision_due: nobody has decided yet what may be asked of this person.
        finding: of the day of issue.
        document: as it would be issued, in the language in which it is measured.
    """
    return (
        *_about_the_whole(plan, weighed),
        *(hours_without_a_reason(plan, finding) if finding is not None else ()),
        *(nothing_but_applications(plan, finding.on) if finding is not None else ()),
        *_about_what_may_be_asked(plan, flags, decision_due=decision_due),
        *_about_actions(plan),
        *_about_days(weighed),
        *(our_words_are_hard(document) if document is not None else ()),
    )


def _about_the_whole(plan: Plan, weighed: Strip | None) -> Iterator[Note]:
    if not any(goal.words_of is Party.CLAIMANT for goal in plan.wanted):
        yield Note("note.no-own-words", _("There is nothing in the person's own words yet."))
    if not plan.ours:
        yield Note("note.no-promise", _("There is no promise of ours yet."))
    if weighed is not None and weighed.given is not None and weighed.over:
        yield Note(
            "note.hours",
            _("The plan takes {used} hours in its fullest week. The person can give {given}.").format(
                used=plain_number(weighed.used), given=plain_number(weighed.given)
            ),
        )
    if len(plan.asked) > MOST_ASKED:
        yield Note(
            "note.much-asked",
            ngettext("{n} thing is asked at once.", "{n} things are asked at once.", len(plan.asked)).format(
                n=len(plan.asked)
            ),
        )
    drafts = sum(1 for action in plan.actions if action.state is ActionState.DRAFT and action.text.strip())
    if drafts:
        yield Note(
            "note.drafts",
            ngettext(
                "One action still needs something, so it is not in the plan.",
                "{n} actions still need something, so they are not in the plan.",
                drafts,
            ).format(n=drafts),
        )


def _about_what_may_be_asked(plan: Plan, flags: Flagged, *, decision_due: bool) -> Iterator[Note]:
    """A discretion that is kept with a reason is settled."""
    if decision_due:
        yield Note(
            "note.decision",
            _("On what is recorded today, a decision is due about what may be asked. You decide, and say why."),
        )
    for flag in flags.whole:
        yield Note("note.flag", flag.cited)
    for action in plan.asked:
        for flag in flags.of(action.id):
            settled = flag.kind is FlagKind.DISCRETION and action.kept_because.strip()
            if flag.kind is not FlagKind.MUST and not settled:
                text = _("“{action}”: {why}").format(action=action.text, why=flag.cited)
                yield Note("note.flag", text, action.id)


def _about_actions(plan: Plan) -> Iterator[Note]:
    for action in (*plan.asked, *plan.chosen):
        if not action.reason.strip():
            yield Note("note.no-reason", _("“{action}” has no reason yet.").format(action=action.text), action.id)
        if action.if_cannot.strip():
            yield Note(
                "note.cannot",
                _("The person says that “{action}” cannot be done.").format(action=action.text),
                action.id,
            )
        employer = obstacle_note(action)
        if employer is not None:
            yield Note("note.employer", employer, action.id)


def _about_days(weighed: Strip | None) -> Iterator[Note]:
    """What is due on a day on which something else is known; a weekend suits many."""
    for each in weighed.on_days if weighed is not None else ():
        if each.code != WEEKEND:
            yield Note(each.code, each.text, each.action_id)
