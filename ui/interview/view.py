"""What follows from the state of an interview: which steps, which questions, what is last. Pure."""

from dataclasses import dataclass
from typing import Literal

from coachdesk.i18n import _
from coachdesk.interviews import (
    Answer,
    Kind,
    Question,
    Rank,
    Step,
    is_alone,
    offered,
    progress_of_all,
    questions_of,
    stop,
    visible_steps,
)
from ui.interview.state import GOODBYE, PROMISE, InterviewState

Mark = Literal["untouched", "begun", "done"]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line of the list of steps. `minutes` is "" where it has none; `spare` is for spare time only."""

    id: str
    title: str
    minutes: str
    rank: str
    mark: Mark
    folded: bool = False
    spare: bool = False


def stopped(state: InterviewState) -> bool:
    """The ordinary flow ended kindly: nothing more is asked."""
    return state.interview.must_stop


def ends_text(state: InterviewState) -> str:
    """What a choice that ends the flow says to the coach, as long as the choice is in sight."""
    return stop(state.definition, state.answers) or ""


def flow(state: InterviewState) -> tuple[Step, ...]:
    """The steps that Continue and Back go through; those put off to next time are not among them."""
    return tuple(
        step for step in visible_steps(state.definition, state.answers) if step.id not in state.interview.folded
    )


def folded(state: InterviewState) -> tuple[Step, ...]:
    """The steps put off to next time."""
    return tuple(step for step in visible_steps(state.definition, state.answers) if step.id in state.interview.folded)


def kept(state: InterviewState) -> tuple[str, ...]:
    """Ids of the steps that ask what was put off last time, and that nobody came to yet."""
    ids = offered(state.definition, state.answers, state.interview)
    return tuple(each for each in ids if each not in state.opened)


def is_first(state: InterviewState) -> bool:
    """Whether the step in front is the one that the interview opens with."""
    steps = visible_steps(state.definition, state.answers)
    return bool(steps) and steps[0].id == state.interview.step_id


def title_of(state: InterviewState, step_id: str) -> str:
    """The title of a step."""
    return next((step.title for step in state.definition.steps if step.id == step_id), "")


def order(state: InterviewState) -> tuple[str, ...]:
    """Ids of the steps in the order of Continue; once the flow ended, the kind end follows what stays."""
    steps = flow(state)
    if not stopped(state):
        return tuple(step.id for step in steps)
    kept = [step.id for step in steps if step.id in state.opened and not _closing(step)]
    return (*kept, GOODBYE)


def after(state: InterviewState, by: int) -> str | None:
    """The step before (-1) or after (1) the one in front; None at the ends."""
    ids = order(state)
    here = state.interview.step_id
    if here not in ids:
        return ids[-1] if by < 0 and ids else None
    place = ids.index(here) + by
    return ids[place] if 0 <= place < len(ids) else None


def step_in_front(state: InterviewState) -> Step | None:
    """The step in front; None at the kind end."""
    return next((step for step in state.definition.steps if step.id == state.interview.step_id), None)


def step_of(state: InterviewState, question_id: str) -> str:
    """The id of the step in which a question is asked; of the one in front where it is in none."""
    asked = (step.id for step in state.definition.steps if any(each.id == question_id for each in step.questions))
    return next(asked, state.interview.step_id)


def questions(state: InterviewState) -> tuple[Question, ...]:
    """The questions on the screen. At the kind end: one promise of ours, and how we keep in touch."""
    step = step_in_front(state)
    if step is not None:
        return questions_of(state.definition, state.answers, step)
    promise = Question(id=PROMISE, kind=Kind.PLAN, label=_("One thing that we will do"))
    return (promise, *(each for each in state.definition.questions() if each.record == "appointment.next"))


def current(state: InterviewState) -> Question | None:
    """The question that has the focus."""
    asked = questions(state)
    return next((each for each in asked if each.id == state.interview.question_id), asked[0] if asked else None)


def step_lines(state: InterviewState) -> tuple[StepLine, ...]:
    """The list of steps: the flow first, then what is put off to next time."""
    here, far = order(state), progress_of_all(state.definition, state.answers, state.opened)
    lines = [_line(step, far[step.id].state, folded=False) for step in flow(state) if step.id in here]
    if stopped(state) or state.interview.step_id == GOODBYE:
        lines.append(StepLine(GOODBYE, _("A kind end"), "", "", "untouched"))
    return (*lines, *(_line(step, far[step.id].state, folded=True) for step in folded(state)))


def is_sealed_shut(state: InterviewState, question: Question) -> bool:
    """There is a sealed answer that nobody opened."""
    answer = state.answers.get(question.id)
    return (
        question.sealed
        and answer is not None
        and answer.sealed
        and answer.value is None
        and question.id not in state.again
    )


def was_slowed(state: InterviewState) -> bool:
    """Something sealed was said that slowed the flow down: it stays slow, although nobody sees why."""
    return any(question.slows and is_sealed_shut(state, question) for question in state.definition.questions())


def answer_of(state: InterviewState, question: Question) -> Answer:
    """The answer to a question; an empty one where there is none yet."""
    return state.answers.get(question.id) or Answer()


def offer_to_talk_alone(state: InterviewState) -> bool:
    """Nobody could ask in private last time, and still nobody can: say so quietly where it is asked who is here."""
    asked = {each.id for each in questions(state)}
    alone = state.definition.alone
    here = alone is not None and alone.question in asked
    return here and state.card_again and not is_alone(state.definition, state.answers)


def is_card(question: Question) -> bool:
    """A part of the card that is told to everyone."""
    return question.kind is Kind.TOLD_TO_EVERYONE


def _closing(step: Step) -> bool:
    return any(question.record == "appointment.next" for question in step.questions)


def _line(step: Step, mark: Mark, *, folded: bool) -> StepLine:
    spare = step.rank is Rank.IF_TIME and not folded
    return StepLine(step.id, step.title, _counted(step.minutes), _rank(step.rank), mark, folded, spare)


def _counted(minutes: float) -> str:
    """Minutes as people write them: ½, 2, 1½."""
    whole, half = divmod(max(1, round(2 * minutes)), 2)
    return f"{whole or ''}{'½' if half else ''}"


def _rank(rank: Rank) -> str:
    return {Rank.MUST: _("must"), Rank.IF_TIME: _("if time"), Rank.NEXT_TIME: _("next time")}[rank]
