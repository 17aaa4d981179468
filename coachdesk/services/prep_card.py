"""What to know before meeting a person, read inside the caller's transaction: how to be careful, then our promises."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.diary import ContactRhythm
from coachdesk.diary.needs_you import AHEAD
from coachdesk.i18n import _, ngettext, short_date
from coachdesk.interviews import Interview, InterviewState
from coachdesk.people import NEEDS, Circumstance, Need, Person, SafeToGive, measures
from coachdesk.plans import Action, Happened, Plan, carried_over
from coachdesk.requirements.finding import Finding
from coachdesk.services.allowing import allowed, life_labels
from coachdesk.services.context import Context
from coachdesk.services.giving import giving_of
from coachdesk.services.interviews import unfinished
from coachdesk.services.meanwhile import meanwhile
from coachdesk.services.plans import read_plan
from coachdesk.services.rhythms import rhythm_of
from coachdesk.services.views import PrepCard
from coachdesk.storage import find, find_by, get, table_of

_SOON = timedelta(days=28)
"""So far ahead the card says what ends and what is to be looked at again: until the meeting after next, mostly."""

_CARE = frozenset({Need.CONTACT_NOTE, Need.TWO_PEOPLE})
"""What protects, and is said first."""


def prep_card(context: Context, connection: Connection, person_id: str) -> PrepCard:
    """Everything but what is to be done about an absence. Raises AppError("storage.not-found")."""
    person, today = get(connection, Person, person_id), context.today()
    plan, rhythm = read_plan(connection, person_id), rhythm_of(connection, person_id)
    known, given = allowed(context, connection, person_id), giving_of(context, connection, person_id)
    over, waits, last = carried_over(plan), unfinished(connection, person_id), _last_talk(connection, person_id)
    return PrepCard(
        person=person,
        care=tuple(_care(person, given, known.finding, rhythm)),
        promised=tuple(_promise(action, today) for action in over.ours),
        goals=tuple(goal.text for goal in plan.wanted),
        agreed=tuple(_agreed(action) for action in over.shown),
        well=_well(plan, last),
        since=meanwhile(context, connection, last) if last is not None else (),
        life=life_labels(find_by(connection, Circumstance, person_id=person_id), known),
        soon=tuple(_soon(known.finding)),
        remember=tuple(_remember(person, rhythm)),
        last_met=None if last is None else local(last.started_at).date(),
        unfinished=waits[0].id if waits else "",
        rhythm=rhythm,
    )


def _last_talk(connection: Connection, person_id: str) -> Interview | None:
    """The last interview that is over."""
    columns = table_of(Interview).c
    found = find(
        connection,
        Interview,
        columns.person_id == person_id,
        columns.state.in_([InterviewState.FINISHED, InterviewState.STOPPED]),
        order_by=(columns.started_at.desc(),),
        limit=1,
    )
    return found[0] if found else None


def _care(person: Person, given: SafeToGive, finding: Finding, rhythm: ContactRhythm | None) -> Iterator[str]:
    """The measures that protect this person, or the coach; never why they are taken."""
    if Need.TWO_PEOPLE in person.needs:
        yield _(NEEDS[Need.TWO_PEOPLE])
    if person.safe_address or person.contact_note.strip() or Need.CONTACT_NOTE in person.needs:
        yield _("Safe contact only: see the note")
    yield from measures(given)
    sealed = (each.on for each in finding.review if each.sealed)
    watched = rhythm is not None and not rhythm.reason and rhythm.due_on <= finding.on
    if watched or any(each.sealed for each in finding.warnings) or any(on <= finding.on + AHEAD for on in sealed):
        yield _("A follow-up is due. Do not ask for details.")


def _promise(action: Action, today: date) -> str:
    if action.by is None:
        return action.text
    if action.by == today:
        return _("{promise} (due today)").format(promise=action.text)
    if action.by < today:
        return _("{promise} (was due on {day})").format(promise=action.text, day=short_date(action.by))
    return _("{promise} (by {day})").format(promise=action.text, day=short_date(action.by))


def _agreed(action: Action) -> str:
    if action.by is None:
        return action.text
    return _("{action} (by {day})").format(action=action.text, day=short_date(action.by))


def _well(plan: Plan, last: Interview | None) -> tuple[str, ...]:
    """What was done by the last talk, as it was planned."""
    talk = last.id if last is not None else ""
    done = {each.action_id for each in plan.outcomes if each.happened is Happened.DONE and each.interview_id == talk}
    return tuple(action.text for action in plan.actions if talk and action.id in done)


def _soon(finding: Finding) -> Iterator[str]:
    """What ends, what is expected and what is to be looked at again, by the day; nothing of what is sealed."""
    last = finding.on + _SOON
    named = [each for each in finding.easements if each.in_force and not each.sealed]
    ends = {(each.until, each.label) for each in named if each.until is not None and each.until <= last}
    for until, what in sorted(ends):
        yield _("{day}: the last day of {what}").format(day=short_date(until), what=what)
    for by in sorted({each.evidence_by for each in named if each.evidence_by is not None and each.evidence_by <= last}):
        yield _("{day}: evidence is expected").format(day=short_date(by))
    ended = {until for until, _what in ends}
    for each in finding.review:
        if not each.sealed and each.on <= last and each.on not in ended:
            yield _("{day}: {because}").format(day=short_date(each.on), because=each.because)


def _remember(person: Person, rhythm: ContactRhythm | None) -> Iterator[str]:
    yield from (_(words) for need, words in NEEDS.items() if need in person.needs and need not in _CARE)
    if rhythm is not None and rhythm.reason:
        often = ngettext("In touch every day: {reason}", "In touch every {n} days: {reason}", rhythm.days)
        yield often.format(n=rhythm.days, reason=rhythm.reason)
    if person.interpreter_language:
        yield _("Speaks {language}").format(language=person.interpreter_language)
    if person.private_card_due:
        yield _("Offer to talk alone: part of the card was not asked yet.")
