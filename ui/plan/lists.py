"""A list of cards under its heading, with the way to add one. Cards that show the same as before stay as they are."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit import Button, Flow, column, label
from ui.plan.cards import ActionCard, GoalCard, RecordCard
from ui.plan.state import ActionView, GoalView

View = GoalView | ActionView


class CardList(QWidget):
    """Shows views as cards, and in the place of one of them the editor."""

    def __init__(self, make: Callable[[View], RecordCard], *adds: Button) -> None:
        """`adds`: the ways to add one, below them."""
        super().__init__()
        self._make = make
        self.cards: dict[str, RecordCard] = {}
        self._shown: list[QWidget] = []
        box = column(self, spacing=8)
        self._heading, self._hint = label("", "heading"), label("", "hint")
        self._nothing = label(_("Nothing yet."), "small")
        self._held = column(spacing=10)
        for each in (self._heading, self._hint):
            box.addWidget(each)
        box.addLayout(self._held)
        box.addWidget(self._nothing)
        foot = Flow(spacing=10)
        for add in adds:
            foot.addWidget(add)
        box.addLayout(foot)

    def set_heading(self, heading: str, hint: str = "") -> None:
        """What stands above the cards."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def show_views(self, views: Sequence[View], editing: str, editor: QWidget | None) -> bool:
        """Show these; True where there are other controls than before."""
        wanted: list[QWidget] = []
        cards: dict[str, RecordCard] = {}
        for view in views:
            record_id = id_of(view)
            if editor is not None and record_id == editing:
                wanted.append(editor)
            else:
                cards[record_id] = self._card(record_id, view)
                wanted.append(cards[record_id])
        self._nothing.setVisible(not wanted)
        gone = [card for key, card in self.cards.items() if cards.get(key) is not card]
        self.cards = cards
        if wanted == self._shown:
            return False
        self._shown = wanted
        while self._held.takeAt(0) is not None:
            pass
        for card in gone:
            card.hide()
            card.deleteLater()
        for each in wanted:
            self._held.addWidget(each)
            each.show()
        return True

    def _card(self, record_id: str, view: View) -> RecordCard:
        card = self.cards.get(record_id)
        if isinstance(card, GoalCard | ActionCard) and card.view == view:
            return card
        return self._make(view)


def id_of(view: View) -> str:
    """The id of the goal or action."""
    return view.goal.id if isinstance(view, GoalView) else view.action.id
