"""One circumstance on the screen: what it is called, its days where they may be seen, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.people import Circumstance
from coachdesk.people.circumstance_fields import FIELDS
from ui.kit import Button, Card, Edge, Flow, column, label
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.opening import what_for
from ui.people.circumstances_form import CircumstanceForm, form_of, form_of_end
from ui.people.circumstances_lines import can_end, days, is_over, is_private
from ui.people.circumstances_state import CircumstancesState, Doing


class CircumstanceCard(Card):
    """What is wanted is said with the circumstance's id, what is typed as the form has it."""

    change_wanted = Signal(str)
    end_wanted = Signal(str)
    open_wanted = Signal(str, str)  # with the reason
    edited = Signal(object)
    stored = Signal()
    closed = Signal()

    def __init__(self, circumstance: Circumstance, name: str, state: CircumstancesState) -> None:
        private = is_private(circumstance)
        super().__init__(edge=Edge.SEALED if private else Edge.NONE, mark=_("Private") if private else "")
        self.circumstance = circumstance
        self._doing = Doing.NOTHING
        self.form: CircumstanceForm | None = None
        self._opened: QWidget | None = None
        self.box.addWidget(label(name, "strong"))
        undated = state.found is not None and circumstance.id in {each.id for each in state.found.undated}
        over = _("It is over.") if is_over(circumstance, state.today) else ""
        for text in (days(circumstance), over, _("It would help to know its dates.") if undated else ""):
            if text:
                self.box.addWidget(label(text, "hint"))
        self.change, self.over = Button(_("Change the dates")), Button(_("It is over"))
        self.change.setAccessibleName(_("Change the dates: {name}").format(name=name))
        self.over.setAccessibleName(_("It is over: {name}").format(name=name))
        self.change.setVisible(circumstance.kind in FIELDS)
        self.over.setVisible(can_end(circumstance, state.today))
        self._buttons = QWidget()
        buttons = Flow(self._buttons)
        buttons.addWidget(self.change)
        buttons.addWidget(self.over)
        self.box.addWidget(self._buttons)
        self._place = column()
        self.box.addLayout(self._place)
        self.change.clicked.connect(self._change)
        self.over.clicked.connect(self._end)

    def render_state(self, state: CircumstancesState) -> None:
        """Show the form that is open, if it is of this one; the focus goes to it when it opens."""
        doing = state.doing if state.about == self.circumstance.id else Doing.NOTHING
        if doing is not self._doing:
            self._doing = doing
            empty(self._place)
            self.form = None
            self._opened = self._make(doing)
            self._buttons.setVisible(self._opened is None)
            if self._opened is not None:
                self._place.addWidget(self._opened)
                order_tabs(self)
        if self.form is not None:
            self.form.show_typed(state.shown, state.problems)

    def to_first(self) -> None:
        """The focus goes to what is open, or to the first button."""
        (self._opened or self.change).setFocus()

    def _make(self, doing: Doing) -> QWidget | None:
        if doing is Doing.OPENING:
            return self._ask()
        if doing not in {Doing.CHANGING, Doing.ENDING}:
            return None
        ending = doing is Doing.ENDING
        self.form = form_of_end() if ending else form_of(self.circumstance.kind, _("Save the change"))
        self.form.edited.connect(self.edited)
        self.form.stored.connect(self.stored)
        self.form.closed.connect(self.closed)
        return self.form

    def _ask(self) -> QWidget:
        """What it is opened for, before anything of it is seen."""
        held = QWidget()
        box = column(held, spacing=12)
        self.what_for = what_for(_("Private. Open on purpose"))
        self.not_now = Button(_("Not now"))
        foot = Flow()
        foot.addWidget(self.not_now)
        box.addWidget(self.what_for)
        box.addLayout(foot)
        held.setFocusProxy(self.what_for)
        self.what_for.edited.connect(self._reason_given)
        self.not_now.clicked.connect(self.closed)
        return held

    def _change(self) -> None:
        self.change_wanted.emit(self.circumstance.id)

    def _end(self) -> None:
        self.end_wanted.emit(self.circumstance.id)

    def _reason_given(self, reason: object) -> None:
        if isinstance(reason, str) and reason:
            self.open_wanted.emit(self.circumstance.id, reason)
