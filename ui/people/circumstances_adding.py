"""Adding a circumstance: the same list for everybody, then the few fields of what was chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Button, Card, ChoiceGroup, Flow, Option, column
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.people.circumstances_form import CircumstanceForm, form_of
from ui.people.circumstances_lines import EVERYDAY, PRIVATE, kinds_on_offer
from ui.people.circumstances_state import CircumstancesState, Doing

IN_PRIVATE = "private"


class AddingCard(Card):
    """`kind_chosen` carries the kind; what is typed is said as the form has it."""

    kind_chosen = Signal(str)
    edited = Signal(object)
    stored = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self.form: CircumstanceForm | None = None
        private = Option(IN_PRIVATE, _("Something that was told in private"))
        self.everyday = ChoiceGroup(
            _("What is to be recorded?"), [*(Option(*each) for each in kinds_on_offer(EVERYDAY)), private]
        )
        self.private = ChoiceGroup(
            _("What was told in private?"),
            [Option(*each) for each in kinds_on_offer(PRIVATE)],
            hint=_("Ask for no details. It is shown by a neutral name afterwards, and without its dates."),
        )
        self._place = column()
        for group in (self.everyday, self.private):
            self.box.addWidget(group)
            group.edited.connect(self._chosen)
        self.box.addLayout(self._place)
        self.not_now = Button(_("Not now"))
        self._held = QWidget()
        Flow(self._held).addWidget(self.not_now)
        self.box.addWidget(self._held)
        self.not_now.clicked.connect(self.closed)

    def render_state(self, state: CircumstancesState) -> None:
        """Show the list, and the form of what was chosen."""
        adding = state.doing is Doing.ADDING
        self.setVisible(adding)
        kind = state.new.kind if state.new is not None else ""
        if not adding:
            self.everyday.set_value("")
        if kind not in PRIVATE:
            self.private.set_value("")
        self.private.setVisible(self.everyday.value() == IN_PRIVATE)
        if kind != self._kind:
            self._kind = kind
            empty(self._place)
            self.form = self._make(kind) if kind else None
            order_tabs(self)
        self._held.setVisible(self.form is None)
        if self.form is not None:
            self.form.show_typed(state.shown, state.problems)

    def to_first(self) -> None:
        """The focus goes to the fields of what was chosen, or to the list."""
        (self.form or self.everyday).setFocus()

    def _make(self, kind: str) -> CircumstanceForm:
        form = form_of(kind, _("Record it"))
        form.edited.connect(self.edited)
        form.stored.connect(self.stored)
        form.closed.connect(self.closed)
        self._place.addWidget(form)
        return form

    def _chosen(self) -> None:
        kind = self.everyday.value()
        self.private.setVisible(kind == IN_PRIVATE)
        self.kind_chosen.emit(self.private.value() if kind == IN_PRIVATE else kind)
