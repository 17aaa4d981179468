"""Someone like this: worked examples, one of them open, to be looked through by circumstance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui import kit
from ui.interview.finding.like import ExampleText, Like
from ui.interview.finding.presenter import FindingPresenter
from ui.kit.layouts import empty

EVERY = "every"
"""Id of the choice that looks for nothing in particular."""


class LikePart(QWidget):
    """Shut it is one button. `remade` says that controls came or went."""

    remade = Signal()

    def __init__(self, presenter: FindingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: Like | None = None
        box = kit.column(self, spacing=10)
        self.open = kit.Button(_("Someone like this"), "link", icon="people")
        self.open.clicked.connect(presenter.show_like)
        head = kit.row()
        head.addWidget(self.open)
        head.addStretch(1)
        box.addLayout(head)
        self._held = QWidget()
        self._box = kit.column(self._held, spacing=8)
        self._box.addWidget(kit.label(_("Examples to compare with. The people in them are invented."), "small"))
        box.addWidget(self._held)
        self._held.hide()
        self.about: kit.ChoiceGroup | None = None
        self.titles: dict[str, kit.Button] = {}
        self._list = QWidget()
        self._rows = kit.column(self._list, spacing=4)
        self._box.addWidget(self._list)

    def show_like(self, like: Like | None) -> None:
        """Show these examples; None shuts the list."""
        if like == self._shown:
            return
        before, self._shown = self._shown, like
        if like is not None:
            if before is None or before.abouts != like.abouts:
                self._choose_from(like)
            self._fill(like)
        self._held.setVisible(like is not None)
        self.remade.emit()

    def _choose_from(self, like: Like) -> None:
        if self.about is not None:
            self._box.removeWidget(self.about)
            self.about.hide()
            self.about.deleteLater()
        every = (kit.Option(EVERY, _("Whatever is alike")), *(kit.Option(each, words) for each, words in like.abouts))
        self.about = kit.ChoiceGroup(_("Alike in what?"), every, role="small")
        self.about.set_value(EVERY)
        self.about.edited.connect(self._chosen)
        self._box.insertWidget(1, self.about)

    def _fill(self, like: Like) -> None:
        """The titles, with what is open below its own. The focus stays on the title that was pressed."""
        focused = next((name for name, title in self.titles.items() if title.hasFocus()), "")
        empty(self._rows)
        self.titles = {}
        for example in like.examples:
            title = self._title(example, is_open=example.name == like.opened)
            self._rows.addWidget(title)
            title.show()  # at once: what is not on the screen yet takes no focus
            if example.name == like.opened:
                self._rows.addWidget(_card(example))
        if not like.examples:
            self._rows.addWidget(kit.label(_("There is no example of it yet."), "small"))
        if focused in self.titles:
            self.titles[focused].setFocus()

    def _title(self, example: ExampleText, *, is_open: bool) -> QWidget:
        held = QWidget()
        beside = kit.row(held)
        words = _("Shut") if is_open else _("Read")
        button = kit.Button(words, "chip")
        button.setAccessibleName(_("{act}: {what}").format(act=words, what=example.title))
        button.setProperty("name", example.name)
        button.clicked.connect(self._pressed)
        beside.addWidget(kit.label(example.title), 1)
        beside.addWidget(button)
        self.titles[example.name] = button
        return held

    def _chosen(self, about: object) -> None:
        if isinstance(about, str):
            self._presenter.look_for("" if about == EVERY else about)

    def _pressed(self) -> None:
        self._presenter.open_example(str(self.sender().property("name")))


def _card(example: ExampleText) -> QWidget:
    card = kit.surface("card")
    box = kit.column(card, margins=(12, 10, 12, 10), spacing=4)
    for part in example.parts:
        box.addWidget(kit.label(part.lead, "section"))
        for said in part.said:
            box.addWidget(kit.label(said))
    return card
