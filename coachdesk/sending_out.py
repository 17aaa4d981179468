"""What whoever sends out content does before signing it: find out whether it is one of our files, and without a mistake."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from coachdesk.content import read_content
from coachdesk.errors import AppError
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.problems import Problem
from coachdesk.paths import POLICY, PROFILE
from coachdesk.plans.calendar import parse_calendar
from coachdesk.policy import PolicyProblem, load_policy
from coachdesk.requirements.loader import RULE_FILE, load_rules
from coachdesk.site_content import LARGEST, plain_bytes
from coachdesk.site_profile import load_profile


def checked(place: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a content file and all that is wrong with it, notes among them.

    What kind of file it is shows in what is in it, wherever it lies.

    Raises:
        AppError: "signing.no-file" where there is no file to read; "signing.not-ours".
    """
    content = plain_bytes(place, LARGEST)
    if not isinstance(content, bytes):
        raise AppError("signing.no-file", file=place.name)
    try:
        text = content.decode()
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        return content, (_problem(place, "unreadable", "It is no UTF-8 text."),)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return content, (_problem(place, "not-toml", f"This is not TOML: {error}."),)
    if place.name in _BY_NAME:
        return content, _BY_NAME[place.name](text, place)
    kind = next((kind for kind in _CHECKS if kind in table), None)
    if kind is None:
        raise AppError("signing.not-ours", file=place.name)
    return content, _CHECKS[kind](text, place)


def _rules(text: str, place: Path) -> tuple[Problem, ...]:
    loaded = load_rules(text, name=place.name)
    if isinstance(loaded, tuple):
        return loaded
    if place.name != RULE_FILE:
        return (
            _problem(place, "other-name", f"The program looks for {RULE_FILE}, and a signature holds for one name."),
        )
    own = read_content().rules.version
    if loaded.version <= own:
        return (
            _problem(
                place, "not-newer", f"This program brings version {own} itself and does not take this one.", note=True
            ),
        )
    return ()


def _definition(text: str, place: Path) -> tuple[Problem, ...]:
    loaded = load_definition(text, name=place.name)
    return loaded if isinstance(loaded, tuple) else ()


def _calendar(text: str, place: Path) -> tuple[Problem, ...]:
    try:
        parse_calendar(text)
    except ValueError as error:
        return (_problem(place, "bad-calendar", str(error)),)
    return ()


def _policy(text: str, place: Path) -> tuple[Problem, ...]:
    loaded = load_policy(text)
    return _ruling(loaded, place) if isinstance(loaded, tuple) else ()


def _profile(text: str, place: Path) -> tuple[Problem, ...]:
    loaded = load_profile(text)
    return _ruling(loaded, place) if isinstance(loaded, tuple) else ()


def _ruling(problems: tuple[PolicyProblem, ...], place: Path) -> tuple[Problem, ...]:
    return tuple(
        Problem(each.code, place.name, f"line {each.line}, {each.place}" if each.line else each.place, each.text)
        for each in problems
    )


_CHECKS: Final[Mapping[str, Callable[[str, Path], tuple[Problem, ...]]]] = {
    "rules": _rules,
    "steps": _definition,
    "holidays": _calendar,
}
"""By the table or list that only a file of this kind has."""

_BY_NAME: Final[Mapping[str, Callable[[str, Path], tuple[Problem, ...]]]] = {POLICY: _policy, PROFILE: _profile}
"""What rules a machine is looked for under one name."""


def _problem(place: Path, code: str, text: str, *, note: bool = False) -> Problem:
    return Problem(f"content.{code}", place.name, "the file", text, note=note)
