"""Content and rules: what is in use, where it came from and who signed it, what was refused and why, what changed."""

from collections.abc import Mapping

from coachdesk.content import Origin, Source
from coachdesk.i18n import N_, _, ngettext, short_date
from coachdesk.interviews import Problem
from coachdesk.requirements.labels import authority_word
from coachdesk.requirements.rule_changes import RuleChange, RuleChangeKind
from coachdesk.services.content_shown import ContentInUse, DaysInUse, DirectoryInUse, InterviewInUse, RulesInUse
from ui.administration.state import AdministrationState
from ui.kit import Card, Reading, label
from ui.kit.text import Role

_KINDS: Mapping[RuleChangeKind, str] = {
    RuleChangeKind.ADDED: N_("New: {rule}"),
    RuleChangeKind.ENDED: N_("It ends: {rule}"),
    RuleChangeKind.CHANGED: N_("Changed: {rule}"),
    RuleChangeKind.REMOVED: N_("No longer there: {rule}"),
}


class ContentSection(Reading):
    """The interviews, the rules, the days off and the directory with their versions, what is wrong with the rest, and what changed."""

    def __init__(self, state: AdministrationState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        content = state.content
        for card in (_interviews(content), _rules(content.rules), _days(content), _directory(content.directory)):
            self.box.addWidget(card)
        self._name(_("These files have mistakes, so what is in them is not offered."), "warn", content.wrong)
        self._name(_("These files of your organisation were refused, and are not used."), "warn", content.refused)
        self._name(_("Good to know about the files of your organisation."), "body", content.noted)
        if not content.wrong and not content.refused:
            self.box.addWidget(label(_("No file has a mistake."), "good"))
        if content.rules.changes:
            self.box.addWidget(label(_("What changed, compared with the rules that came with the program"), "heading"))
        for change in content.rules.changes:
            self.box.addWidget(_changed(change))
        self.box.addStretch(1)

    def _name(self, heading: str, role: Role, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.box.addWidget(label(heading, role))
        for problem in problems:
            card = Card()
            card.box.addWidget(label(_("{file}, {place}").format(file=problem.file, place=problem.place), "strong"))
            card.box.addWidget(label(problem.text))
            self.box.addWidget(card)


def _interviews(content: ContentInUse) -> Card:
    card = Card(_("Interviews that can be started"))
    for each in content.offered:
        _say(card, _titled(each), each.source)
    if not content.offered:
        card.box.addWidget(label(_("None: every definition has mistakes.")))
    if content.going_on:
        card.box.addWidget(label(_("Only interviews that were begun with them go on with these:"), "strong"))
    for each in content.going_on:
        card.box.addWidget(label(_titled(each)))
    return card


def _titled(interview: InterviewInUse) -> str:
    return _("{title}, version {version}").format(title=interview.title, version=interview.version)


def _rules(rules: RulesInUse) -> Card:
    card = Card(_("Rules in use"))
    words = _("{file}, version of {day}").format(file=rules.file, day=short_date(rules.version))
    card.box.addWidget(label(words))
    if rules.source.origin is Origin.PROGRAM:
        card.box.addWidget(label(_("They came with the program.")))
    else:
        _say_origin(card, rules.source)
    return card


def _days(content: ContentInUse) -> Card:
    card = Card(_("Days off in use"))
    _say(card, _bank_holidays(content.bank_holidays), content.bank_holidays.source)
    _say(card, _school_holidays(content.school_holidays), content.school_holidays.source)
    return card


def _directory(directory: DirectoryInUse) -> Card:
    card = Card(_("Directory in use"))
    words = _("{count} rows of the country, version of {day}") if directory.rows else _("The directory has no rows.")
    _say(card, words.format(count=directory.rows, day=short_date(directory.version)), directory.source)
    return card


def _bank_holidays(days: DaysInUse) -> str:
    if days.checked is None or days.until is None:
        return _("Bank holidays: none are known.")
    words = _("Bank holidays until {until}, compared with their source on {day}")
    return words.format(until=short_date(days.until), day=short_date(days.checked))


def _school_holidays(days: DaysInUse) -> str:
    if days.checked is None:
        return _("School holidays: none are known.")
    words = ngettext(
        "School holidays of {count} area, compared with their source on {day}",
        "School holidays of {count} areas, compared with their source on {day}",
        days.areas,
    )
    return words.format(count=days.areas, day=short_date(days.checked))


def _say(card: Card, words: str, source: Source) -> None:
    """What is in use, and where it came from where that is not the program."""
    card.box.addWidget(label(words))
    if source.origin is not Origin.PROGRAM:
        _say_origin(card, source)


def _say_origin(card: Card, source: Source) -> None:
    came = (
        _("From your organisation.")
        if source.origin is Origin.SITE
        else _("The last good version from your organisation. What it has sent since was refused.")
    )
    signed = (
        _("Signed. Fingerprint of the key: {fingerprint}").format(fingerprint=source.signed_by)
        if source.signed_by
        else _("Not signed. The policy of your organisation allows that.")
    )
    for sentence in (came, signed):
        card.box.addWidget(label(sentence, "hint"))


def _changed(change: RuleChange) -> Card:
    card, rule = Card(), change.rule
    card.box.addWidget(label(_(_KINDS[change.kind]).format(rule=rule.text), "strong"))
    for detail in change.details:
        card.box.addWidget(label(detail))
    words = _("{citation}, {authority}").format(citation=rule.citation, authority=authority_word(rule))
    card.box.addWidget(label(words, "hint"))
    return card
