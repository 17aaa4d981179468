"""Pauses that last as long as something lasts: court, custody, public duty, treatment, recovery (reg. 99(3))."""

from collections.abc import Iterable
from datetime import date

from coachdesk.requirements.facts import Custody, Facts, Span
from coachdesk.requirements.finding import Easement
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import DAY, months_after

COURT, PRISON, DUTY, ABROAD, RECOVERY, RESTRICTED = (
    "court",
    "custody",
    "public_duty",
    "treatment_abroad",
    "recovery",
    "restricted_pause",
)


def statutory(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """Everything of reg. 99(3) but a death, as it stands on the day."""
    return (
        *_while(COURT, facts.claimant.court, law),
        *_custody(facts, law),
        *_public_duty(facts, law),
        *_abroad(facts, law),
        *_recovery(facts, law),
        *_restricted(facts, law),
    )


def _while(easement_id: str, spans: Iterable[Span], law: Law) -> tuple[Easement, ...]:
    """By itself on the days that are known; where no day is known, a decision."""
    found: list[Easement] = []
    for span in spans:
        if not span.dated:
            found += law.lapsed(easement_id)
        elif span.covers(law.day):
            found += law.easement(easement_id, span.from_, span.until)
    return tuple(found)


def _custody(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """A prisoner, released for a time included (reg. 99(3)(b))."""
    held = facts.claimant.custody in {Custody.IN_CUSTODY, Custody.TEMPORARY_RELEASE}
    return law.easement(PRISON) if held else ()


def _public_duty(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """An approved duty by itself; one that nobody has approved or refused is a decision (reg. 99(3)(g))."""
    duties = facts.claimant.public_duty
    asked = tuple(each for each in duties if each.approved is None and each.covers(law.day))
    return (
        *_while(DUTY, (each for each in duties if each.approved), law),
        *(found for each in asked for found in law.lapsed(DUTY, each.from_, each.until)),
    )


def days_abroad(span: Span, law: Law) -> Span:
    """The days of a stay abroad for health reasons that the law sets aside: six months of it (reg. 99(3)(c))."""
    return Span(from_=span.from_, until=_earlier(span.until, _last_abroad(span, law)))


def _last_abroad(span: Span, law: Law) -> date | None:
    months = law.value(f"easement.{ABROAD}", "months")
    return months_after(span.from_, int(months)) - DAY if span.from_ is not None and months is not None else None


def _abroad(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """Treatment or convalescence abroad, for six months (reg. 99(3)(c), reg. 11(3))."""
    found: list[Easement] = []
    for span in facts.claimant.treatment_abroad:
        limit = _last_abroad(span, law)
        if limit is not None and law.day > limit and span.covers(law.day):
            found += law.lapsed(ABROAD, limit + DAY, span.until)
        else:
            found += _while(ABROAD, (days_abroad(span, law),), law)
    return tuple(found)


def _recovery(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """A structured course: "is, and has been for no more than 6 months" (reg. 99(3)(e))."""
    course, months = facts.claimant.structured_recovery, law.value(f"easement.{RECOVERY}", "months")
    if course is None or months is None or (course.from_ is not None and course.from_ > law.day):
        return ()
    if course.from_ is None:
        return law.easement(RECOVERY)
    last = months_after(course.from_, int(months))
    return law.easement(RECOVERY, course.from_, last) if law.day <= last else law.lapsed(RECOVERY, last + DAY)


def _restricted(facts: Facts, law: Law) -> tuple[Easement, ...]:
    """A pause whose reason is not held; past its last day it is a decision."""
    pause = facts.claimant.restricted_pause
    if pause is None:
        return ()
    if pause.until is not None and pause.until < law.day:
        return law.lapsed(RESTRICTED, pause.until + DAY)
    return law.easement(RESTRICTED, None, pause.until)


def _earlier(one: date | None, other: date | None) -> date | None:
    known = [each for each in (one, other) if each is not None]
    return min(known, default=None)
