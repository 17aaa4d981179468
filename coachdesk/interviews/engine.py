"""What is asked, what was said and what follows: pure functions of a definition and the answers.

Nothing here is stored. Visibility is one pass over the definition, because a condition looks at earlier questions only;
an answer to a hidden question is kept, counts for nothing and is never reported.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from coachdesk.interviews.conditions import holds, is_answered
from coachdesk.interviews.definition import Channel, Choice, Definition, Question, Step
from coachdesk.interviews.interview import Answers, Standing
from coachdesk.interviews.kinds import KINDS, chosen


@dataclass(frozen=True, slots=True)
class Missing:
    """A visible question that needs an answer before issuing, and why."""

    step: Step
    question: Question
    why: str


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step is: questions answered, questions asked, and one word for the list of steps."""

    answered: int
    asked: int
    state: Literal["untouched", "begun", "done"]


@dataclass(frozen=True, slots=True)
class FollowingCircumstance:
    """A circumstance that follows from a chosen choice; sensitive where the question is sealed or sensitive."""

    kind: str
    sensitive: bool
    question_id: str


def _walk(
    definition: Definition, answers: Answers, *, as_if_alone: bool = False
) -> Iterator[tuple[Step, tuple[Question, ...]]]:
    """The visible steps with their visible questions, in one pass."""
    seen: dict[str, Question] = {}
    for step in definition.steps:
        if not all(holds(condition, seen, answers) for condition in step.when):
            continue
        asked: list[Question] = []
        for question in step.questions:
            if question.only_when_alone and not (as_if_alone or _alone(definition, seen, answers)):
                continue
            if all(holds(condition, seen, answers) for condition in question.when):
                seen[question.id] = question
                asked.append(question)
        if asked or not step.questions:
            yield step, tuple(asked)


def _alone(definition: Definition, seen: dict[str, Question], answers: Answers) -> bool:
    return definition.alone is not None and holds(definition.alone, seen, answers)


def visible_steps(definition: Definition, answers: Answers) -> tuple[Step, ...]:
    """The steps that are part of this conversation as it stands; one with nothing to ask is left out."""
    return tuple(step for step, _asked in _walk(definition, answers))


def visible(definition: Definition, answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked as the answers stand, in order."""
    return tuple(question for _step, asked in _walk(definition, answers) for question in asked)


def questions_of(definition: Definition, answers: Answers, step: Step) -> tuple[Question, ...]:
    """The visible questions of one step; none where the step is hidden."""
    return next((asked for one, asked in _walk(definition, answers) if one.id == step.id), ())


def is_alone(definition: Definition, answers: Answers) -> bool:
    """The person is alone with the coach. Until somebody said so, they are not."""
    return _alone(definition, {question.id: question for question in visible(definition, answers)}, answers)


def next_question(definition: Definition, answers: Answers, question_id: str) -> Question | None:
    """The first visible question after this one, which may be hidden by now; the first of all for an unknown id."""
    places = {question.id: place for place, question in enumerate(definition.questions())}
    here = places.get(question_id, -1)
    return next((question for question in visible(definition, answers) if places[question.id] > here), None)


def missing(definition: Definition, answers: Answers) -> tuple[Missing, ...]:
    """What still needs an answer before issuing; "not discussed" and "prefer not to say" are answers."""
    return tuple(
        Missing(step, question, question.required)
        for step, asked in _walk(definition, answers)
        for question in asked
        if question.required and not is_answered(question, answers.get(question.id))
    )


def progress_of_all(definition: Definition, answers: Answers, opened: Container[str]) -> dict[str, StepProgress]:
    """How far every visible step is, by its id. Questions that store records of their own are not counted.

    A step with nothing to count (the plan, the reading back) is done once it was `opened`; those are given by their ids.
    """
    return {step.id: _how_far(asked, answers, opened=step.id in opened) for step, asked in _walk(definition, answers)}


def _how_far(asked: tuple[Question, ...], answers: Answers, *, opened: bool) -> StepProgress:
    counted = [question for question in asked if KINDS[question.kind].has_value]
    answered = sum(is_answered(question, answers.get(question.id)) for question in counted)
    if answered == len(counted) and (answered or opened):
        return StepProgress(answered, len(counted), "done")
    return StepProgress(answered, len(counted), "begun" if answered else "untouched")


def _chosen(question: Question, answers: Answers) -> tuple[Choice, ...]:
    answer = answers.get(question.id)
    if answer is None or answer.standing is not Standing.GIVEN:
        return ()
    return chosen(question, answer.value)


def stop(definition: Definition, answers: Answers) -> str | None:
    """The kind text of the first chosen choice that ends the ordinary flow; a hidden answer ends it too."""
    ends = (choice.ends for question in definition.questions() for choice in _chosen(question, answers) if choice.ends)
    return next(ends, None)


def slows(definition: Definition, answers: Answers) -> bool:
    """Something was said that matters more than the clock: a choice of a question that `slows`.

    Somebody who came in since does not unsay it.
    """
    return any(
        not choice.alone
        for _step, asked in _walk(definition, answers, as_if_alone=True)
        for question in asked
        if question.slows
        for choice in _chosen(question, answers)
    )


def private_card_due(definition: Definition, answers: Answers) -> bool:
    """Something is asked in private only, was not asked yet, and the person was not alone: offer it next time."""
    return not is_alone(definition, answers) and any(
        question.only_when_alone and not is_answered(question, answers.get(question.id))
        for _step, asked in _walk(definition, answers, as_if_alone=True)
        for question in asked
    )


def circumstances(definition: Definition, answers: Answers) -> tuple[FollowingCircumstance, ...]:
    """The circumstances that follow from the chosen choices, one for each question that says so.

    What was said in private still follows when somebody has come in since; other hidden answers count for nothing.
    """
    return tuple(
        FollowingCircumstance(choice.circumstance, question.sealed or question.sensitive, question.id)
        for _step, asked in _walk(definition, answers, as_if_alone=True)
        for question in asked
        for choice in _chosen(question, answers)
        if choice.circumstance
    )


def label(question: Question, channel: Channel) -> str:
    """What the coach says, in the wording of the channel."""
    return question.labels.get(channel, question.label)


def person_label(question: Question, channel: Channel) -> str:
    """What the person reads on the turned screen."""
    return question.person_label or label(question, channel)


def say(step: Step, channel: Channel) -> str:
    """The coach's script of the step, in the wording of the channel."""
    return step.say_by_channel.get(channel, step.say)
