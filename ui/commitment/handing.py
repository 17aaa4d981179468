"""Handing over what was issued: on paper, as a file, for the journal; and what the person says to it later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.commitments import Commitment, EnvelopeLine, Format, Life, OutcomeKind, kept_out
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.plans import Action, Goal
from coachdesk.privacy import Privacy
from coachdesk.services import Services
from ui.commitment.state import CommitmentState, Said, said_to
from ui.errors import advice
from ui.kit.notice import Notice

OPEN_FOLDER, CHOOSE_FOLDER = "open-folder", "choose-folder"


class Handing(QObject):
    """`noticed` says what was done, never before it was; `failed` carries an AppError.

    `folder_wanted` asks where a copy is to go, `folder_shown` carries the folder to be opened, `copied` a text for the
    clipboard.
    """

    noticed = Signal(object)
    failed = Signal(object)
    folder_wanted = Signal()
    folder_shown = Signal(object)
    copied = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._folder: Path | None = None

    def for_printer(self, state: CommitmentState) -> bytes | None:
        """What a printer gets: the format that is shown, or the page where that one has no pages; None before issuing."""
        return self._read(state, state.format if state.format.is_paged else Format.PDF, "printed")

    def copy(self, state: CommitmentState) -> None:
        """Lend the text to the clipboard, for the journal."""
        content = self._read(state, Format.TEXT, "copied")
        if content is not None:
            self.copied.emit(content.decode())
            self.noticed.emit(Notice(_("Copied. In 30 seconds it is taken from the clipboard again."), "done"))

    def _read(self, state: CommitmentState, kind: Format, handed: str) -> bytes | None:
        """The issued bytes, audited; None where nothing is issued, or that did not work."""
        if state.commitment is None:
            return None
        commitments, issued = self._services.commitments, state.commitment
        try:
            return commitments.content(issued.id, kind, handed=handed, language=state.language)
        except AppError as error:
            self.failed.emit(error)
            return None

    def save(self, state: CommitmentState, folder: Path) -> None:
        """Save a copy of what is shown; a full disk says so, and offers another folder."""
        if state.commitment is None:
            return
        try:
            path = self._services.commitments.write(state.commitment.id, state.format, folder, state.language)
        except AppError as error:
            said = advice(error)
            self.noticed.emit(Notice(said.text, "problem", said.action_words, said.action))
            return
        self._folder = folder
        words = _("Saved as {name}.").format(name=path.name)
        self.noticed.emit(Notice(words, "done", _("Open folder"), OPEN_FOLDER))

    def act(self, action: str) -> None:
        """Do what a notice offered."""
        if action == CHOOSE_FOLDER:
            self.folder_wanted.emit()
        elif action == OPEN_FOLDER and self._folder is not None:
            self.folder_shown.emit(self._folder)

    def say(self, commitment: Commitment, said: Said, name: str, value: object) -> Said:
        """What the person says now. The document stays as it was; half a date is not stored."""
        changed = _answered(said, name, value)
        if changed is None or changed == said:
            return said
        try:
            return said_to(self._record(commitment, said, changed))
        except AppError as error:
            self.failed.emit(error)
            return said

    def _record(self, commitment: Commitment, said: Said, changed: Said) -> Life:
        outcomes = self._services.outcomes
        if changed.second_opinion is not said.second_opinion:
            if changed.second_opinion:
                return outcomes.ask_second_opinion(commitment.id)
            return outcomes.take_back_second_opinion(commitment.id, reason="")
        if changed.outcome is not None and changed.outcome is not said.outcome:
            return outcomes.record(replace(outcomes.draft(commitment.id), outcome=changed.outcome))
        if changed.think_until is not None:
            return outcomes.give_time(commitment.id, changed.think_until)
        return outcomes.life(commitment.id)


def _answered(said: Said, name: str, value: object) -> Said | None:
    if name == "outcome":
        return replace(said, outcome=OutcomeKind(str(value)) if value else None)
    if name == "second_opinion":
        return replace(said, second_opinion=value == "yes")
    if isinstance(value, str):
        return replace(said, think_until=date.fromisoformat(value) if value else None)
    return None


def keep_out(services: Services, person_id: str, line: EnvelopeLine, privacy: Privacy) -> None:
    """Store where a line of the envelope check may stand from now on."""
    plan = services.plans.plan(person_id)
    records: tuple[Goal | Action, ...] = (*plan.goals, *plan.actions)
    record = next(each for each in records if each.id == line.record_id)
    changed = kept_out(record, line, privacy)
    if isinstance(changed, Goal):
        services.plans.save_goal(changed)
    else:
        services.plans.save_action(changed)
