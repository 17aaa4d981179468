"""What is not asked for today and what is still to be decided, in words. Sealed matters: neutral label, no day, no source."""

from collections.abc import Iterator

from coachdesk.i18n import _, short_date
from coachdesk.requirements.finding import Easement, Finding
from coachdesk.requirements.labels import PAUSES, cited
from coachdesk.requirements.rule import Rules


def pauses(finding: Finding, rules: Rules) -> Iterator[str]:
    """A line for each easement in force: what it does, until when, and why."""
    for each in finding.easements:
        if not each.due and each.decided is not False:
            text = _("{pause} Why: {label}.").format(
                pause=_(PAUSES[each.switch]).format(how_long=_how_long(each)), label=each.shown
            )
            yield _with_source(text, each, rules) + _decision(each)


def considered(finding: Finding, rules: Rules) -> Iterator[str]:
    """A line for each discretion that nobody has exercised, and for each that was decided against."""
    for each in finding.easements:
        if each.due:
            rule = rules.of(each.rule)
            if each.sealed or rule is None:
                yield _(
                    "A decision is due: {label}. You can still pause what is asked for; do not ask for details."
                ).format(label=each.shown)
            else:
                yield cited(rule.text, each.citation, rule)
        elif each.decided is False:
            text = _("It was decided that this changes nothing today: {label}.").format(label=each.shown)
            yield _with_source(text, each, rules) + _review(each)


def _how_long(easement: Easement) -> str:
    if easement.sealed:
        return _("at the moment")
    if easement.until is None:
        return _("while it lasts")
    return _("until {day}").format(day=short_date(easement.until))


def _decision(easement: Easement) -> str:
    return " " + _("It was decided so.") + _review(easement) if easement.decided else ""


def _review(easement: Easement) -> str:
    if easement.sealed or easement.review_on is None:
        return ""
    return " " + _("To be looked at again on {day}.").format(day=short_date(easement.review_on))


def _with_source(text: str, easement: Easement, rules: Rules) -> str:
    return text if easement.sealed else cited(text, easement.citation, rules.of(easement.rule))
