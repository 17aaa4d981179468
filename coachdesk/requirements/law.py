"""The rules as they stand on one day, and the small values that are made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from coachdesk.i18n import Language, short_date
from coachdesk.requirements.finding import Because, Easement, Review, Switch, Warned
from coachdesk.requirements.rule import Discretion, Rule, Rules, Status


@dataclass(frozen=True, slots=True)
class Law:
    """The rules on a day. `held` may find nothing: then nothing is said."""

    rules: Rules
    day: date
    holding: Mapping[str, Rule]

    def held(self, topic: str) -> Rule | None:
        """The rule of a topic that holds on the day."""
        return self.holding.get(topic)

    def value(self, topic: str, name: str) -> Any:
        """One value of the rule that holds; None where no rule does."""
        rule = self.held(topic)
        return rule.values.get(name) if rule is not None else None

    def because(self, topic: str) -> tuple[Because, ...]:
        """The rule as a reason; empty where none holds."""
        rule = self.held(topic)
        if rule is None:
            return ()
        return (Because(rule=rule.id, text=rule.text, authority=rule.authority, citation=rule.citation),)

    def warn(self, code: str, **values: object) -> tuple[Warned, ...]:
        """A warning with its values filled in; empty where no rule holds."""
        rule = self.held(f"warning.{code}")
        if rule is None:
            return ()
        words = {
            name: short_date(each, Language.ENGLISH) if isinstance(each, date) else each
            for name, each in values.items()
        }
        return (Warned(code=code, text=rule.text.format(**words), citation=rule.citation, rule=rule.id),)

    def review(self, code: str, on: date | None, *, sealed: bool = False) -> tuple[Review, ...]:
        """A day to look again, where it has not passed."""
        rule = self.held(f"review.{code}")
        if rule is None or on is None or on < self.day:
            return ()
        return (Review(on=on, because=rule.text, sealed=sealed),)

    def easement(
        self,
        easement_id: str,
        from_: date | None = None,
        until: date | None = None,
        *,
        evidence_by: date | None = None,
    ) -> tuple[Easement, ...]:
        """An easement that applies by itself, or is left to the coach, as its own rule says."""
        rule = self.held(f"easement.{easement_id}")
        return () if rule is None else (_easement(easement_id, rule, rule, (from_, until), evidence_by),)

    def lapsed(self, easement_id: str, from_: date | None = None, until: date | None = None) -> tuple[Easement, ...]:
        """The same circumstance where its own rule has run out or does not reach: a discretion, never nothing."""
        looks = self.held(f"easement.{easement_id}")
        rule = self.held(f"consider.{easement_id}") or looks
        return () if rule is None or looks is None else (_easement(easement_id, rule, looks, (from_, until), None),)

    def unconfirmed(self, rule_ids: frozenset[str]) -> bool:
        """Whether any of these rules is one that nobody can vouch for."""
        found = (self.rules.of(each) for each in rule_ids)
        return any(rule is not None and rule.status is Status.UNCONFIRMED for rule in found)


@lru_cache(maxsize=64)
def law_on(rules: Rules, day: date) -> Law:
    """The rules as they stand on a day; kept, because a caseload is looked at on one and the same day."""
    found = {topic: rule for topic in rules.topics() if (rule := rules.on(topic, day)) is not None}
    return Law(rules, day, found)


def number(value: object) -> Decimal:
    """A number of the rules, which are written as text or as whole numbers."""
    return Decimal(str(value))


def _easement(
    easement_id: str, rule: Rule, looks: Rule, days: tuple[date | None, date | None], evidence_by: date | None
) -> Easement:
    standing = rule.discretion
    if rule is not looks and standing is Discretion.MUST:
        standing = Discretion.MUST_CONSIDER
    return Easement(
        id=easement_id,
        from_=days[0],
        until=days[1],
        standing=standing,
        switch=Switch(rule.values.get("switch") or looks.values["switch"]),
        rule=rule.id,
        citation=rule.citation,
        evidence_by=evidence_by,
        sealed=bool(looks.values.get("sealed")),
        print=bool(looks.values.get("print")),
        label=str(looks.values.get("label", "")),
        neutral_label=str(looks.values.get("neutral_label", "")),
    )
