"""The panel: what applies on what is recorded today. It shows one state and forwards what the coach does."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui import kit
from ui.deciding import Decision, DecisionForm
from ui.interview.finding.eased import easement_line
from ui.interview.finding.like_part import LikePart
from ui.interview.finding.line import Act, Way
from ui.interview.finding.line_row import LineRow
from ui.interview.finding.presenter import FindingPresenter
from ui.interview.finding.rows import LineRows
from ui.interview.finding.state import FindingState


class FindingPanel(QFrame):
    """Folded it is one line. `remade` says that controls came or went, `unfolded` whether it is open now."""

    remade = Signal()
    unfolded = Signal(bool)

    def __init__(self, presenter: FindingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._state: FindingState | None = None
        self._form: DecisionForm | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._enter_form)
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._come_into_sight)
        box = kit.column(self, spacing=12)
        head = kit.row(spacing=8)
        self.fold = kit.Button(_("Show"), "chip", key="applies")
        head.addWidget(kit.label(_("What applies"), "label"), 1)
        head.addWidget(self.fold)
        box.addLayout(head)
        self._body = QWidget()
        inner = kit.column(self._body, spacing=14)
        self.lines, self.more_lines = LineRows(), LineRows()
        self.more = kit.Button(_("More"), "link", icon="down")
        inner.addWidget(kit.label(_("On what is recorded today"), "hint"))
        inner.addWidget(self.lines)
        inner.addWidget(self.more)
        inner.addWidget(self.more_lines)
        self.like = LikePart(presenter)
        self.like.remade.connect(self.remade)
        inner.addWidget(self.like)
        inner.addWidget(kit.label(_("You decide, and say why."), "strong"))
        box.addWidget(self._body)
        line = kit.surface("rule")
        line.setFixedHeight(1)
        box.addWidget(line)
        self._body.hide()
        self._name_fold(unfolded=False)
        self._connect()
        self.render_state(presenter.state())

    def render_state(self, state: object) -> None:
        """Show the finding; folded where nothing is known of any."""
        shown = state if isinstance(state, FindingState) else None
        before, self._state = self._state, shown
        self.setVisible(shown is not None)
        open_now = shown is not None and shown.unfolded
        if shown is not None and open_now:
            self._show(shown)
        if open_now == self._body.isHidden():
            self._body.setVisible(open_now)
            self._name_fold(unfolded=open_now)
            self.unfolded.emit(open_now)
            self.remade.emit()
        if shown is not None and open_now and before is not None:
            self._tell(before, shown)

    def is_unfolded(self) -> bool:
        """Whether it is open."""
        return not self._body.isHidden()

    def enter(self) -> None:
        """Go to it, wherever it stands."""
        self.fold.setFocus()
        self._sight.start()

    def _come_into_sight(self) -> None:
        kit.reveal(self)

    def _name_fold(self, *, unfolded: bool) -> None:
        self.fold.set_words(_("Fold away") if unfolded else _("Show"))
        self.fold.setAccessibleName(_("Fold away what applies") if unfolded else _("Show what applies"))

    def _show(self, state: FindingState) -> None:
        self.lines.show_lines(state.lines, state)
        self.more_lines.show_lines(state.more_lines if state.more else (), state)
        self.more_lines.setVisible(state.more and bool(state.more_lines))
        self.more.setVisible(bool(state.more_lines))
        words = _("Less") if state.more else _("More")
        if self.more.accessibleName() != words:
            self.more.set_words(words)
        self.more.set_icon("up" if state.more else "down")
        self.like.show_like(state.like)
        self._show_form(state.deciding)

    def _show_form(self, decision: Decision | None) -> None:
        """The form for a decision stands below its line, as long as it is that decision."""
        if decision == (self._form.decision if self._form is not None else None):
            return
        if self._form is not None and (row := self._row(self._form.decision.easement_id)) is not None:
            row.hold(None)
        self._form = None
        row = self._row(decision.easement_id) if decision is not None else None
        if decision is not None and row is not None and self._state is not None:
            self._form = DecisionForm(decision, self._state.today)
            self._form.decided.connect(self._presenter.decide)
            self._form.closed.connect(self._presenter.not_now)
            row.hold(self._form)
            self._soon.start()  # when it is on the screen, and has found its place
        self.remade.emit()

    def _enter_form(self) -> None:
        row = self._row(self._form.decision.easement_id) if self._form is not None else None
        if self._form is not None and row is not None:
            self._form.setFocus()
            kit.reveal(row)

    def _tell(self, before: FindingState, state: FindingState) -> None:
        """Say that it changed, without moving the focus; after a decision the focus goes to what became of it."""
        row = self._row(state.settled) if state.settled and state.settled != before.settled else None
        if row is not None and row.acts:
            row.acts[0].setFocus()
        elif state.made != before.made and before.unfolded:
            kit.announce(self, _("What applies has changed."))

    def _row(self, easement_id: str) -> LineRow | None:
        return self.lines.rows.get(easement_line(easement_id))

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        self.fold.clicked.connect(presenter.fold)
        self.more.clicked.connect(presenter.show_more)
        for lines in (self.lines, self.more_lines):
            lines.explained.connect(presenter.explain)
            lines.acted.connect(self._act)
            lines.remade.connect(self.remade)

    def _act(self, act: object) -> None:
        if not isinstance(act, Act):
            return
        if act.way is Way.QUESTION:
            self._presenter.question_wanted.emit(act.target)
        elif act.way is Way.DECIDE:
            self._presenter.begin(act.target)
        elif act.way is Way.TAKE_BACK:
            self._presenter.take_back(act.target)
        else:
            self._presenter.refer()
