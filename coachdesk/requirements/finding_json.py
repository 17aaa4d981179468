"""A finding as the JSON document of the contract (interfaces.md, section 2). Every text is framed as a finding's text."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from coachdesk.requirements.finding import AvailabilityTerms, Because, Easement, Finding, Hours, said


def as_json(finding: Finding) -> dict[str, object]:
    """The document: hours a week as numbers, pounds and minutes whole, days ISO; null where nothing is held or decided."""
    return {
        "on": finding.on.isoformat(),
        "rules": [{"file": file, "version": version} for file, version in finding.rules],
        "group": finding.group,
        "group_because": _reasons(finding.group_because),
        "expected_hours": _expected(finding.expected_hours),
        "search_hours": _hours(finding.search_hours),
        "search": finding.search,
        "availability": finding.availability,
        "interviews": finding.interviews,
        "preparation": finding.preparation,
        "may_require": asdict(finding.may_require),
        "availability_terms": _terms(finding.availability_terms),
        "travel_minutes_each_way": asdict(finding.travel),
        "thresholds": asdict(finding.thresholds) | {"met": list(finding.thresholds.met)},
        "easements": [_easement(each) for each in finding.easements],
        "warnings": [asdict(each) | {"text": said(each.text)} for each in finding.warnings],
        "ask": list(finding.ask),
        "told_to_everyone": list(finding.told_to_everyone),
        "review": [asdict(each) | {"on": each.on.isoformat()} for each in finding.review],
    }


def number_json(number: Decimal) -> int | float:
    """A number as JSON writes it: whole ones without a point."""
    return int(number) if number == int(number) else float(number)


def _expected(hours: Hours) -> Mapping[str, object]:
    return {
        "hours": _hours(hours.hours),
        "decide": hours.decide,
        "default": _hours(hours.default),
        "policy_maximum": _hours(hours.policy_maximum),
        "decided": hours.decided,
        "because": _reasons(hours.because),
    }


def _terms(terms: AvailabilityTerms) -> Mapping[str, object]:
    return asdict(terms) | {"because": said(terms.because) if terms.because else ""}


def _reasons(reasons: tuple[Because, ...]) -> list[Mapping[str, object]]:
    return [asdict(each) | {"text": said(each.text)} for each in reasons]


def _easement(easement: Easement) -> Mapping[str, object]:
    return {
        "id": easement.id,
        "from": _day(easement.from_),
        "until": _day(easement.until),
        "standing": easement.standing,
        "decided": easement.decided,
        "switch": easement.switch,
        "rule": easement.rule,
        "citation": easement.citation,
        "evidence_by": _day(easement.evidence_by),
        "review_on": _day(easement.review_on),
        "sealed": easement.sealed,
        "print": easement.print,
        "label": easement.label,
        "neutral_label": easement.neutral_label,
    }


def _hours(hours: Decimal | None) -> int | float | None:
    return number_json(hours) if hours is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
