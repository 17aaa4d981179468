"""An example with its facts read and its finding made; whatever does not hold is a mistake of its author's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from coachdesk.cases.answers import json_of
from coachdesk.cases.example import Example
from coachdesk.cases.expected import unmet
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import FactProblem, Facts
from coachdesk.requirements.finding import Finding
from coachdesk.requirements.finding_json import as_json
from coachdesk.requirements.reading import read_facts
from coachdesk.requirements.rule import Rules


@dataclass(frozen=True, slots=True)
class Worked:
    """An example that holds.

    Attributes:
        example: what is known in words, what would be unreasonable, how often to be in touch.
        facts: the same as the engine knows it.
        finding: what follows.
    """

    example: Example
    facts: Facts
    finding: Finding


def facts_of(example: Example) -> Facts | tuple[FactProblem, ...]:
    """The facts of an example, or what is wrong with them; its meeting gives the day and the date of birth."""
    written: dict[str, Any] = json_of(example.facts)
    day, born = example.day, example.born
    if day is not None:
        written.setdefault("on", day.isoformat())
    claimant = written.get("claimant", {})
    if born is not None and isinstance(claimant, dict):
        written["claimant"] = {"date_of_birth": born.isoformat()} | claimant
    return read_facts(written, strict=True)


def work_out(example: Example, rules: Rules) -> Worked | tuple[FactProblem, ...]:
    """The example with its finding by these rules, or what is wrong with its facts."""
    facts = facts_of(example)
    return facts if isinstance(facts, tuple) else Worked(example, facts, assess(facts, rules))


def worked_examples(examples: Iterable[Example], rules: Rules) -> tuple[Worked, ...]:
    """Those that are offered to coaches, in their order: what has mistakes is left out, as check-content names it."""
    worked = (work_out(each, rules) for each in examples if each.circumstances and each.facts)
    return tuple(each for each in worked if isinstance(each, Worked))


def mistakes(example: Example, rules: Rules | None) -> Iterator[tuple[str, str, str]]:
    """Place, code and sentence of each mistake: facts that cannot be read, and expectations that do not hold."""
    if not example.facts:
        if example.expect:
            yield "expect", "case.no-facts", "There are no facts from which this could follow."
        return
    facts = facts_of(example)
    if isinstance(facts, tuple):
        for problem in facts:
            yield f"facts / {problem.path}", problem.code, problem.text
    elif rules is not None:
        finding = as_json(assess(facts, rules))
        for path, sentence in unmet(json_of(example.expect), finding):
            yield f"expect / {path}", "case.expectation", sentence
