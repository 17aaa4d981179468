"""Tab goes the way the eye goes: for pages whose parts come and go, because Qt's order is that of their making."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


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
    """What a layout holds, in its order. Asked by `indexOf`, never by `itemAt`.

    What `itemAt` hands to Python stays known there after Qt has deleted it with its widget, and the process dies when
    something else is made in its place.
    """
    owner = layout.parentWidget()
    widgets = owner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if owner else []
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    found += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    for index, each in sorted(found, key=_place):
        if index >= 0:
            yield from _inside(each) if isinstance(each, QLayout) else _focusable(each)


def _place(held: tuple[int, QWidget | QLayout]) -> int:
    return held[0]
