"""What bears on what may be asked of somebody: what follows from it today, what is to be decided, what is recorded."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication

from coachdesk.i18n import _
from ui.kit import Button, Flow, Reading, column, label, reveal
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.people.circumstances_adding import AddingCard
from ui.people.circumstances_card import CircumstanceCard
from ui.people.circumstances_due import DecisionCard, FindingCard
from ui.people.circumstances_lines import names
from ui.people.circumstances_presenter import CircumstancesPresenter
from ui.people.circumstances_state import CircumstancesState, Doing


class CircumstancesPart(Reading):
    """Shows a `CircumstancesState`; never what was said under seal, never a date of what is sensitive."""

    def __init__(self, presenter: CircumstancesPresenter) -> None:
        super().__init__(margins=(0, 0, 0, 0))
        self.presenter = presenter
        self._shown: tuple[object, ...] = ()
        self._done = (Doing.NOTHING, "")
        self.finding = FindingCard()
        self.decisions: dict[str, DecisionCard] = {}
        self.cards: dict[str, CircumstanceCard] = {}
        self._due, self._kept = column(spacing=12), column(spacing=12)
        self.add, self.adding = Button(_("Add something"), icon="add"), AddingCard()
        self.nothing = label(_("Nothing was recorded."))
        self._lay_out()
        self._connect()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: CircumstancesState) -> None:
        """Show it. The focus follows what is opened, and goes back to where it came from."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        made = self._make_anew(state)
        self.finding.render_state(state.found)
        for decision in self.decisions.values():
            decision.show_form(shown=state.is_doing(Doing.DECIDING, decision.decision.easement_id))
        for card in self.cards.values():
            card.render_state(state)
        self.nothing.setVisible(not state.kept)
        self.add.setVisible(state.doing is not Doing.ADDING)
        self.adding.render_state(state)
        before, self._done = self._done, (state.doing, state.about)
        if made:
            order_tabs(self)
        if inside and (made or before != self._done):
            self._focus(state, before[1])
            QTimer.singleShot(0, self._reveal)  # once it has its place

    def to_first(self) -> None:
        """The focus goes to the first decision that is due, where there is one."""
        first = next(iter(self.decisions.values()), None)
        if first is not None:
            first.to_first()

    def _reveal(self) -> None:
        """What was opened scrolls into sight."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            reveal(focus)

    def _make_anew(self, state: CircumstancesState) -> bool:
        """The cards, where what is recorded or due is not what it was."""
        shown = (state.kept, state.decisions, state.found, state.today)
        if shown == self._shown:
            return False
        self._shown = shown
        empty(self._due)
        empty(self._kept)
        said = names(state)
        self.decisions = {each.easement_id: DecisionCard(each, state.today) for each in state.decisions}
        self.cards = {each.id: CircumstanceCard(each, said[each.id], state) for each in state.kept}
        for due in self.decisions.values():
            self._due.addWidget(due)
            due.wanted.connect(self.presenter.decide_about)
            due.decided.connect(self.presenter.decide)
            due.closed.connect(self.presenter.close)
        for card in self.cards.values():
            self._kept.addWidget(card)
            self._connect_card(card)
        return True

    def _focus(self, state: CircumstancesState, before: str) -> None:
        about = state.about or before
        if state.doing is Doing.ADDING:
            self.adding.to_first()
        elif about in self.cards:
            self.cards[about].to_first()
        elif about in self.decisions:
            self.decisions[about].to_first()
        else:
            self.add.setFocus()

    def _lay_out(self) -> None:
        self.box.addWidget(self.finding)
        self.box.addLayout(self._due)
        self.box.addWidget(label(_("What is recorded"), "heading"))
        self.box.addWidget(self.nothing)
        self.box.addLayout(self._kept)
        foot = Flow()
        foot.addWidget(self.add)
        self.box.addLayout(foot)
        self.box.addWidget(self.adding)
        self.box.addWidget(
            label(
                _(
                    "The words that were said in private are not here. They are opened in their interview, and under "
                    "Details once it is over."
                ),
                "hint",
            )
        )
        self.box.addStretch(1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        self.finding.promise_wanted.connect(presenter.promise)
        self.add.clicked.connect(presenter.add)
        self.adding.kind_chosen.connect(presenter.choose_kind)
        self.adding.edited.connect(presenter.edit)
        self.adding.stored.connect(presenter.store)
        self.adding.closed.connect(presenter.close)

    def _connect_card(self, card: CircumstanceCard) -> None:
        presenter = self.presenter
        card.change_wanted.connect(presenter.change)
        card.end_wanted.connect(presenter.end)
        card.open_wanted.connect(presenter.open_on_purpose)
        card.edited.connect(presenter.edit)
        card.stored.connect(presenter.store)
        card.closed.connect(presenter.close)
