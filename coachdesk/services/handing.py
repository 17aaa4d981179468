"""What is given to somebody and how: held back where it is not safe, else let out, and filed and audited once it has left."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, Format, document_of
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Given, Giving, Handover, How, InSpite, Person, Safe, SafeToGive, asked, way_of
from coachdesk.records import Record
from coachdesk.services.context import Context
from coachdesk.services.giving import giving_of
from coachdesk.services.leaving import Outgoing
from coachdesk.services.withheld import offered_formats, offered_languages, require_way, withheld
from coachdesk.slips import Slip
from coachdesk.storage import Writer, get


class Handing:
    """Asking whether it is safe to give somebody something, and reading it aloud where it is not."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def safe(self, person_id: str) -> SafeToGive:
        """What counts today; looking is not audited."""
        with self._context.database.read() as connection:
            return giving_of(self._context, connection, person_id)

    def withheld(self) -> frozenset[How]:
        """The ways of handing over that the organisation forbids."""
        return withheld(self._context.policy)

    def require(self, how: How) -> None:
        """Do nothing, or say what the organisation forbids: as `require_way`."""
        require_way(self._context.policy, how)

    def formats(self) -> tuple[Format, ...]:
        """The forms that the organisation lets be handed over."""
        return offered_formats(self._context.policy)

    def languages(self) -> tuple[Language, ...]:
        """The languages that the organisation lets documents be handed over in."""
        return offered_languages(self._context.policy)

    def told(self, person_id: str, way: Giving, said: Safe) -> SafeToGive:
        """Record what somebody said today, asked on their own, about paper or about post and account."""
        with self._context.database.write() as writer:
            person = get(writer.connection, Person, person_id)
            counted = giving_of(self._context, writer.connection, person_id)
            changed = asked(person, counted, way, said, self._context.today())
            if changed != person:
                writer.put(changed, "person.changed")
                writer.audit("person.changed", subject=person_id, record=person_id)
            return giving_of(self._context, writer.connection, person_id)

    def read_aloud(self, person_id: str, given: Given, record_id: str) -> None:
        """Nothing was handed over: it was read aloud. It is filed as well, so that everybody knows that they heard it."""
        with self._context.database.write() as writer:
            aloud = Handover(
                id=self._context.new_id(), person_id=person_id, given=given, record_id=record_id, how=How.READ_ALOUD
            )
            _note_handed(self._context, aloud, writer)

    def may_leave(self, going: Outgoing) -> None:
        """Do nothing, or say why it may not leave now, though it was made: as `going.refuse`."""
        with self._context.database.read() as connection:
            going.refuse(connection)

    def left(self, going: Outgoing) -> None:
        """Record that it has left: the whole of it is at the printer or on the clipboard. Raises AppError as a write."""
        with self._context.database.write() as writer:
            going.record(writer)


def handed_over(context: Context, record: Commitment | Slip, how: How, in_spite: InSpite | None = None) -> Handover:
    """That a commitment or a slip is handed over, not stored."""
    return Handover(
        id=context.new_id(),
        person_id=record.person_id,
        given=record.given if isinstance(record, Slip) else Given.COMMITMENT,
        record_id=record.id,
        how=how,
        in_spite=in_spite,
    )


def going_out(
    context: Context, handover: Handover, read: Callable[[Connection], bytes], kept: tuple[Record, str] | None = None
) -> Outgoing:
    """What is to be handed over, read now, which is audited; filed and audited as handed over once it has left.

    Args:
        context: the open vault.
        handover: to whom, what and how.
        read: gives its bytes.
        kept: what is put into the vault with the hand-over, and the reason of that change.

    Raises:
        AppError: "giving.not-safe" where nobody knows that it is safe, and no reason was given; "giving.tells-where" where
            it names the place that a safe address keeps unsaid, whatever the reason; "commitment.withdrawn";
            "policy.no-printing" and "policy.no-clipboard"; as `read`. Nothing is audited then.
    """

    def record(writer: Writer) -> None:
        if kept is not None:
            writer.put(*kept)
        _note_handed(context, handover, writer)

    with context.database.write() as writer:
        _refuse(context, handover, writer.connection)
        content = read(writer.connection)
        writer.audit(_LOOKS[_named(handover.given)], subject=handover.person_id, record=handover.record_id)
    return Outgoing(content, partial(_refuse, context, handover), record)


_LOOKS = {"commitment": "commitment.shown", "slip": "slip.shown", "viewing": "viewing.looked"}


def _refuse(context: Context, handover: Handover, connection: Connection) -> None:
    require_way(context.policy, handover.how)
    if handover.given is Given.COMMITMENT:
        _refuse_document(connection, get(connection, Commitment, handover.record_id))
    if handover.in_spite is None and not _is_safe(context, handover, connection):
        raise AppError("giving.not-safe")


def _is_safe(context: Context, handover: Handover, connection: Connection) -> bool:
    way = way_of(handover.how)
    return way is None or giving_of(context, connection, handover.person_id).may(way)


def _note_handed(context: Context, handover: Handover, writer: Writer) -> None:
    """File and audit what has left; the reason to do it all the same only where nobody knows that it is safe."""
    filed = replace(handover, in_spite=None) if _is_safe(context, handover, writer.connection) else handover
    subject, record = filed.person_id, filed.record_id
    writer.put(filed, "handover.filed")
    writer.audit(f"{_named(filed.given)}.{filed.how}", subject=subject, record=record)
    if filed.in_spite is not None:
        writer.audit(f"giving.in-spite.{filed.in_spite}", subject=subject, record=record)


def tells_where(connection: Connection, commitment: Commitment) -> bool:
    """Whether a document says where we are although a safe address is set: it was issued before that."""
    said = document_of(commitment.snapshot, commitment.language).with_square
    return said and get(connection, Person, commitment.person_id).safe_address


def _refuse_document(connection: Connection, commitment: Commitment) -> None:
    if commitment.is_withdrawn:
        raise AppError("commitment.withdrawn")
    if tells_where(connection, commitment):
        raise AppError("giving.tells-where")


def _named(given: Given) -> str:
    return {Given.COMMITMENT: "commitment", Given.VIEWING: "viewing"}.get(given, "slip")
