"""From the first look at the document to the moment when it is issued. Nothing is called done before it is."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from coachdesk.commitments import Commitment, EnvelopeLine, Format, kept_out
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.plans import Action, Goal
from coachdesk.privacy import Privacy
from coachdesk.services import Draft, Prepared, Services
from ui.commitment.before.issuing import Issuing
from ui.commitment.before.sign_state import sign_places
from ui.commitment.before.signing import Signing
from ui.commitment.before.state import BeforeState, Choice, prepared_state, stopped, stopped_by_checks
from ui.commitment.board import Board
from ui.commitment.drawing import Drawing
from ui.tasks import Tasks


class BeforePresenter(QObject):
    """Prepares the document again after whatever changes it, and issues it.

    `issued` carries the Commitment once it is in the vault.
    """

    issued = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, board: Board, drawing: Drawing) -> None:
        super().__init__(board)
        self._services, self._board, self._drawing = services, board, drawing
        self._prepared: Prepared | None = None
        self._draft: Draft | None = None
        self.signing = Signing(services, board, self.shown, self.prepare)
        self._issuing = Issuing(services, tasks, self)
        self._issuing.issued.connect(self._issued)
        self._issuing.failed.connect(self.not_made)

    def shown(self) -> Prepared | None:
        """What is on the screen; None where nothing could be prepared."""
        return self._prepared

    def forget(self) -> None:
        """Another document is opened."""
        self._prepared = self._draft = None

    def prepare(self) -> None:
        """Read, build and weigh again, and have the pages drawn."""
        state = self._board.state
        if state is None or state.after is not None:
            return
        commitments = self._services.commitments
        try:
            compared = state.before.compared
            self._prepared = prepared = commitments.prepare(state.interview_id, state.language, compared=compared)
            unprintable, text = commitments.unprintable(prepared), commitments.text(prepared)
            before = self._prepared_state(state.before, prepared, unprintable)
        except AppError as error:
            self._board.failed.emit(error)
            return
        self._board.show(
            replace(
                state,
                person=prepared.source.person,
                language=prepared.source.language,
                text=text,
                pages=() if unprintable else state.pages,
                busy="",
                before=before,
            )
        )
        if unprintable:
            self._drawing.nothing()
        else:
            self._drawing.preview(prepared, state.format)

    def _prepared_state(self, before: BeforeState, prepared: Prepared, unprintable: tuple[str, ...]) -> BeforeState:
        """What is known of it, and how it differs from the newest edition that was not withdrawn."""
        editions = self._services.editions
        issued = [each.commitment for each in editions.of_person(prepared.source.person.id)]
        return replace(
            prepared_state(before, prepared, unprintable),
            last_edition=next((each.edition for each in issued if not each.is_withdrawn), 0),
            different=editions.since_last(prepared),
            places=sign_places(prepared, self._services.signatures.given(prepared.source.interview_id)),
        )

    def set_language(self, language: Language) -> None:
        """The language of the document."""
        if (state := self._board.state) is not None:
            self._board.state = replace(state, language=language)
            self.prepare()

    def set_format(self, kind: Format) -> None:
        """What is shown."""
        if (state := self._board.state) is None:
            return
        self._board.show(replace(state, format=kind, pages=() if kind.is_paged else state.pages))
        if kind.is_paged and self._prepared is not None and not state.before.unprintable:
            self._drawing.preview(self._prepared, kind)

    def want(self, formats: tuple[Format, ...]) -> None:
        """What the person gets, beside the page and the text."""
        if (before := self._board.now_before()) is not None:
            self._board.show_before(replace(before, wanted=formats))

    def compare(self, *, compared: bool) -> None:
        """Whether what is different stands on the first page, too."""
        state = self._board.state
        if state is not None and state.after is None and compared is not state.before.compared:
            self._board.state = replace(state, before=replace(state.before, compared=compared))
            self.prepare()

    def check(self) -> None:
        """Open the envelope check, unless something stands in the way."""
        state = self._board.state
        if state is None or state.after is not None or state.busy:
            return
        self.prepare()
        before = self._board.now_before()
        if before is None or self._prepared is None:
            return
        if self._board.state is not None and self._board.state.can_issue:
            choices = tuple(Choice(each) for each in self._prepared.envelope)
            self._board.show_before(replace(before, checking=True, choices=choices, signing=None))
        else:
            self._board.failed.emit(stopped(before))

    def stop_checking(self) -> None:
        """Back to the page; what was kept out stays out."""
        if (before := self._board.now_before()) is not None and not self._draft:
            self._board.show_before(replace(before, checking=False))

    def keep(self, line: EnvelopeLine, privacy: Privacy) -> None:
        """Keep a line of the envelope check off the paper, or let it stand on it again."""
        if (state := self._board.state) is None:
            return
        try:
            _keep_out(self._services, state.person.id, line, privacy)
        except AppError as error:
            self._board.failed.emit(error)
            return
        choices = tuple(Choice(each.line, privacy) if each.line == line else each for each in state.before.choices)
        self._board.state = replace(state, before=replace(state.before, choices=choices))
        self.prepare()

    def issue(self) -> None:
        """Issue it: freeze and number it now, make and check the files behind the screen, then file them."""
        before = self._board.now_before()
        if before is None or self._draft or not before.checking:
            return
        self.prepare()
        state = self._board.state
        if state is None or self._prepared is None or not state.can_issue:
            self._board.failed.emit(stopped(before if state is None else state.before))
            return
        try:
            self._draft = self._services.commitments.begin(self._prepared, (Format.PDF, *state.before.wanted))
        except AppError as error:
            self._board.failed.emit(error)
            return
        self._board.show(replace(state, busy=_("The document is being made and checked.")))
        self._issuing.issue(self._draft)

    def save_paper_name(self, name: str) -> None:
        """How the person's name is to stand on paper, where our fonts lack a letter of it."""
        if (state := self._board.state) is None:
            return
        try:
            self._services.people.save(replace(state.person, paper_name=name.strip()))
        except AppError as error:
            self._board.failed.emit(error)
            return
        self.prepare()

    @Slot(object)
    def not_made(self, error: AppError) -> None:
        """The pages or the files could not be made: nothing is issued."""
        self._draft = None
        if (state := self._board.state) is None:
            return
        before = state.before
        if error.code == "documents.failed-checks":
            before = stopped_by_checks(before, str(error.details.get("findings", "")))
        self._board.show(replace(state, busy="", before=before))
        self._board.failed.emit(error)

    @Slot(object)
    def _issued(self, commitment: Commitment) -> None:
        self._draft = None
        self.issued.emit(commitment)


def _keep_out(services: Services, person_id: str, line: EnvelopeLine, privacy: Privacy) -> None:
    """Store where a line of the envelope check may stand from now on."""
    plan = services.plans.plan(person_id)
    records: tuple[Goal | Action, ...] = (*plan.goals, *plan.actions)
    record = next((each for each in records if each.id == line.record_id), None)
    if record is None:
        return  # it left the plan meanwhile, and so the paper
    changed = kept_out(record, line, privacy)
    if isinstance(changed, Goal):
        services.plans.save_goal(changed)
    else:
        services.plans.save_action(changed)
