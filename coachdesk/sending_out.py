"""What whoever sends out content does before signing it: find out whether it is one of our files, and without a mistake."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from coachdesk.content import read_content
from coachdesk.errors import AppError
from coachdesk.interviews.problems import Problem
from coachdesk.paths import POLICY, PROFILE
from coachdesk.policy import PolicyProblem, load_policy
from coachdesk.site_content import LARGEST, Item, Kind, kind_of, plain_bytes
from coachdesk.site_profile import load_profile


def checked(place: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a content file and all that is wrong with it, notes among them.

    What kind of file it is shows in what is in it, wherever it lies. A file that belongs to another, as Welsh words do,
    is checked with that one, which has to lie beside it.

    Raises:
        AppError: "signing.no-file" where there is no file to read; "signing.not-ours".
    """
    content = plain_bytes(place, LARGEST)
    if not isinstance(content, bytes):
        raise AppError("signing.no-file", file=place.name)
    try:
        text = content.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        return content, (_problem(place, "unreadable", "It is no UTF-8 text."),)
    except (ValueError, RecursionError) as error:
        return content, (_problem(place, "not-toml", f"This is not TOML: {error}."),)
    if place.name in _RULING:
        return content, _RULING[place.name](text, place)
    kind = kind_of(place.name, table)
    if kind is None:
        raise AppError("signing.not-ours", file=place.name)
    return content, tuple(_as_sent(kind, place))


def _as_sent(kind: Kind, place: Path) -> Iterator[Problem]:
    """What the program would say about a file that was sent out, with those that belong to it."""
    name = kind.of(place.name)
    texts, unreadable = _together(kind, place)
    if unreadable:
        yield from unreadable
    elif name not in texts:
        yield _problem(place, "alone", f"It belongs to {name}, which is not beside it.")
    else:
        read = kind.read(name, texts)
        yield from read if isinstance(read, tuple) else _about(kind, place, read)


def _about(kind: Kind, place: Path, item: Item) -> Iterator[Problem]:
    name, own = kind.of(place.name), kind.own(read_content())
    if not kind.takes(name):
        text = f"The program looks for {kind.file}, and a signature holds for one name."
        yield _problem(place, "other-name", text)
    program = own.get(name)
    if program is not None and not program.is_older_than(item):
        text = f"This program brings version {program.version} itself and does not take this one."
        yield _problem(place, "not-newer", text, note=True)
    yield from item.notes


def _together(kind: Kind, place: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of the files that belong together, by name, and what is wrong with those that are none."""
    texts, problems = dict[str, str](), list[Problem]()
    for name in kind.names(kind.of(place.name)):
        content = plain_bytes(place.with_name(name), LARGEST)
        if isinstance(content, bytes):
            try:
                texts[name] = content.decode("utf-8-sig")
            except UnicodeDecodeError:
                problems.append(_problem(place.with_name(name), "unreadable", "It is no UTF-8 text."))
        elif content is not None:
            problems.append(content)
    return texts, tuple(problems)


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


_RULING: Final[Mapping[str, Callable[[str, Path], tuple[Problem, ...]]]] = {POLICY: _policy, PROFILE: _profile}
"""What rules a machine is looked for under one name."""


def _problem(place: Path, code: str, text: str, *, note: bool = False) -> Problem:
    return Problem(f"content.{code}", place.name, "the file", text, note=note)
