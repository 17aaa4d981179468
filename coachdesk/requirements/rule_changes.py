"""What differs between two versions of the rules, for whoever is to read the annual change before relying on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.i18n import N_, _, short_date
from coachdesk.requirements.labels import authority_word
from coachdesk.requirements.rule import Discretion, Rule, Rules, Status

_CHOICES: Mapping[Discretion, str] = {
    Discretion.MUST: N_("it leaves no choice"),
    Discretion.MUST_CONSIDER: N_("it has to be considered"),
    Discretion.MAY: N_("it may be used"),
}
_KNOWN: Mapping[Status, str] = {
    Status.READ: N_("read at its source"),
    Status.CALCULATED: N_("calculated from what was read"),
    Status.OWN: N_("from general knowledge"),
    Status.UNCONFIRMED: N_("unconfirmed"),
}


class RuleChangeKind(StrEnum):
    ADDED = "added"
    ENDED = "ended"  # it has a last day, or an earlier one than before
    CHANGED = "changed"
    REMOVED = "removed"  # no longer in the file: even its history is unknown then


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule that differs.

    Attributes:
        rule: as it is now; as it was, where it was removed.
        details: what is new about it, a sentence each.
    """

    kind: RuleChangeKind
    rule: Rule
    details: tuple[str, ...]


def changes(old: Rules, new: Rules) -> tuple[RuleChange, ...]:
    """Every rule that differs, in the order of the new file, removed ones last.

    Another `checked_on` alone is no difference: somebody looked, and everything was as it had been.
    """
    found = []
    for rule in new.every:
        before = old.of(rule.id)
        if before is None:
            found.append(RuleChange(RuleChangeKind.ADDED, rule, (_span(rule), *_values(rule))))
            continue
        details = tuple(_differences(before, rule))
        if details:
            kind = RuleChangeKind.ENDED if _ends_earlier(before, rule) else RuleChangeKind.CHANGED
            found.append(RuleChange(kind, rule, details))
    removed = [rule for rule in old.every if new.of(rule.id) is None]
    return (*found, *(RuleChange(RuleChangeKind.REMOVED, rule, (_span(rule),)) for rule in removed))


def _ends_earlier(before: Rule, now: Rule) -> bool:
    return now.valid_until is not None and (before.valid_until is None or now.valid_until < before.valid_until)


def _differences(before: Rule, now: Rule) -> Iterator[str]:
    if (before.valid_from, before.valid_until) != (now.valid_from, now.valid_until):
        yield _("{span} Before: {before}").format(span=_span(now), before=_span(before))
    for name, was, is_now in _texts(before, now):
        if was != is_now:
            yield _("{name} is now “{now}”, and was “{before}”.").format(name=name, now=is_now, before=was)
    old, new = dict(_flat(before.values)), dict(_flat(now.values))
    for name in dict.fromkeys((*new, *old)):
        if name not in old:
            yield _("New: {name} is {now}.").format(name=name, now=new[name])
        elif name not in new:
            yield _("No longer there: {name}, which was {before}.").format(name=name, before=old[name])
        elif old[name] != new[name]:
            yield _("{name} is now {now}, and was {before}.").format(name=name, now=new[name], before=old[name])


def _texts(before: Rule, now: Rule) -> tuple[tuple[str, str, str], ...]:
    return (
        (_("The text"), before.text, now.text),
        (_("The source"), before.citation, now.citation),
        (_("The address of the source"), before.address, now.address),
        (_("The topic"), before.topic, now.topic),
        (_("The authority"), authority_word(before), authority_word(now)),
        (_("Where it holds"), before.jurisdiction, now.jurisdiction),
        (_("What it leaves to the coach"), _(_CHOICES[before.discretion]), _(_CHOICES[now.discretion])),
        (_("How well it is known"), _(_KNOWN[before.status]), _(_KNOWN[now.status])),
        (_("Whether it is a maximum"), _said(before.is_maximum), _said(now.is_maximum)),
    )


def _span(rule: Rule) -> str:
    if rule.valid_until is None:
        return _("It holds from {day} on.").format(day=short_date(rule.valid_from))
    words = _("It holds from {day} until {last}.")
    return words.format(day=short_date(rule.valid_from), last=short_date(rule.valid_until))


def _values(rule: Rule) -> Iterator[str]:
    for name, value in _flat(rule.values):
        yield _("{name}: {value}").format(name=name, value=value)


def _flat(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Each number and word of a table with where it stands, such as `bands, from age 21, rate`.

    An entry of a list is named after its first value, so that one put in before it does not rename it.
    """
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _flat(each, _inside(name, str(key).replace("_", " ")))
    elif isinstance(value, list) and value and all(isinstance(each, Mapping) and each for each in value):
        for each in value:
            (key, first), *others = each.items()
            yield from _flat(dict(others), _inside(name, f"{key} {_said(first)}".replace("_", " ")))
    else:
        yield name, _said(value)


def _inside(name: str, part: str) -> str:
    return f"{name}, {part}" if name else part


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, list | tuple):
        return ", ".join(_said(each) for each in value)
    return str(value)
