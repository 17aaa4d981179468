"""Beside the page once it is issued: parts of which one is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.people import How
from ui.commitment.after.different_part import DifferentPart
from ui.commitment.after.editions_part import EditionsPart
from ui.commitment.after.ending_part import EndingPart
from ui.commitment.after.journal_part import JournalPart
from ui.commitment.after.presenter import AfterPresenter
from ui.commitment.after.said_part import SaidPart
from ui.commitment.after.state import DIFFERENT, EDITIONS, ENDING, GIVE, JOURNAL, SAID
from ui.commitment.state import CommitmentState
from ui.giving import GivingCard
from ui.kit import column
from ui.kit.sections import Section, Sections


class AfterPanel(QWidget):
    """`give` is shown first: in which form and language it is handed over. `opened` carries a commitment's id."""

    opened = Signal(str)

    def __init__(self, presenter: AfterPresenter, give: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        copying = How.COPIED not in presenter.handing.giving.withheld
        self.said, self.journal, self.different = SaidPart(), JournalPart(copying=copying), DifferentPart()
        self.editions, self.ending = EditionsPart(), EndingPart()
        self.sections = Sections(
            _("What you can do with it"),
            [
                Section(GIVE, _("Hand it over"), give),
                Section(SAID, _("What was said"), self.said),
                Section(JOURNAL, _("For the account"), self.journal),
                Section(DIFFERENT, _("What is different"), self.different),
                Section(EDITIONS, _("Editions"), self.editions),
                Section(ENDING, _("End or withdraw"), self.ending),
            ],
            role="label",
        )
        self.giving = GivingCard(presenter.handing.giving)
        box = column(self, spacing=18)
        box.addWidget(self.giving)
        box.addWidget(self.sections)
        self._connect()

    def show_after(self, state: CommitmentState) -> None:
        """Show where it stands; what cannot be shown any more has no part."""
        after = state.after
        if after is None:
            return
        for part in (self.said, self.journal, self.different, self.editions, self.ending):
            part.show_after(state)
        for gone in (GIVE, JOURNAL, DIFFERENT):
            self.sections.button(gone).setVisible(not after.withdrawn)
        self.sections.choose(after.section)

    def _connect(self) -> None:
        presenter, living, handing = self._presenter, self._presenter.living, self._presenter.handing
        self.sections.chosen.connect(presenter.choose)
        self.giving.read_aloud.connect(handing.read_aloud)
        self.said.time_given.connect(living.give_time)
        self.said.form.answered.connect(living.answer)
        self.said.opinion.asked.connect(living.ask)
        self.said.opinion.taken_back.connect(living.take_back)
        self.said.opinion.looked.connect(living.looked)
        self.journal.copied.connect(handing.copy_piece)
        self.journal.not_pasted.connect(handing.not_pasted)
        self.journal.next_wanted.connect(handing.copy_next)
        self.journal.all_wanted.connect(handing.copy)
        self.editions.opened.connect(self.opened)
        self.ending.ended.connect(living.end)
        self.ending.answer_wanted.connect(self._answer)
        self.ending.withdrawing.withdrawn.connect(self._withdraw)

    def _withdraw(self, reason: str) -> None:
        self._presenter.living.withdraw(reason)
        self.sections.button(ENDING).setFocus()

    def _answer(self) -> None:
        self._presenter.choose(SAID)
        self.said.form.outcome.setFocus()
