"""The shell of every field: what is asked, a hint, what is wrong, and a value that can be seen and heard.

An edit is heard whoever makes it: keyboard, dictation, a screen reader. So fields listen to state signals
(`textChanged`, `toggled`), and showing a value is guarded instead (qt-pitfalls 5.18).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QWidget

from coachdesk.i18n import _
from ui.kit.layouts import column, empty, row
from ui.kit.surfaces import Chip
from ui.kit.text import Role, announce, label, set_state


class Field(QWidget):
    """A question with its control. `edited` carries the whole new value whenever somebody changes it.

    Subclasses build their control with `_single` or `_group`, show a value in `_show`, give it in `value` and call
    `_heard` on every state signal.
    """

    edited = Signal(object)

    def __init__(
        self, words: str, *, hint: str = "", why: str = "", role: Role = "label", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words, self.hint, self.why = words, hint, why
        self._rendering = False
        self._error, self._row, self._marked = "", "", ""
        self._described: list[QWidget] = []
        self._marks: QHBoxLayout | None = None
        self.box = column(self, spacing=5)
        self._head = row(spacing=10)
        self.label = label(words, role)
        self._head.addWidget(self.label, 1)
        self.box.addLayout(self._head)
        self._hint = label(hint, "hint")
        self._why = label(why, "hint")
        self._wrong = label("", "error")
        for each in (self._hint, self._why, self._wrong):
            self.box.addWidget(each)
        self._hint.setVisible(bool(hint))
        self._why.hide()
        self._wrong.hide()

    def value(self) -> object:
        """What stands in the field, in the value shape of its kind."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value. Emits nothing, and touches nothing that already shows it, so that no cursor jumps."""
        if value != self.value():
            with self._quietly():
                self._show(value)

    def set_error(self, text: str) -> None:
        """Say at the field what is wrong, and how to mend it; an empty text takes it back."""
        if text == self._error:
            return
        self._error = text
        self._wrong.setText(_("Please check: {problem}").format(problem=text) if text else "")
        self._wrong.setVisible(bool(text))
        for each in self._described:
            set_state(each, "invalid", "true" if text else "false")
        self._describe()
        announce(self, text)

    def error(self) -> str:
        """What is said to be wrong; empty where nothing is."""
        return self._error

    def set_words(self, words: str, *, hint: str = "", why: str = "") -> None:
        """Ask the same in other words (another channel, another person)."""
        self.words, self.hint, self.why = words, hint, why
        self.label.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._why.setText(why)
        self._describe()

    def set_row(self, row: str) -> None:
        """Which row of a list the field is in ("Child 2"): a screen reader says it after the field's own words."""
        self._row = row
        self._describe()

    def show_why(self, *, shown: bool) -> None:
        """Show or fold away why this is asked."""
        self._why.setVisible(shown and bool(self.why))

    def why_shown(self) -> bool:
        """Whether it is unfolded why this is asked."""
        return not self._why.isHidden()

    def set_marks(self, *marks: tuple[str, str]) -> None:
        """Mark the field with (icon, word) chips: sealed, private, never printed. A screen reader says the words too."""
        if self._marks is not None:
            empty(self._marks)
        else:
            self._marks = row(spacing=6)
            self._head.addLayout(self._marks)
        for icon, word in marks:
            self._marks.addWidget(Chip(word, icon))
        self._marked = ", ".join(word for _icon, word in marks)
        self._describe()

    def _single(self, control: QWidget) -> None:
        """One control, labelled by the words above it, which are its buddy (qt-pitfalls 5.13)."""
        self.label.setBuddy(control)
        self._described.append(control)
        self.setFocusProxy(control)
        self._describe()

    def _group(self) -> QGroupBox:
        """A nameless frame around several controls, which a screen reader knows as a group with our words."""
        group = QGroupBox()
        self._described.append(group)
        self.box.addWidget(group)
        self._describe()
        return group

    def _describe(self) -> None:
        said = " ".join(part for part in (self._error, self._marked, self.hint, self.why) if part)
        for each in self._described:
            each.setAccessibleName(self._spoken())
            each.setAccessibleDescription(said)

    def _spoken(self) -> str:
        """The name of the control for a screen reader."""
        return ", ".join(part for part in (self.words, self._row) if part)

    def _show(self, value: object) -> None:
        raise NotImplementedError

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Whatever changes in here was not said by anybody."""
        before, self._rendering = self._rendering, True
        try:
            yield
        finally:
            self._rendering = before

    def _heard(self) -> None:
        """Something changed: tell it, unless we are showing a value."""
        if not self._rendering:
            self.edited.emit(self.value())
