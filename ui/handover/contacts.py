"""Our own contact file, and those of colleagues: read, compared over the telephone, kept, taken out again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import Services
from ui.errors import advice
from ui.handover.state import ContactsState

T = TypeVar("T")


class ContactsPresenter(QObject):
    """`changed` carries the state; `known` comes when there are other colleagues than before."""

    changed = Signal(object)
    known = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handover = services.handover
        self.state = ContactsState(self._handover.my_contact())

    def refresh(self) -> None:
        """Read again who is kept."""
        self._show(replace(self.state, colleagues=self._handover.colleagues()))

    def save_mine(self, folder: Path) -> None:
        """Save our own contact file."""
        file = self._try(lambda: self._handover.write_contact(folder))
        if file is not None:
            self._show(replace(self.state, said=_("Your contact file is {file}.").format(file=file.name), problem=""))

    def look_at(self, file: Path) -> None:
        """Read a contact file. It is kept only once its check phrase was compared."""
        contact = self._try(lambda: self._handover.look_at_contact(file))
        if contact is not None:
            said = _("{name} is kept already, with this very check phrase.").format(name=contact.card.name)
            looked = None if contact.known else contact
            self._show(replace(self.state, looked=looked, said=said if contact.known else "", problem=""))

    def keep(self) -> None:
        """The check phrase is the same: keep the colleague."""
        looked = self.state.looked
        kept = self._try(lambda: self._handover.keep_contact(looked)) if looked is not None else None
        if kept is not None:
            self._again(_("{name} is kept. You can hand people over to each other now.").format(name=kept.name))

    def put_aside(self) -> None:
        """It differs, or it is for another time: nothing is kept."""
        self._show(replace(self.state, looked=None, removing="", said="", problem=""))

    def ask_to_remove(self, colleague_id: str) -> None:
        """Whether to take a colleague out is asked before it is done."""
        self._show(replace(self.state, removing=colleague_id, said="", problem=""))

    def remove(self) -> None:
        """Take the colleague out who was asked about."""
        gone = next((each for each in self.state.colleagues if each.id == self.state.removing), None)
        if gone is not None and self._try(lambda: self._forgotten(gone.id)):
            self._again(_("{name} was taken out.").format(name=gone.name))

    def _forgotten(self, colleague_id: str) -> bool:
        self._handover.forget_colleague(colleague_id)
        return True

    def _again(self, said: str) -> None:
        colleagues = self._handover.colleagues()
        self._show(replace(self.state, colleagues=colleagues, looked=None, removing="", said=said, problem=""))
        self.known.emit()

    def _try(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except AppError as error:
            self._show(replace(self.state, looked=None, said="", problem=advice(error).text))
            return None

    def _show(self, state: ContactsState) -> None:
        self.state = state
        self.changed.emit(state)
