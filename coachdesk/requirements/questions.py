"""Facts and the questions of a definition: which questions feed facts, and which one would settle an unknown fact."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from coachdesk.interviews import Answers, Condition, Definition, Question, is_given, visible
from coachdesk.interviews.conditions import holds

_PLACE = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Feed:
    """A question that feeds facts, or decides whether one does, with every condition under which it is asked."""

    question: Question
    conditions: tuple[Condition, ...]


def feeds_of(definition: Definition, *, but: Collection[str] = ()) -> tuple[Feed, ...]:
    """The questions of a definition that feed facts, and those that decide whether they are asked, in order.

    `but` are keys of facts that are not wanted.
    """
    every = [
        Feed(question, _conditions(definition, question, step.when))
        for step in definition.steps
        for question in step.questions
    ]
    wanted: set[str] = set()
    for feed in reversed(every):
        if (feed.question.fact and feed.question.fact not in but) or feed.question.id in wanted:
            wanted |= {feed.question.id, *(condition.question for condition in feed.conditions)}
    return tuple(feed for feed in every if feed.question.id in wanted)


def given(feeds: Iterable[Feed], answers: Answers) -> Iterator[tuple[str, object]]:
    """Fact keys and the values that were given to the questions that are asked as the answers stand.

    The same as by `visible`; a question without an answer is passed over, as no condition but `answered = false` could
    look at it, and that holds either way. The whole caseload goes through here.
    """
    seen: dict[str, Question] = {}
    for feed in feeds:
        question, answer = feed.question, answers.get(feed.question.id)
        if answer is None or not all(holds(condition, seen, answers) for condition in feed.conditions):
            continue
        seen[question.id] = question
        if question.fact and answer.value is not None and is_given(question, answer):
            yield question.fact, answer.value


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
