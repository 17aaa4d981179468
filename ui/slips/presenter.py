"""A slip, or who looked at a record, on the screen: the real page, in the form and language that is wanted, on its way to the person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.people import Given, How
from coachdesk.services import Outgoing, Page, PreparedSlip, Services
from ui.errors import advice, attempt
from ui.giving import GivingPresenter
from ui.kit.notice import Notice
from ui.tasks import Tasks

T = TypeVar("T")

OPEN_FOLDER, CHOOSE_FOLDER = "open-folder", "choose-folder"
A4_POINTS = 595.28
"""Width of the page in points."""
PRINT_SCALE = 300 / 72
"""Pixels a point at 300 dots an inch."""


@dataclass(frozen=True, slots=True)
class SlipState:
    """What can be given: about one appointment, or of who looked at a record.

    Attributes:
        slips: a reminder, a receipt, or both; or the one paper.
        given: the one that is shown.
        pages: of the form that is shown; empty while they are drawn.
        text: the same as text.
    """

    slips: tuple[PreparedSlip, ...]
    given: Given
    format: Format = Format.PDF
    pages: tuple[Page, ...] = ()
    text: str = ""

    @property
    def slip(self) -> PreparedSlip:
        """The slip that is shown."""
        return next(each for each in self.slips if each.given is self.given)


class SlipPresenter(QObject):
    """Owns a `SlipState`, or None. `for_print` carries what goes to a printer and its pages, `for_clipboard` what is to be copied."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    for_print = Signal(object, object)
    for_clipboard = Signal(object)
    folder_wanted = Signal()
    folder_shown = Signal(object)
    back_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._turn, self._scale = 0, 1000 / A4_POINTS
        self._folder: Path | None = None
        self.state: SlipState | None = None
        self.giving = GivingPresenter(services, self)
        self.giving.failed.connect(self.failed)
        self.giving.noticed.connect(self.noticed)

    def open(self, appointment_id: str) -> bool:
        """Show what can be given about an appointment; the receipt first, where there is one. False where nothing can."""
        slips = self._try(lambda: self._services.slips.of(appointment_id)) or ()
        if not slips:
            self.failed.emit(AppError("slip.no-meeting"))
            return False
        self.giving.show(slips[0].person)
        self._show(SlipState(slips, slips[-1].given))
        return True

    def open_viewing(self, person_id: str) -> bool:
        """Show who looked at a person's record. False where it cannot be read."""
        log = self._try(lambda: self._services.viewing.log(person_id))
        if log is None:
            return False
        self.giving.show(log.person)
        self._show(SlipState((log,), log.given))
        return True

    def set_given(self, given: Given) -> None:
        """A reminder, or the receipt."""
        if self.state is not None and given is not self.state.given:
            self._show(replace(self.state, given=given))

    def set_language(self, language: Language) -> None:
        """The language of the slip."""
        state = self.state
        if state is not None and language is not state.slip.language:
            slips = self._try(lambda: self._in_language(state.slip, language))
            if slips:
                self._show(replace(state, slips=slips))

    def set_format(self, kind: Format) -> None:
        """What is shown, printed and saved."""
        if self.state is not None and kind is not self.state.format:
            self._show(replace(self.state, format=kind))

    def fit(self, pixels: int) -> None:
        """Draw for a place of this width in pixels of the screen."""
        scale = max(pixels, 200) / A4_POINTS
        if abs(scale - self._scale) / self._scale > 0.02:
            self._scale = scale
            if self.state is not None:
                self._draw(self.state)

    def print(self) -> None:
        """Draw it for the printer; it is filed when the printer has it."""
        state = self.state
        going = self._outgoing(state, _paged(state.format), How.PRINTED) if state is not None else None
        if going is not None:
            work = partial(self._services.commitments.drawn, going.content, scale=PRINT_SCALE)
            self._tasks.run(work, owner=self, ok=partial(self.for_print.emit, going), fail=self._fail)

    def copy(self) -> None:
        """Lend the text to the clipboard, for the journal."""
        state = self.state
        if state is None or not self.giving.lets(How.COPIED):
            return
        going = self._outgoing(state, Format.TEXT, How.COPIED)
        if going is not None:
            self.for_clipboard.emit(going)

    def lent(self, going: Outgoing) -> None:
        """It lies on the clipboard: file it. Raises AppError."""
        self.giving.left(going)
        self.noticed.emit(Notice(_("Copied. In 30 seconds it is taken from the clipboard again."), "done"))

    def save(self, folder: Path) -> None:
        """Save a copy where the coach says; a full disk says so, and offers another folder."""
        state = self.state
        if state is None:
            return
        try:
            path = self._services.slips.write(state.slip, state.format, folder, self.giving.reason())
        except AppError as error:
            said = advice(error)
            self.noticed.emit(Notice(said.text, "problem", said.action_words, said.action))
            return
        self.giving.used()
        self._folder = folder
        words = _("Saved as {name}.").format(name=path.name)
        self.noticed.emit(Notice(words, "done", _("Open folder"), OPEN_FOLDER))

    def read_aloud(self) -> None:
        """It was read aloud instead, and is filed as that."""
        if self.state is not None:
            self.giving.read_aloud(self.state.given, self.state.slip.about)

    def undo(self, action: str) -> bool:
        """Do what a notice offered; False where the action is none of ours."""
        if action == CHOOSE_FOLDER:
            self.folder_wanted.emit()
        elif action == OPEN_FOLDER and self._folder is not None:
            self.folder_shown.emit(self._folder)
        return action in {OPEN_FOLDER, CHOOSE_FOLDER}

    def go_back(self) -> None:
        """To where the coach came from."""
        self.back_wanted.emit()

    def _in_language(self, slip: PreparedSlip, language: Language) -> tuple[PreparedSlip, ...]:
        if slip.appointment is None:
            return (self._services.viewing.log(slip.person.id, language),)
        return self._services.slips.of(slip.appointment.id, language)

    def _outgoing(self, state: SlipState, kind: Format, how: How) -> Outgoing | None:
        return self._try(lambda: self._services.slips.outgoing(state.slip, kind, how, self.giving.reason()))

    def _show(self, state: SlipState) -> None:
        text = self._try(lambda: self._services.slips.content(state.slip, Format.TEXT))
        shown = replace(state, pages=(), text=text.decode() if text is not None else "")
        self._set(shown)
        self._draw(shown)

    def _draw(self, state: SlipState) -> None:
        self._turn += 1
        work = partial(self._services.slips.preview, state.slip, _paged(state.format), scale=self._scale)
        self._tasks.run(work, owner=self, ok=partial(self._drawn, self._turn), fail=self._fail)

    def _drawn(self, turn: int, pages: tuple[Page, ...]) -> None:
        if turn == self._turn and self.state is not None:
            self._set(replace(self.state, pages=pages))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _set(self, state: SlipState) -> None:
        self.state = state
        self.changed.emit(state)

    def _try(self, work: Callable[[], T]) -> T | None:
        return attempt(work, self.failed.emit)


def _paged(kind: Format) -> Format:
    return kind if kind.is_paged else Format.PDF
