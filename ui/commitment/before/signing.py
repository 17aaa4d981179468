"""Signing on the screen, before the commitment is issued, for whoever wants to."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from coachdesk.commitments import Signer, fitted
from coachdesk.errors import AppError
from coachdesk.services import Prepared, Services
from ui.commitment.board import Board
from ui.kit.signature_pad import Stroke


class Signing(QObject):
    """Keeps signatures and takes them back. `prepared` gives the document that is shown, `again` prepares it anew."""

    def __init__(
        self, services: Services, board: Board, prepared: Callable[[], Prepared | None], again: Callable[[], None]
    ) -> None:
        super().__init__(board)
        self._signatures, self._board = services.signatures, board
        self._prepared, self._again = prepared, again

    @Slot()
    def open(self) -> None:
        """Show the places to sign."""
        if (before := self._board.now_before()) is not None and before.places:
            who = before.signing or before.places[0].signer
            self._board.show_before(replace(before, signing=who))

    @Slot()
    def close(self) -> None:
        """Back to the page."""
        if (before := self._board.now_before()) is not None:
            self._board.show_before(replace(before, signing=None))

    def choose(self, signer: Signer) -> None:
        """Who of the two signs next."""
        if (before := self._board.now_before()) is not None and before.signing not in {None, signer}:
            self._board.show_before(replace(before, signing=signer))

    @Slot(object, object)
    def draw(self, signer: Signer, strokes: tuple[Stroke, ...]) -> None:
        """Keep what was drawn."""
        if (prepared := self._prepared()) is not None:
            self._do(partial(self._signatures.draw, prepared, signer, fitted(strokes)))

    @Slot(object, str)
    def type(self, signer: Signer, name: str) -> None:
        """Keep a name that was typed."""
        if (prepared := self._prepared()) is not None:
            self._do(partial(self._signatures.type, prepared, signer, name))

    @Slot(object)
    def take_back(self, signer: Signer) -> None:
        """Remove a signature."""
        before = self._board.now_before()
        for place in before.places if before is not None else ():
            if place.signer is signer and place.signature is not None:
                self._do(partial(self._signatures.take_back, place.signature.id))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AppError as error:
            self._board.failed.emit(error)
            return
        self._again()
