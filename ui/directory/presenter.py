"""What the coach does with the directory: finds something, looks at it, takes it into a plan."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from coachdesk.i18n import _
from coachdesk.people import Nation, Person, SafeToGive
from coachdesk.provision import followed
from coachdesk.services import Services
from ui.directory.state import DirectoryState, ForPlan
from ui.kit.notice import Notice


class DirectoryPresenter(QObject):
    """Owns a `DirectoryState`. `added` carries the words of a new action and what it follows from."""

    changed = Signal(object)
    noticed = Signal(object)  # Notice
    added = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = services.directory
        self.state = DirectoryState(self._directory.nation())

    def refresh(self) -> None:
        """Read the list again: another day may have begun."""
        self._read(self.state)

    def find(self, text: str) -> None:
        """Show what fits, however it is spelt, and the details of what fits best; all where nothing is typed."""
        self._read(replace(self.state, text=text, chosen=""))

    def show_everything(self, *, everything: bool) -> None:
        """Show also what takes nobody today, or only what does."""
        self._read(replace(self.state, everything=everything))

    def choose_nation(self, nation: Nation | None) -> None:
        """Show what there is in a nation; in all of them where it is None."""
        self._read(replace(self.state, nation=nation))

    def choose(self, row_id: str) -> None:
        """Show the details of a row."""
        if row_id and row_id != self.state.chosen:
            self._set(replace(self.state, chosen=row_id))

    def open(self, row_id: str) -> None:
        """Show the details of a row of the site's nation, whatever was looked for before, and also when it has closed."""
        state = DirectoryState(self._directory.nation(), everything=True, chosen=row_id)
        self._read(replace(state, for_plan=self.state.for_plan))

    def choose_for(self, person: Person, giving: SafeToGive, *, interview_open: bool) -> None:
        """Look for something for a person's plan, in their own nation."""
        self._read(replace(self.state, nation=person.nation, for_plan=ForPlan(person, giving, interview_open)))

    def leave_plan(self) -> None:
        """It is only looked at again, where the site is."""
        if self.state.for_plan is not None:
            self._read(replace(self.state, nation=self._directory.nation(), for_plan=None))

    def add(self) -> None:
        """Take what is chosen into the plan."""
        shown = self.state.shown
        if shown is not None and self.state.can_be_added:
            self.added.emit(shown.row.name, followed(shown.row))

    def copied(self) -> None:
        """Say that name and way to refer were copied."""
        self.noticed.emit(Notice(_("Copied: the name, and how to refer."), "done"))

    def go_back(self) -> None:
        """To the plan, with nothing taken."""
        if self.state.for_plan is not None:
            self.back_wanted.emit()

    def _read(self, state: DirectoryState) -> None:
        rows = self._directory.look(state.text, nation=state.nation, everything=state.everything)
        chosen = state.chosen if state.chosen in {each.row.id for each in rows} else ""
        self._set(replace(state, rows=rows, chosen=chosen or (rows[0].row.id if rows else "")))

    def _set(self, state: DirectoryState) -> None:
        self.state = state
        self.changed.emit(state)
