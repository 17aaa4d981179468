"""What the coach does with the caseload: find somebody, add somebody, open somebody."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from coachdesk.i18n import _
from coachdesk.people.box import details_of
from coachdesk.services import Likely, PersonRow, Services
from ui.errors import attempt
from ui.kit import Notice
from ui.people.details import WORDS, Typed, nothing, person_of, problems_of, typed_of

WINDOW = 40
"""So many people are read at once, twice what a screen shows: a keystroke has 16 ms. More when somebody scrolls down."""
PAUSE = 300
"""Milliseconds without typing until somebody of the same name is looked for."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The list and the form.

    Attributes:
        text: what was typed into the find box; empty for everybody.
        archived: those who have left the caseload are shown instead of those on it.
        more: there are more rows to be fetched.
        count: how many are on the caseload.
        adding: the form for a new person is in front.
        typed: what stands in the form; kept until the person is added.
        problems: what is wrong in it, by field.
        alike: who is likely to be this person and is here already. A note: adding goes on.
    """

    text: str = ""
    archived: bool = False
    rows: tuple[PersonRow, ...] = ()
    more: bool = False
    count: int = 0
    adding: bool = False
    typed: Typed = field(default_factory=nothing)
    problems: dict[str, str] = field(default_factory=dict)
    alike: tuple[Likely, ...] = ()


class PeoplePresenter(QObject):
    """Owns a `PeopleState` and gives it whole."""

    changed = Signal(object)
    failed = Signal(object)  # AppError
    noticed = Signal(object)  # Notice
    person_wanted = Signal(str)
    compare_wanted = Signal(object, str)  # Person as typed, and who is here already

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._draft = services.people.draft()
        self._look = QTimer(self, singleShot=True, interval=PAUSE)
        self._look.timeout.connect(self._look_for_alike)
        self.state = PeopleState(typed=typed_of(self._draft))

    def refresh(self) -> None:
        """Read the list again."""
        count = self._try(self._services.people.count)
        self._show(replace(self.state, count=self.state.count if count is None else count))

    def find(self, text: str) -> None:
        """Show whoever fits, however the name is spelt; everybody where nothing is typed."""
        self._show(replace(self.state, text=text))

    def show_archived(self, *, archived: bool) -> None:
        """Show those who have left the caseload, or those on it."""
        self._show(replace(self.state, archived=archived))

    def more(self) -> None:
        """Read the next rows."""
        state = self.state
        new = self._read(state, offset=len(state.rows))
        self._set(replace(state, rows=(*state.rows, *new), more=len(new) == WINDOW))

    def open(self, person_id: str) -> None:
        """Go to a person."""
        self.person_wanted.emit(person_id)

    def add(self) -> None:
        """Bring the form for a new person to the front, with whatever was typed into it before.

        Into an empty form goes what was typed to find them: nothing is typed twice.
        """
        state, found = self.state, {}
        if state.text.strip() and self.untouched():
            found = details_of(state.text, self._services.day.today())
        self._set(replace(state, adding=True, typed={**state.typed, **found}))
        self._look_for_alike()

    def untouched(self) -> bool:
        """Whether nothing of a person stands in the form."""
        return not any(self.state.typed.get(name) for name in (*WORDS, "date_of_birth"))

    def back(self) -> None:
        """Back to the list; the form keeps what was typed."""
        self._set(replace(self.state, adding=False))

    def clear(self) -> None:
        """Empty the form."""
        self._draft = self._services.people.draft()
        self._set(replace(self.state, typed=typed_of(self._draft), problems={}, alike=()))

    def edit(self, typed: Typed) -> None:
        """Something was typed into the form. A date that cannot be is said at once, a missing name only at the end."""
        problems = problems_of(self._draft, typed, self._services.day.today())
        problems.pop("given_name", None)
        self._look.start()
        self._set(replace(self.state, typed=typed, problems=problems))

    def store(self) -> None:
        """Add the person, or say at the fields what has to be put right first."""
        problems = problems_of(self._draft, self.state.typed, self._services.day.today())
        if problems:
            self._set(replace(self.state, problems=problems))
            return
        draft = person_of(self._draft, self.state.typed)
        stored = self._try(lambda: self._services.people.save(draft))
        if stored is not None:
            self.state = replace(self.state, adding=False)
            self.clear()
            self.noticed.emit(Notice(_("The person is on your caseload."), "done"))
            self.person_wanted.emit(stored.id)

    def compare(self, person_id: str) -> None:
        """Put what stands in the form beside the record of somebody who is here."""
        self.compare_wanted.emit(person_of(self._draft, self.state.typed), person_id)

    def undo(self, _action: str) -> bool:
        """Nothing is offered to be taken back here."""
        return False

    def _look_for_alike(self) -> None:
        draft = person_of(self._draft, self.state.typed)
        alike = self._try(lambda: self._services.people.likely_same(draft)) or ()
        if alike != self.state.alike:
            self._set(replace(self.state, alike=alike))

    def _show(self, state: PeopleState) -> None:
        rows = self._read(state)
        self._set(replace(state, rows=rows, more=len(rows) == WINDOW))

    def _read(self, state: PeopleState, offset: int = 0) -> tuple[PersonRow, ...]:
        people = self._services.people
        found = self._try(lambda: people.find(state.text, limit=WINDOW, offset=offset, archived=state.archived))
        return found or ()

    def _set(self, state: PeopleState) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)
