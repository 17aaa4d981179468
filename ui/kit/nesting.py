"""Boxes in boxes, without shadows.

When a filled box is put into another, PySide makes a Python object for each item in it. The items are Qt's own and go
with their widgets, without telling Python: whatever then comes to lie at the address of one is taken for it, and the
program dies when that goes. So these objects are let go at once.
"""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout
from shiboken6 import Shiboken


class Column(QVBoxLayout):
    """A column that other boxes may be put into."""

    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:
        super().addLayout(layout, stretch or 0)
        _let_go(layout)


class Row(QHBoxLayout):
    """A row that other boxes may be put into."""

    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:
        super().addLayout(layout, stretch or 0)
        _let_go(layout)


def _let_go(layout: QLayout) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if isinstance(item, QLayout):
            _let_go(item)
        elif item is not None and not Shiboken.createdByPython(item):
            Shiboken.invalidate(item)
