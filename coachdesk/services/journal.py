import hashlib
from dataclasses import replace

from sqlalchemy import Connection

from coachdesk.commitments import WHOLE, CommitmentFile, Format, Pasted, Piece, marks, pieces_of
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import How, InSpite
from coachdesk.services.commitments import Commitments
from coachdesk.services.context import Context
from coachdesk.services.files_of import that_file
from coachdesk.services.handing import going_out, handed_over
from coachdesk.services.leaving import Outgoing
from coachdesk.services.withheld import require_form
from coachdesk.storage import find, table_of


class Journal:
    """Carrying an issued commitment over to the account: what is copied, in which words, and what was pasted already."""

    def __init__(self, context: Context, commitments: Commitments) -> None:
        self._context, self._commitments = context, commitments

    def pieces(self, commitment_id: str, language: Language | None = None) -> tuple[Piece, ...]:
        """What is pasted one by one, in the account's order.

        Raises:
            AppError: "commitment.withdrawn".
        """
        return pieces_of(self._commitments.journal(commitment_id, language))

    def pasted(self, commitment_id: str, language: Language) -> dict[str, Pasted]:
        """When each piece was copied last, and in which words; pieces that were never copied are not in it."""
        with self._context.database.read() as connection:
            return marks(_copied(connection, commitment_id), language)

    def outgoing(
        self, commitment_id: str, piece_id: str, language: Language, in_spite: InSpite | None = None
    ) -> Outgoing:
        """A piece, or `WHOLE`, on its way to the clipboard; once it is there (`Handing.left`) its words are kept and it is marked.

        Raises:
            AppError: "giving.not-safe" and the like; "commitment.withdrawn"; "commitment.altered".
        """
        require_form(self._context.policy, Format.TEXT, language)
        words, commitment = self._words(commitment_id, piece_id, language), self._commitments.issued(commitment_id)
        mark = Pasted(
            id=self._context.new_id(),
            person_id=commitment.person_id,
            commitment_id=commitment_id,
            language=language,
            piece=piece_id,
            words=words,
        )
        handover = handed_over(self._context, commitment, How.COPIED, in_spite)
        return going_out(self._context, handover, lambda _connection: words.encode(), (mark, "commitment.pasted"))

    def take_back(self, commitment_id: str, piece_id: str, language: Language) -> None:
        """It was not pasted after all. The words stay kept; the mark goes."""
        with self._context.database.write() as writer:
            mark = marks(_copied(writer.connection, commitment_id), language).get(piece_id)
            if mark is not None:
                writer.put(replace(mark, taken_back=True), "commitment.not-pasted")
                writer.audit("commitment.not-pasted", subject=mark.person_id, record=commitment_id)

    def _words(self, commitment_id: str, piece_id: str, language: Language) -> str:
        pieces = self.pieces(commitment_id, language)
        if piece_id != WHOLE:
            return next(each.text for each in pieces if each.id == piece_id)
        if not self._commitments.is_filed(commitment_id, Format.TEXT, language):
            issued = self._commitments.issued(commitment_id)
            self._commitments.add(self._commitments.make(issued, Format.TEXT, language))
        with self._context.database.read() as connection:
            found = find(connection, CommitmentFile, *that_file(commitment_id, Format.TEXT, language))[0]
        if hashlib.sha256(found.content).hexdigest() != found.sha256:
            raise AppError("commitment.altered")
        return found.content.decode()


def _copied(connection: Connection, commitment_id: str) -> tuple[Pasted, ...]:
    table = table_of(Pasted)
    return find(connection, Pasted, table.c.commitment_id == commitment_id, order_by=(table.c.id,))
