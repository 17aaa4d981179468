"""Reasons of one key for a coach's decision, from what is recorded. The coach may write them anew; none is ever printed."""

from collections.abc import Iterator, Mapping
from datetime import date

from coachdesk.i18n import N_, _, plain_number, short_date
from coachdesk.interviews import Answer, Standing
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Finding

SPOKEN = ("school_run", "care_times", "week_now", "notice_needed")
"""Ids of the questions of our definitions whose answers say why somebody has fewer hours. None is sealed or sensitive."""

LONGEST = 60
"""Letters of a reason that is taken from an answer: what a chip has room for."""

_PLAIN: Mapping[str, str] = {
    "homeless": N_("No settled home at the moment"),
    "domestic_emergency": N_("Something urgent at home comes first"),
    "temporary_childcare": N_("Nobody else can look after the children for now"),
    "funeral": N_("A funeral has to be arranged"),
    "other_temporary": N_("Something else comes first for now"),
    "carer_pending": N_("The benefit of whoever is cared for is not decided yet"),
    "preparation_under_way": N_("The agreed preparation takes the time"),
    "public_duty": N_("A public duty takes the time"),
    "bereavement": N_("A death that is still close"),
    "court": N_("An appointment conflict"),
}


def easement_reasons(easement_id: str, finding: Finding, facts: Facts) -> tuple[str, ...]:
    """For one easement, the likeliest first; the last is for a decision that it does not apply.

    Of a sealed easement none says what it is about, and none has a date.
    """
    easement = next((each for each in finding.easements if each.id == easement_id), None)
    talked = _("As we talked about it today")
    not_now = _("We talked about it, and it fits as it is")
    if easement is None or easement.sealed:
        return (talked, not_now)
    return tuple(dict.fromkeys((*_recorded(easement_id, facts, easement.until), talked, not_now)))


def hours_reasons(finding: Finding, facts: Facts, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """For the expected hours: what was said about the week, caring, a fit note, and the two numbers from a table."""
    hours = finding.expected_hours
    found = [*_spoken(answers), *_caring(facts), *_fit_note(facts)]
    if hours.policy_maximum is not None:
        found.append(_("{hours}: policy's most, and it fits").format(hours=plain_number(hours.policy_maximum)))
    elif hours.default is not None and len(hours.because) <= 1:
        found.append(_("{hours}: nothing recorded speaks for fewer").format(hours=plain_number(hours.default)))
    return tuple(dict.fromkeys(found))


def _recorded(easement_id: str, facts: Facts, until: date | None) -> Iterator[str]:
    if easement_id in {"fit_note_longer", "fit_note_short"}:
        yield from _fit_note(facts)
    elif easement_id in _PLAIN:
        plain = _(_PLAIN[easement_id])
        yield _("{reason}, until {day}").format(reason=plain, day=short_date(until)) if until is not None else plain


def _fit_note(facts: Facts) -> Iterator[str]:
    ends = [note.until for note in facts.claimant.fit_notes if note.covers(facts.on) and note.until is not None]
    if ends:
        yield _("Fit note to {day}").format(day=short_date(max(ends)))


def _caring(facts: Facts) -> Iterator[str]:
    for each in facts.claimant.cares_for:
        if each.hours:
            yield _("Caring for someone, {hours} hours a week").format(hours=plain_number(each.hours))


def _spoken(answers: Mapping[str, Answer]) -> Iterator[str]:
    """The first clause of what was said, as long as it is short."""
    for question_id in SPOKEN:
        answer = answers.get(question_id)
        if answer is None or answer.sealed or answer.standing is not Standing.GIVEN:
            continue
        value = answer.value.get("words", "") if isinstance(answer.value, dict) else answer.value
        clause = _first_clause(value) if isinstance(value, str) else ""
        if clause:
            yield clause


def _first_clause(words: str) -> str:
    """As much of the beginning as fits, ended at a full stop, a semicolon, or a comma; nothing where none is near."""
    line = " ".join(words.split())
    for mark in (".", ";", ","):
        clause = line.partition(f"{mark} ")[0].rstrip(".;,")
        if clause and len(clause) <= LONGEST:
            return clause
    return ""
