"""What every page is held to. Each function names what is wrong; a test asserts that it names nothing.

For a page or dialog `page` that is shown at a size:

    assert nameless(page) == []
    assert same_named(page) == []
    assert small_targets(page) == []
    assert clipped(page) == []
    assert unreachable(page) == []
"""

import gettext
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from coachdesk import i18n
from ui import theme
from ui.tasks import Tasks

LEAST_TARGET = 24


def spoken(widget: QWidget) -> str:
    """The name under which a screen reader knows a control: its own, or that of the label whose buddy it is."""
    found = QAccessible.queryAccessibleInterface(widget)
    name = found.text(QAccessible.Text.Name)
    if name:
        return name
    labels = [each for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
    return labels[0].text() if labels else ""


def described(widget: QWidget) -> str:
    """What a screen reader says of a control beyond its name: hint, error, why."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def controls(root: QWidget) -> list[QWidget]:
    """Whatever is on the screen below `root` and takes the focus."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisibleTo(root)
        and not each.objectName().startswith("qt_")
        and not isinstance(each, QScrollBar)
    ]


def nameless(root: QWidget) -> list[str]:
    """Controls without a name or a label relation (qt-pitfalls 5.13)."""
    return [type(each).__name__ for each in controls(root) if not spoken(each)]


def same_named(root: QWidget) -> list[str]:
    """Controls of one group that share role and name, so that nobody could tell them apart by ear."""
    keys = [
        (each.parentWidget(), QAccessible.queryAccessibleInterface(each).role(), spoken(each))
        for each in controls(root)
    ]
    return [name for (_parent, _role, name), many in Counter(keys).items() if many > 1]


def small_targets(root: QWidget) -> list[str]:
    """Controls smaller than 24 by 24."""
    return [
        f"{spoken(each)}: {each.width()} x {each.height()}"
        for each in controls(root)
        if min(each.width(), each.height()) < LEAST_TARGET
    ]


def clipped(root: QWidget) -> list[str]:
    """Texts that are cut off, by their own place or by the edge of what they are in."""
    return [
        f"{type(each).__name__} {_text(each)!r}: {each.width()} x {each.height()}"
        for each in [root, *root.findChildren(QWidget)]
        if each.isVisibleTo(root) and (_too_small(each) or _beyond_its_parent(each))
    ]


def tab_walk(root: QWidget) -> list[QWidget]:
    """The controls in the order in which Tab visits them (the focus chain: offscreen has no window system, 5.10)."""
    walked = []
    each = root.nextInFocusChain()
    while each is not None and each is not root:
        if each in walked:
            raise AssertionError("Tab goes round in a circle")
        stop = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isEnabled()
        if stop and root.isAncestorOf(each) and each.isVisibleTo(root):
            walked.append(each)
        each = each.nextInFocusChain()
    return walked


def unreachable(root: QWidget) -> list[str]:
    """Controls that Tab does not visit, although it should."""
    walked = tab_walk(root)
    wanted = [each for each in controls(root) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]
    return [spoken(each) for each in wanted if each not in walked]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours ("#rrggbb") after WCAG 2.2."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ring_contrast(before: QImage, after: QImage) -> float:
    """The strongest contrast between a picture without the focus ring and one with it, at the same pixel."""
    pairs = {
        (before.pixelColor(x, y).name(), after.pixelColor(x, y).name())
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    return max((contrast(*pair) for pair in pairs), default=1.0)


@contextmanager
def longer_texts(share: float = 0.4) -> Iterator[None]:
    """Every text of ours that share longer, with accents, as a translation might be. Build the page inside."""
    before = i18n._screen[0]
    i18n._screen[0] = _Longer(share)
    try:
        yield
    finally:
        i18n._screen[0] = before


@contextmanager
def at_text_size(appearance: theme.Appearance, per_cent: int, wish: theme.Theme = theme.Theme.BASIC) -> Iterator[None]:
    """Everything at this text size, in this theme, until the test is over.

    The next test begins as all do (fixture `appearance`), when the pages of this one are gone: going back while they
    are there would polish each of their widgets once more, for nobody.
    """
    appearance.choose(wish, per_cent)
    yield


def settle() -> None:
    """Let layouts come to rest and the deleted go (qt-pitfalls 5.4)."""
    for _round in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def held_up(tasks: Tasks) -> Iterator[None]:
    """Slow work that is asked for meanwhile begins afterwards: what the window says of it can be read, however quick it is."""
    gate = threading.Event()
    tasks.run(gate.wait, owner=tasks, ok=lambda _result: None, fail=lambda _error: None)
    try:
        yield
    finally:
        gate.set()


def told(widget: QWidget) -> str:
    """Whatever a screen reader finds in a widget and below it, shown or hidden: names, descriptions, what is typed."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    waiting, words = [QAccessible.queryAccessibleInterface(widget)], []
    while waiting:
        found = waiting.pop()
        words += [found.text(kind) for kind in kinds]
        waiting += [found.child(number) for number in range(found.childCount())]
    return "\n".join(words)


def press(
    widget: QWidget, key: Qt.Key, text: str = "", keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and let go one key in a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, keys, text))


def use_key(page: QWidget, action_id: str) -> None:
    """Do what the key of an action does on a page or window."""
    next(each for each in page.actions() if each.objectName() == action_id).trigger()


def type_text(widget: QWidget, text: str) -> None:
    """Type a text, accents and all: `qtbot.keyClicks` with an accent kills the process (qt-pitfalls 5.10)."""
    for character in text:
        press(widget, Qt.Key.Key_unknown, character)


def dictate(widget: QWidget, text: str) -> None:
    """Set a text as dictation or a screen reader does: no key, no user signal (qt-pitfalls 5.18)."""
    QAccessible.queryAccessibleInterface(widget).setText(QAccessible.Text.Value, text)


def activate(button: QAbstractButton) -> None:
    """Press or toggle a button as assistive technology does. A press takes Qt a moment: wait for what follows."""
    interface: QAccessibleInterface = QAccessible.queryAccessibleInterface(button)
    actions = interface.actionInterface()
    toggle = next((name for name in ("Toggle", "Check", "Press") if name in actions.actionNames()), "Press")
    actions.doAction(toggle)


LONG_WORD = 14
"""Letters of a long Welsh word."""


class _Longer(gettext.NullTranslations):
    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def gettext(self, message: str) -> str:
        """Longer by whole words: no language of ours has one of sixty letters."""
        more = round(len(message) * self._share)
        words = ["\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}" * LONG_WORD] * (more // LONG_WORD)
        return " ".join([message + "\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}" * (more % LONG_WORD), *words])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, QLabel | QAbstractButton):
        hint = widget.sizeHint()
        return hint.width() > widget.width() or hint.height() > widget.height()
    return isinstance(widget, QLineEdit) and widget.minimumSizeHint().height() > widget.height()


def _beyond_its_parent(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not _text(widget):
        return False
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return widget.width() > parent.width()
    return not parent.rect().contains(widget.geometry())


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
