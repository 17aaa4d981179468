"""The parts of a window that one key goes through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def to_next(regions: Sequence[QWidget]) -> None:
    """Give the focus to the first control of the part after the one that has it, and round again."""
    at = next((n for n, each in enumerate(regions) if _has_focus(each)), -1)
    for step in range(1, len(regions) + 1):
        if _focus_first(regions[(at + step) % len(regions)]):
            return


def _has_focus(region: QWidget) -> bool:
    return any(each.hasFocus() for each in region.findChildren(QWidget))


def _focus_first(region: QWidget) -> bool:
    """Give the focus to the first control of a part of the window, in Tab order."""
    each = region.nextInFocusChain()
    while each is not None and each is not region:
        if region.isAncestorOf(each) and each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            each.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        each = each.nextInFocusChain()
    return False
