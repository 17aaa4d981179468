"""What a change of one field makes of a goal or an action. Pure; whatever was typed is kept, even what cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from coachdesk.plans import (
    Action,
    Falls,
    Goal,
    IfThen,
    Implements,
    ObstacleOwner,
    Party,
    Reason,
    Rhythm,
    Standing,
    hours_from,
)
from coachdesk.privacy import Privacy
from coachdesk.provision import only_by_choice

BY_A_DAY = "day"
"""The choice of "when" that goes with a date; the others are rhythms."""

LONGEST = 3
"""Digits of the minutes of a journey."""

_APART = "/"


def changed_goal(goal: Goal, name: str, value: object) -> Goal:
    """The goal with one field changed; a scale's value is {"number": int or None, "words": str}."""
    if name == "importance" and isinstance(value, dict):
        return replace(goal, importance=value.get("number"))
    if name == "confidence" and isinstance(value, dict):
        return replace(goal, confidence=value.get("number"), why_not_lower=str(value.get("words", "")))
    if name == "privacy":
        return replace(goal, privacy=Privacy(str(value or Privacy.PAPER)))
    return replace(goal, text=str(value)) if name == "text" else replace(goal, why=str(value))


def changed_action(action: Action, name: str, value: object) -> Action:
    """The action with one field changed; `name` is a key of the editor's fields."""
    return _CHANGES[name](action, value)


def given_reason(action: Action, reason: Reason, offered: tuple[Reason, ...]) -> Action:
    """The action with one of the offered reasons: instead of another of them, after words of one's own."""
    if reason.question_id in action.because:
        return replace(action, because=tuple(each for each in action.because if each != reason.question_id))
    written = action.reason.strip()
    if written and written not in {each.sentence for each in offered}:
        both = written if reason.sentence in written else f"{written.rstrip('.')}. {reason.sentence}"
        return replace(action, because=(*action.because, reason.question_id), reason=both)
    return replace(action, because=(reason.question_id,), reason=reason.sentence)


def when_of(action: Action) -> str:
    """Which choice of "when" an action shows: a rhythm, a day (typed or about to be), or none."""
    if action.every is not None:
        return action.every.value
    return BY_A_DAY if action.by is not None or "by" in action.as_typed else ""


def date_value(day: date | None, typed: str) -> object:
    """What a date field shows: the date, or day, month and year as typed."""
    if day is not None:
        return day.isoformat()
    parts = typed.split(_APART)
    return dict(zip(("day", "month", "year"), parts, strict=True)) if len(parts) == 3 else ""


def hours_text(action: Action) -> str:
    """The hours as typed."""
    if action.hours is not None:
        return str(action.hours)
    return action.as_typed.get("hours", "")


def travel_text(action: Action) -> str:
    """The minutes of the journey as typed."""
    return str(action.travel_minutes) if action.travel_minutes is not None else action.as_typed.get("travel", "")


def _owner(action: Action, value: object) -> Action:
    """Only what the person does themselves can be recorded as a requirement."""
    owner = Party(str(value or Party.CLAIMANT))
    if owner is Party.CLAIMANT:
        return replace(action, owner=owner)
    return replace(action, owner=owner, standing=Standing.VOLUNTARY, implements=None)


def _standing(action: Action, value: object) -> Action:
    if value == Standing.REQUIRED and action.owner is Party.CLAIMANT and not only_by_choice(action.follows_from):
        return replace(action, standing=Standing.REQUIRED)
    return replace(action, standing=Standing.VOLUNTARY, implements=None)


def _when(action: Action, value: object) -> Action:
    """Once by a day, or in a rhythm: choosing one takes the other back."""
    kept = _without(action.as_typed, "by")
    if value == BY_A_DAY:
        kept = action.as_typed if "by" in action.as_typed else kept | {"by": ""}
        return replace(action, every=None, as_typed=kept if action.by is None else _without(kept, "by"))
    return replace(action, every=Rhythm(str(value)) if value else None, by=None, as_typed=kept)


def _by(action: Action, value: object) -> Action:
    day, typed = _day(value)
    kept = _without(action.as_typed, "by")
    return replace(action, by=day, every=None, as_typed=kept if day is not None else kept | {"by": typed})


def _hours(action: Action, value: object) -> Action:
    typed = str(value)
    hours: Decimal | None = hours_from(typed)
    kept = _without(action.as_typed, "hours")
    wrong = hours is None and bool(typed.strip())
    return replace(action, hours=hours, as_typed=kept | {"hours": typed} if wrong else kept)


def _travel(action: Action, value: object) -> Action:
    typed = str(value).strip()
    minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST else None
    kept = _without(action.as_typed, "travel")
    wrong = minutes is None and bool(typed)
    return replace(action, travel_minutes=minutes, as_typed=kept | {"travel": str(value)} if wrong else kept)


def _falls(action: Action, value: object) -> Action:
    return replace(action, falls=tuple(Falls(str(each)) for each in value) if isinstance(value, list) else ())


def _if_then(action: Action, value: object) -> Action:
    rows = value if isinstance(value, list) else []
    return replace(
        action,
        if_then=tuple(
            IfThen(str(row["when"]), str(row["then"]), Privacy(str(row["privacy"] or Privacy.PAPER))) for row in rows
        ),
    )


def _in_account(action: Action, value: object) -> Action:
    day, typed = _day(value)
    kept = _without(action.as_typed, "account")
    return replace(action, in_account_since=day, as_typed=kept | {"account": typed} if typed else kept)


def _day(value: object) -> tuple[date | None, str]:
    """The date of a date field's value, or day, month and year as typed."""
    if isinstance(value, dict):
        return None, _APART.join(str(value.get(part, "")).replace(_APART, "") for part in ("day", "month", "year"))
    return (date.fromisoformat(value), "") if isinstance(value, str) and value else (None, "")


def _without(typed: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: words for key, words in typed.items() if key != name}


_CHANGES: Mapping[str, Callable[[Action, object], Action]] = MappingProxyType(
    {
        "owner": _owner,
        "standing": _standing,
        "when": _when,
        "by": _by,
        "hours": _hours,
        "travel": _travel,
        "falls": _falls,
        "if_then": _if_then,
        "in_account": _in_account,
        "text": lambda action, value: replace(action, text=str(value)),
        "owner_name": lambda action, value: replace(action, owner_name=str(value)),
        "implements": lambda action, value: replace(action, implements=Implements(str(value)) if value else None),
        "obstacle": lambda action, value: replace(action, obstacle=str(value)),
        "obstacle_owner": lambda action, value: replace(
            action, obstacle_owner=ObstacleOwner(str(value)) if value else None
        ),
        "reason": lambda action, value: replace(action, reason=str(value)),
        "kept_because": lambda action, value: replace(action, kept_because=str(value)),
        "if_cannot": lambda action, value: replace(action, if_cannot=str(value)),
        "privacy": lambda action, value: replace(action, privacy=Privacy(str(value or Privacy.PAPER))),
    }
)
