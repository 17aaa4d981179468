"""Parts of a page of which one is shown: a row of words above, the chosen part below, all of it scrolling together."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column, row, scroll_area_of
from ui.kit.text import Role, label


@dataclass(frozen=True, slots=True)
class Section:
    """One part: permanent id, words, content."""

    id: str
    words: str
    content: QWidget


class Sections(QWidget):
    """`chosen` carries the id of the part that the coach wants to see. One Tab stop for the row; arrows choose."""

    chosen = Signal(str)

    def __init__(
        self, title: str, sections: Sequence[Section], *, role: Role = "title", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sections = {section.id: section for section in sections}
        self._held: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        box = column(self, spacing=12)
        box.addWidget(label(title, role))
        held = QWidget()
        held.setAccessibleName(title)
        chips = Flow(held)
        self._gutter = QWidget()
        beside = row()
        beside.addWidget(held, 1)
        beside.addWidget(self._gutter)
        box.addLayout(beside)
        for number, section in enumerate(sections):
            chip = Button(section.words, "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            chips.addWidget(chip)
            self._held[section.id] = _held(section.content)
            box.addWidget(self._held[section.id], 1)
        self._group.idToggled.connect(self._toggled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the scroll bar its room while there is none: the words stand in the same lines above every part."""
        super().resizeEvent(event)
        area = scroll_area_of(self)
        bar = None if area is None else area.verticalScrollBar()
        self._gutter.setFixedWidth(0 if bar is None or bar.isVisible() else bar.sizeHint().width())

    def button(self, section_id: str) -> QAbstractButton:
        """The button of a part."""
        return self._group.button(list(self.sections).index(section_id))

    def choose(self, section_id: str) -> None:
        """Show a part and hide the others."""
        for each in self.sections.values():
            here = each.id == section_id
            self._held[each.id].setVisible(here)
            self.button(each.id).setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.button(section_id).setChecked(True)

    def _toggled(self, number: int) -> None:
        section = list(self.sections.values())[number]
        if self._group.checkedId() == number and self._held[section.id].isHidden():
            self.chosen.emit(section.id)


def _held(content: QWidget) -> QWidget:
    """A row of its own: it counts the height of what is in it for its own width, were the page too wide for reading."""
    held = QWidget()
    held.hide()
    beside = row(held)
    beside.addWidget(content, 1)
    beside.addStretch(0)
    return held
