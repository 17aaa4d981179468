"""What shows only when all rules are known: topics that are there and whole, values that fit, words that may be said."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import pairwise
from string import Formatter
from typing import Final

from coachdesk.interviews.reading import Problems, inside, meant
from coachdesk.requirements.rule import Authority, Rule, Status
from coachdesk.requirements.topics import TOPICS, WARNINGS, Shape
from coachdesk.requirements.values import is_a

JURISDICTIONS: Final = ("gb", "england", "scotland", "wales", "england-wales")

_NO_LAW: Final = ("policy_maximum.", "travel_guidance", "contact.", "health_days", "consequence.amount")
"""Topics that are policy or practice, whatever a file says."""

_NEVER: Final = re.compile(
    r"\bmust\b|\b(in)?eligible\b|\bsanction|\bLCWRA\b|\blight touch\b|\bswitch(ed|es)? off\b|!", re.IGNORECASE
)


def check_rules(rules: Iterable[Rule], unsure: frozenset[object], problems: Problems) -> None:
    """Add every problem of the whole; `unsure` are topics of rules that could not be read: their spans are left."""
    every = tuple(rules)
    for rule_id, times in Counter(rule.id for rule in every).items():
        if times > 1:
            problems.add("id-twice", f"rule {rule_id} / id", f"There are {times} rules of this id.")
    for rule in every:
        _check_words(rule, problems)
        _check_standing(rule, problems)
        _check_topic(rule, problems)
    by_topic: dict[str, list[Rule]] = {}
    for rule in sorted(every, key=lambda each: each.valid_from):
        by_topic.setdefault(rule.topic, []).append(rule)
    for topic in TOPICS:
        if topic in by_topic or topic in unsure:
            continue
        problems.add("missing-topic", f"topic {topic}", "The engine reads this topic, and there is no rule of it.")
    for topic, spans in by_topic.items():
        if topic not in unsure:
            _check_spans(spans, problems)


def _check_words(rule: Rule, problems: Problems) -> None:
    place = f"rule {rule.id}"
    texts = {"text": rule.text, **{key: rule.values.get(key) for key in ("label", "neutral_label")}}
    for key, text in texts.items():
        found = _NEVER.search(text) if isinstance(text, str) else None
        if found:
            problems.add("wording", inside(place, key), f'No text may say "{found[0]}" of a person.')
    is_clause = rule.topic.startswith("review.")
    if rule.text.strip() and rule.text.rstrip().endswith(".") == is_clause:
        wanted = "It follows a date, so it has no full stop." if is_clause else "It has to end with a full stop."
        problems.add("full-stop", inside(place, "text"), wanted)
    _check_braces(rule, inside(place, "text"), problems)


def _check_braces(rule: Rule, place: str, problems: Problems) -> None:
    """The engine fills in the words in braces: one too many would stop it, one too few would be lost."""
    code = rule.topic.removeprefix("warning.") if rule.topic.startswith("warning.") else ""
    wanted = sorted(WARNINGS.get(code, ()))
    try:
        written = sorted({name for _, name, _, _ in Formatter().parse(rule.text) if name is not None})
    except ValueError:
        problems.add("braces", place, "There is a brace too many or too few.")
        return
    if written != wanted:
        expected = ", ".join(f"{{{name}}}" for name in wanted) or "none"
        problems.add("braces", place, f"The words in braces have to be: {expected}.")


def _check_standing(rule: Rule, problems: Problems) -> None:
    place = f"rule {rule.id}"
    is_said_to_be_law = rule.authority in {Authority.ACT, Authority.REGULATION}
    if is_said_to_be_law and rule.status is Status.UNCONFIRMED:
        problems.add("unconfirmed-law", inside(place, "status"), "What nobody can vouch for is never given as law.")
    if is_said_to_be_law and rule.topic.startswith(_NO_LAW):
        problems.add("policy-as-law", inside(place, "authority"), "This is policy or practice, never law.")
    if rule.valid_until is not None and rule.valid_until < rule.valid_from:
        problems.add("ends-before-it-begins", inside(place, "valid_until"), "It ends before it begins.")
    if rule.jurisdiction.strip() and rule.jurisdiction not in JURISDICTIONS:
        there = ", ".join(JURISDICTIONS)
        text = f'"{rule.jurisdiction}" is no jurisdiction; there is {there}.'
        problems.add("unknown-jurisdiction", inside(place, "jurisdiction"), text)


def _check_topic(rule: Rule, problems: Problems) -> None:
    place, shapes = f"rule {rule.id}", TOPICS.get(rule.topic)
    if shapes is None:
        if rule.topic.strip():
            text = f'Nothing reads the topic "{rule.topic}".{meant(rule.topic, TOPICS)}'
            problems.add("unknown-topic", inside(place, "topic"), text)
        return
    _check_values(rule.values, _closest(shapes, rule.values), inside(place, "values"), problems)


def _closest(shapes: tuple[Shape, ...], values: Mapping[str, object]) -> Shape:
    """The shape with which the fewest keys are missing or too many."""
    return min(shapes, key=lambda shape: len(shape.keys() ^ values.keys()))


def _check_values(values: Mapping[str, object], shape: Shape, place: str, problems: Problems) -> None:
    for key in values:
        if key not in shape:
            problems.add("unknown-value", inside(place, key), f"Nothing reads this value.{meant(key, shape)}")
    for key, kind in shape.items():
        if key not in values:
            problems.add("missing-value", inside(place, key), f"It is missing; it has to be {kind}.")
        elif not is_a(kind, values[key]):
            problems.add("wrong-value", inside(place, key), f"It has to be {kind}.")


def _check_spans(spans: list[Rule], problems: Problems) -> None:
    """The rules of one topic, oldest first: each begins on the day after the one before it ended."""
    for first, then in pairwise(spans):
        place = f"rule {then.id} / valid_from"
        if first.valid_until is None or first.valid_until >= then.valid_from:
            problems.add("overlap", place, f"It begins while {first.id} still holds.")
        elif first.valid_until + timedelta(days=1) < then.valid_from:
            problems.add("gap", place, f"There are days without a rule between {first.id} and this one.")
