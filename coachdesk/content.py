"""Finds and reads the written content: definitions with overlays, calendar, rules.

What has mistakes is not offered and is named with its file; the program starts all the same. Loaders take text; only
this module opens files. Old versions of a definition stay as files of their own, because old interviews need them.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from coachdesk.cases import Example, load_case
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Definition
from coachdesk.interviews.hashes import RELEASED, release_key, released_hashes, unreleased_changes
from coachdesk.interviews.hashes import release_line as line_for
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.overlays import laid_over
from coachdesk.interviews.problems import Problem
from coachdesk.paths import machine_folder, resources
from coachdesk.plans.calendar import Calendar, parse_calendar
from coachdesk.plans.school_holidays import SCHOOLS, SchoolHolidays, parse_school_holidays
from coachdesk.requirements.loader import RULE_FILE, load_rules
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.rule_source import OF_THE_PROGRAM, RulesSource

INTERVIEWS: Final = "interviews"
CALENDAR: Final = "calendar"
RULES: Final = "rules"
CASES: Final = "cases"
EXAMPLES: Final = "examples"

_TRANSLATED = tuple(language for language in Language if language is not Language.ENGLISH)

Check = Callable[[str, str, Sequence[Definition], Rules], tuple[Problem, ...]]
"""Names the problems of one file from its text, its name, and the definitions and rules that it may speak of."""

_NO_CALENDAR = Calendar("", date.min, date.min, {})
_NO_RULES = Rules(RULE_FILE, date.min, ())


@dataclass(frozen=True, slots=True)
class Content:
    """The content that can be used, and what is wrong with the rest.

    Attributes:
        definitions: every good version, oldest version first, in English.
        problems: with file, place and code; notes among them.
        calendar: bank holidays; one that knows nothing where the file cannot be read.
        schools: school holidays by area.
        texts: of the good definitions by name of version ("first-commitments/1").
        translated: the good overlays, laid over their definition.
        rules: of work-related requirements, from the newest good file; those of the program where the folder has none.
        rules_source: where those came from.
    """

    definitions: tuple[Definition, ...]
    problems: tuple[Problem, ...] = ()
    calendar: Calendar = _NO_CALENDAR
    schools: SchoolHolidays = field(default_factory=SchoolHolidays)
    texts: Mapping[str, str] = field(default_factory=dict)
    translated: Mapping[tuple[str, Language], Definition] = field(default_factory=dict)
    rules: Rules = _NO_RULES
    rules_source: RulesSource = OF_THE_PROGRAM

    def in_language(self, definition: Definition, language: Language) -> Definition:
        """The definition in the words of a language; in English where there are none."""
        return self.translated.get((release_key(definition), language), definition)


def read_content(folder: Path | None = None) -> Content:
    """The content of a folder laid out like `resources/`; that one itself where none is named."""
    root = folder or resources()
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    definitions: dict[str, Definition] = {}
    translated: dict[tuple[str, Language], Definition] = {}
    files = [path for path in _files(root / INTERVIEWS) if path.name != RELEASED and _language_of(path) is None]
    for path, text in _texts(files, problems):
        loaded = load_definition(text, name=path.name)
        if isinstance(loaded, tuple):
            problems += loaded
        elif release_key(loaded) in definitions:
            problems.append(_problem("twice", path, f"There is another file of {release_key(loaded)}."))
        else:
            definitions[release_key(loaded)], texts[release_key(loaded)] = loaded, text
            translated.update(_overlays(path, loaded, text, problems))
    problems += _overlays_alone(root / INTERVIEWS)
    calendar = _calendar(root / CALENDAR, problems) or _NO_CALENDAR
    schools = _schools(root / CALENDAR, problems)
    rules = _rules(root / RULES, problems) or _rules(resources() / RULES, problems) or _NO_RULES
    return Content(
        definitions=tuple(sorted(definitions.values(), key=lambda each: (each.id, each.version))),
        problems=tuple(problems),
        calendar=calendar,
        schools=schools,
        texts=texts,
        translated=translated,
        rules=rules,
    )


def check_content(folder: Path | None = None, *, checks: Mapping[str, Check]) -> tuple[Problem, ...]:
    """Every mistake of a folder laid out like `resources/`, with file, place and code.

    `checks` look at the TOML files of further subfolders ("cases"), which this layer does not know how to read. Where
    the folder has no definitions of its own, they get those of the program.
    """
    root = folder or resources()
    if not any((root / name).is_dir() for name in (INTERVIEWS, CALENDAR, RULES, *checks)):
        return (_problem("nothing-found", root, "There is no folder interviews, calendar, rules or cases in it."),)
    content = read_content(root)
    problems = [*content.problems, *_release_problems(root / INTERVIEWS, content)]
    definitions = content.definitions or read_content().definitions
    for name, check in checks.items():
        for path, text in _texts(_files(root / name), problems):
            problems += check(text, path.name, definitions, content.rules)
    return tuple(problems)


def read_examples(folder: Path | None = None) -> tuple[Example, ...]:
    """The worked examples, and the cases that are offered as examples, by their names; what has mistakes is left out."""
    root = folder or resources()
    files = [*_files(root / EXAMPLES), *_files(root / CASES)]
    loaded = (load_case(text, name=path.name) for path, text in _texts(files, []))
    return tuple(each for each in loaded if isinstance(each, Example) and each.circumstances)


def release_line(path: Path) -> str:
    """The line to add to `released.toml` when the definition in this file is released.

    AppError("content.has-problems") where it has mistakes.
    """
    text = path.read_text("utf-8")
    loaded = load_definition(text, name=path.name)
    if isinstance(loaded, tuple):
        raise AppError("content.has-problems", file=path.name, many=len(loaded))
    return line_for(loaded, text)


def _language_of(path: Path) -> Language | None:
    """The language of an overlay file `<name>.cy.toml`, or None for a file of its own."""
    ending = Path(path.stem).suffix.removeprefix(".")
    return next((language for language in _TRANSLATED if language == ending), None)


def _overlays(
    path: Path, definition: Definition, english: str, problems: list[Problem]
) -> Iterator[tuple[tuple[str, Language], Definition]]:
    for language in _TRANSLATED:
        over = path.with_suffix(f".{language}.toml")
        text = _read(over, problems) if over.exists() else None
        if text is None:
            continue
        laid, found = laid_over(english, path.name, text, over.name)
        problems += found
        if laid is not None:
            yield (release_key(definition), language), laid


def _overlays_alone(folder: Path) -> list[Problem]:
    """Overlays without the definition that they translate."""
    overlays = [path for path in _files(folder) if _language_of(path) is not None]
    return [
        _problem("overlay-alone", path, "There is no definition of this name beside it.")
        for path in overlays
        if not path.with_name(f"{Path(path.stem).stem}.toml").exists()
    ]


def _schools(folder: Path, problems: list[Problem]) -> SchoolHolidays:
    """Of the machine folder, or of this one where the machine has none that can be read."""
    for path, text in _texts((machine_folder() / SCHOOLS, folder / SCHOOLS), problems):
        try:
            return parse_school_holidays(text)
        except ValueError as error:
            problems.append(_problem("bad-calendar", path, str(error)))
    return SchoolHolidays()


def _calendar(folder: Path, problems: list[Problem]) -> Calendar | None:
    calendar = None
    for path, text in _texts((each for each in _files(folder) if each.name != SCHOOLS), problems):
        try:
            calendar = parse_calendar(text)
        except ValueError as error:
            problems.append(_problem("bad-calendar", path, str(error)))
    return calendar


def _rules(folder: Path, problems: list[Problem]) -> Rules | None:
    """The newest rules of a folder without a mistake in them; None where there are none."""
    good = []
    for path, text in _texts(_files(folder), problems):
        loaded = load_rules(text, name=path.name)
        if isinstance(loaded, tuple):
            problems += loaded
        else:
            good.append(loaded)
    return max(good, key=lambda rules: rules.version, default=None)


def _release_problems(folder: Path, content: Content) -> tuple[Problem, ...]:
    """Changed words of released versions; that a version is not recorded yet is a note to its author."""
    text = _read(folder / RELEASED, [])
    if text is None:
        return ()
    try:
        released = released_hashes(text)
    except tomllib.TOMLDecodeError as error:
        return (_problem("bad-hashes", folder / RELEASED, f"This is not TOML: {error}."),)
    return tuple(
        replace(problem, note=problem.code == "definition.not-released")
        for problem in unreleased_changes(content.texts, released)
    )


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _texts(files: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    for path in files:
        text = _read(path, problems)
        if text is not None:
            yield path, text


def _read(path: Path, problems: list[Problem]) -> str | None:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        problems.append(_problem("unreadable", path, "This file cannot be read as UTF-8 text."))
        return None


def _problem(code: str, path: Path, text: str) -> Problem:
    return Problem(f"content.{code}", path.name, "the file", text)
