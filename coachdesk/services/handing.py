"""What was given to somebody and how: held back where it is not safe, else filed and audited, in one transaction."""

from dataclasses import replace

from sqlalchemy import Connection

from coachdesk.commitments import Commitment, Format, document_of
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Given, Giving, Handover, How, InSpite, Person, Safe, SafeToGive, asked, way_of
from coachdesk.services.context import Context
from coachdesk.services.giving import giving_of
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
            note_handed(self._context, writer, aloud)


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


def may_hand(context: Context, connection: Connection, handover: Handover) -> Handover:
    """How a hand-over is filed; the reason to do it all the same is kept only where nobody knows that it is safe.

    Raises:
        AppError: "giving.not-safe" where nobody knows that it is safe, and no reason was given; "giving.tells-where" where
            it names the place that a safe address keeps unsaid, whatever the reason; "policy.no-printing" and
            "policy.no-clipboard".
    """
    require_way(context.policy, handover.how)
    if handover.given is Given.COMMITMENT and handover.how is not How.READ_ALOUD:
        _refuse_what_tells_where(connection, handover.record_id)
    way = way_of(handover.how)
    safe = way is None or giving_of(context, connection, handover.person_id).may(way)
    if not safe and handover.in_spite is None:
        raise AppError("giving.not-safe")
    return replace(handover, in_spite=None) if safe else handover


def note_handed(context: Context, writer: Writer, handover: Handover) -> None:
    """File and audit that something is handed over, in the caller's transaction.

    Raises AppError as `may_hand`; nothing is written then.
    """
    filed = may_hand(context, writer.connection, handover)
    subject, record = filed.person_id, filed.record_id
    writer.put(filed, "handover.filed")
    writer.audit(f"{_named(filed.given)}.{filed.how}", subject=subject, record=record)
    if filed.in_spite is not None:
        writer.audit(f"giving.in-spite.{filed.in_spite}", subject=subject, record=record)


def tells_where(connection: Connection, commitment: Commitment) -> bool:
    """Whether a document says where we are although a safe address is set: it was issued before that."""
    said = document_of(commitment.snapshot, commitment.language).with_square
    return said and get(connection, Person, commitment.person_id).safe_address


def _refuse_what_tells_where(connection: Connection, commitment_id: str) -> None:
    if tells_where(connection, get(connection, Commitment, commitment_id)):
        raise AppError("giving.tells-where")


def _named(given: Given) -> str:
    return {Given.COMMITMENT: "commitment", Given.VIEWING: "viewing"}.get(given, "slip")
