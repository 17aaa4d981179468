"""How the state of an interview changes when something is said. Pure: a state goes in and a state comes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from coachdesk.clock import local
from coachdesk.i18n import _
from coachdesk.interviews import (
    KINDS,
    Answer,
    Interview,
    Pace,
    Question,
    Standing,
    not_opened,
    plan,
    questions_of,
    stop,
    visible_steps,
)
from coachdesk.services import OpenInterview
from ui.interview import view
from ui.interview.planning import carried, happenings_of, unfinished_line
from ui.interview.state import GOODBYE, InterviewState


def begin(opened: OpenInterview, today: date) -> InterviewState:
    """The screen of an interview that was opened just now: the same step and question as when it was left."""
    interview, definition, answers = opened.interview, opened.definition, opened.answers
    elapsed = interview.elapsed_seconds
    pace = plan(definition, answers, elapsed_seconds=elapsed, opened=(), folded=interview.folded, stopped=False)
    ours, theirs = carried(opened.plan, interview.id)
    line, line_id = unfinished_line(opened.plan, interview.id)
    state = InterviewState(
        interview=interview,
        definition=definition,
        person=opened.person,
        answers=answers,
        plan=opened.plan,
        last_time=opened.last_time,
        card_again=opened.card_again,
        today=today,
        pace=pace,
        giving=opened.giving,
        usual=_usual(opened),
        carried_ours=ours,
        carried=theirs,
        happenings=happenings_of(opened.plan, interview.id),
        line=line,
        line_id=line_id,
        landing=1,
        meanwhile=opened.meanwhile,
        also_waiting=opened.also_waiting,
    )
    steps = visible_steps(definition, answers)
    if interview.step_id != GOODBYE and interview.step_id not in {step.id for step in steps}:
        state = replace(state, interview=replace(interview, step_id=steps[0].id))
    return paced(settled(replace(state, opened=_opened(state))))


def settled(state: InterviewState) -> InterviewState:
    """A step came to the front: it counts as opened, the place is one of its questions, and what does not fit is said."""
    asked = view.questions(state)
    ids = [question.id for question in asked]
    place = state.interview.question_id if state.interview.question_id in ids else (ids[0] if ids else "")
    return replace(
        state,
        interview=replace(state.interview, question_id=place),
        opened=state.opened | {state.interview.step_id},
        problems={each.id: text for each in asked if (text := problem(state, each))},
    )


def paced(state: InterviewState) -> InterviewState:
    """The clock and what folds, as things stand. What a calm flow put off comes back when it is calm no more."""
    pace = _pace(state, state.interview.folded)
    folded = (*state.interview.folded, *pace.fold)
    if pace.shown:
        folded = _pace(state, ()).fold
    return replace(state, pace=pace, interview=replace(state.interview, folded=folded))


def said(state: InterviewState, question: Question, answer: Answer) -> InterviewState:
    """Somebody said, changed or took back something."""
    state = replace(state, answers={**state.answers, question.id: answer})
    if any(choice.ends for choice in question.choices):
        ends = stop(state.definition, state.answers) is not None
        state = replace(state, interview=replace(state.interview, must_stop=ends))
    if question.id in state.problems:
        state = checked(state, question)
    return paced(state)


def over(state: InterviewState) -> Interview:
    """The interview as it ends: what nobody came to is put off to the next one."""
    folded = state.interview.folded
    left = not_opened(state.definition, state.answers, opened=state.opened, folded=folded)
    return replace(state.interview, folded=(*folded, *left))


def asking(state: InterviewState) -> InterviewState:
    """Other steps belong to the interview now; one that is not there any more is left for the first."""
    here = {step.id for step in visible_steps(state.definition, state.answers)}
    if state.interview.step_id in here or state.interview.step_id == GOODBYE:
        return paced(settled(state))
    first = visible_steps(state.definition, state.answers)[0].id
    return paced(settled(replace(state, interview=replace(state.interview, step_id=first), landing=state.landing + 1)))


def with_value(state: InterviewState, question: Question, value: object) -> Answer:
    """The answer with this value. Whoever says something has discussed it; an empty sealed answer is none."""
    before = view.answer_of(state, question)
    if question.sealed and KINDS[question.kind].blank(value):
        return replace(before, value=None, sealed=False, standing=Standing.GIVEN)
    return replace(before, value=value, sealed=question.sealed, standing=Standing.GIVEN)


def checked(state: InterviewState, question: Question) -> InterviewState:
    """Say at the field what does not fit, or take it back."""
    problems = {each: text for each, text in state.problems.items() if each != question.id}
    text = problem(state, question)
    return replace(state, problems=problems | ({question.id: text} if text else {}))


def problem(state: InterviewState, question: Question) -> str:
    """What does not fit in an answer, in the language of the screen; it never keeps anybody from going on."""
    answer = state.answers.get(question.id)
    if answer is None or answer.value is None or answer.standing is not Standing.GIVEN:
        return ""
    found = KINDS[question.kind].check(question, answer.value, today=state.today)
    return _(found[0].text) if found else ""


def gone_to(state: InterviewState, step_id: str, stored: Callable[[str], bool]) -> InterviewState:
    """Another step is in front. What was sealed or opened on purpose goes out of sight, once it is `stored`."""
    asked = {question.id: question for question in state.definition.questions()}
    answers = {
        each: replace(answer, value=None, note="", sealed=True)
        if _sealing(asked.get(each), answer) and stored(each)
        else answer
        for each, answer in state.answers.items()
    }
    folded = tuple(each for each in state.interview.folded if each != step_id)
    return paced(
        settled(
            replace(
                state,
                answers=answers,
                revealed={},
                again=frozenset(),
                opened=state.opened | {step_id},
                interview=replace(state.interview, step_id=step_id, folded=folded),
                landing=state.landing + 1,
            )
        )
    )


def _sealing(question: Question | None, answer: Answer) -> bool:
    """Whether what was said, or noted beside it, is sealed."""
    return question is not None and question.sealed and (answer.sealed or bool(answer.note))


def landed(state: InterviewState, question_id: str) -> InterviewState:
    """The focus goes to this question of the step in front."""
    return replace(state, interview=replace(state.interview, question_id=question_id), landing=state.landing + 1)


def _usual(opened: OpenInterview) -> str:
    """The time that this meeting was booked for; else when it began, to the next five minutes."""
    if opened.booked is not None:
        return f"{opened.booked.at:%H:%M}"
    started = local(opened.interview.started_at)
    minutes = 5 * round((started.hour * 60 + started.minute) / 5)
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _pace(state: InterviewState, folded: tuple[str, ...]) -> Pace:
    return plan(
        state.definition,
        state.answers,
        elapsed_seconds=state.interview.elapsed_seconds,
        opened=state.opened,
        folded=folded,
        stopped=state.interview.must_stop or view.was_slowed(state),
    )


def _opened(state: InterviewState) -> frozenset[str]:
    """After a pause: the steps in which something was said, and those up to the place where it was left."""
    steps = visible_steps(state.definition, state.answers)
    ids = [step.id for step in steps]
    here = ids.index(state.interview.step_id) if state.interview.step_id in ids else -1
    passed = {each for each in ids[: here + 1] if each not in state.interview.folded}
    said_in = {
        step.id
        for step in steps
        if any(question.id in state.answers for question in questions_of(state.definition, state.answers, step))
    }
    return frozenset((passed | said_in) - set(state.interview.folded))
