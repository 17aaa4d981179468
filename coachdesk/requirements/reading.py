"""Facts from JSON-like values, as the contract writes them (interfaces.md, section 2): nothing is guessed or dropped."""

from dataclasses import replace

from coachdesk.requirements.fact_checks import contradictions
from coachdesk.requirements.fact_shapes import MISSING, missing, read_group
from coachdesk.requirements.fact_values import Found
from coachdesk.requirements.facts import FactProblem, Facts

_OF_BIRTH = frozenset({"", "claimant", "claimant.date_of_birth"})
"""Where a problem already says why there is no date of birth."""


def read_facts(value: object, *, strict: bool = False) -> Facts | tuple[FactProblem, ...]:
    """The facts, or every mistake in them: misspelt, mistyped, unknown words, impossible, contradictory.

    Days are ISO texts or dates, numbers anything but true and false; null and what is left out is unknown.

    Args:
        value: what a JSON or TOML reader gave.
        strict: as on the command line, where the claimant and their date of birth are needed.
    """
    found: Found = []
    facts = _read(value, found, strict=strict)
    found += contradictions(facts, day_known=not any(problem.path in {"", "on"} for problem in found))
    return tuple(found) if found else facts


def read_document(value: object) -> tuple[tuple[Facts, ...], tuple[FactProblem, ...]]:
    """All facts of a document, which is one set of facts or a list of them, and all mistakes: one refuses the whole.

    In a list the path of a mistake begins with the place in it: "[2].claimant.capability".
    """
    if not isinstance(value, list):
        facts = read_facts(value, strict=True)
        return ((facts,), ()) if isinstance(facts, Facts) else ((), facts)
    good: list[Facts] = []
    wrong: list[FactProblem] = []
    for number, item in enumerate(value):
        facts = read_facts(item, strict=True)
        if isinstance(facts, Facts):
            good.append(facts)
        else:
            wrong += [replace(each, path=f"[{number}]" + (f".{each.path}" if each.path else "")) for each in facts]
    return tuple(good), tuple(wrong)


def _read(value: object, found: Found, *, strict: bool) -> Facts:
    facts: Facts = read_group(Facts, value, "", found)
    if not strict:
        found[:] = [problem for problem in found if (problem.path, problem.code) != ("claimant", MISSING)]
    elif facts.claimant.date_of_birth is None and not any(problem.path in _OF_BIRTH for problem in found):
        found.append(missing("claimant.date_of_birth"))
    return facts
