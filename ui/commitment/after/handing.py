"""Handing over what was issued: on paper, as a file, for the journal."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from coachdesk.commitments import WHOLE, Format, Piece
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.people import Given, How
from coachdesk.services import Outgoing, Services
from ui.commitment.board import Board
from ui.commitment.state import CommitmentState
from ui.errors import advice
from ui.giving import GivingPresenter
from ui.kit.notice import Notice

OPEN_FOLDER, CHOOSE_FOLDER = "open-folder", "choose-folder"


class Handing(QObject):
    """Says what was done, never before it was.

    `folder_wanted` asks where a copy is to go, `folder_shown` carries the folder to be opened, `for_clipboard` and
    `for_print` what is to be copied or printed: it is filed once it was.
    """

    folder_wanted = Signal()
    folder_shown = Signal(object)
    for_clipboard = Signal(object)
    for_print = Signal(object)

    def __init__(self, services: Services, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._board = services, board
        self._whose = ("", "")
        self.giving = GivingPresenter(services, self)
        self.giving.failed.connect(board.failed)
        self.giving.noticed.connect(board.noticed)
        board.changed.connect(self._look)
        self._folder: Path | None = None
        self._piece = WHOLE

    def print(self) -> None:
        """The format that is shown, for a printer; the page where that one has no pages. Filed when the printer has it."""
        state = self._board.state
        if state is None or state.commitment is None:
            return
        kind = state.format if state.format.is_paged else Format.PDF
        try:
            going = self._services.commitments.outgoing(
                state.commitment.id, kind, How.PRINTED, language=state.language, in_spite=self.giving.reason()
            )
        except AppError as error:
            self._board.failed.emit(error)
            return
        self.for_print.emit(going)

    def copy(self) -> None:
        """Lend the text to the clipboard, for the journal."""
        self.copy_piece(WHOLE)

    def copy_piece(self, piece_id: str) -> None:
        """Lend one piece of it, or `WHOLE`, to the clipboard; it is marked and filed when it lies there."""
        state, after = self._board.state, self._board.now_after()
        if state is None or after is None or not self.giving.lets(How.COPIED):
            return
        try:
            reason = self.giving.reason()
            going = self._services.journal.outgoing(after.commitment.id, piece_id, state.language, reason)
        except AppError as error:
            self._board.failed.emit(error)
            return
        self._piece = piece_id
        self.for_clipboard.emit(going)

    def lent(self, going: Outgoing) -> None:
        """It lies on the clipboard: file it, and mark it. Raises AppError."""
        self.giving.left(going, again=True)
        state, after = self._board.state, self._board.now_after()
        if state is None or after is None:
            return
        pasted = self._services.journal.pasted(after.commitment.id, state.language)
        self._board.show_after(replace(after, pasted=pasted))
        if self._piece == WHOLE or all(each.id in pasted for each in after.pieces):
            self.giving.used()  # one reason lasts for the pieces of one journal, and no further
        self._say(Notice(self._copied(after.pieces), "done"))

    def _copied(self, pieces: Iterable[Piece]) -> str:
        piece = next((each for each in pieces if each.id == self._piece), None)
        if piece is None:
            return _("Copied. In 30 seconds it is taken from the clipboard again.")
        words = _("Copied the title of: {title}") if piece.is_title else _("Copied the text of: {title}")
        return words.format(title=piece.whole.title)

    def copy_next(self) -> None:
        """Lend the first piece that was not pasted yet."""
        after = self._board.now_after()
        if after is not None and after.next_piece is not None:
            self.copy_piece(after.next_piece.id)

    def not_pasted(self, piece_id: str) -> None:
        """It was copied, and not pasted after all: the mark is taken back."""
        state, after = self._board.state, self._board.now_after()
        if state is None or after is None:
            return
        try:
            self._services.journal.take_back(after.commitment.id, piece_id, state.language)
        except AppError as error:
            self._board.failed.emit(error)
            return
        self._board.show_after(
            replace(after, pasted={key: each for key, each in after.pasted.items() if key != piece_id})
        )

    def save(self, folder: Path) -> None:
        """Save a copy of what is shown; a full disk says so, and offers another folder."""
        state = self._board.state
        if state is None or state.commitment is None:
            return
        try:
            path = self._services.commitments.write(
                state.commitment.id, state.format, folder, state.language, self.giving.reason()
            )
        except AppError as error:
            said = advice(error)
            self._say(Notice(said.text, "problem", said.action_words, said.action))
            return
        self.giving.used()
        self._folder = folder
        self._say(Notice(_("Saved as {name}.").format(name=path.name), "done", _("Open folder"), OPEN_FOLDER))

    def read_aloud(self) -> None:
        """It was read aloud instead, and is filed as that."""
        state = self._board.state
        if state is not None and state.commitment is not None:
            self.giving.read_aloud(Given.COMMITMENT, state.commitment.id)

    def act(self, action: str) -> None:
        """Do what a notice offered."""
        if action == CHOOSE_FOLDER:
            self.folder_wanted.emit()
        elif action == OPEN_FOLDER and self._folder is not None:
            self.folder_shown.emit(self._folder)

    @Slot(object)
    def _look(self, state: CommitmentState | None) -> None:
        """Somebody else's paper, or another: what may be given is read again."""
        if state is None:
            return
        whose = (state.person.id, state.commitment.id if state.commitment is not None else "")
        if whose != self._whose:
            self._whose = whose
            self.giving.show(state.person)

    def _say(self, notice: Notice) -> None:
        self._board.noticed.emit(notice)
