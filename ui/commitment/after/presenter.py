"""From the moment when it is issued: shown from its stored bytes, handed over, answered, ended."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from coachdesk.commitments import Commitment, Format, Life
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.services import Services
from ui.commitment.after.files import Files, Reading
from ui.commitment.after.handing import Handing
from ui.commitment.after.saying import say
from ui.commitment.after.state import AfterState
from ui.commitment.board import Board
from ui.commitment.drawing import Drawing
from ui.tasks import Tasks


class AfterPresenter(QObject):
    """Shows an issued commitment and records what becomes of it. `handing` gives it out."""

    def __init__(self, services: Services, tasks: Tasks, board: Board, drawing: Drawing) -> None:
        super().__init__(board)
        self._services, self._board, self._drawing = services, board, drawing
        self._files = Files(services, tasks, self)
        self.handing = Handing(services, board, self)
        self._files.making.connect(self._making)
        self._files.read.connect(self._show_reading)
        self._files.failed.connect(self.not_shown)
        self.handing.for_print.connect(drawing.print)

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

    def say(self, name: str, value: object) -> None:
        """What the person says to it now."""
        if (after := self._now()) is None:
            return
        try:
            self._live(say(self._services, after.commitment, after.life, name, value))
        except AppError as error:
            self._board.failed.emit(error)
            self._live(after.life)

    @Slot(object)
    def not_shown(self, error: AppError) -> None:
        """A file could not be made, read or drawn."""
        if (state := self._board.state) is not None:
            self._board.show(replace(state, busy=""))
            self._board.failed.emit(error)

    def _live(self, life: Life) -> None:
        if (state := self._board.state) is not None and state.after is not None:
            self._board.show(replace(state, after=replace(state.after, life=life)))

    def _now(self) -> AfterState | None:
        return self._board.state.after if self._board.state is not None else None

    @Slot()
    def _making(self) -> None:
        if (state := self._board.state) is not None:
            self._board.show(replace(state, busy=_("The document is being made and checked.")))

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        if (state := self._board.state) is None:
            return
        self._board.show(
            replace(
                state,
                language=reading.language,
                format=reading.format,
                pages=state.pages if reading.pdf is None else (),
                text=reading.text,
                busy="",
                after=AfterState(reading.commitment, reading.life),
            )
        )
        if reading.pdf is not None:
            self._drawing.issued(reading.pdf)
