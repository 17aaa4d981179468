"""Finds and reads the written content: definitions with overlays, calendar, rules, provision, examples."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from coachdesk.cases import Example, load_case
from coachdesk.content.files import (
    CALENDAR,
    CASES,
    EXAMPLES,
    INTERVIEWS,
    PROVISION,
    RULES,
    files_of,
    problem_of,
    text_of,
    texts_of,
)
from coachdesk.content.held import NO_CALENDAR, NO_PROVISION, NO_RULES, Content, in_order
from coachdesk.i18n import Language
from coachdesk.interviews.hashes import RELEASED, release_key
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.wording import TRANSLATED, Wording, file_of, read_wording
from coachdesk.paths import resources
from coachdesk.plans.calendar import Calendar, parse_calendar
from coachdesk.plans.school_holidays import SCHOOLS, SchoolHolidays, parse_school_holidays
from coachdesk.provision import ProvisionFile, load_provision
from coachdesk.requirements.loader import load_rules
from coachdesk.requirements.rule import Rules

T = TypeVar("T", Calendar, SchoolHolidays, Rules, ProvisionFile)
V = TypeVar("V", Rules, ProvisionFile)


def read_content(folder: Path | None = None) -> Content:
    """The content of a folder laid out like `resources/`; that one itself where none is named."""
    root = folder or resources()
    problems: list[Problem] = []
    wordings = _wordings(root / INTERVIEWS, problems)
    problems += _overlays_alone(root / INTERVIEWS)
    bank_holidays = (each for each in files_of(root / CALENDAR) if each.name != SCHOOLS)
    calendar = [NO_CALENDAR, *_good(bank_holidays, calendar_of, problems)][-1]
    schools = [SchoolHolidays(), *_good((root / CALENDAR / SCHOOLS,), schools_of, problems)][-1]
    rules = _newest(root, RULES, lambda text, name: load_rules(text, name=name), problems) or NO_RULES
    provision = _newest(root, PROVISION, lambda text, name: load_provision(text, name=name), problems) or NO_PROVISION
    return Content(
        definitions=in_order(each.definition for each in wordings.values()),
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
        return (problem_of("bad-calendar", Path(name), str(error)),)


def schools_of(text: str, name: str) -> SchoolHolidays | tuple[Problem, ...]:
    """The school holidays in the text of a file, or what is wrong with it."""
    try:
        return parse_school_holidays(text)
    except ValueError as error:
        return (problem_of("bad-calendar", Path(name), str(error)),)


def read_examples() -> tuple[Example, ...]:
    """The worked examples, and the cases that are offered as examples, by their names; what has mistakes is left out."""
    files = [*files_of(resources() / EXAMPLES), *files_of(resources() / CASES)]
    loaded = (load_case(text, name=path.name) for path, text in texts_of(files, []))
    return tuple(each for each in loaded if isinstance(each, Example) and each.circumstances)


def _language_of(path: Path) -> Language | None:
    """The language of an overlay file `<name>.cy.toml`, or None for a file of its own."""
    ending = Path(path.stem).suffix.removeprefix(".")
    return next((language for language in TRANSLATED if language == ending), None)


def _wordings(folder: Path, problems: list[Problem]) -> dict[str, Wording]:
    found: dict[str, Wording] = {}
    files = [path for path in files_of(folder) if path.name != RELEASED and _language_of(path) is None]
    for path, english in texts_of(files, problems):
        overlays = ((language, path.with_name(file_of(path.name, language))) for language in TRANSLATED)
        read = ((language, text_of(over, problems)) for language, over in overlays)
        texts = {language: text for language, text in read if text is not None}
        wording, wrong = read_wording(path.name, {**texts, Language.ENGLISH: english})
        key = release_key(wording.definition) if wording else ""
        if key in found:
            problems.append(problem_of("twice", path, f"There is another file of {key}."))
            continue
        problems += wrong
        if wording:
            found[key] = wording
    return found


def _overlays_alone(folder: Path) -> list[Problem]:
    """Overlays without the definition that they translate."""
    overlays = [path for path in files_of(folder) if _language_of(path) is not None]
    return [
        problem_of("overlay-alone", path, "There is no definition of this name beside it.")
        for path in overlays
        if not path.with_name(f"{Path(path.stem).stem}.toml").exists()
    ]


def _good(
    files: Iterable[Path], read: Callable[[str, str], T | tuple[Problem, ...]], problems: list[Problem]
) -> list[T]:
    good: list[T] = []
    for path, text in texts_of(files, problems):
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
    found = (_good(files_of(folder / kind), read, problems) for folder in dict.fromkeys((root, resources())))
    return next((max(good, key=lambda each: each.version) for good in found if good), None)
