"""What becomes of an issued commitment: every answer is one more entry, and the document stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import EndedBecause, Entry, Life
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import Services
from ui.commitment.after.looked import Looked
from ui.commitment.board import Board
from ui.kit.notice import Notice


class Living(QObject):
    """Records what is said and done, and says so once it is. `recorded` comes after each; `withdrawn` after a document was."""

    recorded = Signal()
    withdrawn = Signal()

    def __init__(self, services: Services, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._board = services, board

    def answer(self, entry: Entry) -> None:
        """What the person says to it now."""
        self._do(lambda _id: self._services.outcomes.record(entry))

    def give_time(self, until: date) -> None:
        """Agree another day until when they may think about it."""
        self._do(lambda each: self._services.outcomes.give_time(each, until))

    def ask(self) -> None:
        """They ask for somebody else to look at it."""
        self._do(self._services.outcomes.ask_second_opinion)

    def take_back(self, reason: str) -> None:
        """That they asked was noted by mistake."""
        self._do(lambda each: self._services.outcomes.take_back_second_opinion(each, reason=reason))

    def looked(self, looked: Looked) -> None:
        """What came of the second opinion."""
        self._do(
            lambda each: self._services.outcomes.looked(
                each, looked.by, looked.said, on=looked.on, reason=looked.reason
            )
        )

    def end(self, because: EndedBecause) -> None:
        """It ends."""
        self._do(lambda each: self._services.outcomes.end(each, because))

    def withdraw(self, reason: str) -> None:
        """The document leaked: it is sealed, and shown to nobody any more."""
        done = _("Withdrawn. It is shown to nobody any more.")
        if self._do(lambda each: self._services.editions.withdraw(each, reason=reason), done):
            self.withdrawn.emit()

    def _do(self, record: Callable[[str], Life], done: str = "") -> bool:
        """Record something about the commitment that is shown, and read again where it stands; `done` says that it is."""
        after = self._board.now_after()
        if after is None:
            return False
        try:
            life = record(after.commitment.id)
            answer = self._services.outcomes.draft(after.commitment.id)
            longer = self._services.outcomes.longer_time(after.commitment.id)
            editions = self._services.editions.of_person(after.commitment.person_id)
        except AppError as error:
            self._board.failed.emit(error)
            return False
        self._board.show_after(replace(after, life=life, answer=answer, longer=longer, editions=editions))
        self._board.noticed.emit(Notice(done or _("Recorded. The document stays as it is."), "done"))
        self.recorded.emit()
        return True
