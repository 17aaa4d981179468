"""From the moment when it is issued: shown from its stored bytes, handed over, answered, ended."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from coachdesk.commitments import Commitment, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.services import Services, standing_words
from ui.commitment.after.files import Files, Reading
from ui.commitment.after.handing import Handing
from ui.commitment.after.living import Living
from ui.commitment.after.state import DIFFERENT, GIVE, JOURNAL
from ui.commitment.board import Board
from ui.commitment.drawing import Drawing
from ui.tasks import Tasks

MOST = 50_000_000
"""So many bytes of a file are compared: no document of ours is as long."""


class AfterPresenter(QObject):
    """Shows an issued commitment. `handing` gives it out, `living` records what becomes of it."""

    def __init__(self, services: Services, tasks: Tasks, board: Board, drawing: Drawing) -> None:
        super().__init__(board)
        self._services, self._board, self._drawing = services, board, drawing
        self._files = Files(services, tasks, self)
        self.handing, self.living = Handing(services, board, self), Living(services, board, self)
        self._files.making.connect(self._making)
        self._files.read.connect(self._show_reading)
        self._files.failed.connect(self.not_shown)
        self.handing.for_print.connect(drawing.print)
        self.living.withdrawn.connect(self._gone)

    def forget(self) -> None:
        """Another document is opened."""
        self._files.forget()

    def open(self, commitment: Commitment) -> None:
        """Show a commitment in the language in which it was issued."""
        if (state := self._board.state) is not None:
            self._files.show(commitment, state.format, commitment.language)

    def set_language(self, language: Language) -> None:
        """The language of the copy that is shown."""
        if (state := self._board.state) is not None and state.after is not None:
            self._files.show(state.after.commitment, state.format, language)

    def set_format(self, kind: Format) -> None:
        """What is shown here, printed, and saved as a copy."""
        if (state := self._board.state) is not None and state.after is not None:
            self._files.show(state.after.commitment, kind, state.language)

    def choose(self, section: str) -> None:
        """Another part beside the page."""
        if (after := self._board.now_after()) is not None:
            if after.section == JOURNAL != section:
                self.handing.giving.used()
            self._board.show_after(replace(after, section=section))

    def verify(self, file: Path) -> None:
        """Whether a file is one of this vault's, byte by byte."""
        after = self._board.now_after()
        if after is None:
            return
        try:
            with file.open("rb") as opened:
                content = opened.read(MOST)
            found = self._services.editions.verify(content)
        except AppError as error:
            self._board.failed.emit(error)
        except OSError:
            self._board.failed.emit(AppError("documents.cannot-read"))
        else:
            self._board.show_after(replace(after, verified=standing_words(found)))

    @Slot(object)
    def not_shown(self, error: AppError) -> None:
        """A file could not be made, read or drawn."""
        if (state := self._board.state) is not None:
            self._board.show(replace(state, busy=""))
            self._board.failed.emit(error)

    @Slot()
    def _gone(self) -> None:
        """The document was withdrawn just now: read it again, to see it no more."""
        after = self._board.now_after()
        if after is None:
            return
        try:
            self.open(self._services.commitments.issued(after.commitment.id))
        except AppError as error:
            self._board.failed.emit(error)

    @Slot()
    def _making(self) -> None:
        if (state := self._board.state) is not None:
            self._board.show(replace(state, busy=_("The document is being made and checked.")))

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        if (state := self._board.state) is None:
            return
        before, after = state.after, reading.after
        if before is not None and before.commitment.id == after.commitment.id and not after.withdrawn:
            pasted = before.pasted if reading.language is state.language else after.pasted
            after = replace(after, section=before.section, pasted=pasted)
        elif before is not None and after.withdrawn and before.section not in {GIVE, JOURNAL, DIFFERENT}:
            after = replace(after, section=before.section)
        if after.withdrawn:
            self._drawing.nothing()
        self._board.show(
            replace(
                state,
                language=reading.language,
                format=reading.format,
                pages=state.pages if reading.pdf is None and not after.withdrawn else (),
                text=reading.text,
                busy="",
                after=after,
            )
        )
        if reading.pdf is not None:
            self._drawing.issued(reading.pdf)
