"""Parts of a page of which one is shown: a row of words above, the chosen part below, all of it scrolling together."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column, row
from ui.kit.text import label


@dataclass(frozen=True, slots=True)
class Section:
    """One part: permanent id, words, content."""

    id: str
    words: str
    content: QWidget


class Sections(QWidget):
    """`chosen` carries the id of the part that the coach wants to see. One Tab stop for the row; arrows choose."""

    chosen = Signal(str)

    def __init__(self, title: str, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = {section.id: section for section in sections}
        self._group = QButtonGroup(self)
        box = column(self, spacing=12)
        box.addWidget(label(title, "title"))
        held = QWidget()
        held.setAccessibleName(title)
        chips = Flow(held)
        box.addWidget(held)
        for number, section in enumerate(sections):
            chip = Button(section.words, "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            chips.addWidget(chip)
            beside = row()  # a box counts the height of what is in it for its own width, were that too wide for reading
            beside.addWidget(section.content, 1)
            beside.addStretch(0)
            box.addLayout(beside, 1)
            section.content.hide()
        self._group.idToggled.connect(self._toggled)

    def button(self, section_id: str) -> QAbstractButton:
        """The button of a part."""
        return self._group.button(list(self.sections).index(section_id))

    def choose(self, section_id: str) -> None:
        """Show a part and hide the others."""
        for each in self.sections.values():
            here = each.id == section_id
            each.content.setVisible(here)
            self.button(each.id).setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.button(section_id).setChecked(True)

    def _toggled(self, number: int) -> None:
        section = list(self.sections.values())[number]
        if self._group.checkedId() == number and section.content.isHidden():
            self.chosen.emit(section.id)
