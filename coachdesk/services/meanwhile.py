"""What changed on a person's record while an interview waited, in plain sentences, whoever changed it and wherever.

A sensitive circumstance is named by its neutral label and without its dates; sealed answers, notes and the words of
what is between the two of them are in no sentence. A missed appointment is said by its state, as on every list.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, Entry, Withdrawal, entry_words
from coachdesk.diary import LABELS, Appointment, AppointmentState, ContactRhythm
from coachdesk.i18n import N_, _, clock_time, long_date, ngettext
from coachdesk.interviews import Interview, InterviewState
from coachdesk.people import Circumstance, Person, circumstance_label
from coachdesk.plans import Action, ActionOutcome, ActionState, Goal
from coachdesk.plans.labels import HAPPENED
from coachdesk.privacy import Privacy
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.services.context import Context
from coachdesk.storage import Rewritten, find_by, last_change, rewritten_since

_OF_PERSON: Mapping[str, str] = MappingProxyType(
    {
        "given_name": N_("The name was changed."),
        "family_name": N_("The name was changed."),
        "preferred_name": N_("The name to use was changed."),
        "date_of_birth": N_("The date of birth was changed."),
        "language": N_("The language was changed."),
        "nation": N_("The nation was changed."),
        "phone": N_("The phone number was changed."),
        "contact_note": N_("How to get in touch was changed: see the note."),
        "safe_address": N_("How to get in touch was changed: see the note."),
        "interpreter_language": N_("What they need of us was changed."),
        "needs": N_("What they need of us was changed."),
        "safe_to_print": N_("What may be given to them was changed."),
        "safe_to_send": N_("What may be given to them was changed."),
        "archived_at": N_("They left the caseload, or came back to it."),
    }
)
"""What is said of a field of a person that has another value now."""

_NOT_SAID = frozenset({"version", "author", "created_at", "updated_at"})


def meanwhile(context: Context, connection: Connection, interview: Interview) -> tuple[str, ...]:
    """What was written of a person since their interview was last stored; nothing of what it stored itself.

    While an interview is open, what is made in it is its own; once it was paused, everything counts.
    """
    since = last_change(connection, interview.id)
    found = rewritten_since(connection, interview.person_id, since) if since else ()
    open_still = interview.state is InterviewState.OPEN
    others = [each for each in found if not (open_still and _made_in(each) == interview.id)]
    # Of several absences the last one is said: one under the other would be a tally.
    last = max(filter(None, map(_missed_on, others)), default=None)
    told = (each for each in others if _missed_on(each) in {None, last})
    lines = [line for each in told for line in _said(context, connection, each)]
    return tuple(dict.fromkeys(lines))


def _missed_on(rewritten: Rewritten) -> date | None:
    now = rewritten.after
    return now.on if isinstance(now, Appointment) and now.state is AppointmentState.NO_SHOW else None


def _made_in(rewritten: Rewritten) -> str:
    record = rewritten.after or rewritten.before
    return str(getattr(record, "interview_id", "") or getattr(record, "made_in", ""))


def _said(context: Context, connection: Connection, each: Rewritten) -> Iterator[str]:
    """The sentences about one record; who wrote it is said where it was not this coach."""
    words = _WORDS.get(each.kind)
    if words is None or (each.before is not None and each.after is not None and _same(each.before, each.after)):
        return
    by_another = each.author != context.info.coach_id
    for line in words(_Known(context, connection, each)):
        yield _("{what} By somebody else.").format(what=line) if by_another else line


def _same(before: Record, after: Record) -> bool:
    stamps = {name: getattr(after, name) for name in _NOT_SAID}
    return replace(before, **stamps) == after


class _Known:
    """What is known of one record that was written."""

    def __init__(self, context: Context, connection: Connection, rewritten: Rewritten) -> None:
        self.context, self.connection, self.id = context, connection, rewritten.record_id
        self.before: Any = rewritten.before
        self.after: Any = rewritten.after

    def differ(self, *names: str) -> bool:
        """Whether one of these fields has another value; of a new record, whether it has one."""
        return any(getattr(self.before, each, None) != getattr(self.after, each, None) for each in names)


def _person(known: _Known) -> Iterator[str]:
    if known.before is not None and known.after is not None:
        yield from (_(words) for name, words in _OF_PERSON.items() if known.differ(name))


def _circumstance(known: _Known) -> Iterator[str]:
    label = circumstance_label(known.after or known.before)
    if known.before is None:
        yield _("Recorded: {what}.").format(what=label)
    elif known.after is None:
        yield _("Not recorded any more: {what}.").format(what=label)
    else:
        yield _("Changed: {what}.").format(what=label)


def _appointment(known: _Known) -> Iterator[str]:
    stands: Appointment = known.after or known.before
    day, time = long_date(stands.on), clock_time(stands.at)
    if known.after is None:
        yield _("The appointment on {day} at {time} was taken out.").format(day=day, time=time)
    elif known.before is None:
        yield _("An appointment was booked: {day} at {time}.").format(day=day, time=time)
    elif known.differ("on", "at"):
        yield _("An appointment was moved to {day} at {time}.").format(day=day, time=time)
    elif known.differ("state"):
        state = _(LABELS[stands.state]).lower()
        yield _("The appointment on {day} at {time}: {state}.").format(day=day, time=time, state=state)
    else:
        yield _("The appointment on {day} at {time} was changed.").format(day=day, time=time)


def _action(known: _Known) -> Iterator[str]:
    action: Action = known.after or known.before
    if action.state is ActionState.DRAFT or (known.after is None and known.before.state is ActionState.DRAFT):
        return
    if action.privacy is Privacy.BETWEEN_US:
        yield _("A step that is between the two of you was changed.")
        return
    yield _action_words(known, action).format(step=action.text)


def _action_words(known: _Known, action: Action) -> str:
    if known.after is None:
        return _("Not in the plan any more: {step}")
    if known.before is None or known.before.state is ActionState.DRAFT:
        return _("New in the plan: {step}")
    if known.differ("state"):
        return {
            ActionState.DONE: _("Done: {step}"),
            ActionState.LET_GO: _("Let go: {step}"),
        }.get(action.state, _("Taken up again: {step}"))
    return _("Changed in the plan: {step}")


def _goal(known: _Known) -> Iterator[str]:
    goal: Goal = known.after or known.before
    if goal.text.strip():
        private = goal.privacy is Privacy.BETWEEN_US
        yield _("A goal was changed.") if private else _("A goal was changed: {goal}").format(goal=goal.text)


def _outcome(known: _Known) -> Iterator[str]:
    outcome: ActionOutcome = known.after or known.before
    found = find_by(known.connection, Action, id=outcome.action_id)
    if known.after is not None and found and found[0].privacy is not Privacy.BETWEEN_US:
        yield _("{happened}: {step}").format(happened=_(HAPPENED[outcome.happened]), step=found[0].text)


def _commitment(known: _Known) -> Iterator[str]:
    for each in find_by(known.connection, Commitment, id=known.id):
        yield _("My commitments {number}, edition {edition}, issued.").format(number=each.number, edition=each.edition)


def _entry(known: _Known) -> Iterator[str]:
    entry: Entry | None = known.after
    for each in find_by(known.connection, Commitment, id=entry.commitment_id) if entry is not None else ():
        yield _("My commitments {number}, edition {edition}: {what}").format(
            number=each.number, edition=each.edition, what=entry_words(cast(Entry, entry))
        )


def _withdrawal(known: _Known) -> Iterator[str]:
    for gone in find_by(known.connection, Withdrawal, id=known.id):
        for each in find_by(known.connection, Commitment, id=gone.commitment_id):
            yield _("My commitments {number}, edition {edition}, withdrawn.").format(
                number=each.number, edition=each.edition
            )


def _rhythm(known: _Known) -> Iterator[str]:
    rhythm: ContactRhythm | None = known.after
    if rhythm is None:
        yield _("How often to be in touch is not agreed any more.")
    elif known.differ("days"):
        often = ngettext("Agreed: in touch every day.", "Agreed: in touch every {n} days.", rhythm.days)
        yield often.format(n=rhythm.days)


def _decision(_known: _Known) -> Iterator[str]:
    yield _("A decision about what is asked was recorded or changed.")


def _other_talk(known: _Known) -> Iterator[str]:
    """One that is not over waits, which is said where the interview opens and on the list of what waits."""
    talk: Interview | None = known.after
    words = {
        InterviewState.FINISHED: _("Another interview was held: {title}."),
        InterviewState.STOPPED: _("Another interview ended early: {title}."),
    }
    if talk is not None and talk.state in words and known.differ("state"):
        title = known.context.titles().get(talk.definition_id, talk.definition_id)
        yield words[talk.state].format(title=title)


_WORDS: Mapping[type[Record], Callable[[_Known], Iterator[str]]] = MappingProxyType(
    {
        Person: _person,
        Circumstance: _circumstance,
        DiscretionRecord: _decision,
        Appointment: _appointment,
        ContactRhythm: _rhythm,
        Goal: _goal,
        Action: _action,
        ActionOutcome: _outcome,
        Commitment: _commitment,
        Entry: _entry,
        Withdrawal: _withdrawal,
        Interview: _other_talk,
    }
)
"""How each kind of record is said; of every other kind, answers first of all, nothing is."""
