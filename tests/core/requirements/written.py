"""Facts as somebody writes them: every fact of the documentation, and what is wrong with those that are not right."""

import json
import re
from pathlib import Path
from typing import Any

from coachdesk.requirements.facts import FactProblem, Facts
from coachdesk.requirements.reading import read_facts

_LISTED = (Path(__file__).parents[3] / "docs" / "facts.md").read_text("utf-8").split("```")[1].removeprefix("jsonc\n")
EVERY_FACT: dict[str, Any] = json.loads(re.sub(r"\s//.*", "", _LISTED))
"""The listing of the documentation."""


def facts(claimant: dict[str, object] | None = None, **more: object) -> dict[str, object]:
    """Facts of somebody aged 31 on 1 December 2026, with more about them and their household."""
    return {"on": "2026-12-01", "claimant": {"date_of_birth": "1995-03-02"} | (claimant or {})} | more


def problems(value: object, *, strict: bool = True) -> list[tuple[str, str]]:
    """Place and kind of every problem."""
    read = read_facts(value, strict=strict)
    return [] if isinstance(read, Facts) else [(each.path, each.code.removeprefix("facts.")) for each in read]


def read(value: object) -> Facts:
    found = read_facts(value, strict=True)
    assert isinstance(found, Facts), found
    return found


def problem_list(value: object) -> tuple[FactProblem, ...]:
    found = read_facts(value, strict=True)
    assert isinstance(found, tuple)
    return found
