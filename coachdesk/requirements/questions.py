"""Facts and the questions of a definition: which questions feed facts, and which one would settle an unknown fact."""

import re
from dataclasses import replace

from coachdesk.interviews import Answers, Condition, Definition, Question, visible

_PLACE = re.compile(r"\[\d+\]")


def feeding_part(definition: Definition) -> Definition:
    """The definition with only the questions that feed facts, and those that decide whether they are asked."""
    wanted = {question.id for question in definition.questions() if question.fact}
    for step in reversed(definition.steps):
        for question in reversed(step.questions):
            if question.id in wanted:
                wanted |= {condition.question for condition in _conditions(definition, question, step.when)}
    steps = (
        replace(step, questions=tuple(each for each in step.questions if each.id in wanted))
        for step in definition.steps
    )
    return replace(definition, steps=tuple(step for step in steps if step.questions))


def question_for(definition: Definition, answers: Answers, path: str) -> str:
    """The id of the question that would settle an unknown fact, or that opens the way to it; "" where there is none.

    What is sealed, and what is asked in private only, is never offered.
    """
    plain = _PLACE.sub("", path)
    seen = {question.id for question in visible(definition, answers)}
    asked = [question for question in definition.questions() if not (question.sealed or question.only_when_alone)]
    settles = [question for question in asked if question.fact == plain or question.fact.startswith(f"{plain}.")]
    while plain and not settles:
        plain = plain.rpartition(".")[0]
        settles = [question for question in asked if plain and question.fact == plain]
    doors = (_door(definition, question.id, seen) for question in settles)
    return next((door for door in doors if door), "")


def _door(definition: Definition, question_id: str, seen: set[str]) -> str:
    """The question itself where it is asked; otherwise the first question on the way to it that is."""
    if question_id in seen:
        return question_id
    step = next(step for step in definition.steps if any(each.id == question_id for each in step.questions))
    conditions = _conditions(definition, definition.question(question_id), step.when)
    doors = (_door(definition, condition.question, seen) for condition in conditions)
    return next((door for door in doors if door), "")


def _conditions(definition: Definition, question: Question, of_step: tuple[Condition, ...]) -> tuple[Condition, ...]:
    alone = (definition.alone,) if question.only_when_alone and definition.alone is not None else ()
    return (*of_step, *question.when, *alone)
