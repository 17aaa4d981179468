"""Finds and reads the written content: definitions with overlays, calendar, rules, provision.

What has mistakes is not offered and is named with its file; the program starts all the same. Loaders take text; only
this module opens files. Old versions of a definition stay as files of their own, because old interviews need them.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from coachdesk.cases import Example, load_case
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Definition
from coachdesk.interviews.hashes import RELEASED, release_key, released_hashes, unreleased_changes
from coachdesk.interviews.hashes import release_line as line_for
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.wording import TRANSLATED, Wording, file_of, read_wording
from coachdesk.paths import resources
from coachdesk.plans.calendar import Calendar, parse_calendar
from coachdesk.plans.school_holidays import SCHOOLS, SchoolHolidays, parse_school_holidays
from coachdesk.provision import PROVISION_FILE, ProvisionFile, load_provision
from coachdesk.requirements.loader import RULE_FILE, load_rules
from coachdesk.requirements.rule import Rules

INTERVIEWS: Final = "interviews"
CALENDAR: Final = "calendar"
RULES: Final = "rules"
PROVISION: Final = "provision"
CASES: Final = "cases"
EXAMPLES: Final = "examples"

T = TypeVar("T", Calendar, SchoolHolidays, Rules, ProvisionFile)
V = TypeVar("V", Rules, ProvisionFile)

Check = Callable[[str, str, Sequence[Definition], Rules], tuple[Problem, ...]]
"""Names the problems of one file from its text, its name, and the definitions and rules that it may speak of."""


class Origin(StrEnum):
    """Where a file in use came from."""

    PROGRAM = "program"
    SITE = "site"  # the machine's content folder
    KEPT = "kept"  # the last good one of the machine's content folder: what lies there now was refused


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file in use came from.

    Attributes:
        signed_by: fingerprint of the key that signed it; empty for a file of the program and for an unsigned one.
    """

    origin: Origin = Origin.PROGRAM
    signed_by: str = ""


OF_THE_PROGRAM = Source()
_NO_CALENDAR = Calendar("", date.min, date.min, {})
_NO_RULES = Rules(RULE_FILE, date.min, ())
_NO_PROVISION = ProvisionFile(PROVISION_FILE, date.min, ())


@dataclass(frozen=True, slots=True)
class Content:
    """The content that can be used, and what is wrong with the rest.

    Attributes:
        definitions: every good version, oldest version first, in English.
        problems: with file, place and code; notes among them.
        calendar: bank holidays; one that knows nothing where the file cannot be read.
        schools: school holidays by area.
        wordings: of the good definitions by name of version ("first-commitments/1").
        withdrawn: names of versions that only interviews go on under that were begun with them.
        rules: of work-related requirements, from the newest good file; those of the program where the folder has none.
        rules_before: those of the program, in the place of which `rules` hold; None where they are in use.
        provision: what people can be referred to, in the same way.
        sources: where files came from that are not the program's own, by folder and name ("rules/uc-gb.toml").
    """

    definitions: tuple[Definition, ...]
    problems: tuple[Problem, ...] = ()
    calendar: Calendar = _NO_CALENDAR
    schools: SchoolHolidays = field(default_factory=SchoolHolidays)
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    rules: Rules = _NO_RULES
    rules_before: Rules | None = None
    provision: ProvisionFile = _NO_PROVISION
    sources: Mapping[str, Source] = field(default_factory=dict)

    def in_language(self, definition: Definition, language: Language) -> Definition:
        """The definition in the words of a language; in English where there are none."""
        wording = self.wordings.get(release_key(definition))
        return wording.said.get(language, definition) if wording else definition

    def offered(self) -> tuple[Definition, ...]:
        """The newest version of every definition that an interview can be begun with."""
        newest = {each.id: each for each in self.definitions if release_key(each) not in self.withdrawn}
        return tuple(newest.values())

    def with_wording(self, wording: Wording) -> "Content":
        """With one version more, or with other words of a version that is there."""
        new, key = wording.definition, release_key(wording.definition)
        others = (each for each in self.definitions if release_key(each) != key)
        return replace(self, definitions=_in_order((*others, new)), wordings={**self.wordings, key: wording})


def read_content(folder: Path | None = None) -> Content:
    """The content of a folder laid out like `resources/`; that one itself where none is named."""
    root = folder or resources()
    problems: list[Problem] = []
    wordings = _wordings(root / INTERVIEWS, problems)
    problems += _overlays_alone(root / INTERVIEWS)
    bank_holidays = (each for each in _files(root / CALENDAR) if each.name != SCHOOLS)
    calendar = [_NO_CALENDAR, *_good(bank_holidays, calendar_of, problems)][-1]
    schools = [SchoolHolidays(), *_good((root / CALENDAR / SCHOOLS,), schools_of, problems)][-1]
    rules = _newest(root, RULES, lambda text, name: load_rules(text, name=name), problems) or _NO_RULES
    provision = _newest(root, PROVISION, lambda text, name: load_provision(text, name=name), problems) or _NO_PROVISION
    return Content(
        definitions=_in_order(each.definition for each in wordings.values()),
        problems=tuple(problems),
        calendar=calendar,
        schools=schools,
        wordings=wordings,
        rules=rules,
        provision=provision,
    )


def calendar_of(text: str, name: str) -> Calendar | tuple[Problem, ...]:
    """The bank holidays in the text of a file, or what is wrong with it."""
    try:
        return parse_calendar(text)
    except ValueError as error:
        return (_problem("bad-calendar", Path(name), str(error)),)


def schools_of(text: str, name: str) -> SchoolHolidays | tuple[Problem, ...]:
    """The school holidays in the text of a file, or what is wrong with it."""
    try:
        return parse_school_holidays(text)
    except ValueError as error:
        return (_problem("bad-calendar", Path(name), str(error)),)


def check_content(folder: Path | None = None, *, checks: Mapping[str, Check]) -> tuple[Problem, ...]:
    """Every mistake of a folder laid out like `resources/`, with file, place and code.

    `checks` look at the TOML files of further subfolders ("cases"), which this layer does not know how to read. Where
    the folder has no definitions of its own, they get those of the program.
    """
    root = folder or resources()
    if not any((root / name).is_dir() for name in (INTERVIEWS, CALENDAR, RULES, PROVISION, *checks)):
        return (_problem("nothing-found", root, "No folder interviews, calendar, rules, provision or cases is in it."),)
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


def english_texts(content: Content) -> dict[str, str]:
    """The texts of the definitions by name of version."""
    return {key: each.texts[Language.ENGLISH] for key, each in content.wordings.items()}


def _language_of(path: Path) -> Language | None:
    """The language of an overlay file `<name>.cy.toml`, or None for a file of its own."""
    ending = Path(path.stem).suffix.removeprefix(".")
    return next((language for language in TRANSLATED if language == ending), None)


def _wordings(folder: Path, problems: list[Problem]) -> dict[str, Wording]:
    found: dict[str, Wording] = {}
    files = [path for path in _files(folder) if path.name != RELEASED and _language_of(path) is None]
    for path, english in _texts(files, problems):
        overlays = ((language, path.with_name(file_of(path.name, language))) for language in TRANSLATED)
        read = ((language, _read(over, problems)) for language, over in overlays)
        texts = {language: text for language, text in read if text is not None}
        wording, wrong = read_wording(path.name, {**texts, Language.ENGLISH: english})
        key = release_key(wording.definition) if wording else ""
        if key in found:
            problems.append(_problem("twice", path, f"There is another file of {key}."))
            continue
        problems += wrong
        if wording:
            found[key] = wording
    return found


def _in_order(definitions: Iterable[Definition]) -> tuple[Definition, ...]:
    return tuple(sorted(definitions, key=lambda each: (each.id, each.version)))


def _overlays_alone(folder: Path) -> list[Problem]:
    """Overlays without the definition that they translate."""
    overlays = [path for path in _files(folder) if _language_of(path) is not None]
    return [
        _problem("overlay-alone", path, "There is no definition of this name beside it.")
        for path in overlays
        if not path.with_name(f"{Path(path.stem).stem}.toml").exists()
    ]


def _good(
    files: Iterable[Path], read: Callable[[str, str], T | tuple[Problem, ...]], problems: list[Problem]
) -> list[T]:
    good: list[T] = []
    for path, text in _texts(files, problems):
        loaded = read(text, path.name)
        if isinstance(loaded, tuple):
            problems += loaded
        else:
            good.append(loaded)
    return good


def _newest(
    root: Path, kind: str, read: Callable[[str, str], V | tuple[Problem, ...]], problems: list[Problem]
) -> V | None:
    """The newest file of a folder without a mistake in it, of the program where there is none; None without any."""
    found = (_good(_files(folder / kind), read, problems) for folder in dict.fromkeys((root, resources())))
    return next((max(good, key=lambda each: each.version) for good in found if good), None)


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
        for problem in unreleased_changes(english_texts(content), released)
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
