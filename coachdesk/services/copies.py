"""Copies of several people's commitments, one after the other: counted first, then each made and written by itself.

Never more than one document is held in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, Format, State
from coachdesk.diary import TAKES_TIME
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.services.commitments import Commitments
from coachdesk.services.context import Context
from coachdesk.services.giving import giving_of
from coachdesk.services.handing import tells_where
from coachdesk.services.issued import issued_to, lives_of
from coachdesk.services.withheld import offered_languages, require_form
from coachdesk.storage import day_rows, get, people_with_commitments


@dataclass(frozen=True, slots=True)
class CopyWish:
    """Which copies are wanted.

    Attributes:
        kind: the format.
        language: None: each person's own.
        day: only of people with an appointment on this day; None: of everybody on the caseload.
    """

    kind: Format = Format.PDF
    language: Language | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy to be made: of which commitment, in which form."""

    commitment_id: str
    person_id: str
    kind: Format
    language: Language


@dataclass(frozen=True, slots=True)
class Batch:
    """What a wish comes to.

    Attributes:
        left_out: so many people have a commitment of which they get no copy; neither who nor why is said.
    """

    copies: tuple[Copy, ...] = ()
    left_out: int = 0


class Copies:
    """Saving the commitments of several people in one go."""

    def __init__(self, context: Context, commitments: Commitments) -> None:
        self._context, self._commitments = context, commitments

    def wanted(self, wish: CopyWish) -> Batch:
        """Everybody's commitment that counts today, by family name, without those that may not be given as a copy.

        Raises:
            AppError: "policy.no-form".
        """
        policy = self._context.policy
        require_form(policy, wish.kind, wish.language or offered_languages(policy)[0])
        copies, left_out = list[Copy](), 0
        with self._context.database.read() as connection:
            for person_id in _people(connection, wish.day):
                commitment = _counting(connection, person_id)
                language = wish.language or get(connection, Person, person_id).language
                fits = language in policy.languages
                if commitment is not None and fits and self._may_go(connection, commitment):
                    copies.append(Copy(commitment.id, person_id, wish.kind, language))
                elif commitment is not None:
                    left_out += 1
        return Batch(tuple(copies), left_out)

    def save(self, copy: Copy, folder: Path) -> Path | None:
        """Save a copy whole under a neutral name, made where it was never made in that form; None where it may not be given any more.

        Slow where it has still to be made: a task for a worker.

        Raises:
            AppError: as `Commitments.write`.
        """
        with self._context.database.read() as connection:
            commitment = _counting(connection, copy.person_id)
            if commitment is None or commitment.id != copy.commitment_id or not self._may_go(connection, commitment):
                return None
        return self._commitments.write(commitment.id, copy.kind, folder, copy.language)

    def _may_go(self, connection: Connection, commitment: Commitment) -> bool:
        """Whether a copy may be given: its document was not taken back, and it is safe for the person to have one.

        What was issued before a safe address was set says where we are: only a newer edition goes out.
        """
        if commitment.is_withdrawn or not giving_of(self._context, connection, commitment.person_id).may_print:
            return False
        return not tells_where(connection, commitment)


def _people(connection: Connection, day: date | None) -> Iterator[str]:
    """Who is asked for, by family name; on a day those who come."""
    there = None
    if day is not None:
        there = {row.person.id for row in day_rows(connection, day) if row.appointment.state in TAKES_TIME}
    return (each for each in people_with_commitments(connection) if there is None or each in there)


def _counting(connection: Connection, person_id: str) -> Commitment | None:
    """The newest edition of a person's commitment, unless it has ended or came to nothing."""
    issued = issued_to(connection, person_id)
    lives = lives_of(issued)
    over = {State.SUPERSEDED, State.ENDED, State.ENDED_WITHOUT}
    counting = [each.commitment for each in issued if lives[each.commitment.id].state not in over]
    return counting[-1] if counting else None
