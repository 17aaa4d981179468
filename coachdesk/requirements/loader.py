"""From the text of a rule file to rules, or to every mistake in it: nothing stops at the first one.

The keys are the fields of `Rule`. What only shows when all rules are known is in `rule_checks.py`.
"""

from types import MappingProxyType
from typing import Final

from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, Table, toml
from coachdesk.requirements.rule import Authority, Discretion, Rule, Rules, Status

RULE_FILE: Final = "uc-gb.toml"


def load_rules(text: str, *, name: str) -> Rules | tuple[Problem, ...]:
    """The rules in `text`, or all its problems; `name` is the file's, for the problems and for `Rules.file`."""
    problems = Problems(name, "rules")
    raw = toml(text, problems)
    if raw is None:
        return tuple(problems.found)
    table = Table(raw, "", problems)
    version = table.date("version", needed=True)
    rules = tuple(_rule(each) for each in table.tables("rules"))
    table.close()
    whole = [rule for rule in rules if rule is not None]
    if problems.found or version is None:
        return tuple(problems.found)
    return Rules(name, version, whole)


def _rule(table: Table) -> Rule | None:
    authority = table.one_of("authority", Authority)
    discretion = table.one_of("discretion", Discretion, Discretion.MUST)
    status = table.one_of("status", Status)
    valid_from, checked_on = table.date("valid_from", needed=True), table.date("checked_on", needed=True)
    values = table.raw("values")
    taken = {
        "id": table.identifier(),
        "topic": table.text("topic", needed=True),
        "text": table.text("text", needed=True),
        "citation": table.text("citation", needed=True),
        "jurisdiction": table.text("jurisdiction", needed=True),
    }
    address = table.raw("address")
    valid_until, is_maximum = table.date("valid_until"), table.flag("is_maximum")
    table.close()
    if authority is None or discretion is None or status is None or valid_from is None or checked_on is None:
        return None
    return Rule(
        **taken,
        authority=authority,
        address=address if isinstance(address, str) else "",
        valid_from=valid_from,
        valid_until=valid_until,
        values=MappingProxyType(values if isinstance(values, dict) else {}),
        is_maximum=is_maximum,
        discretion=discretion,
        status=status,
        checked_on=checked_on,
    )
