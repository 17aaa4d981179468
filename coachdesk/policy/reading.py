"""Reading the text of a policy file (TOML, one line a setting): every mistake in it is named.

What stands at the top is enforced; what stands under `[defaults]` is where a site or a coach starts from. A policy with a
mistake is not half obeyed: the program refuses to start with it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import combinations
from typing import Final

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.policy.checking import PolicyProblem, mistakes, unknown
from coachdesk.policy.policy import Policy, Value, settings, with_values

DEFAULTS: Final = "defaults"
"""The table of what a site or a coach may change."""


def load_policy(text: str) -> Policy | tuple[PolicyProblem, ...]:
    """The policy in the text of a file, or every mistake in it. An empty text is the defaults of the program."""
    given = table_of(text)
    if isinstance(given, PolicyProblem):
        return (given,)
    defaults = given.pop(DEFAULTS, {})
    if not isinstance(defaults, dict):
        problem = PolicyProblem(
            "policy.type", DEFAULTS, _("A table is needed: a line [defaults], and settings below it.")
        )
        return located((problem,), text)
    both = defaults.keys() & given.keys()
    problems = [
        *_fixed_problems(given),
        *own_problems(defaults),
        *(
            PolicyProblem("policy.both", name, _("It is both enforced and a default. Choose one."))
            for name in sorted(both)
        ),
        *_key_problems(given),
    ]
    if problems:
        return located(problems, text)
    policy = with_values(Policy(), kept(defaults | given))
    return replace(policy, fixed=frozenset(given), defaults=frozenset(defaults))


def without_mistakes(text: str) -> Policy:
    """What of a file has no mistake. For the safety panel alone: in danger a number is better than none."""
    given = table_of(text)
    if isinstance(given, PolicyProblem):
        return Policy()
    defaults = given.pop(DEFAULTS, {})
    known = {each.name: each for each in settings()}
    right = {
        name: value
        for name, value in ((defaults if isinstance(defaults, dict) else {}) | given).items()
        if name in known and not tuple(mistakes(known[name], value))
    }
    return replace(with_values(Policy(), kept(right)), fixed=frozenset(given.keys() & right.keys()))


def require_policy(text: str) -> Policy:
    """The policy in the text of a file.

    Raises:
        AppError: "policy.invalid" with how `many` mistakes there are, and `all` of them in words, a line each.
    """
    policy = load_policy(text)
    if isinstance(policy, Policy):
        return policy
    raise AppError("policy.invalid", many=len(policy), all="\n".join(map(str, policy)))


def table_of(text: str) -> dict[str, object] | PolicyProblem:
    """What is in a TOML text; the mistake where it is none."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError also of a number with thousands of digits
        return PolicyProblem("policy.not-toml", str(error), _("This is not a TOML file."))


def own_problems(given: Mapping[str, object]) -> Iterator[PolicyProblem]:
    """What is wrong with settings that a site or a coach may change."""
    known = {each.name: each for each in settings()}
    for name, value in given.items():
        if name not in known:
            yield unknown(name, known)
        elif not known[name].about.own:
            text = _(
                "Nobody can change this one in the program, so it can only be enforced: write it above [defaults]."
            )
            yield PolicyProblem("policy.no-default", name, text)
        else:
            yield from mistakes(known[name], value)


def kept(given: Mapping[str, object]) -> dict[str, Value]:
    """Settings without a mistake, each in the type of its field."""
    known = {each.name: each.default for each in settings()}
    return {name: _as_kept(value, known[name]) for name, value in given.items()}


def located(
    problems: Iterator[PolicyProblem] | list[PolicyProblem] | tuple[PolicyProblem, ...], text: str
) -> tuple[PolicyProblem, ...]:
    """The mistakes with the lines of the file on which their settings stand, where one can be found."""
    lines = text.splitlines()
    return tuple(replace(each, line=_line_of(each.place, lines)) for each in problems)


def _line_of(name: str, lines: list[str]) -> int:
    start = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=\].]""")
    return next((number for number, line in enumerate(lines, 1) if start.match(line)), 0)


def _fixed_problems(given: Mapping[str, object]) -> Iterator[PolicyProblem]:
    known = {each.name: each for each in settings()}
    for name, value in given.items():
        if name in known:
            yield from mistakes(known[name], value)
        else:
            yield unknown(name, known)


def _key_problems(given: Mapping[str, object]) -> Iterator[PolicyProblem]:
    """Keys that are fine each by itself, and not together: what is for two people opens for nobody alone."""
    first, second = given.get("recovery_key"), given.get("second_recovery_key")
    if second and not first:
        yield PolicyProblem("policy.no-first-key", "second_recovery_key", _("It does nothing without recovery_key."))
    keys = {name: given[name] for name in ("content_key", "recovery_key", "second_recovery_key") if given.get(name)}
    for (one, key), (other, same) in combinations(keys.items(), 2):
        if key == same:
            text = _("This is the key of {name} too. Each of them is a key of its own.").format(name=one)
            yield PolicyProblem("policy.same-key", other, text)


def _as_kept(value: object, default: Value) -> Value:
    """A value of the file without a mistake in the type of the setting."""
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    assert isinstance(value, str | int)
    return value
