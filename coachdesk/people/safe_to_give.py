"""Whether something may be given to a person on paper, by post or by email: what they said when they were asked alone.

Nobody asked is no *no*: most people take their paper home. Where they told us something in private, it is one, until
they were asked on their own and said yes; and a yes from before that day is asked for again. What was told is never
said: only the measure is shown, not its reason (interviews.md 9).
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from coachdesk.i18n import _
from coachdesk.people.person import Circumstance, Person, Safe

_TOLD_IN_PRIVATE = frozenset(
    ("domestic_abuse", "child_distress", "structured_recovery", "custody", "restricted_pause", "benefit_team_today")
)


class Giving(StrEnum):
    """A way in which something leaves the computer: on paper, by post, email or account, as a file."""

    PAPER = "paper"
    POST = "post"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class SafeToGive:
    """What counts today.

    Attributes:
        paper: whether it is safe to have something on paper; NOT_ASKED where nobody asked, or where a yes is too old.
        post: the same of post and email.
        told_in_private_on: the last day on which something was recorded that they told us in private, so that nobody
            asked is a no; None: never.
    """

    paper: Safe = Safe.NOT_ASKED
    post: Safe = Safe.NOT_ASKED
    told_in_private_on: date | None = None

    @property
    def may_print(self) -> bool:
        """Whether something may be handed over on paper or as a file that they keep."""
        return self._may(self.paper)

    @property
    def may_send(self) -> bool:
        """Whether something may be sent by post or email, or put where others may read it."""
        return self._may(self.post)

    def may(self, giving: Giving) -> bool:
        """Whether something may be given in this way. A file may be where either may be: both begin with one."""
        if giving is Giving.FILE:
            return self.may_print or self.may_send
        return self.may_print if giving is Giving.PAPER else self.may_send

    def _may(self, said: Safe) -> bool:
        return said is Safe.YES or (said is Safe.NOT_ASKED and self.told_in_private_on is None)


NOBODY_ASKED = SafeToGive()
"""What counts of somebody who was not asked and told us nothing in private."""


def safe_to_give(person: Person, told_in_private_on: date | None) -> SafeToGive:
    """What counts today, from what they said, the day they were asked, and what they told us in private."""
    return SafeToGive(
        paper=_counts(person.safe_to_print, person.print_asked_on, told_in_private_on),
        post=_counts(person.safe_to_send, person.send_asked_on, told_in_private_on),
        told_in_private_on=told_in_private_on,
    )


def asked(person: Person, given: SafeToGive, giving: Giving, said: Safe, today: date) -> Person:
    """The person with what they said when they were asked on their own, today; the day stays where nothing changed."""
    counts = given.paper if giving is Giving.PAPER else given.post
    if said is counts:
        return person
    on = None if said is Safe.NOT_ASKED else today
    if giving is Giving.PAPER:
        return replace(person, safe_to_print=said, print_asked_on=on)
    return replace(person, safe_to_send=said, send_asked_on=on)


def is_private(circumstance: Circumstance, sealed_questions: Container[str] = ()) -> bool:
    """Whether it was told in private: it follows from one of these questions, or is told in no other way.

    What the ordinary card names (caring, housing) is neutral in lists as well, and keeps nobody's paper back.
    """
    return circumstance.kind in _TOLD_IN_PRIVATE or circumstance.question_id in sealed_questions


def measures(given: SafeToGive) -> tuple[str, ...]:
    """What everybody who deals with this person has to heed, in words; never why."""
    return (
        *(() if given.may_print else (_("Nothing on paper"),)),
        *(() if given.may_send else (_("Nothing by post or email"),)),
    )


def _counts(said: Safe, asked_on: date | None, told_on: date | None) -> Safe:
    too_old = told_on is not None and (asked_on is None or asked_on < told_on)
    return Safe.NOT_ASKED if said is Safe.YES and too_old else said
