"""A rule in words, for its card: what it says, who says so, where to read it, since when, and how well it is known."""

from dataclasses import dataclass

from coachdesk.i18n import _, short_date
from coachdesk.requirements.rule import Discretion, Rule
from ui.interview.finding import words


@dataclass(frozen=True, slots=True)
class RuleText:
    """`source` is authority and citation; `address` is to be read and copied, never opened: the program has no network."""

    text: str
    source: str
    address: str
    notes: tuple[str, ...]


def rule_text(rule: Rule) -> RuleText:
    """The card of a rule."""
    source = _("{authority}: {citation}").format(authority=words.authority(rule), citation=rule.citation)
    return RuleText(rule.text, source, rule.address, tuple(note for note in _notes(rule) if note))


def _notes(rule: Rule) -> tuple[str, ...]:
    most = _("It is a most. Less is right where the circumstances ask for it.") if rule.is_maximum else ""
    yours = _("It leaves the decision to you.") if rule.discretion is not Discretion.MUST else ""
    status = words.STATUSES.get(rule.status, "")
    return (
        most,
        yours,
        _span(rule),
        _("Checked on {day}.").format(day=short_date(rule.checked_on)) if rule.is_compared else "",
        _(status) if status else "",
    )


def _span(rule: Rule) -> str:
    first = short_date(rule.valid_from)
    if rule.valid_until is None:
        return _("Holds since {day}.").format(day=first)
    return _("Holds from {first} until {last}.").format(first=first, last=short_date(rule.valid_until))
