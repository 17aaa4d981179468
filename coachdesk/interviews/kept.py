"""What one talk leaves for the next: steps that were put off, offered first there and asked in any kind of interview.

A step is kept by where it is written and by those of its questions that were asked of this person, so that nothing of
what they said has to be read again to ask it. The definition of a talk is then its own one with these steps in it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from coachdesk.interviews.conditions import holds
from coachdesk.interviews.definition import Condition, Definition, Kind, Question, Rank, Step
from coachdesk.interviews.engine import visible, visible_steps
from coachdesk.interviews.interview import Answers, Interview

EVERY_TIME = frozenset({Kind.PROMISES, Kind.OUTCOMES, Kind.PLAN, Kind.RECAP, Kind.NEXT_MEETING})
"""Kinds of questions that every talk asks by itself: a step with one of them is never kept for another."""

FindDefinition = Callable[[str, int], Definition | None]
"""The definition of an id and version; None where this machine no longer has it."""


@dataclass(frozen=True, slots=True)
class KeptStep:
    """Where a step that was put off is written, and the ids of the questions that it asks of this person."""

    definition_id: str
    version: int
    step_id: str
    questions: tuple[str, ...]

    def text(self) -> str:
        """As an interview holds it."""
        return "/".join((self.definition_id, str(self.version), self.step_id, ",".join(self.questions)))


def kept_step(text: str) -> KeptStep:
    """The step that an interview holds in this form."""
    definition_id, version, step_id, questions = text.split("/")
    return KeptStep(definition_id, int(version), step_id, tuple(questions.split(",")))


def put_off(definition: Definition, answers: Answers, interview: Interview) -> tuple[str, ...]:
    """The steps that an interview puts off, as the next one holds them; `definition` with those that it held itself."""
    again = {kept_step(text).step_id: text for text in interview.brought}
    steps = {step.id: step for step in visible_steps(definition, answers)}
    found = [steps[each] for each in interview.folded if each in steps]
    return tuple(
        again.get(step.id) or _kept(definition, answers, step).text()
        for step in found
        if not any(question.kind in EVERY_TIME for question in step.questions)
    )


def _kept(definition: Definition, answers: Answers, step: Step) -> KeptStep:
    seen = {question.id: question for question in visible(definition, answers)}
    asked = (
        question.id
        for question in step.questions
        if all(holds(each, seen, answers) for each in _of_others(question.when, step))
    )
    return KeptStep(definition.id, definition.version, step.id, tuple(asked))


def _of_others(when: Iterable[Condition], step: Step) -> Iterator[Condition]:
    """The conditions that look at questions outside a step."""
    own = {question.id for question in step.questions}
    return (condition for condition in when if condition.question not in own)


def for_this_talk(
    definition: Definition, brought: Iterable[str], find: FindDefinition, *, met_before: bool
) -> Definition:
    """The definition as an interview asks it that holds these steps.

    What looks back is left out where there is nothing to look back to, and what was put off before is in it: in the
    place of its own step of that name, else at the end, for whenever there is time.
    """
    steps = [step for step in definition.steps if met_before or not step.met_before]
    for text in brought:
        kept = kept_step(text)
        source = find(kept.definition_id, kept.version)
        step = next((each for each in source.steps if each.id == kept.step_id), None) if source else None
        if step is not None:
            steps = _with(steps, kept, step, same=kept.definition_id == definition.id)
    return definition if tuple(steps) == definition.steps else replace(definition, steps=tuple(steps))


def _with(steps: Sequence[Step], kept: KeptStep, step: Step, *, same: bool) -> list[Step]:
    own = next((each for each in steps if each.id == step.id), None)
    if own is not None and not (same or own.when):
        return list(steps)  # it asks of the same matter, in the words of this kind of talk
    others = [question for each in steps if each is not own for question in each.questions]
    brought = replace(step, questions=tuple(_asked(kept, step, others)), when=())
    if not brought.questions:
        return list(steps)
    if own is not None:
        return [brought if each is own else each for each in steps]
    return [*steps, replace(brought, rank=Rank.IF_TIME, stays=False)]


def _asked(kept: KeptStep, step: Step, others: Sequence[Question]) -> Iterator[Question]:
    """The questions of a kept step, without those that this talk asks elsewhere; what was settled is not asked anew."""
    ids, records = {each.id for each in others}, {each.record for each in others if each.record}
    inside = set(kept.questions)
    for question in step.questions:
        if question.id in inside and question.id not in ids and question.record not in records:
            yield replace(question, when=tuple(each for each in question.when if each.question in inside))


def offered(definition: Definition, answers: Answers, interview: Interview) -> tuple[str, ...]:
    """Ids of the steps in which is asked what was put off before; `definition` as this interview asks it.

    A step that waits for another answer first is not among them yet.
    """
    steps = visible_steps(definition, answers)
    ids = {step.id for step in steps}
    of_question = {question.id: step.id for step in steps for question in step.questions}
    found = []
    for kept in map(kept_step, interview.brought):
        elsewhere = next((of_question[each] for each in kept.questions if each in of_question), "")
        found += [kept.step_id] if kept.step_id in ids else [elsewhere] if elsewhere else []
    return tuple(dict.fromkeys(found))
