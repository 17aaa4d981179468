"""What may follow where something asked is not done: only for what stands in the account, once for each kind.

Always in this order (interviews.md 3): what to do if it cannot be done; good reason; who decides; what may happen; that
it can be looked at again; hardship payment. Lengths and amounts only where `Reductions` has them.
"""

from collections.abc import Iterable
from enum import StrEnum

from coachdesk.commitments.document import Words
from coachdesk.commitments.source import Gettext, Source
from coachdesk.plans.plan import Action, Implements
from coachdesk.privacy import ours
from coachdesk.requirements.reductions import Reductions


class Lasts(StrEnum):
    """For how long a payment may go down, as far as that may be said (UC Regs 2013 regs 103 to 105)."""

    NOT_SAID = "not_said"
    DAYS = "days"
    UNTIL_DONE = "until_done"
    UNTIL_MET_AND_AFTER = "until_met_and_after"
    UNTIL_MET = "until_met"


def consequences(asked: Iterable[Action], source: Source, gettext: Gettext) -> tuple[Words, ...]:
    """One paragraph for each kind of requirement among the actions that stand in the account."""
    listed = tuple(asked)
    return tuple(
        ours(_paragraph(kind, lasts(kind, listed, source.reductions), source.reductions, gettext))
        for kind in kinds_in_account(listed)
    )


def kinds_in_account(asked: Iterable[Action]) -> tuple[Implements, ...]:
    """The kinds of requirement among the actions that stand in the account, each once, in the order of the Act."""
    kinds = {action.implements for action in asked if action.in_account_since is not None}
    return tuple(kind for kind in Implements if kind in kinds)


def lasts(kind: Implements, asked: Iterable[Action], known: Reductions) -> Lasts:
    """What may be said of a kind.

    One step with a date is low level, what is done again and again is part of all reasonable search, medium level
    (domain.md 3.2 and 3.6). Where both stand in the account, no length is true of both, so none is said. Nor of when
    work is started: to be free for work is medium level, but not to take a job that was offered is higher (reg. 102).
    """
    if kind is Implements.INTERVIEW and known.until_met:
        return Lasts.UNTIL_MET
    if kind is Implements.SEARCH:
        rhythms = {each.every is None for each in asked if each.implements is kind and each.in_account_since}
        is_medium, is_low = rhythms == {False}, rhythms == {True}
    else:
        is_medium, is_low = False, kind is not Implements.AVAILABILITY
    if is_medium and known.days and known.days_again:
        return Lasts.DAYS
    if is_low and known.days_more:
        return Lasts.UNTIL_MET_AND_AFTER if kind is Implements.INTERVIEW else Lasts.UNTIL_DONE
    return Lasts.NOT_SAID


def _paragraph(kind: Implements, length: Lasts, known: Reductions, gettext: Gettext) -> str:
    first = {
        Implements.SEARCH: gettext("If you cannot do what is asked about looking for work, tell us first."),
        Implements.PREPARATION: gettext("If you cannot do what is asked about getting ready for work, tell us first."),
        Implements.AVAILABILITY: gettext(
            "If you cannot start work or go to an interview when it is asked, tell us first."
        ),
        Implements.INTERVIEW: gettext("If you cannot come to a meeting, or take part in it, tell us first."),
    }[kind]
    sentences = (
        first,
        gettext("A good reason counts, such as illness, another appointment, or an emergency at home."),
        gettext("A decision maker decides about your payment, not your work coach."),
        _may(length, known, gettext),
        _a_day(known, gettext),
        _longer(kind, length, gettext),
        gettext("You can ask for that decision to be looked at again."),
        gettext("You can ask for a hardship payment if you cannot pay for what you need."),
    )
    return " ".join(filter(None, sentences))


def _may(length: Lasts, known: Reductions, gettext: Gettext) -> str:
    return {
        Lasts.NOT_SAID: gettext("Without a good reason your payment may be reduced for a time."),
        Lasts.DAYS: gettext(
            "Without a good reason your payment may be reduced for up to {days} days, or for up to {again} days if it "
            "has happened before."
        ),
        Lasts.UNTIL_DONE: gettext(
            "Without a good reason your payment may be reduced until you have done it, and for up to {more} days after "
            "that."
        ),
        Lasts.UNTIL_MET_AND_AFTER: gettext(
            "Without a good reason your payment may be reduced until we have met, and for up to {more} days after that."
        ),
        Lasts.UNTIL_MET: gettext("Without a good reason your payment may be reduced until the meeting takes place."),
    }[length].format(days=known.days, again=known.days_again, more=known.days_more)


def _longer(kind: Implements, length: Lasts, gettext: Gettext) -> str:
    """A length is said of a step like this one; a job that was offered is another matter (reg. 102)."""
    if kind is not Implements.SEARCH or length is Lasts.NOT_SAID:
        return ""
    return gettext("It may be for longer where somebody does not apply for a job that they were told to apply for.")


def _a_day(known: Reductions, gettext: Gettext) -> str:
    if known.a_day is None:
        return ""
    return gettext("That can be up to £{amount} for each day.").format(amount=f"{known.a_day:.2f}")
