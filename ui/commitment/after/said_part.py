"""What was said to an issued commitment: an answer, more time, a second opinion; and all that was recorded before."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import TO_THINK_ABOUT, Life, entry_words
from coachdesk.i18n import _, short_date
from ui.commitment.after.answer_form import AnswerForm
from ui.commitment.after.opinion import Opinion
from ui.commitment.after.state import AfterState
from ui.commitment.after.words import details
from ui.commitment.sentences import Sentences
from ui.commitment.state import CommitmentState
from ui.kit import Button, column, label


class SaidPart(QWidget):
    """`time_given` carries the day until when they may think about it."""

    time_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after: AfterState | None = None
        box = column(self, spacing=18)
        self.standing = label("")
        self.time = label("")
        self.longer = Button("", "link", icon="next")
        self.form, self.opinion = AnswerForm(), Opinion()
        self.history = Sentences(_("What was recorded"))
        for each in (self.standing, self.time, self.longer, self.form, self.opinion, self.history):
            box.addWidget(each)
        self.longer.clicked.connect(self._longer)

    def show_after(self, state: CommitmentState) -> None:
        """Show what was said, and what can be recorded."""
        after = state.after
        if after is None:
            return
        self._after = after
        life = after.life
        self.standing.setText(_("Nothing is asked of this person at the moment, so no answer is wanted."))
        self.standing.setVisible(life.stopped)
        thinking = life.think_until is not None and life.is_current and life.outcome in TO_THINK_ABOUT
        self.time.setVisible(thinking)
        self.longer.setVisible(thinking)
        if life.think_until is not None:
            words = _("Time to think until {day}. This is guidance and no deadline.")
            self.time.setText(words.format(day=short_date(life.think_until)))
            self.longer.set_words(_("They need longer: until {day}").format(day=short_date(after.longer)))
        for each in (self.form, self.opinion):
            each.setVisible(not life.stopped)
        self.form.show_after(after, state.person.name, state.person.interpreter_language, after.today)
        self.opinion.show_after(after, after.today)
        self.history.show_sentences(tuple(_history(life)))

    def _longer(self) -> None:
        if self._after is not None:
            self.time_given.emit(self._after.longer)


def _history(life: Life) -> Iterator[str]:
    """All entries, newest first: the day, what it was, and what else was noted."""
    if life.withdrawn_on is not None:
        yield _("{day}: the document was withdrawn.").format(day=short_date(life.withdrawn_on))
    for each in reversed(life.entries):
        yield " ".join((f"{short_date(each.on)}: {entry_words(each)}", *details(each)))
