"""Tab goes the way the eye goes: for pages whose parts come and go, because Qt's order is that of their making."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QStackedWidget, QWidget


def order_tabs(root: QWidget) -> None:
    """Put everything below `root` that takes the focus into reading order."""
    for before, after in pairwise(_focusable(root)):
        QWidget.setTabOrder(before, after)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _focusable(content)
    elif isinstance(widget, QStackedWidget):
        for page in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            yield from _focusable(page)
    elif (layout := widget.layout()) is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None:
            yield from _of_item(item)


def _of_item(item: QLayoutItem) -> Iterator[QWidget]:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        yield from _focusable(widget)
    elif layout is not None:
        yield from _inside(layout)
