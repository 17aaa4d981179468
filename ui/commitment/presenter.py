"""From the first look at the document to the copy in somebody's hand. Nothing is called done before it is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from coachdesk.commitments import Commitment, EnvelopeLine, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.people import Person
from coachdesk.privacy import Privacy
from coachdesk.services import Draft, Page, Prepared, Services
from ui.commitment.drawing import Drawing
from ui.commitment.handing import Handing, keep_out
from ui.commitment.issued import Issued, Reading
from ui.commitment.state import (
    Choice,
    CommitmentState,
    failed_checks,
    first_state,
    issued_state,
    prepared_state,
    stopped,
)
from ui.tasks import Tasks


class CommitmentPresenter(QObject):
    """Owns the commitment on the screen.

    `issued` carries the Commitment once it is in the vault, `failed` an AppError, `noticed` a Notice, `plan_wanted` the
    ids of person and interview. `printed` carries pages for the printer.
    """

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    issued = Signal(object)
    back_wanted = Signal()
    plan_wanted = Signal(str, str)
    name_wanted = Signal()
    printed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._fresh = False
        self._prepared: Prepared | None = None
        self._draft: Draft | None = None
        self.state: CommitmentState | None = None
        self.drawing, self.handing = Drawing(services, tasks, self), Handing(services, self)
        self.filed = Issued(services, tasks, self)
        self.drawing.drawn.connect(self._drawn)
        self.drawing.for_print.connect(self.printed)
        self.drawing.failed.connect(self._not_drawn)
        self.filed.issued.connect(self._issued)
        self.filed.making.connect(self._making)
        self.filed.read.connect(self._show_reading)
        self.filed.failed.connect(self._not_drawn)
        self.handing.noticed.connect(self.noticed)
        self.handing.failed.connect(self.failed)

    def open(self, interview_id: str) -> None:
        """Show the document as it would be issued from an interview."""
        self._fresh, self._draft = True, None
        try:
            prepared = self._services.commitments.prepare(interview_id, Language.ENGLISH)
            language = prepared.source.person.language
            self._begin(prepared.source.person, interview_id, language)
        except AppError as error:
            self._lose(error)
            return
        self._prepare()

    def open_issued(self, commitment_id: str) -> None:
        """Show an issued commitment from its stored bytes."""
        self._fresh, self._prepared, self._draft = True, None, None
        try:
            commitment = self._services.commitments.issued(commitment_id)
            person = self._services.people.open(commitment.person_id).person
            self._begin(person, commitment.interview_id, commitment.language)
        except AppError as error:
            self._lose(error)
            return
        self.filed.show(commitment, Format.PDF, commitment.language)

    def refresh(self) -> None:
        """Prepare again: plan or answers may have changed. What is issued stays as it is."""
        fresh, self._fresh = self._fresh, False
        if self.state is not None and self.state.commitment is None and not fresh and not self.state.busy:
            self._prepare()

    def set_language(self, language: Language) -> None:
        """The language of the document; once it is issued, of the copy that is shown."""
        if self.state is None or language is self.state.language:
            return
        if self.state.commitment is not None:
            self.filed.show(self.state.commitment, self.state.format, language)
        else:
            self.state = replace(self.state, language=language)
            self._prepare()

    def set_format(self, kind: Format) -> None:
        """What is shown here, printed, and saved as a copy."""
        if self.state is None or kind is self.state.format:
            return
        if self.state.commitment is not None:
            self.filed.show(self.state.commitment, kind, self.state.language)
            return
        self._show(replace(self.state, format=kind, pages=() if kind.is_paged else self.state.pages))
        if kind.is_paged and self._prepared is not None and not self.state.unprintable:
            self.drawing.preview(self._prepared, kind)

    def want(self, formats: tuple[Format, ...]) -> None:
        """What the person gets, beside the page and the text."""
        if self.state is not None and self.state.commitment is None:
            self._show(replace(self.state, wanted=formats))

    def fit(self, pixels: int) -> None:
        """Draw the pages for this width in pixels of the screen."""
        self.drawing.fit(pixels)

    def check(self) -> None:
        """Open the envelope check, unless something stands in the way."""
        if self.state is None or self.state.commitment is not None or self.state.busy:
            return
        self._prepare()
        if self.state.can_issue and self._prepared is not None:
            choices = tuple(Choice(each) for each in self._prepared.envelope)
            self._show(replace(self.state, checking=True, choices=choices))
        else:
            self.failed.emit(stopped(self.state))

    def stop_checking(self) -> None:
        """Back to the page; what was kept out stays out."""
        if self.state is not None and not self._draft:
            self._show(replace(self.state, checking=False))

    def keep(self, line: EnvelopeLine, privacy: Privacy) -> None:
        """Keep a line of the envelope check off the paper, or let it stand on it again."""
        if self.state is None:
            return
        try:
            keep_out(self._services, self.state.person.id, line, privacy)
        except AppError as error:
            self.failed.emit(error)
            return
        choices = tuple(Choice(each.line, privacy) if each.line == line else each for each in self.state.choices)
        self.state = replace(self.state, choices=choices)
        self._prepare()

    def issue(self) -> None:
        """Issue it: freeze and number it now, make and check the files behind the screen, then file them."""
        if self.state is None or self.state.commitment is not None or self._draft or not self.state.checking:
            return
        self._prepare()
        if self._prepared is None or not self.state.can_issue:
            self.failed.emit(stopped(self.state))
            return
        try:
            self._draft = self._services.commitments.begin(self._prepared, (Format.PDF, *self.state.wanted))
        except AppError as error:
            self.failed.emit(error)
            return
        self._show(replace(self.state, busy=_("The document is being made and checked.")))
        self.filed.issue(self._draft)

    def save_paper_name(self, name: str) -> None:
        """How the person's name is to stand on paper, where our fonts lack a letter of it."""
        if self.state is None:
            return
        try:
            self._services.people.save(replace(self.state.person, paper_name=name.strip()))
        except AppError as error:
            self.failed.emit(error)
            return
        self._prepare()

    def set_outcome(self, name: str, value: object) -> None:
        """What the person says to the issued commitment now."""
        if self.state is not None and self.state.commitment is not None:
            said = self.handing.say(self.state.commitment, self.state.said, name, value)
            self._show(replace(self.state, said=said))

    def print(self) -> None:
        """The coach chose a printer: draw the pages for it."""
        content = self.handing.for_printer(self.state) if self.state is not None else None
        if content is not None:
            self.drawing.print(content)

    def save_copy(self, folder: Path) -> None:
        """Save a copy of what is shown."""
        if self.state is not None:
            self.handing.save(self.state, folder)

    def copy(self) -> None:
        """The text for the journal."""
        if self.state is not None:
            self.handing.copy(self.state)

    def undo(self, action: str) -> None:
        """Do what a notice offered."""
        self.handing.act(action)

    def reword(self) -> None:
        """To the place where a character that cannot be printed can be written in another way."""
        if self.state is not None and self.state.in_name:
            self.name_wanted.emit()
        else:
            self.go_to_plan()

    def interview_over(self) -> None:
        """The interview is over: from here on others may be seen again."""
        if self.state is not None and self.state.interview_open:
            self._show(replace(self.state, interview_open=False))

    def go_to_plan(self) -> None:
        """To the plan that the document is made from."""
        if self.state is not None:
            self.plan_wanted.emit(self.state.person.id, self.state.interview_id)

    def go_back(self) -> None:
        """To where the coach came from; from the envelope check to the page."""
        if self.state is not None and self.state.checking and self.state.commitment is None:
            self.stop_checking()
        else:
            self.back_wanted.emit()

    def _lose(self, error: AppError) -> None:
        """Nothing can be shown: nobody's document rather than the one before."""
        self.state = None
        self.drawing.nothing()
        self.changed.emit(None)
        self.failed.emit(error)

    def _begin(self, person: Person, interview_id: str, language: Language) -> None:
        self.filed.forget()
        self.drawing.nothing()
        self.state = first_state(self._services, person, interview_id, language)

    def _prepare(self) -> None:
        """Read, build and weigh again, and have the pages drawn."""
        assert self.state is not None
        try:
            self._prepared = self._services.commitments.prepare(self.state.interview_id, self.state.language)
            unprintable = self._services.commitments.unprintable(self._prepared)
            text = self._services.commitments.text(self._prepared)
        except AppError as error:
            self.failed.emit(error)
            return
        state = prepared_state(self.state, self._prepared, unprintable)
        state = replace(state, text=text, pages=() if unprintable else state.pages, busy="")
        self._show(state)
        if unprintable:
            self.drawing.nothing()
        else:
            self.drawing.preview(self._prepared, state.format)

    @Slot()
    def _making(self) -> None:
        if self.state is not None:
            self._show(replace(self.state, busy=_("The document is being made and checked.")))

    @Slot(object)
    def _show_reading(self, reading: Reading) -> None:
        if self.state is None:
            return
        self._show(issued_state(self.state, reading))
        if reading.pdf is not None:
            self.drawing.issued(reading.pdf)

    @Slot(object)
    def _drawn(self, pages: tuple[Page, ...]) -> None:
        if self.state is not None:
            self._show(replace(self.state, pages=pages))

    @Slot(object)
    def _issued(self, commitment: Commitment) -> None:
        """Made, checked and filed: only now it is issued."""
        self._draft = None
        if self.state is not None:
            self.filed.show(commitment, self.state.format, commitment.language)
            self.issued.emit(commitment)

    @Slot(object)
    def _not_drawn(self, error: AppError) -> None:
        self._draft = None
        if self.state is None:
            return
        state = replace(self.state, busy="")
        if error.code == "documents.failed-checks":
            state = failed_checks(state, str(error.details.get("findings", "")))
        self._show(state)
        self.failed.emit(error)

    def _show(self, state: CommitmentState) -> None:
        self.state = state
        self.changed.emit(state)
