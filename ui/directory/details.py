"""One row of the directory, whole: where it stands first, its source last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.provision import Listed, State
from ui.directory import words
from ui.directory.state import DirectoryState
from ui.kit import Button, Flow, column, label, surface
from ui.kit.layouts import empty


class Details(QFrame):
    """`copy_wanted` and `add_wanted` are its buttons; the second is there where something is looked for for a plan."""

    copy_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "right")
        box = column(self, margins=(20, 20, 20, 20), spacing=8)
        self._shown: Listed | None = None
        self.name, self._standing = label("", "heading"), label("", "strong")
        self.add_button = Button("", "go", icon="add")
        self.copy_button = Button(_("Copy the name and how to refer"), icon="copy")
        self._facts = column(spacing=10)
        box.addWidget(self.name)
        box.addWidget(self._standing)
        ways = Flow(spacing=10)
        for button, signal in ((self.add_button, self.add_wanted), (self.copy_button, self.copy_wanted)):
            ways.addWidget(button)
            button.clicked.connect(signal)
        box.addLayout(ways)
        box.addLayout(self._facts)
        box.addStretch(1)

    def render_state(self, state: DirectoryState) -> None:
        """Show what is chosen; nothing where nothing is."""
        shown, plan = state.shown, state.for_plan
        self.setVisible(shown is not None)
        self.copy_button.setVisible(shown is not None and shown.state is not State.CLOSED)
        self.add_button.setVisible(state.can_be_added)
        if plan is not None:
            self.add_button.set_words(_("Add to the plan of {name}").format(name=plan.person.name))
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self.name.setText(shown.row.name)
        self._standing.setText(words.standing(shown))
        empty(self._facts)
        for heading, text in words.facts(shown):
            fact = surface("clear")
            both = column(fact, spacing=2)
            both.addWidget(label(heading, "hint"))
            both.addWidget(label(text))
            self._facts.addWidget(fact)
