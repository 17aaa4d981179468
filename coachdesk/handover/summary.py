"""What a colleague has to know of a person at once: our promises, the next step or that there is none, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.diary.appointment import Appointment, ContactRhythm
from coachdesk.diary.states import TO_COME
from coachdesk.i18n import _, clock_time, short_date
from coachdesk.interviews.interview import Interview, InterviewState
from coachdesk.people.person import Circumstance, Person
from coachdesk.people.safe_to_give import SafeToGive, is_private, measures
from coachdesk.plans.plan import Action, ActionState, Party
from coachdesk.records import Record
from coachdesk.retention import Hold


@dataclass(frozen=True, slots=True)
class Summary:
    """One person in a few lines; of what is private, only what protects.

    Attributes:
        promises: what we promised and have not done.
        next_step: the next appointment, or what is agreed by a day; empty where there is neither.
        follow_ups: what is due or waits.
        contact_safety: how to reach them safely, and what must not be handed over.
        held: a legal hold stands; it goes along.
    """

    promises: tuple[str, ...] = ()
    next_step: str = ""
    follow_ups: tuple[str, ...] = ()
    contact_safety: tuple[str, ...] = ()
    held: bool = False


def summary(records: Iterable[Record], giving: SafeToGive, today: date) -> Summary:
    """The summary of all that is kept of one person."""
    found = tuple(records)
    (person,) = (each for each in found if isinstance(each, Person))
    actions = [each for each in found if isinstance(each, Action) and each.state is ActionState.OPEN]
    actions.sort(key=lambda each: (each.by or date.max, each.id))
    return Summary(
        promises=tuple(_agreed(each) for each in actions if each.owner is Party.COACH),
        next_step=_next_step(found, actions, today),
        follow_ups=tuple(_due(found, person)),
        contact_safety=tuple(_safely(person, giving)),
        held=any(isinstance(each, Hold) and each.lifted_on is None for each in found),
    )


def _agreed(action: Action) -> str:
    if action.by is None:
        return action.text
    return _("{action} (by {day})").format(action=action.text, day=short_date(action.by))


def _next_step(found: Iterable[Record], actions: list[Action], today: date) -> str:
    meetings = [each for each in found if isinstance(each, Appointment) and each.state in TO_COME and each.on >= today]
    if meetings:
        first = min(meetings, key=lambda each: (each.on, each.at))
        return _("Appointment on {day} at {time}").format(day=short_date(first.on), time=clock_time(first.at))
    return next((_agreed(each) for each in actions if each.by is not None or each.every is not None), "")


def _due(found: Iterable[Record], person: Person) -> Iterable[str]:
    for each in found:
        if isinstance(each, ContactRhythm) and not each.reason:
            yield _("Stay in touch: a follow-up matters here.")
        elif isinstance(each, ContactRhythm):
            yield _("Be in touch by {day}: {reason}").format(day=short_date(each.due_on), reason=each.reason)
        elif isinstance(each, Interview) and each.state in {InterviewState.OPEN, InterviewState.PAUSED}:
            yield _("An interview is not finished.")
    if any(isinstance(each, Circumstance) and is_private(each) for each in found):
        yield _("Follow up due: something that we were told. Do not ask for details.")
    if person.private_card_due:
        yield _("Offer to talk alone: part of the card was not asked yet.")


def _safely(person: Person, giving: SafeToGive) -> Iterable[str]:
    if person.contact_note:
        yield person.contact_note
    if person.safe_address:
        yield _("A safe address is set: no paper says where we are.")
    yield from measures(giving)
