"""What the person says to an issued document: one choice and one button; the rest is filled in and can be changed."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import OutcomeKind, Role
from coachdesk.i18n import _
from coachdesk.interviews import as_date
from ui.commitment.after.answering import TypedAnswer, begun, entry_of, problems_of, puts_right, thinks
from ui.commitment.after.more_fields import MoreFields
from ui.commitment.after.state import AfterState
from ui.commitment.after.words import outcome_options, reasons
from ui.kit import Button, ChoiceGroup, DateField, Field, Flow, SuggestedLine, column

WEEK = timedelta(weeks=1)


class AnswerForm(QWidget):
    """`answered` carries the Entry. What is typed stays until it is recorded, or another document is shown."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after: AfterState | None = None
        self._today = date.min
        box = column(self, spacing=16)
        self.outcome = ChoiceGroup("", outcome_options())
        self.reason = SuggestedLine(
            _("Why you are correcting the earlier answer"),
            offered=_("Reasons on offer"),
            hint=_("It is never printed."),
        )
        self.reason.offer(reasons())
        self.think_until = DateField(
            _("Time to think until"),
            hint=_("The day is proposed by guidance and is no deadline. If more time is needed, agree another day."),
        )
        self.week = Button(_("One week more"), "link", icon="next")
        self.asked_who = SuggestedLine(
            _("Who was asked to help"),
            offered=_("People on offer"),
            hint=_("By role. What somebody is able to decide is not for you to judge."),
        )
        self.asked_who.offer((_("Their appointee"), _("A team leader"), _("A decision maker")))
        self.unfold = Button("", "link")
        self.more = MoreFields()
        self.record, self.not_now = Button(_("Record this answer")), Button(_("Not now"))
        foot = Flow(spacing=12)
        foot.addWidget(self.record)
        foot.addWidget(self.not_now)
        for each in (self.outcome, self.reason, self.think_until, self.week, self.asked_who, self.unfold, self.more):
            box.addWidget(each)
        box.addLayout(foot)
        self.more.hide()
        self._connect()

    def show_after(self, after: AfterState, name: str, language: str, today: date) -> None:
        """Show the form; what is typed stays as long as nothing new was recorded."""
        self.outcome.set_words(_("What does {name} say to it?").format(name=name))
        new = self._after is None or self._after.answer.id != after.answer.id
        self._after, self._today = after, today
        if new:
            self._show(begun(after, language))
            self.more.hide()
        self._arrange()

    def typed(self) -> TypedAnswer:
        """What stands in the fields."""
        more = self.more
        return TypedAnswer(
            outcome=self.outcome.value(),
            on=more.on.value(),
            way=more.way.value(),
            think_until=self.think_until.value(),
            asked_who=self.asked_who.value(),
            explained_how=more.explained_how.value(),
            explained_by=more.explained_by.value(),
            second_opinion_explained=bool(more.second_opinion.value()),
            present=tuple(more.present.value()),
            language=more.language.value(),
            reason=self.reason.value(),
        )

    def _connect(self) -> None:
        for field in (self.outcome, self.more.on, self.think_until, self.reason):
            field.edited.connect(self._edited)
        self.more.present.edited.connect(self._edited)
        self.week.clicked.connect(self._week)
        self.unfold.clicked.connect(self._unfold)
        self.record.clicked.connect(self._record)
        self.not_now.clicked.connect(self._not_now)

    def _show(self, typed: TypedAnswer) -> None:
        for name, field in self._fields().items():
            field.set_value(getattr(typed, name))
            field.set_error("")
        self.asked_who.set_value(typed.asked_who)
        self.more.show_typed(typed)

    def _fields(self) -> dict[str, Field]:
        return {"outcome": self.outcome, "on": self.more.on, "think_until": self.think_until, "reason": self.reason}

    def _arrange(self) -> None:
        """Before something is chosen there is nothing but the choice."""
        typed, after = self.typed(), self._after
        chosen = bool(typed.outcome)
        for each in (self.unfold, self.record, self.not_now):
            each.setVisible(chosen)
        for time in (self.think_until, self.week):
            time.setVisible(thinks(typed))
        self.asked_who.setVisible(typed.outcome == OutcomeKind.COULD_NOT_DECIDE_TODAY)
        self.reason.setVisible(after is not None and puts_right(after, typed))
        if not chosen:
            self.more.hide()
        self.more.language.setVisible(Role.INTERPRETER in typed.present)
        self.unfold.set_words(
            _("Less") if not self.more.isHidden() else _("Another day or way, who was there, who explained it")
        )

    def _edited(self) -> None:
        """What was wrong and is right now is no longer said to be wrong."""
        problems = self._problems()
        for name, field in self._fields().items():
            if field.error():
                field.set_error(problems.get(name, ""))
        self._arrange()

    def _problems(self) -> dict[str, str]:
        return problems_of(self._after, self.typed(), self._today) if self._after is not None else {}

    def _week(self) -> None:
        until = as_date(self.think_until.value()) or self._today
        self.think_until.set_value((until + WEEK).isoformat())

    def _unfold(self) -> None:
        self.more.setVisible(self.more.isHidden())
        self._arrange()

    def _not_now(self) -> None:
        self.outcome.set_value("")
        self._edited()
        self.outcome.setFocus()

    def _record(self) -> None:
        """The focus goes where something has to be put right."""
        problems = self._problems()
        for name, field in self._fields().items():
            field.set_error(problems.get(name, ""))
        if problems:
            self.more.setVisible("on" in problems or not self.more.isHidden())
            self._fields()[next(iter(problems))].setFocus()
        elif self._after is not None:
            self.answered.emit(entry_of(self._after, self.typed()))
            if not self.outcome.value():
                self.outcome.setFocus()
