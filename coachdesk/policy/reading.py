"""Reading the text of a policy file (TOML, one line a setting): every mistake in it is named.

A policy with a mistake is not half obeyed: the program refuses to start with it.
"""

import base64
import difflib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.policy.kinds import About
from coachdesk.policy.policy import Policy, Setting, Value, settings


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """One mistake in a policy file.

    Attributes:
        code: stable, "policy.unknown".
        place: the setting, or the line where the file cannot be read.
        text: the mistake in a sentence, for the administrator.
    """

    code: str
    place: str
    text: str


def load_policy(text: str) -> Policy | tuple[PolicyProblem, ...]:
    """The policy in the text of a file, or every mistake in it. An empty text is the defaults."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (PolicyProblem("policy.not-toml", str(error), _("This is not a TOML file.")),)
    problems = tuple(_problems(given))
    if problems:
        return problems
    fixed = frozenset(given)
    for each in settings():
        if each.name in given:
            given[each.name] = _as_kept(given[each.name], each.default)
    return Policy(**given, fixed=fixed)


def require_policy(text: str) -> Policy:
    """The policy in the text of a file.

    Raises:
        AppError: "policy.invalid" with how `many` mistakes there are and the `first` in words.
    """
    policy = load_policy(text)
    if isinstance(policy, Policy):
        return policy
    raise AppError("policy.invalid", many=len(policy), first=f"{policy[0].place}: {policy[0].text}")


def _as_kept(value: str | int | list[str], default: Value) -> Value:
    """A value of the file without a mistake in the type of the setting."""
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    return tuple(value) if isinstance(value, list) else value


def _problems(given: dict[str, object]) -> Iterator[PolicyProblem]:
    known = {each.name: each for each in settings()}
    for name, value in given.items():
        if name in known:
            yield from _mistake(known[name], value)
        else:
            meant = difflib.get_close_matches(name, known, n=1)
            text = _("No such setting. Is {name} meant?").format(name=meant[0]) if meant else _("No such setting.")
            yield PolicyProblem("policy.unknown", name, text)


def _mistake(setting: Setting, value: object) -> Iterator[PolicyProblem]:
    name, default, about = setting.name, setting.default, setting.about
    if isinstance(default, StrEnum):
        if value not in about.words:
            text = _("One of these is needed: {words}.").format(words=", ".join(about.words))
            yield PolicyProblem("policy.choice", name, text)
    elif isinstance(default, tuple):
        if not (isinstance(value, list) and value and all(each in about.words for each in value)):
            text = _('A list of one or more of these is needed, as in ["{first}"]: {words}.')
            words = text.format(first=about.words[0], words=", ".join(about.words))
            yield PolicyProblem("policy.choice", name, words)
    elif type(value) is not type(default):
        wanted = {
            str: _("Text in quotes is needed."),
            bool: _("Needs true or false."),
            int: _("A whole number is needed."),
        }
        yield PolicyProblem("policy.type", name, wanted[type(default)])
    elif isinstance(value, int) and not isinstance(value, bool) and not about.least <= value <= about.most:
        text = _("A number from {least} to {most} is needed.").format(least=about.least, most=about.most)
        yield PolicyProblem("policy.range", name, text)
    elif isinstance(value, str):
        yield from _text_mistake(name, about, value)


def _text_mistake(name: str, about: About, value: str) -> Iterator[PolicyProblem]:
    if value and about.key_bytes and not _is_key(value, about.key_bytes):
        yield PolicyProblem("policy.key", name, _("A public key is needed, just as keygen prints it."))
    elif not _is_read(about.reader, value):
        yield PolicyProblem("policy.unreadable-text", name, _("This cannot be read. Write it as in the example."))


def _is_read(reader: Callable[[str], object] | None, value: str) -> bool:
    try:
        if reader is not None:
            reader(value)
    except ValueError:
        return False
    return True


def _is_key(value: str, length: int) -> bool:
    try:
        return len(base64.b64decode(value, validate=True)) == length
    except ValueError:
        return False
