"""What answers say as facts: one reader for each group of `fact` keys of a definition.

A group (`claimant.cares_for` with its hours and benefit) is read from the newest interview that says something of it, as
a whole: half of an old answer and half of a new one would be something that nobody said. What does not make sense yet
(half a date, words for a number) is passed over, and an older answer counts.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from coachdesk.interviews import as_date, money, number
from coachdesk.requirements.draft import Draft, one_of
from coachdesk.requirements.facts import (
    CaresFor,
    ChildFacts,
    ExpectedHoursDecision,
    FitNote,
    Known,
    Limit,
    LimitKind,
    SelfEmployed,
)

Values = Mapping[str, object]
"""Values of answers by the part of their `fact` key that follows the group's name; "" for the group itself."""

Reader = Callable[[Draft, Values, date], bool]
"""Puts the values that were said on a day into the draft; whether anything could be read."""


def _couple(draft: Draft, values: Values, on: date) -> bool:
    del on
    draft.couple = values.get("") == "yes"
    return True


def _children(draft: Draft, values: Values, on: date) -> bool:
    """Ages, true on the day of the interview, or dates of birth; a row without either says nothing."""
    rows = values.get("")
    for row in rows if isinstance(rows, list) else []:
        born, typed = as_date(row.get("born")), str(row.get("age", "")).strip()
        if born is not None:
            draft.children.append(ChildFacts(date_of_birth=born))
        elif typed.isascii() and typed.isdigit() and len(typed) <= 3:
            draft.children.append(ChildFacts(age=int(typed), age_on=on))
    return True


def _responsible_carer(draft: Draft, values: Values, on: date) -> bool:
    """Who of a couple is nominated. Where they share it or have not chosen, nobody is (reg. 86)."""
    del on
    said = values.get("")
    if said in {"me", "partner"}:
        draft.claimant.single["responsible_carer"] = said == "me"
        draft.partner.single["responsible_carer"] = said == "partner"
    elif said == "shared":
        draft.claimant.single["relevant_carer"] = True
    return True


def _cares_for(draft: Draft, values: Values, on: date) -> bool:
    del on
    if values.get("") != "no":
        benefit = one_of(Known, values.get("qualifying_benefit"))
        draft.claimant.add("cares_for", CaresFor(hours=number(values.get("hours")), qualifying_benefit=benefit))
    return True


def _fit_notes(draft: Draft, values: Values, on: date) -> bool:
    """Fit notes are kept from every interview: how many periods there were counts (reg. 99(4))."""
    del on
    span = values.get("")
    dates = span if isinstance(span, dict) else {}
    note = FitNote(
        from_=as_date(dates.get("from")),
        until=as_date(dates.get("until")),
        evidence_on=as_date(values.get("evidence_on")),
    )
    if note.dated or note.evidence_on is not None:
        draft.claimant.add("fit_notes", note)
    return True


def _earnings(draft: Draft, values: Values, on: date) -> bool:
    """Pounds a month; whoever has no job earns nothing in one."""
    del on
    earned = money(values.get("employed_monthly"))
    if values.get("") == "no":
        earned = number("0")
    if earned is not None:
        draft.claimant.earnings["employed_monthly"] = earned
    draft.claimant.earnings["self_employed"] = one_of(SelfEmployed, values.get("self_employed"))
    return True


def _notice(draft: Draft, values: Values, on: date) -> bool:
    del on
    days = number(values.get(""))
    if days is not None and days == days.to_integral_value():
        draft.claimant.single["contract_notice_days"] = int(days)
    return days is not None


def _claim_started(draft: Draft, values: Values, on: date) -> bool:
    del on
    started = as_date(values.get(""))
    if started is not None:
        draft.claimant.single["claim_started"] = started
    return started is not None


def _expected_hours(draft: Draft, values: Values, on: date) -> bool:
    hours = number(values.get("hours"))
    if hours is not None:
        reason, review_on = values.get("reason"), as_date(values.get("review_on"))
        draft.claimant.expected_hours = ExpectedHoursDecision(
            hours=hours, reason=reason if isinstance(reason, str) else "", on=on, review_on=review_on
        )
    return hours is not None


def _travel(draft: Draft, values: Values, on: date) -> bool:
    del on
    minutes = number(values.get(""))
    if minutes is not None:
        draft.claimant.limits.append(Limit(kind=LimitKind.TRAVEL, value=minutes))
    return minutes is not None


def _limits(draft: Draft, values: Values, on: date) -> bool:
    """Places and kinds of work to leave out, in the person's words."""
    del on
    words = values.get("")
    if isinstance(words, str) and words.strip():
        draft.claimant.limits.append(Limit(kind=LimitKind.KIND_OF_WORK, value=words.strip()))
        return True
    return False


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "partner_in_claim": _couple,
        "children": _children,
        "claimant.responsible_carer": _responsible_carer,
        "claimant.cares_for": _cares_for,
        "claimant.fit_notes": _fit_notes,
        "claimant.earnings": _earnings,
        "claimant.contract_notice_days": _notice,
        "claimant.claim_started": _claim_started,
        "claimant.decisions.expected_hours": _expected_hours,
        "claimant.decisions.limits.travel": _travel,
        "claimant.decisions.limits": _limits,
    }
)
"""Readers by the name of their group: the longest beginning of a `fact` key that is a name here."""

EVERY_TIME = frozenset({"claimant.fit_notes"})
"""Groups that are read from every interview, not only from the newest."""


@cache
def group_of(fact: str) -> tuple[str, str]:
    """The group of a `fact` key and what follows its name; two empty texts where no reader knows it."""
    known = [name for name in READERS if fact == name or fact.startswith(f"{name}.")]
    if not known:
        return "", ""
    name = max(known, key=len)
    return name, fact[len(name) + 1 :]
