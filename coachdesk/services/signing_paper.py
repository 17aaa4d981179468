"""Signing a commitment before it is issued: for whoever wants to. Nothing ever asks for a signature."""

from coachdesk.commitments import Hand, Signature, Signer, Strokes, may_draw, signed_words, signers
from coachdesk.errors import AppError
from coachdesk.services.context import Context
from coachdesk.services.preparing import Prepared
from coachdesk.storage import find_by, get


class Signatures:
    """What was signed is kept until the commitment is issued: then it stands in the snapshot and nowhere else."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def given(self, interview_id: str) -> tuple[Signature, ...]:
        """All that were given under a commitment before it is issued; those in what `prepare` gives still count."""
        with self._context.database.read() as connection:
            return find_by(connection, Signature, interview_id=interview_id)

    def draw(self, prepared: Prepared, signer: Signer, strokes: Strokes) -> Signature:
        """Keep what somebody drew under the document that they were shown, in the place of what they signed before.

        Args:
            prepared: what they were shown.
            signer: one of `signers`.
            strokes: as `fitted` gives them.

        Raises:
            AppError: "signature.empty", "signature.not-offered", "signature.coach-name" where the coach's surname stays
                off this paper.
        """
        if not may_draw(prepared.source, signer):
            raise AppError("signature.coach-name")
        return self._keep(prepared, signer, Hand.DRAWN, strokes=strokes)

    def type(self, prepared: Prepared, signer: Signer, name: str) -> Signature:
        """Keep a name that was typed to sign, which is as good as drawing it; otherwise as `draw`.

        Raises:
            AppError: "signature.empty", "signature.not-offered".
        """
        return self._keep(prepared, signer, Hand.TYPED, name=name.strip())

    def take_back(self, signature_id: str) -> None:
        """Remove what somebody signed. Raises AppError("storage.not-found") where it is gone or was issued."""
        with self._context.database.write() as writer:
            signature = get(writer.connection, Signature, signature_id)
            writer.delete(signature, "signature.taken-back")
            writer.audit("signature.taken-back", subject=signature.person_id)

    def _keep(
        self, prepared: Prepared, signer: Signer, hand: Hand, *, strokes: Strokes = (), name: str = ""
    ) -> Signature:
        source = prepared.source
        if signer not in signers(source):
            raise AppError("signature.not-offered")
        if not strokes and not name:
            raise AppError("signature.empty")
        with self._context.database.write() as writer:
            for before in find_by(writer.connection, Signature, interview_id=source.interview_id, signer=signer):
                writer.delete(before, "signature.renewed")
            stored = writer.put(
                Signature(
                    id=self._context.new_id(),
                    person_id=source.person.id,
                    interview_id=source.interview_id,
                    signer=signer,
                    hand=hand,
                    on=self._context.today(),
                    of=signed_words(source),
                    strokes=strokes,
                    name=name,
                ),
                "signature.added",
            )
            writer.audit("signature.added", subject=source.person.id)
        return stored
