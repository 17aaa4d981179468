"""Reads what people can be referred to in the country, below resources/provision."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Final

from coachdesk.interviews.definition import Definition
from coachdesk.interviews.problems import Problem
from coachdesk.paths import resources
from coachdesk.provision import ProvisionFile, load_provision
from coachdesk.requirements.rule import Rules

PROVISION: Final = "provision"

_NONE: Final = ProvisionFile("", date.min, ())


@cache
def national() -> ProvisionFile:
    """The newest file that comes with the program and has no mistake; none where there is none, as check-content says."""
    files = sorted((resources() / PROVISION).glob("*.toml"))
    loaded = (load_provision(path.read_text("utf-8"), name=path.name) for path in files)
    return max((each for each in loaded if isinstance(each, ProvisionFile)), key=_version, default=_NONE)


def check_provision(text: str, name: str, _definitions: Sequence[Definition], _rules: Rules) -> tuple[Problem, ...]:
    """Every mistake of a file of provision, as `coachdesk.content.check_content` asks for them."""
    loaded = load_provision(text, name=name)
    return loaded if isinstance(loaded, tuple) else ()


def _version(file: ProvisionFile) -> date:
    return file.version
