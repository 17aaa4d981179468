"""Reads the lists of forms of names below resources/names."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from coachdesk.interviews.definition import Definition
from coachdesk.interviews.problems import Problem
from coachdesk.paths import resources
from coachdesk.people.forms import Forms, form_problems, read_forms
from coachdesk.requirements.rule import Rules

NAMES: Final = "names"


@cache
def forms() -> Forms:
    """The forms that come with the program; a file with mistakes is left out, as check-content names it."""
    texts = [path.read_text("utf-8") for path in sorted((resources() / NAMES).glob("*.toml"))]
    return read_forms([text for text in texts if not form_problems(text)])


def check_names(text: str, name: str, _definitions: Sequence[Definition], _rules: Rules) -> tuple[Problem, ...]:
    """Every mistake of a file of forms, as `coachdesk.content.check_content` asks for them."""
    return tuple(Problem("names.wrong", name, "the file", problem) for problem in form_problems(text))
