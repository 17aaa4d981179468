"""A case and the cases before it, read from their files; every mistake is named with its file and place."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from coachdesk.cases import Case, load_case
from coachdesk.errors import AppError
from coachdesk.interviews import Definition, Problem
from coachdesk.requirements.rule import Rules

_LONGEST = 24
"""Two years of monthly meetings; whatever is longer goes round in a circle."""


def read_chain(
    path: Path, definitions: Collection[Definition], rules: Rules | None = None
) -> tuple[Case, ...] | tuple[Problem, ...]:
    """The case of a file and those before it, the first meeting first; or every mistake in them.

    Raises:
        AppError: "rehearsal.cannot-read" with the name of a `file` that is missing or is no text.
    """
    cases: list[Case] = []
    problems: list[Problem] = []
    following = path
    while len(cases) < _LONGEST:
        found = load_case(_text(following), name=following.name, definitions=definitions, rules=rules)
        if isinstance(found, tuple):
            return (*problems, *found)
        if not isinstance(found, Case):
            text = "This is an example without a meeting: there is nothing to play. It is read beside a finding."
            return (*problems, Problem("case.no-meeting", following.name, "the file", text))
        if cases:
            problems += _unlike(found, cases[-1], path.name)
        cases.append(found)
        if not found.previous:
            cases.reverse()
            return tuple(problems) or tuple(cases)
        if Path(found.previous).name != found.previous:
            problem = "This is the name of a case beside this one, without a folder and without its ending."
            return (*problems, Problem("case.previous-elsewhere", following.name, "previous", problem))
        following = path.with_name(f"{found.previous}.toml")
    return (Problem("case.previous-circle", path.name, "previous", "The cases before this one have no beginning."),)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise AppError("rehearsal.cannot-read", file=path.name) from None


def _unlike(before: Case, after: Case, name: str) -> Iterator[Problem]:
    """What does not fit between two meetings that follow one another."""
    if before.person.full_name != after.person.full_name:
        text = "The case before this one is about somebody else."
        yield Problem("case.previous-other-person", name, "person", text)
    if before.on >= after.on:
        yield Problem("case.previous-later", name, "on", "The case before this one is not before it.")
    yield from _unknown_actions(after, before.actions, name)


def _unknown_actions(after: Case, actions: Sequence[object], name: str) -> Iterator[Problem]:
    known = {getattr(action, "text", "") for action in actions}
    for number, each in enumerate(after.happened, start=1):
        if each.action not in known:
            text = "The case before this one has no action with these words."
            yield Problem("case.unknown-action", name, f"happened {number} / action", text)
