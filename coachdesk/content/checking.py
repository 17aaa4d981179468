"""What authors ask: every mistake in a folder of content, and the line of a version that is released."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from coachdesk.content.files import CALENDAR, INTERVIEWS, PROVISION, RULES, files_of, problem_of, text_of, texts_of
from coachdesk.content.held import Content
from coachdesk.content.reading import read_content
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Definition
from coachdesk.interviews.hashes import RELEASED, released_hashes, unreleased_changes
from coachdesk.interviews.hashes import release_line as line_for
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.problems import Problem
from coachdesk.paths import resources
from coachdesk.requirements.rule import Rules

Check = Callable[[str, str, Sequence[Definition], Rules], tuple[Problem, ...]]
"""Names the problems of one file from its text, its name, and the definitions and rules that it may speak of."""


def check_content(folder: Path | None = None, *, checks: Mapping[str, Check]) -> tuple[Problem, ...]:
    """Every mistake of a folder laid out like `resources/`, with file, place and code.

    `checks` look at the TOML files of further subfolders ("cases"), which this layer does not know how to read. Where
    the folder has no definitions of its own, they get those of the program.
    """
    root = folder or resources()
    if not any((root / name).is_dir() for name in (INTERVIEWS, CALENDAR, RULES, PROVISION, *checks)):
        text = "No folder interviews, calendar, rules, provision or cases is in it."
        return (problem_of("nothing-found", root, text),)
    content = read_content(root)
    problems = [*content.problems, *_release_problems(root / INTERVIEWS, content)]
    definitions = content.definitions or read_content().definitions
    for name, check in checks.items():
        for path, text in texts_of(files_of(root / name), problems):
            problems += check(text, path.name, definitions, content.rules)
    return tuple(problems)


def release_line(path: Path) -> str:
    """The line to add to `released.toml` when the definition in this file is released.

    AppError("content.has-problems") where it has mistakes.
    """
    text = path.read_text("utf-8")
    loaded = load_definition(text, name=path.name)
    if isinstance(loaded, tuple):
        raise AppError("content.has-problems", file=path.name, many=len(loaded))
    return line_for(loaded, text)


def english_texts(content: Content) -> dict[str, str]:
    """The texts of the definitions by name of version."""
    return {key: each.texts[Language.ENGLISH] for key, each in content.wordings.items()}


def _release_problems(folder: Path, content: Content) -> tuple[Problem, ...]:
    """Changed words of released versions; that a version is not recorded yet is a note to its author."""
    text = text_of(folder / RELEASED, [])
    if text is None:
        return ()
    try:
        released = released_hashes(text)
    except tomllib.TOMLDecodeError as error:
        return (problem_of("bad-hashes", folder / RELEASED, f"This is not TOML: {error}."),)
    return tuple(
        replace(problem, note=problem.code == "definition.not-released")
        for problem in unreleased_changes(english_texts(content), released)
    )
