"""Reads issued editions with all that was recorded about them, inside the caller's transaction."""

from collections import defaultdict

from sqlalchemy import ColumnElement, Connection

from coachdesk.clock import local
from coachdesk.commitments import Commitment, Entry, Issued, Life, Withdrawal, life_of, next_edition, number_of
from coachdesk.interviews import Interview
from coachdesk.services.context import Context
from coachdesk.storage import Writer, find, get, table_of


def issued_to(connection: Connection, person_id: str) -> tuple[Issued, ...]:
    """Everything that was ever issued to a person, oldest first."""
    table = table_of(Commitment)
    return _issued(connection, person_id, table.c.person_id == person_id)


def next_number(context: Context, writer: Writer, person_id: str) -> tuple[str, int]:
    """The number of a person's commitments in this vault, a new one for the first, and the edition that follows."""
    table, short_id = table_of(Commitment), context.info.short_id
    before = find(writer.connection, Commitment, table.c.person_id == person_id, order_by=(table.c.id,))
    mine = [each for each in before if each.number.startswith(f"{short_id}-")]
    number = mine[-1].number if mine else number_of(short_id, writer.next_number())
    return number, next_edition(tuple(each.edition for each in before if each.number == number))


def editions_of(connection: Connection, commitment: Commitment) -> tuple[Issued, ...]:
    """All editions of a commitment's number, the first one first."""
    table = table_of(Commitment)
    return _issued(connection, commitment.person_id, table.c.number == commitment.number)


def lives_of(issued: tuple[Issued, ...]) -> dict[str, Life]:
    """Where each of a person's issued editions stands, by its id."""
    by_number = defaultdict[str, list[Issued]](list)
    for each in issued:
        by_number[each.commitment.number].append(each)
    return {
        each.commitment.id: life_of(each.commitment.edition, tuple(editions))
        for editions in by_number.values()
        for each in editions
    }


def life(connection: Connection, commitment_id: str) -> tuple[Commitment, Life]:
    """An issued edition and where it stands. Raises AppError("storage.not-found")."""
    commitment = get(connection, Commitment, commitment_id)
    return commitment, life_of(commitment.edition, editions_of(connection, commitment))


def _issued(connection: Connection, person_id: str, which: ColumnElement[bool]) -> tuple[Issued, ...]:
    commitments = table_of(Commitment)
    entries, withdrawals, interviews = table_of(Entry), table_of(Withdrawal), table_of(Interview)
    recorded = defaultdict[str, list[Entry]](list)
    for each in find(connection, Entry, entries.c.person_id == person_id, order_by=(entries.c.id,)):
        recorded[each.commitment_id].append(each)
    withdrawn = {
        each.commitment_id: each for each in find(connection, Withdrawal, withdrawals.c.person_id == person_id)
    }
    stopping = find(
        connection,
        Interview,
        interviews.c.person_id == person_id,
        interviews.c.must_stop.is_(True),
        order_by=(interviews.c.started_at,),
    )
    return tuple(
        Issued(
            commitment,
            entries=tuple(recorded[commitment.id]),
            withdrawal=withdrawn.get(commitment.id),
            stopped_on=next((local(each.started_at).date() for each in stopping if _stops(each, commitment)), None),
        )
        for commitment in find(connection, Commitment, which, order_by=(commitments.c.id,))
    )


def _stops(interview: Interview, commitment: Commitment) -> bool:
    """Whether a meeting that ended kindly before its end was the one of this commitment, or came after it."""
    return interview.started_at >= commitment.issued_at or interview.id == commitment.interview_id
