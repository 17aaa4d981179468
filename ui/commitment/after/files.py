"""Files of an issued commitment, read from the vault; made and checked behind the screen where nobody asked for one yet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Commitment, CommitmentFile, Format, Life
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.services import Services
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be looked at: the text, and the PDF where the format has pages; and where the commitment stands."""

    commitment: Commitment
    life: Life
    format: Format
    language: Language
    text: str
    pdf: bytes | None


class Files(QObject):
    """`making` says that something has still to be made, `read` carries a Reading, `failed` an AppError.

    Only the last that was asked for is shown: one that comes late is filed and not shown.
    """

    making = Signal()
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._commitments, self._outcomes, self._tasks = services.commitments, services.outcomes, tasks
        self._turn = 0

    def show(self, commitment: Commitment, kind: Format, language: Language) -> None:
        """Have a format read, and made first where nobody asked for it before."""
        self._turn += 1
        try:
            wanted = dict.fromkeys((Format.TEXT, kind))
            missing = [each for each in wanted if not self._commitments.is_filed(commitment.id, each, language)]
        except AppError as error:
            self.failed.emit(error)
            return
        after = partial(self._keep, self._turn, commitment, kind, language)
        if not missing:
            after(())
            return
        self.making.emit()
        work = partial(_made, self._commitments.make, commitment, tuple(missing), language)
        self._tasks.run(work, owner=self, ok=after, fail=self._fail)

    def forget(self) -> None:
        """Nothing that is still being made is shown any more."""
        self._turn += 1

    def _keep(
        self, turn: int, commitment: Commitment, kind: Format, language: Language, made: tuple[CommitmentFile, ...]
    ) -> None:
        try:
            for each in made:
                self._commitments.add(each)
            if turn == self._turn:
                self.read.emit(self._reading(commitment, kind, language))
        except AppError as error:
            self.failed.emit(error)

    def _reading(self, commitment: Commitment, kind: Format, language: Language) -> Reading:
        text = self._commitments.content(commitment.id, Format.TEXT, handed="shown", language=language)
        paged = (
            self._commitments.content(commitment.id, kind, handed="shown", language=language) if kind.is_paged else None
        )
        return Reading(commitment, self._outcomes.life(commitment.id), kind, language, text.decode(), paged)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)


def _made(
    make: Callable[[Commitment, Format, Language], CommitmentFile],
    commitment: Commitment,
    kinds: tuple[Format, ...],
    language: Language,
) -> tuple[CommitmentFile, ...]:
    return tuple(make(commitment, kind, language) for kind in kinds)
