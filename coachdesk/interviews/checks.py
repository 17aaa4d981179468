"""What shows only when a definition is known as a whole: order, privacy, minutes, names used twice."""

from collections import Counter
from collections.abc import Iterable

from coachdesk.interviews.check_conditions import check_conditions
from coachdesk.interviews.check_questions import check_question, check_records
from coachdesk.interviews.definition import Choice, Definition, Rank, Step
from coachdesk.interviews.reading import Problems

WORDS_A_MINUTE = 130
"""How fast a coach reads a script aloud without hurrying."""

SCRIPT_SHARE = 1 / 3
"""The share of a step's minutes that the coach may speak: the rest belongs to the person."""


def check_definition(definition: Definition, unsure: frozenset[str], problems: Problems) -> None:
    """Add every problem of the whole; `unsure` are ids of questions that could not be read and are left alone."""
    _check_whole(definition, problems)
    _check_ids(definition, unsure, problems)
    check_conditions(definition, unsure, problems)
    for step in definition.steps:
        _check_step(step, problems)
        for question in step.questions:
            place = f"step {step.id} / question {question.id}"
            check_question(question, step, place, problems)
            _check_choices(question.choices, place, problems)
    check_records(definition, problems)


def _check_whole(definition: Definition, problems: Problems) -> None:
    if definition.version < 1:
        problems.add("not-positive", "", "The version has to be 1 or more.")
    if definition.minutes < 1:
        problems.add("not-positive", "", "The minutes of the slot have to be 1 or more.")
    if not definition.steps:
        problems.add("no-steps", "", "There are no steps.")
    planned = sum(step.minutes for step in definition.steps if step.rank is Rank.MUST)
    if planned > definition.minutes:
        text = f"The steps that must be done take {planned:g} minutes, and the slot has {definition.minutes}."
        problems.add("over-minutes", "", text)


def _check_step(step: Step, problems: Problems) -> None:
    place = f"step {step.id}"
    if step.minutes <= 0:
        problems.add("not-positive", place, "The minutes of a step have to be more than 0.")
    most = step.minutes * SCRIPT_SHARE * WORDS_A_MINUTE
    scripts = [("", step.say), *step.say_by_channel.items()]
    for channel, script in scripts:
        spoken = len(script.split())
        if spoken > most:
            where = f"{place} / say_by_channel / {channel}" if channel else f"{place} / say"
            text = f"The script has {spoken} words; at {WORDS_A_MINUTE} a minute a third of the step holds {most:.0f}."
            problems.add("script-too-long", where, text)


def _check_ids(definition: Definition, unsure: frozenset[str], problems: Problems) -> None:
    _twice("step", (step.id for step in definition.steps), "", problems)
    _twice("question", [*(question.id for question in definition.questions()), *unsure], "", problems)


def _check_choices(choices: tuple[Choice, ...], place: str, problems: Problems) -> None:
    _twice("choice", (choice.id for choice in choices), place, problems)


def _twice(kind: str, names: Iterable[str], place: str, problems: Problems) -> None:
    for name, count in Counter(names).items():
        if name and count > 1:
            problems.add("duplicate-id", place or f"{kind} {name}", f'The {kind} id "{name}" is used {count} times.')
