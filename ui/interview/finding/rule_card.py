"""The rules behind a line, opened below it: text, authority, where to read it, and how well it is known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui import kit
from ui.interview.finding.card import RuleText


class RuleCards(QFrame):
    """Opened on purpose, made anew each time: seldom more than three rules."""

    def __init__(self, cards: Sequence[RuleText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        box = kit.column(self, margins=(12, 10, 12, 10), spacing=14)
        for number, card in enumerate(cards, 1):
            box.addWidget(_one(card, number))


def _one(card: RuleText, number: int) -> QWidget:
    held = QWidget()
    box = kit.column(held, spacing=4)
    box.addWidget(kit.label(card.source, "strong"))
    box.addWidget(kit.label(card.text))
    box.addWidget(kit.label(" ".join(card.notes), "small"))
    if card.address:
        box.addWidget(kit.label(_("Where to read it"), "small"))
        address = kit.PlainText(card.address)
        address.setAccessibleName(_("Address of rule {n}").format(n=number))
        box.addWidget(address)
    return held
