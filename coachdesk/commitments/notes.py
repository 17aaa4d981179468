"""Quiet sentences before issuing. None of them stops anything, and none grades what a person said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coachdesk.i18n import _, ngettext
from coachdesk.people.circumstances import decision_due
from coachdesk.people.person import Circumstance
from coachdesk.plans.achievability import Strip, plain_hours
from coachdesk.plans.checks import obstacle_note
from coachdesk.plans.plan import ActionState, Party, Plan

MOST_ASKED = 2


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at once more: a stable code and a sentence, and the action it is about, or empty."""

    code: str
    text: str
    action_id: str = ""


def notes(plan: Plan, circumstances: Iterable[Circumstance], weighed: Strip | None, today: date) -> tuple[Note, ...]:
    """What the coach may want to look at before issuing, in the order of the paper."""
    return (
        *_about_the_whole(plan, weighed),
        *_about_circumstances(circumstances, today),
        *_about_actions(plan),
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
                used=plain_hours(weighed.used), given=plain_hours(weighed.given)
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


def _about_circumstances(circumstances: Iterable[Circumstance], today: date) -> Iterator[Note]:
    if any(decision_due(circumstance, today) for circumstance in circumstances):
        yield Note(
            "note.decision",
            _("On what is recorded today, a decision is due about what may be asked. You decide, and say why."),
        )


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
