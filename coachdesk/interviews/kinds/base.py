"""What every kind of question has, and the few ways of looking at a JSON value whose shape is not trusted."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coachdesk.interviews.definition import Operator, Question

Translate = Callable[[str], str]
"""Gives the sentence in the language in which the value is shown."""


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """Something about an answer that does not fit. The answer is kept as it was typed.

    Attributes:
        code: stable, such as "answer.impossible-date".
        text: a whole English sentence without placeholders, marked for translation; shown at the field.
    """

    code: str
    text: str


class Show(Protocol):
    def __call__(self, question: Question, value: object, translate: Translate) -> str: ...


class Check(Protocol):
    def __call__(
        self, question: Question, value: object, *, today: date | None = None
    ) -> tuple[AnswerProblem, ...]: ...


def same(value: object) -> object:
    """The value itself: what most kinds give to a condition."""
    return value


@dataclass(frozen=True, slots=True)
class KindRules:
    """What the program knows of one kind of question.

    Attributes:
        fits: the value has the kind's JSON shape (what is inside may still be impossible).
        show: the value in words to read back, never a private note and never the number of a scale.
        blank: nothing was said.
        check: what does not fit, for the field; `today` where the date matters, left out otherwise.
        operators: what a condition may ask of it.
        compare: the part of the value that a condition looks at.
        has_value: False for kinds that store records of their own or nothing at all.
    """

    fits: Callable[[object], bool]
    show: Show
    blank: Callable[[object], bool]
    check: Check
    operators: tuple[Operator, ...] = (Operator.ANSWERED,)
    compare: Callable[[object], object] = same
    has_value: bool = True

    def parse(self, text: str) -> object:
        """The value of canonical JSON text; ValueError where it is not JSON or not of this kind's shape."""
        value: object = json.loads(text)
        if not self.fits(value):
            raise ValueError("answer.wrong-shape")
        return value

    def dump(self, value: object) -> str:
        """Canonical JSON text: sorted keys, no spaces, letters as they are; ValueError where the shape is wrong."""
        if not self.fits(value):
            raise ValueError("answer.wrong-shape")
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def no_problems(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    """Any words are right: what a person says is never checked."""
    del question, value, today
    return ()


def words(value: object) -> str:
    """The text, or nothing where the value is no text."""
    return value if isinstance(value, str) else ""


def rows(value: object) -> list[dict[str, object]]:
    """The rows of a list of tables; whatever is no row is left out."""
    items: list[object] = value if isinstance(value, list) else []
    return [part for part in items if isinstance(part, dict)]


def ids(value: object) -> list[str]:
    """The chosen ids of a list; whatever is no text is left out."""
    items: list[object] = value if isinstance(value, list) else []
    return [part for part in items if isinstance(part, str)]


def part(value: object, key: str) -> object:
    """One part of a table, or None."""
    return value.get(key) if isinstance(value, dict) else None


def has_shape(value: object, **parts: Callable[[object], bool]) -> bool:
    """The value is a table with exactly these parts, each of its shape."""
    return (
        isinstance(value, dict)
        and value.keys() == parts.keys()
        and all(fits(value[key]) for key, fits in parts.items())
    )


def is_text(value: object) -> bool:
    """The value is text."""
    return isinstance(value, str)


def no_words(value: object) -> bool:
    """The value holds no word."""
    return not words(value).strip()
