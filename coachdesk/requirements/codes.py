"""What other people's programs may rely on: ids of easements, codes of warnings, ids of rules, with what each says."""

from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.rule import Rule, Rules

WARNING = "warning."
Row = dict[str, str]


def codes(rules: Rules) -> dict[str, list[Row]]:
    """By kind: `easements` in the order of the contract, `warnings` and `rules` in the order of the file."""
    latest = {rule.topic: rule for rule in sorted(rules.every, key=lambda rule: rule.valid_from)}
    topics = dict.fromkeys(rule.topic for rule in rules.every)
    return {
        "easements": [_row(each, latest[f"easement.{each}"]) for each in EASEMENTS if f"easement.{each}" in latest],
        "warnings": [_row(each.removeprefix(WARNING), latest[each]) for each in topics if each.startswith(WARNING)],
        "rules": [_row(rule.id, rule) for rule in rules.every],
    }


def _row(name: str, rule: Rule) -> Row:
    return {"id": name, "text": rule.text, "citation": rule.citation, "authority": rule.authority}
