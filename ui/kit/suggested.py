"""A line of words with some on offer: one key writes them, and then they can be changed freely."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.choices import ChoiceGroup
from ui.kit.options import Option
from ui.kit.text_fields import TextLine


class SuggestedLine(TextLine):
    """Value: str. `offered` is what the words on offer are called."""

    def __init__(
        self, words: str, *, offered: str, hint: str = "", why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, hint=hint, why=why, parent=parent)
        self._offered = offered
        self._words: tuple[str, ...] = ()
        self.choices: ChoiceGroup | None = None
        self.line.textChanged.connect(self._mark)

    def offer(self, words: Sequence[str]) -> bool:
        """Put these on offer; True where they are others than before."""
        if tuple(words) == self._words:
            return False
        self._words = tuple(words)
        if self.choices is not None:
            self.box.removeWidget(self.choices)
            self.choices.hide()
            self.choices.deleteLater()
        self.choices = (
            ChoiceGroup(self._offered, [Option(each, each) for each in words], role="small") if words else None
        )
        if self.choices is not None:
            self.choices.edited.connect(self._given)
            self.box.insertWidget(self.box.indexOf(self.line), self.choices)
        self.setFocusProxy(self.choices or self.line)
        self._mark()
        return True

    def _given(self, words: object) -> None:
        if isinstance(words, str) and words:
            self.line.setText(words)

    def _mark(self) -> None:
        """One is marked while its words stand in the line."""
        if self.choices is not None:
            self.choices.set_value(self.line.text())
