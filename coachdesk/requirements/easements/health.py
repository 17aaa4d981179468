"""Fit notes and the wait for an assessment (reg. 99(4), (4ZA), (5)(c)): fourteen days by themselves, then a decision.

Notes without a gap are one period. The fourteen days run from the evidence, for at most two periods in twelve months.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.requirements.facts import Capability, Facts, FitNote, Says
from coachdesk.requirements.finding import Easement, Review, Warned
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import DAY, last_of_days, months_after

SHORT, LONGER = "fit_note_short", "fit_note_longer"


@dataclass(frozen=True, slots=True)
class Period:
    """Fit notes without a gap: first day, last day or None, and the day from which the evidence counts.

    Attributes:
        evidence: None where it had not been given by the day.
        longest: days of the longest single note.
    """

    first: date
    until: date | None
    evidence: date | None
    longest: int


def health(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """The easement of the period that runs on the day, or the decision that is due while an assessment is awaited."""
    period = running(facts)
    if period is not None:
        last = _last_short_day(period, facts, law)
        if last is not None and facts.on <= last:
            return law.easement(SHORT, period.evidence, last)
        return law.easement(LONGER, last + DAY if last is not None else period.first, period.until)
    undated = any(_unfit(note) and not note.dated for note in facts.claimant.fit_notes)
    waits = facts.claimant.capability is Capability.AWAITING_ASSESSMENT or facts.claimant.may_be_treated_as_limited
    return law.easement(LONGER) if undated or waits else ()


def health_warnings(facts: Facts, law: Law) -> tuple[Warned, ...]:
    """The benefit team today; the referral at day 29 of continuous evidence, or at once for a long note."""
    found: list[Warned] = []
    if facts.claimant.may_be_treated_as_limited:
        found += law.warn("benefit_team_today")
    period, days = running(facts), law.held("health_days")
    if period is None or days is None or not _may_be_referred(facts):
        return tuple(found)
    day = (facts.on - period.evidence).days + 1 if period.evidence is not None else 0
    if day >= int(days.values["referral"]):
        found += law.warn("wca_referral_due")
    elif period.longest >= 7 * int(days.values["fit_note_weeks_for_referral"]):
        found += law.warn("wca_referral_at_once")
    return tuple(found)


def health_reviews(facts: Facts, law: Law) -> tuple[Review, ...]:
    """Days 8, 14 and 29 of the period, and the end of the note."""
    period, days = running(facts), law.held("health_days")
    if period is None or days is None:
        return ()
    found = list(law.review("fit_note_ends", period.until))
    if period.evidence is not None:
        for code, name in (("day_8", "fit_note_from"), ("day_14", "pause_until"), ("wca_referral", "referral")):
            if code != "wca_referral" or _may_be_referred(facts):
                found += law.review(code, period.evidence + timedelta(days=int(days.values[name]) - 1))
    return tuple(found)


def running(facts: Facts) -> Period | None:
    """The period that runs on the day; None where no note does."""
    if not facts.claimant.fit_notes:
        return None
    latest = next((each for each in reversed(_periods(facts))), None)
    return latest if latest is not None and (latest.until is None or facts.on <= latest.until) else None


def _periods(facts: Facts) -> tuple[Period, ...]:
    """Notes that have begun by the day, joined where they leave no gap."""
    notes = sorted(
        (note for note in facts.claimant.fit_notes if _unfit(note) and (start := _start(note)) and start <= facts.on),
        key=lambda note: _start(note) or facts.on,
    )
    joined: list[Period] = []
    for note in notes:
        first = _start(note)
        assert first is not None
        days = (note.until - first).days + 1 if note.until is not None else 0
        last = joined[-1] if joined else None
        if last is not None and (last.until is None or first <= last.until + DAY):
            until = None if last.until is None or note.until is None else max(last.until, note.until)
            joined[-1] = Period(last.first, until, last.evidence, max(last.longest, days))
        else:
            joined.append(Period(first, note.until, _evidence(note, first, facts.on), days))
    return tuple(joined)


def _last_short_day(period: Period, facts: Facts, law: Law) -> date | None:
    """The last day on which the pause applies by itself; None where it does not apply to this period at all."""
    rule = law.held(f"easement.{SHORT}")
    if rule is None or period.evidence is None or facts.claimant.decision_maker_found_same_condition:
        return None
    if not _is_one_of_the_first(period, facts, int(rule.values["periods"]), int(rule.values["in_months"])):
        return None
    last = last_of_days(max(period.first, period.evidence), int(rule.values["days"]))
    return min(last, period.until) if period.until is not None else last


def _is_one_of_the_first(period: Period, facts: Facts, most: int, months: int) -> bool:
    """Whether fewer than `most` other periods began in the twelve months before this one."""
    earlier = (each for each in _periods(facts) if each.first < period.first)
    return sum(period.first < months_after(each.first, months) for each in earlier) < most


def _may_be_referred(facts: Facts) -> bool:
    capability = facts.claimant.capability
    another = facts.claimant.decision_maker_found_same_condition is False
    return capability in {None, Capability.NOT_IN_QUESTION} or (capability is Capability.FIT_FOR_WORK and another)


def _unfit(note: FitNote) -> bool:
    return note.says is not Says.MAY_BE_FIT


def _start(note: FitNote) -> date | None:
    return note.from_ or note.evidence_on


def _evidence(note: FitNote, first: date, day: date) -> date | None:
    """The day from which evidence counts: unknown is taken as the first day, after the day is not given yet."""
    if note.evidence_on is None:
        return first
    return max(first, note.evidence_on) if note.evidence_on <= day else None
