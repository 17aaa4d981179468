"""Files of an issued commitment, read from the vault; made and checked behind the screen where nobody asked for one yet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Commitment, CommitmentFile, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.services import Services
from ui.commitment.after.state import AfterState, read_after
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be looked at: the text, and the PDF where the format has pages; and all that is known about it."""

    after: AfterState
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
        self._services, self._commitments, self._tasks = services, services.commitments, tasks
        self._turn = 0

    def show(self, commitment: Commitment, kind: Format, language: Language) -> None:
        """Have a format read, and made first where nobody asked for it before; of a withdrawn one nothing is read."""
        self._turn += 1
        after = partial(self._keep, self._turn, commitment, kind, language)
        try:
            missing = () if commitment.is_withdrawn else self._missing(commitment, kind, language)
        except AppError as error:
            self.failed.emit(error)
            return
        if not missing:
            after(())
            return
        self.making.emit()
        work = partial(_made, self._commitments.make, commitment, missing, language)
        self._tasks.run(work, owner=self, ok=after, fail=self._fail)

    def forget(self) -> None:
        """Nothing that is still being made is shown any more."""
        self._turn += 1

    def _missing(self, commitment: Commitment, kind: Format, language: Language) -> tuple[Format, ...]:
        wanted = dict.fromkeys((Format.TEXT, kind))
        return tuple(each for each in wanted if not self._commitments.is_filed(commitment.id, each, language))

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
        known = read_after(self._services, commitment, language)
        if known.withdrawn:
            return Reading(known, kind, language, "", None)
        shown = partial(self._commitments.content, commitment.id, language=language)
        text, paged = shown(Format.TEXT), shown(kind) if kind.is_paged else None
        return Reading(known, kind, language, text.decode(), paged)

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
