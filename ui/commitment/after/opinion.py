"""A second opinion: asked for once with an edition, taken back where that was a mistake, and what came of it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import LOOKERS, Life, LookedBy, OutcomeKind, entry_words
from coachdesk.i18n import _, short_date
from coachdesk.interviews import as_date
from ui.commitment.after.looked import Looked
from ui.commitment.after.state import AfterState
from ui.commitment.after.words import outcome_options, reasons
from ui.kit import Button, ChoiceGroup, DateField, Field, Flow, Option, SuggestedLine, column, label


class Opinion(QWidget):
    """`asked` says that they ask for it, `taken_back` carries why that was a mistake, `looked` a Looked."""

    asked = Signal()
    taken_back = Signal(str)
    looked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=12)
        box.addWidget(label(_("Second opinion"), "label"))
        self.standing = label("")
        self.ask = Button(_("They ask for somebody else to look at it"), icon="add")
        self.came, self.mistake = Button(_("What came of it")), Button(_("They did not ask"), "link")
        box.addWidget(self.standing)
        ways = Flow(spacing=12)
        for each in (self.ask, self.came, self.mistake):
            ways.addWidget(each)
        box.addLayout(ways)
        self.outcome, self.slip = LookedForm(), SlipForm()
        for form in (self.outcome, self.slip):
            box.addWidget(form)
            form.hide()
            form.closed.connect(self._close)
        self.ask.clicked.connect(self._ask)
        self.came.clicked.connect(self._open_outcome)
        self.mistake.clicked.connect(self._open_slip)
        self.outcome.looked.connect(self._looked)
        self.slip.given.connect(self._taken_back)

    def show_after(self, after: AfterState, today: date) -> None:
        """Show where it stands; an open form stays open until something is recorded."""
        life = after.life
        asked = life.second_opinion_on is not None
        self.standing.setText(_standing(life))
        self.ask.setVisible(not asked)
        for each in (self.came, self.mistake):
            each.setVisible(asked)
        self.outcome.begin(after, today)
        self.slip.begin(after)

    def _open_outcome(self) -> None:
        self.slip.hide()
        self.outcome.show()
        self.outcome.by.setFocus()

    def _open_slip(self) -> None:
        self.outcome.hide()
        self.slip.show()
        self.slip.reason.setFocus()

    def _ask(self) -> None:
        self.asked.emit()
        self._focus()

    def _looked(self, looked: Looked) -> None:
        self.looked.emit(looked)
        self._focus()

    def _taken_back(self, reason: str) -> None:
        self.taken_back.emit(reason)
        self._focus()

    def _close(self) -> None:
        self.outcome.hide()
        self.slip.hide()
        self._focus()

    def _focus(self) -> None:
        """To what can be done next, once no form is open."""
        if self.outcome.isHidden() and self.slip.isHidden():
            (self.came if not self.came.isHidden() else self.ask).setFocus()


class LookedForm(QWidget):
    """Who looked, when, and what the person says to it now."""

    looked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = ""
        self._again = False
        self._today = date.min
        box = column(self, spacing=14)
        self.by = ChoiceGroup(
            _("Who looked at it"),
            [Option(each.value, _(words)) for each, words in LOOKERS.items()],
            hint=_("No names."),
        )
        self.said = ChoiceGroup(_("What they say to it now"), outcome_options())
        self.on = DateField(_("On"))
        self.reason = SuggestedLine(
            _("Why you are correcting the earlier one"), offered=_("Reasons on offer"), hint=_("It is never printed.")
        )
        self.reason.offer(reasons())
        self.record, self.not_now = Button(_("Record what came of it")), Button(_("Not now"))
        for each in (self.by, self.said, self.on, self.reason):
            box.addWidget(each)
        box.addWidget(label(_("Where something changes, change the plan and issue a new edition."), "hint"))
        box.addLayout(_foot(self.record, self.not_now))
        self.record.clicked.connect(self._record)
        self.not_now.clicked.connect(self.closed)

    def begin(self, after: AfterState, today: date) -> None:
        """Start anew where something was recorded since."""
        self._again, self._today = after.life.looked is not None, today
        self.reason.setVisible(self._again)
        if after.answer.id == self._entry:
            return
        self._entry = after.answer.id
        self.hide()
        for field in (self.by, self.said, self.reason):
            field.set_value("")
        self.on.set_value(today.isoformat())

    def _record(self) -> None:
        on, fields = as_date(self.on.value()), self._fields()
        problems = {
            "by": "" if self.by.value() else _("Choose who looked."),
            "said": "" if self.said.value() else _("Choose what they say."),
            "on": "" if on and on <= self._today else _("Enter a day that has been."),
            "reason": "" if self.reason.value().strip() or not self._again else _("Say why in one line."),
        }
        for name, text in problems.items():
            fields[name].set_error(text)
        wrong = next((name for name, text in problems.items() if text), "")
        if wrong:
            fields[wrong].setFocus()
        elif on is not None:
            by, said = LookedBy(self.by.value()), OutcomeKind(self.said.value())
            self.looked.emit(Looked(by, said, on, self.reason.value().strip() if self._again else ""))

    def _fields(self) -> dict[str, Field]:
        return {"by": self.by, "said": self.said, "on": self.on, "reason": self.reason}


class SlipForm(QWidget):
    """`given` carries why it was a mistake."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = ""
        box = column(self, spacing=14)
        self.reason = SuggestedLine(
            _("Why this is taken back"), offered=_("Reasons on offer"), hint=_("It is never printed.")
        )
        self.reason.offer(reasons())
        self.record, self.not_now = Button(_("Take it back")), Button(_("Not now"))
        box.addWidget(self.reason)
        box.addLayout(_foot(self.record, self.not_now))
        self.record.clicked.connect(self._record)
        self.not_now.clicked.connect(self.closed)

    def begin(self, after: AfterState) -> None:
        """Start anew where something was recorded since."""
        if after.answer.id != self._entry:
            self._entry = after.answer.id
            self.hide()
            self.reason.set_value("")

    def _record(self) -> None:
        given = self.reason.value().strip()
        self.reason.set_error("" if given else _("Say why in one line."))
        if given:
            self.given.emit(given)
        else:
            self.reason.setFocus()


def _standing(life: Life) -> str:
    """Whether it was explained, asked for, and given."""
    if life.looked is not None:
        return f"{short_date(life.looked.on)}: {entry_words(life.looked)}"
    if life.second_opinion_on is not None:
        return _("Asked for on {day}. Nobody has looked at it yet.").format(day=short_date(life.second_opinion_on))
    if life.second_opinion_explained:
        return _("Explained with this edition, and not asked for. It can stand with any answer.")
    return _("Not explained with this edition yet. It can stand with any answer.")


def _foot(*buttons: Button) -> Flow:
    foot = Flow(spacing=12)
    for each in buttons:
        foot.addWidget(each)
    return foot
