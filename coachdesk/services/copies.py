"""Copies of several people's commitments, one after the other: counted first, then each read, made and written by itself.

One copy takes two calls, so that only the caller's thread touches the vault while a worker makes and writes: `begin`
reads it and notes that it goes out, `write` leaves a whole file or none. What `write` had to make is filed with
`Commitments.add`. Never more than one document is held in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, CommitmentFile, Format, State
from coachdesk.diary import TAKES_TIME
from coachdesk.i18n import Language
from coachdesk.people import How, Person
from coachdesk.services.commitments import Commitments
from coachdesk.services.context import Context
from coachdesk.services.file_names import file_name
from coachdesk.services.giving import giving_of
from coachdesk.services.handing import handed_over, note_handed, tells_where
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


@dataclass(frozen=True, slots=True)
class CopyAtHand:
    """A copy on its way out: its neutral file name, and its bytes, or none where it was never made in that form."""

    copy: Copy
    name: str
    commitment: Commitment
    content: bytes | None


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

    def begin(self, copy: Copy) -> CopyAtHand | None:
        """Read a copy and note that it goes out; None where it may not be given any more.

        Raises:
            AppError: "commitment.altered".
        """
        with self._context.database.read() as connection:
            commitment = _counting(connection, copy.person_id)
            if commitment is None or commitment.id != copy.commitment_id or not self._may_go(connection, commitment):
                return None
        return CopyAtHand(
            copy, file_name(commitment, copy.kind, copy.language), commitment, self._content(commitment, copy)
        )

    def _content(self, commitment: Commitment, copy: Copy) -> bytes | None:
        if self._commitments.is_filed(commitment.id, copy.kind, copy.language):
            return self._commitments.content(commitment.id, copy.kind, handed="saved", language=copy.language)
        with self._context.database.write() as writer:
            note_handed(self._context, writer, handed_over(self._context, commitment, How.SAVED))
        return None

    def write(self, at_hand: CopyAtHand, folder: Path) -> CommitmentFile | None:
        """Make the copy where it was never made, and write it whole; what was made, for `Commitments.add`. Touches no vault.

        Raises:
            AppError: "documents.cannot-write"; as `Commitments.draw` where it has still to be made.
        """
        from coachdesk.documents.write import write_whole

        made, content = None, at_hand.content
        if content is None:
            made = self._commitments.make(at_hand.commitment, at_hand.copy.kind, at_hand.copy.language)
            content = made.content
        write_whole(folder / at_hand.name, content)
        return made

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
