"""The interview as the person sees it when the screen is turned: only their own, in their language."""

from collections.abc import Callable, Iterator
from functools import partial

from coachdesk.i18n import N_, Language, long_date, translation
from coachdesk.interviews import (
    KINDS,
    Definition,
    Kind,
    Print,
    Question,
    Step,
    is_alone,
    is_given,
    person_label,
    questions_of,
    recap,
)
from coachdesk.plans import Action, Rhythm
from coachdesk.plans.labels import RHYTHMS
from coachdesk.privacy import Privacy
from ui.interview.state import InterviewState
from ui.kit import TurnedLine, TurnedView

Translate = Callable[[str], str]

_SEEN_BY = {
    Print.NEVER: N_("Who sees this: you and your work coach. It is never printed."),
    Print.ASK: N_("Who sees this: you and your work coach. It is on your paper only if you want it there."),
    Print.YES: N_("Who sees this: you, your work coach, and whoever you show your paper to."),
}
_LOCKED = N_("Who sees this: it is locked away. It is never printed, and opened only for a reason.")
_CHOICES = {Kind.TOLD_TO_EVERYONE, Kind.MANY_OF, Kind.ONE_OF}
_WORDS = {Kind.SHORT_TEXT, Kind.LONG_TEXT}
_READ_BACK = {Kind.RECAP, Kind.PLAN, Kind.PROMISES, Kind.OUTCOMES}


Write = Callable[[str, str], object]
"""Takes the id of a question or an action, and the words as they are now."""


def turned(state: InterviewState, definition: Definition, *, answer: Write, reword: Write) -> TurnedView:
    """What may be seen now. `definition` has the words of the person's language.

    Words of the person, and the lines of today's plan, can be changed there: `answer` gets them for a question,
    `reword` for an action.
    """
    language = state.person.language
    translate = translation(language).gettext
    step = next((each for each in definition.steps if each.id == state.interview.step_id), None)
    if step is None:
        return TurnedView(translate(N_("We stop here for today")), (TurnedLine(definition.stop_text),))
    asked = questions_of(definition, state.answers, step)
    lines: list[TurnedLine] = []
    for question in asked:
        if question.kind not in _READ_BACK:
            lines += _asked(state, question, translate, answer)
    if any(question.kind in _READ_BACK for question in asked):
        if any(question.kind is Kind.RECAP for question in asked):
            lines = [*_heard(state, definition, translate), *_planned(state, translate, language), *lines]
        else:
            planning = any(question.kind is Kind.PLAN for question in asked)
            lines += _planned(state, translate, language, reword if planning else None)
    return TurnedView(_heading(step), tuple(lines))


def _heading(step: Step) -> str:
    return step.title


def _asked(state: InterviewState, question: Question, translate: Translate, answer: Write) -> Iterator[TurnedLine]:
    yield TurnedLine(person_label(question, state.interview.channel), "question")
    if question.kind in _CHOICES:
        for choice in question.choices:
            yield TurnedLine(f"\N{BULLET} {choice.label}")
    said = _said(state, question, translate)
    if question.kind in _WORDS and _may_be_seen(state, question):
        name = translate(N_("What is written down; you can change it together"))
        yield TurnedLine(said, "words", partial(answer, question.id), name)
    elif said:
        yield TurnedLine(translate(N_("Written down: {words}")).format(words=said), "words")
    if question.why:
        yield TurnedLine(question.why, "note")
    yield TurnedLine(translate(_LOCKED if question.sealed else _SEEN_BY[question.print]), "note")


def _said(state: InterviewState, question: Question, translate: Translate) -> str:
    """What was written down, where nobody else in the room may not read it."""
    answer = state.answers.get(question.id)
    if answer is None or not _may_be_seen(state, question) or not is_given(question, answer):
        return ""
    return KINDS[question.kind].show(question, answer.value, translate)


def _may_be_seen(state: InterviewState, question: Question) -> bool:
    private = question.sensitive or question.only_when_alone
    return not question.sealed and not (private and not is_alone(state.definition, state.answers))


def _heard(state: InterviewState, definition: Definition, translate: Translate) -> Iterator[TurnedLine]:
    for line in recap(definition, state.answers, state.interview.channel, translate):
        yield TurnedLine(line.question, "note")
        yield TurnedLine(line.said, "words")


def _planned(
    state: InterviewState, translate: Translate, language: Language, reword: Write | None = None
) -> Iterator[TurnedLine]:
    """The plan, ours first. What is between the two of us is seen while the two of us are alone.

    What was put into the plan in this talk can be worded together.
    """
    alone = is_alone(state.definition, state.answers)
    for heading, actions in (
        (N_("What my work coach will do"), state.plan.ours),
        (N_("What I am asked to do"), state.plan.asked),
        (N_("What I choose to do"), state.plan.chosen),
        (N_("What others will do"), state.plan.others),
    ):
        seen = [each for each in actions if alone or each.privacy is not Privacy.BETWEEN_US]
        if seen:
            yield TurnedLine(translate(heading), "question")
            for action in seen:
                new = reword is not None and action.interview_id == state.interview.id
                write = partial(reword, action.id) if reword is not None and new else None
                yield TurnedLine(action.text, "words", write, translate(N_("You can change this line together")))
                yield TurnedLine(_when(action, translate, language), "note")


def _when(action: Action, translate: Translate, language: Language) -> str:
    if action.by is not None:
        return translate(N_("by {date}")).format(date=long_date(action.by, language))
    return translate(RHYTHMS[action.every or Rhythm.WEEK])
