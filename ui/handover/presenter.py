"""The screen of handing over: its parts, and which of them is shown."""

from PySide6.QtCore import QObject, Signal

from coachdesk.services import Services
from ui.handover.contacts import ContactsPresenter
from ui.handover.giving import GivingPresenter
from ui.handover.state import GIVE
from ui.handover.taking import TakingPresenter
from ui.tasks import Tasks


class HandoverPresenter(QObject):
    """`section_chosen` carries the id of the part that is shown."""

    section_chosen = Signal(str)
    back_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.contacts = ContactsPresenter(services, self)
        self.giving = GivingPresenter(services, tasks, self)
        self.taking = TakingPresenter(services, tasks, self)
        self.contacts.known.connect(self.giving.refresh)
        self.taking.taken.connect(self.giving.refresh)
        self.section = GIVE

    def arrived(self) -> None:
        """Read again what may have changed."""
        self.contacts.refresh()
        if not self.giving.state.running:
            self.giving.refresh()

    def stop(self) -> None:
        """Before the vault closes: nothing new is begun."""
        self.giving.cancel()
        self.taking.cancel()

    def choose_section(self, section: str) -> None:
        """Show a part."""
        self.section = section
        self.section_chosen.emit(section)

    def go_back(self) -> None:
        """Back to where handing over is reached from."""
        self.back_wanted.emit()
