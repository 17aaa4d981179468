"""From the text of a TOML file to a definition, or to every mistake in it: nothing stops at the first one.

The keys are the fields of the dataclasses in `definition.py`. What is wrong in one place is read past, so that an
author mends a file in one round. What only shows when the whole is known is in `checks.py`.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from coachdesk.interviews.checks import check_definition
from coachdesk.interviews.definition import (
    Choice,
    Condition,
    Definition,
    Kind,
    Operator,
    Print,
    Question,
    Rank,
    Step,
)
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, Table, by_channel, toml

__all__ = ["Problem", "load_definition"]

N = TypeVar("N", int, float)

ChoiceLists = Mapping[str, tuple[Choice, ...]]


@lru_cache(maxsize=32)
def load_definition(text: str, *, name: str) -> Definition | tuple[Problem, ...]:
    """The definition in `text`, or all its problems; `name` is the file's, for the problems.

    The same text is not taken apart again: opening a vault does not wait for what was read while the coach typed.
    """
    problems = Problems(name)
    raw = toml(text, problems)
    if raw is None:
        return tuple(problems.found)
    unsure: set[str] = set()
    definition = _definition(Table(raw, "", problems), unsure)
    check_definition(definition, frozenset(unsure), problems)
    return tuple(problems.found) if problems.found else definition


def _definition(table: Table, unsure: set[str]) -> Definition:
    lists = _choice_lists(table)
    definition = Definition(
        id=table.identifier(),
        version=_given(table.whole("version", needed=True)),
        title=table.text("title", needed=True),
        minutes=_given(table.whole("minutes", needed=True)),
        steps=tuple(_step(step, lists, unsure) for step in table.tables("steps")),
        alone=_alone(table),
        stop_text=table.text("stop_text"),
        then=table.text("then"),
    )
    table.close()
    return definition


def _given(number: N | None) -> N | int:
    """The number, or 1 for one whose absence is a problem already, so that it is not a second one."""
    return 1 if number is None else number


def _choice_lists(table: Table) -> dict[str, tuple[Choice, ...]]:
    lists = table.table("choice_lists", "choice lists")
    found = {}
    for name in lists.names():
        found[name] = tuple(_choice(choice) for choice in lists.tables(name))
    return found


def _choice(table: Table) -> Choice:
    choice = Choice(
        id=table.identifier(),
        label=table.text("label", needed=True),
        hint=table.text("hint"),
        alone=table.flag("alone"),
        circumstance=table.text("circumstance"),
        ends=table.text("ends"),
    )
    table.close()
    return choice


def _step(table: Table, lists: ChoiceLists, unsure: set[str]) -> Step:
    step = Step(
        id=table.identifier(),
        title=table.text("title", needed=True),
        minutes=_given(table.number("minutes", needed=True)),
        rank=table.one_of("rank", Rank) or Rank.MUST,
        questions=tuple(
            question for each in table.tables("questions") if (question := _question(each, lists, unsure)) is not None
        ),
        say=table.text("say"),
        say_by_channel=by_channel(table, "say_by_channel"),
        prompts=table.texts("prompts"),
        when=_conditions(table),
        stays=table.flag("stays"),
        met_before=table.flag("met_before"),
    )
    if not step.say and not table.raw("questions"):
        table.wrong("empty-step", "There is nothing to say and nothing to ask.")
    table.close()
    return step


def _question(table: Table, lists: ChoiceLists, unsure: set[str]) -> Question | None:
    """The question; None where its kind is unknown: then nothing more can be said about it."""
    kind = table.one_of("kind", Kind)
    question = Question(
        id=table.identifier(),
        kind=kind or Kind.SHORT_TEXT,
        label=table.text("label", needed=True),
        hint=table.text("hint"),
        person_label=table.text("person_label"),
        why=table.text("why"),
        prompts=table.texts("prompts"),
        because=table.text("because"),
        fact=table.text("fact"),
        record=table.text("record"),
        sealed=table.flag("sealed"),
        sensitive=table.flag("sensitive"),
        only_when_alone=table.flag("only_when_alone"),
        print=table.one_of("print", Print, Print.NEVER) or Print.NEVER,
        required=table.text("required"),
        choices=_choices(table, lists),
        unit=table.text("unit"),
        minimum=table.number("minimum"),
        maximum=table.number("maximum"),
        most=table.whole("most"),
        presets=table.texts("presets"),
        scale_ends=_scale_ends(table),
        follow_up=table.text("follow_up"),
        when=_conditions(table),
        labels=by_channel(table, "labels"),
        slows=table.flag("slows"),
    )
    table.close()
    if kind is None:
        unsure.add(question.id)
        return None
    return question


def _choices(table: Table, lists: ChoiceLists) -> tuple[Choice, ...]:
    """The choices written here, or those of the list that is named here."""
    named = table.raw("choices")
    if not isinstance(named, str):
        return tuple(_choice(choice) for choice in table.tables("choices"))
    if named not in lists:
        table.wrong("unknown-choice-list", f'There is no choice list "{named}".')
    return lists.get(named, ())


def _scale_ends(table: Table) -> tuple[str, str]:
    ends = table.texts("scale_ends")
    if len(ends) == 2:
        return ends[0], ends[1]
    if ends:
        table.wrong("wrong-type", '"scale_ends" has to be two texts, for the lowest and the highest number.')
    return "", ""


def _alone(table: Table) -> Condition | None:
    return _condition(table.table("alone", "alone")) if table.has("alone") else None


def _conditions(table: Table) -> tuple[Condition, ...]:
    found = (_condition(each) for each in table.tables("when"))
    return tuple(condition for condition in found if condition is not None)


def _condition(table: Table) -> Condition | None:
    """One condition: `question`, and exactly one operator whose key holds the value."""
    question = table.text("question", needed=True)
    written = [operator for operator in Operator if table.has(operator)]
    raw = [table.raw(operator) for operator in written]
    table.close()
    if len(written) != 1:
        table.wrong("one-operator", f"A condition has one of {', '.join(Operator)}; this one has {len(written)}.")
        return None
    value = raw[0]
    return Condition(question, written[0], tuple(value) if isinstance(value, list) else value)
