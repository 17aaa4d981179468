"""What was asked and said in a played meeting, as far as it could lie on a table in front of the person.

Left out, because a file may be found by others: everything sealed, sensitive or asked in private, private notes,
numbers between 0 and 10 with their words, and every goal, action and if-then plan that is not for paper.
"""

from collections.abc import Callable, Iterator
from textwrap import wrap

from coachdesk.clock import local
from coachdesk.i18n import N_, Language, clock_time, long_date, translation
from coachdesk.interviews import (
    CHANNELS,
    KINDS,
    Answer,
    Definition,
    Kind,
    Question,
    Standing,
    Step,
    person_label,
    questions_of,
    visible_steps,
)
from coachdesk.plans import Action, Party
from coachdesk.plans.labels import HAPPENED
from coachdesk.privacy import Privacy
from coachdesk.services import OpenInterview

Gettext = Callable[[str], str]

_WIDTH = 76
_HEARD = frozenset({Kind.RECAP, Kind.SCALE})
"""Kinds without a line: read back aloud, or between the two of them."""

_NOT_GIVEN = {
    Standing.NOT_DISCUSSED: N_("Not discussed"),
    Standing.PREFER_NOT_TO_SAY: N_("Prefers not to say"),
}
_WHO = {
    Party.CLAIMANT: N_("The person"),
    Party.COACH: N_("The coach"),
    Party.OTHER: N_("Somebody else"),
}


def transcript(title: str, meeting: OpenInterview, definition: Definition, language: Language) -> str:
    """The text, with one empty line between what belongs together.

    Args:
        title: of the case.
        meeting: when its talk is over.
        definition: in the language of the transcript.
        language: of our own words.
    """
    gettext = translation(language).gettext
    began = local(meeting.interview.started_at)
    when = f"{long_date(began.date(), language)}, {clock_time(began.time())}, {gettext(CHANNELS[meeting.interview.channel])}"
    lines = [title, when, gettext("What was private, sensitive or meant to stay off paper is left out.")]
    for step in visible_steps(definition, meeting.answers):
        lines += _asked(meeting, definition, step, gettext)
    return "\n".join(lines) + "\n"


def _asked(meeting: OpenInterview, definition: Definition, step: Step, gettext: Gettext) -> Iterator[str]:
    hidden = _hidden(definition)
    for question in questions_of(definition, meeting.answers, step):
        if question.kind in _HEARD or question.id in hidden:
            continue
        said = tuple(_said(meeting, question, gettext))
        if said:
            yield from ("", *wrap(person_label(question, meeting.interview.channel), _WIDTH))
            for each in said:
                yield from wrap(each, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _hidden(definition: Definition) -> frozenset[str]:
    """Ids of what is kept out, and of what is asked only because of it: the question alone would tell."""
    hidden: set[str] = set()
    for step in definition.steps:
        for question in step.questions:
            follows = {condition.question for condition in (*step.when, *question.when)} & hidden
            if follows or question.sealed or question.sensitive or question.only_when_alone:
                hidden.add(question.id)
    return frozenset(hidden)


def _said(meeting: OpenInterview, question: Question, gettext: Gettext) -> Iterator[str]:
    if question.kind is Kind.PLAN:
        yield from _plan(meeting, gettext)
    elif question.kind in {Kind.PROMISES, Kind.OUTCOMES}:
        yield from _happened(meeting, question.kind, gettext)
    elif question.record.startswith("goal."):
        if question.record == "goal.text":
            yield from (goal.text for goal in meeting.plan.wanted if goal.privacy is Privacy.PAPER)
    elif (answer := meeting.answers.get(question.id)) is not None:
        yield from _answer(question, answer, gettext)


def _answer(question: Question, answer: Answer, gettext: Gettext) -> Iterator[str]:
    if answer.standing is not Standing.GIVEN:
        yield gettext(_NOT_GIVEN[answer.standing])
    elif shown := KINDS[question.kind].show(question, answer.value, gettext):
        yield shown


def _plan(meeting: OpenInterview, gettext: Gettext) -> Iterator[str]:
    for action in meeting.plan.open:
        if action.interview_id == meeting.interview.id and action.privacy is Privacy.PAPER:
            yield _whose(action, gettext)


def _happened(meeting: OpenInterview, kind: Kind, gettext: Gettext) -> Iterator[str]:
    actions = {action.id: action for action in meeting.plan.actions}
    for outcome in meeting.plan.outcomes:
        action = actions[outcome.action_id]
        ours, now = action.owner is Party.COACH, outcome.interview_id == meeting.interview.id
        if now and ours is (kind is Kind.PROMISES) and action.privacy is Privacy.PAPER:
            words = (_whose(action, gettext), gettext(HAPPENED[outcome.happened]), outcome.learned)
            yield ". ".join(each for each in words if each)


def _whose(action: Action, gettext: Gettext) -> str:
    return f"{action.owner_name or gettext(_WHO[action.owner])}: {action.text}"
