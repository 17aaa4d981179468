"""Has the files of a commitment made and checked behind the screen, and then files all of it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import CommitmentFile
from coachdesk.errors import AppError
from coachdesk.services import Draft, Services
from ui.tasks import Tasks


class Issuing(QObject):
    """`issued` carries a Commitment once it is in the vault, `failed` an AppError."""

    issued = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._commitments, self._tasks = services.commitments, tasks

    def issue(self, draft: Draft) -> None:
        """Have the files of a draft made, and then file all of it."""
        work = partial(self._commitments.draw, draft)
        self._tasks.run(work, owner=self, ok=partial(self._file, draft), fail=self._fail)

    def _file(self, draft: Draft, files: tuple[CommitmentFile, ...]) -> None:
        try:
            commitment = self._commitments.file(draft, files)
        except AppError as error:
            self.failed.emit(error)
            return
        self.issued.emit(commitment)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)
