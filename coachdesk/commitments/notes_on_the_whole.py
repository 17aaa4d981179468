"""The quiet sentences that take more than a look at one line: hours, six weeks of the same, and our own words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from coachdesk.commitments.document import CommitmentDocument, Section, SectionKind, Words
from coachdesk.commitments.note import Note
from coachdesk.i18n import Language, _, plain_number
from coachdesk.plans.plan import Action, ActionState, Party, Plan
from coachdesk.plans.words import words
from coachdesk.reading_age import reading_age
from coachdesk.requirements.finding import Finding

EASY_AT: Final = 11
"""Years: whoever is that old reads our words with ease."""

SIX_WEEKS: Final = timedelta(weeks=6)

_APPLYING: Final = frozenset(
    {"apply", "applies", "applying", "applied", "application", "applications"}
    | {"ymgeisio", "ymgeisiwch", "ymgeisiaf", "cais", "gais", "chais", "ceisiadau", "geisiadau", "cheisiadau"}
)


def hours_without_a_reason(plan: Plan, finding: Finding) -> Iterator[Note]:
    """Hours at the most that can be asked for, where nobody has said why (domain.md 3.3). Only where search is asked."""
    hours = finding.expected_hours
    most = hours.policy_maximum if hours.policy_maximum is not None else hours.default
    if finding.search_hours is None or hours.hours is None or most is None or hours.hours < most or not plan.asked:
        return
    if not hours.decided or any(each.code == "hours_without_reason" for each in finding.warnings):
        text = _("The hours are the most that can be asked for, {hours} a week, and no reason is recorded for that.")
        yield Note("note.most-hours", text.format(hours=plain_number(hours.hours)))


def nothing_but_applications(plan: Plan, today: date) -> Iterator[Note]:
    """Whether all that the person has done or was to do in the last six weeks was to apply, and that for so long."""
    theirs = [each for each in plan.actions if each.owner is Party.CLAIMANT and _is_of_late(each, today)]
    made = [each.created_at.date() for each in theirs if each.created_at is not None]
    if made and min(made) <= today - SIX_WEEKS and all(_APPLYING & set(words(each.text)) for each in theirs):
        text = _("For six weeks there has been nothing but applications in the plan. Would something else help?")
        yield Note("note.applications", text)


def our_words_are_hard(document: CommitmentDocument) -> Iterator[Note]:
    """Our own words where they read at more than eleven years; nothing that somebody said is measured, ever."""
    age = reading_age("\n".join(_ours(document)), document.language)
    if age is not None and age > EASY_AT:
        text = _("Our own words on this paper read with ease at {age} years, and {most} would be better.")
        yield Note("note.reading-age", text.format(age=f"{age:.0f}", most=EASY_AT))


def _is_of_late(action: Action, today: date) -> bool:
    """It is still to be done, or was done or let go in the last six weeks."""
    changed = action.updated_at
    return action.state is ActionState.OPEN or (
        action.state is not ActionState.DRAFT and changed is not None and changed.date() > today - SIX_WEEKS
    )


def _ours(document: CommitmentDocument) -> Iterator[str]:
    """Our sentences, reasons that we offer and what we promise; names and numbers are no sentences."""
    yield from (each.value for each in document.copy_sentences)
    for section in document.sections:
        if section.kind is not SectionKind.ABOUT:
            yield from (each.value for each in _of_section(section, document.language))


def _of_section(section: Section, language: Language) -> Iterator[Words]:
    yield from (*section.sentences, *section.closing)
    if section.kind is SectionKind.PLAIN:
        yield from (each.words for each in section.points)
    for action in section.actions:
        yield from (each for each in (action.reason, action.if_cannot) if each is not None)
        if section.kind is SectionKind.OURS and action.text.language is language:
            yield action.text.words
