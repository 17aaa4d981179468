"""The way to handing over."""

from PySide6.QtCore import Qt, Signal

from coachdesk.i18n import _
from ui.kit import Button, Card, Reading, label


class HandoverSection(Reading):
    """`wanted` is the button."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        card = Card()
        for sentence in (
            _("Before you are away, hand people over to a colleague: in a pack that nobody else can open."),
            _("When you are back, their pack comes in. Where both of you changed the same thing, you decide."),
        ):
            card.box.addWidget(label(sentence))
        self.open = Button(_("Go to handing over"), "go", key="handover")
        card.box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(card)
        self.box.addStretch(1)
        self.open.clicked.connect(self.wanted)
