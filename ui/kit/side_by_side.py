"""Two records beside one another: every matter in a line, what differs said in words, and what may be chosen below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit.choices import ChoiceGroup
from ui.kit.layouts import column, empty
from ui.kit.options import Option
from ui.kit.rows import Row, RowsView
from ui.kit.tabs import order_tabs
from ui.kit.text import label

Side = Literal["left", "right"]

_HEAD = ""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One matter of two records.

    Attributes:
        id: permanent; `chosen` speaks of it.
        words: what it is about.
        left, right: what each says, in words; empty where it says nothing.
        differs: whether the two say different things.
        choice: the side that is chosen or proposed; empty while nothing is; None where there is nothing to choose.
        note: what becomes of it, on a line below.
    """

    id: str
    words: str
    left: str
    right: str
    differs: bool = False
    choice: Side | Literal[""] | None = None
    note: str = ""


class SideBySide(QWidget):
    """Shows rows, each with "Different" in words where it differs; arrows go from row to row, a screen reader says each.

    Below it, every row with a choice is a question with two answers. `edited` carries all choices by the rows' ids.
    """

    edited = Signal(object)

    def __init__(self, name: str, *, left: str = "", right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._rows: tuple[SideRow, ...] = ()
        self._choices: dict[str, ChoiceGroup] = {}
        box = column(self, spacing=12)
        self.table = RowsView(name)
        self.which = label(_("Where they differ, which is right?"), "heading")
        self._held = column(spacing=16)
        box.addWidget(self.table)
        box.addWidget(self.which)
        box.addLayout(self._held)
        self.which.hide()

    def set_sides(self, left: str, right: str) -> None:
        """What the two records are called; shown with the next rows."""
        if (left, right) != (self._left, self._right):
            self._left, self._right, self._rows = left, right, ()

    def set_rows(self, rows: Sequence[SideRow]) -> None:
        """Show these rows with these choices."""
        new = tuple(rows)
        if new == self._rows:
            return
        anew = _questions(new) != _questions(self._rows)
        self._rows = new
        self.table.set_rows([self._head(), *(self._line(each) for each in new)])
        self.table.fit(len(new) + 1)
        if anew:
            self._ask()
        for each in new:
            if each.id in self._choices:
                self._choices[each.id].set_value(each.choice)

    def chosen(self) -> dict[str, str]:
        """The side that is chosen of each row with a choice, by the row's id."""
        return {row_id: group.value() for row_id, group in self._choices.items()}

    def choice(self, row_id: str) -> ChoiceGroup:
        """The question of a row."""
        return self._choices[row_id]

    def _ask(self) -> None:
        empty(self._held)
        self._choices = {}
        for each in self._rows:
            if each.choice is not None:
                sides = (Option("left", _said(each.left), self._left), Option("right", _said(each.right), self._right))
                self._choices[each.id] = group = ChoiceGroup(each.words, sides)
                group.edited.connect(self._edited)
                self._held.addWidget(group)
        self.which.setVisible(bool(self._choices))
        order_tabs(self)

    def _head(self) -> Row:
        spoken = _("On the left: {left}. On the right: {right}.").format(left=self._left, right=self._right)
        return Row(_HEAD, ("", self._left, self._right, ""), spoken)

    def _line(self, row: SideRow) -> Row:
        left, right, marked = _said(row.left), _said(row.right), _("Different") if row.differs else _("The same")
        spoken = _("{words}. {first}: {left}. {second}: {right}. {marked}. {note}").format(
            words=row.words, first=self._left, left=left, second=self._right, right=right, marked=marked, note=row.note
        )
        return Row(row.id, (row.words, left, right, marked), spoken.strip(), row.note)

    def _edited(self) -> None:
        self.edited.emit(self.chosen())


def _questions(rows: Sequence[SideRow]) -> list[tuple[str, str, str, str]]:
    return [(each.id, each.words, each.left, each.right) for each in rows if each.choice is not None]


def _said(text: str) -> str:
    return text or _("Nothing recorded")
