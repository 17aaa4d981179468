"""A recovery key on the screen, once: its groups, ways to keep it, and one group to be typed back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.clipboard import Loan
from ui.kit.layouts import Flow, column, empty, row, surface
from ui.kit.text import label
from ui.kit.text_fields import TextLine

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, "\N{EN DASH}": None, ".": None})


def same_group(group: str, typed: str) -> bool:
    """Whether what was typed is this group; nobody has to tell O from 0, or I and L from 1."""
    return "".join(typed.upper().split()).translate(_READ_AS) == group


class RecoveryKey(QWidget):
    """Shows the groups with their numbers. `entered` is Enter in the line for the group that is asked for.

    `copied` says that the clipboard has the key.
    """

    print_wanted = Signal()
    copied = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[str, ...] = ()
        self.loan: Loan | None = None
        box = column(self, spacing=16)
        box.addWidget(
            label(
                _(
                    "It is the only way back in when the passphrase or this computer is lost. It is shown once. "
                    "Print it or write it down, and keep it away from this computer."
                )
            )
        )
        held = surface("card")
        self._flow = Flow(spacing=24)
        column(held, margins=(20, 16, 20, 16)).addLayout(self._flow)
        box.addWidget(held)
        buttons = row(spacing=12)
        self.copy_button, self.print_button = Button(_("Copy"), icon="copy"), Button(_("Print"), icon="print")
        self.copy_button.clicked.connect(self._copy)
        self.print_button.clicked.connect(self.print_wanted)
        for button in (self.copy_button, self.print_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        self.typed = TextLine(_("Type one group back"), characters=8)
        self.typed.line.returnPressed.connect(self.entered)
        self._answer = Flow(spacing=12, foot=True)
        self._answer.addWidget(self.typed)
        box.addLayout(self._answer)

    def put_beside(self, button: Button) -> None:
        """Have the next step beside what is typed, where it stays in sight whatever is said below."""
        self._answer.addWidget(button)

    def withhold(self, *, printing: bool, copying: bool) -> None:
        """Grey out what the organisation does not allow; the key can be written down."""
        for button, held in ((self.print_button, printing), (self.copy_button, copying)):
            if held:
                button.withhold()

    def show_key(self, groups: tuple[str, ...], asked: int) -> None:
        """Show these groups and ask for one of them, counted from 1; without groups, forget what was shown."""
        if groups == self.groups:
            return
        self.groups = groups
        empty(self._flow)
        self.typed.set_value("")
        for place, group in enumerate(groups, 1):
            words = _("{number}. {group}").format(number=place, group=group)
            self._flow.addWidget(label(words, "large", wrap=False))
        if groups:
            self.typed.set_words(_("Type group {number} here").format(number=asked))

    def key(self) -> str:
        """The whole key as it is printed and copied."""
        return "-".join(self.groups)

    def _copy(self) -> None:
        self.loan = Loan(self.key())
        if self.loan.lies_there():
            self.copied.emit()
