"""Content and rules: what is in use, where it came from and who signed it, what was refused and why, what changed."""

from collections.abc import Mapping

from coachdesk.i18n import N_, _, short_date
from coachdesk.interviews import Problem
from coachdesk.requirements.labels import authority_word
from coachdesk.requirements.rule_changes import RuleChange, RuleChangeKind
from coachdesk.requirements.rule_source import Origin
from coachdesk.services.administration import RulesInUse
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
    """The definitions and the rules with their versions, what is wrong with the rest, and what changed."""

    def __init__(self, state: AdministrationState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        used = Card(_("Interviews that can be started"))
        for each in state.content:
            used.box.addWidget(label(_("{title}, version {version}").format(title=each.title, version=each.version)))
        if not state.content:
            used.box.addWidget(label(_("None: every definition has mistakes.")))
        self.box.addWidget(used)
        self.box.addWidget(_in_use(state.rules))
        mistakes = tuple(each for each in state.problems if not each.note)
        self._name(_("These files have mistakes, so what is in them is not offered."), "warn", mistakes)
        self._name(_("These files of your organisation were refused, and are not used."), "warn", state.rules.refused)
        self._name(_("Good to know about the files of your organisation."), "body", state.rules.noted)
        if not mistakes and not state.rules.refused:
            self.box.addWidget(label(_("No file has a mistake."), "good"))
        if state.rules.changes:
            self.box.addWidget(label(_("What changed, compared with the rules that came with the program"), "heading"))
        for change in state.rules.changes:
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


def _in_use(rules: RulesInUse) -> Card:
    card = Card(_("Rules in use"))
    words = _("{file}, version of {day}").format(file=rules.file, day=short_date(rules.version))
    for sentence in (words, *_origin(rules)):
        card.box.addWidget(label(sentence))
    return card


def _origin(rules: RulesInUse) -> tuple[str, ...]:
    if rules.origin is Origin.PROGRAM:
        return (_("They came with the program."),)
    came = (
        _("They came from your organisation.")
        if rules.origin is Origin.SITE
        else _("They are the last good ones of your organisation. What it has sent since was refused.")
    )
    if not rules.signed_by:
        return came, _("They are not signed. The policy of your organisation allows that.")
    return came, _("They are signed. Fingerprint of the key: {fingerprint}").format(fingerprint=rules.signed_by)


def _changed(change: RuleChange) -> Card:
    card, rule = Card(), change.rule
    card.box.addWidget(label(_(_KINDS[change.kind]).format(rule=rule.text), "strong"))
    for detail in change.details:
        card.box.addWidget(label(detail))
    words = _("{citation}, {authority}").format(citation=rule.citation, authority=authority_word(rule))
    card.box.addWidget(label(words, "hint"))
    return card
