"""The commitment on the screen: opens it, and hands on to the half that it stands in, before or after it is issued."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from coachdesk.commitments import Commitment, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.services import Page, Services
from ui.commitment.after.presenter import AfterPresenter
from ui.commitment.before.presenter import BeforePresenter
from ui.commitment.board import Board
from ui.commitment.drawing import Drawing
from ui.commitment.state import first_state
from ui.tasks import Tasks


class CommitmentPresenter(Board):
    """Owns the commitment on the screen.

    `issued` carries the Commitment once it is in the vault, `plan_wanted` the ids of person and interview,
    `for_print` what goes to a printer and its pages.
    """

    issued = Signal(object)
    back_wanted = Signal()
    plan_wanted = Signal(str, str)
    name_wanted = Signal()
    for_print = Signal(object, object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._fresh = False
        self._drawing = Drawing(services, tasks, self)
        self.before = BeforePresenter(services, tasks, self, self._drawing)
        self.after = AfterPresenter(services, tasks, self, self._drawing)
        self._drawing.drawn.connect(self._drawn)
        self._drawing.for_print.connect(self.for_print)
        self._drawing.failed.connect(self._not_drawn)
        self.before.issued.connect(self._issued)

    def open(self, interview_id: str) -> None:
        """Show the document as it would be issued from an interview."""
        try:
            prepared = self._services.commitments.prepare(interview_id, Language.ENGLISH)
            self._begin(prepared.source.person, interview_id, prepared.source.person.language)
        except AppError as error:
            self._lose(error)
            return
        self.before.prepare()

    def open_issued(self, commitment_id: str) -> None:
        """Show an issued commitment from its stored bytes."""
        try:
            commitment = self._services.commitments.issued(commitment_id)
            person = self._services.people.open(commitment.person_id).person
            self._begin(person, commitment.interview_id, commitment.language)
        except AppError as error:
            self._lose(error)
            return
        self.after.open(commitment)

    def refresh(self) -> None:
        """Prepare again: plan or answers may have changed. What is issued stays as it is."""
        fresh, self._fresh = self._fresh, False
        if self.state is not None and not fresh and not self.state.busy:
            self.before.prepare()

    def set_language(self, language: Language) -> None:
        """The language of the document; once it is issued, of the copy that is shown."""
        if self.state is not None and language is not self.state.language:
            (self.before if self.state.after is None else self.after).set_language(language)

    def set_format(self, kind: Format) -> None:
        """What is shown here, printed, and saved as a copy."""
        if self.state is not None and kind is not self.state.format:
            (self.before if self.state.after is None else self.after).set_format(kind)

    def fit(self, pixels: int) -> None:
        """Draw the pages for this width in pixels of the screen."""
        self._drawing.fit(pixels)

    def undo(self, action: str) -> None:
        """Do what a notice offered."""
        self.after.handing.act(action)

    def reword(self) -> None:
        """To the place where a character that cannot be printed can be written in another way."""
        if self.state is not None and self.state.before.in_name:
            self.name_wanted.emit()
        else:
            self.go_to_plan()

    def interview_over(self) -> None:
        """The interview is over: from here on others may be seen again."""
        if self.state is not None and self.state.interview_open:
            self.show(replace(self.state, interview_open=False))

    def go_to_plan(self) -> None:
        """To the plan that the document is made from."""
        if self.state is not None:
            self.plan_wanted.emit(self.state.person.id, self.state.interview_id)

    def go_back(self) -> None:
        """To where the coach came from; from the envelope check and from signing to the page."""
        if self.state is not None and self.state.before.checking and self.state.after is None:
            self.before.stop_checking()
        elif self.state is not None and self.state.before.signing and self.state.after is None:
            self.before.signing.close()
        else:
            self.back_wanted.emit()

    def _lose(self, error: AppError) -> None:
        """Nothing can be shown: nobody's document rather than the one before."""
        self._drawing.nothing()
        self.show(None)
        self.failed.emit(error)

    def _begin(self, person: Person, interview_id: str, language: Language) -> None:
        self._fresh = True
        self.before.forget()
        self.after.forget()
        self._drawing.nothing()
        self.state = first_state(self._services, person, interview_id, language)

    @Slot(object)
    def _drawn(self, pages: tuple[Page, ...]) -> None:
        if self.state is not None:
            self.show(replace(self.state, pages=pages))

    @Slot(object)
    def _issued(self, commitment: Commitment) -> None:
        """Made, checked and filed: only now it is issued."""
        if self.state is not None and self.state.interview_id == commitment.interview_id:
            self.after.open(commitment)
            self.issued.emit(commitment)

    @Slot(object)
    def _not_drawn(self, error: AppError) -> None:
        if self.state is not None and self.state.after is None:
            self.before.not_made(error)
        else:
            self.after.not_shown(error)
