"""The end of a commitment, in words that tell nothing; and the way out for one document that leaked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import ENDINGS, EndedBecause, Life
from coachdesk.i18n import _, short_date
from ui.commitment.after.withdrawing import Withdrawing
from ui.commitment.state import CommitmentState
from ui.kit import Button, ChoiceGroup, Flow, Option, column, label


class EndingPart(QWidget):
    """`ended` carries an EndedBecause, `answer_wanted` asks for an answer that takes an end back."""

    ended = Signal(object)
    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=14)
        self.standing = label("")
        self.because = ChoiceGroup(
            _("It ends because"),
            [Option(each.value, _(words)) for each, words in ENDINGS.items()],
            hint=_("Nothing about anybody's life is recorded with it."),
        )
        self.end, self.take_back = Button(_("Record the end")), Button(_("Take the end back"), "link")
        self.withdrawing = Withdrawing()
        for each in (self.standing, self.because):
            box.addWidget(each)
        ways = Flow(spacing=12)
        ways.addWidget(self.end)
        ways.addWidget(self.take_back)
        box.addLayout(ways)
        box.addWidget(self.withdrawing)
        self.end.clicked.connect(self._end)
        self.take_back.clicked.connect(self.answer_wanted)

    def show_after(self, state: CommitmentState) -> None:
        """Show whether it has ended, or how it can."""
        after = state.after
        if after is None:
            return
        life = after.life
        standing = _standing(life)
        self.standing.setText(standing)
        self.standing.setVisible(bool(standing))
        for each in (self.because, self.end):
            each.setVisible(not standing)
        self.take_back.setVisible(life.ended_on is not None and not life.superseded_by and not life.stopped)
        self.withdrawing.show_after(after)

    def _end(self) -> None:
        because = self.because.value()
        self.because.set_error("" if because else _("Choose one of these."))
        if because:
            self.because.set_value("")
            self.ended.emit(EndedBecause(because))
        else:
            self.because.setFocus()


def _standing(life: Life) -> str:
    """Why nothing can end here any more; empty where it can."""
    if life.superseded_by:
        return _("Edition {edition} has taken its place. An end is recorded there.").format(edition=life.superseded_by)
    if life.ended_on is not None:
        return _("Ended on {day}.").format(day=short_date(life.ended_on))
    return ""
