"""A released definition never changes: other words need a new version, because old answers were given to the old words."""

import tomllib
from collections.abc import Mapping
from hashlib import sha256

from coachdesk.interviews.definition import Definition
from coachdesk.interviews.problems import Problem

RELEASED = "released.toml"
"""The file beside the definitions in which the hashes of the released ones are recorded."""


def definition_hash(text: str) -> str:
    """SHA-256 in hexadecimal of a definition's text, the same whether its lines end as on Linux or as on Windows."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def release_key(definition: Definition) -> str:
    """The name of one version, such as "first-commitments/1"."""
    return f"{definition.id}/{definition.version}"


def release_line(definition: Definition, text: str) -> str:
    """The line that records a definition as released, to be added to `released.toml`."""
    return f'"{release_key(definition)}" = "{definition_hash(text)}"'


def released_hashes(text: str) -> dict[str, str]:
    """The recorded hashes by name of version; `tomllib.TOMLDecodeError` where the file is no TOML."""
    table: dict[str, object] = tomllib.loads(text).get("released", {})
    return {key: str(value) for key, value in table.items()}


def unreleased_changes(definitions: Mapping[str, str], released: Mapping[str, str]) -> tuple[Problem, ...]:
    """What stands between the definitions (text by name of version) and their recorded hashes.

    Changed words of a released version, a released version whose file has gone although old interviews still need it,
    and a definition that nobody has recorded yet.
    """
    problems = []
    for key, text in definitions.items():
        if key not in released:
            problems.append(_problem("not-released", key, "This version is not recorded as released."))
        elif released[key] != definition_hash(text):
            problems.append(_problem("changed-after-release", key, "Its words have changed: give it a new version."))
    problems += [
        _problem("released-file-missing", key, "Interviews of this version can still be opened: its file has to stay.")
        for key in released
        if key not in definitions
    ]
    return tuple(problems)


def _problem(code: str, key: str, text: str) -> Problem:
    return Problem(f"definition.{code}", RELEASED, key, text)
