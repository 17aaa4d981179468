"""From the text of a rule file to rules, or to every mistake in it: nothing stops at the first one.

The keys are the fields of `Rule`. What only shows when all rules are known is in `rule_checks.py`.
"""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, Table, toml
from coachdesk.requirements.rule import Authority, Discretion, Rule, Rules, Status
from coachdesk.requirements.rule_checks import check_rules

RULE_FILE: Final = "uc-gb.toml"


@lru_cache(maxsize=8)
def load_rules(text: str, *, name: str) -> Rules | tuple[Problem, ...]:
    """The rules in `text`, or all its problems; `name` is the file's, for the problems and for `Rules.file`."""
    problems = Problems(name, "rules")
    raw = toml(text, problems)
    if raw is None:
        return tuple(problems.found)
    table = Table(raw, "", problems)
    version = table.date("version", needed=True)
    rules: list[Rule] = []
    unsure: set[object] = set()
    for each in table.tables("rules"):
        before, rule = len(problems.found), _rule(each)
        rules += [rule] if rule is not None else []
        if len(problems.found) > before:
            unsure.add(each.raw("topic"))
    table.close()
    check_rules(rules, frozenset(unsure), problems)
    if problems.found or version is None:
        return tuple(problems.found)
    return Rules(name, version, rules)


def _rule(table: Table) -> Rule | None:
    """One rule; None where it cannot be read far enough to compare it with others."""
    authority, status = table.one_of("authority", Authority), table.one_of("status", Status)
    discretion = table.one_of("discretion", Discretion, Discretion.MUST)
    valid_from, valid_until = table.date("valid_from", needed=True), table.date("valid_until")
    checked_on = table.date("checked_on", needed=True)
    rule_id, topic = table.identifier(), table.text("topic", needed=True)
    text, citation = table.text("text", needed=True), table.text("citation", needed=True)
    address, jurisdiction = table.text("address"), table.text("jurisdiction", needed=True)
    is_maximum, values = table.flag("is_maximum"), table.mapping("values")
    table.close()
    if authority is None or status is None or discretion is None or valid_from is None or checked_on is None:
        return None
    return Rule(
        id=rule_id,
        topic=topic,
        text=text,
        authority=authority,
        citation=citation,
        address=address,
        jurisdiction=jurisdiction,
        valid_from=valid_from,
        valid_until=valid_until,
        values=MappingProxyType(values),
        is_maximum=is_maximum,
        discretion=discretion,
        status=status,
        checked_on=checked_on,
    )
