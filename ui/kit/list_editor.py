"""A list of like things, a card each: children, jobs. Rows are added and removed one at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.field import Field
from ui.kit.icons import icon_button
from ui.kit.layouts import Flow, column, row, surface
from ui.kit.text import label


@dataclass(frozen=True, slots=True)
class Column:
    """One part of a row: its key in the value, and what makes its field."""

    key: str
    make: Callable[[], Field]


class ListRow(QObject):
    """One row: a card with a heading, its fields, and a button that removes it."""

    removed = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget, columns: Sequence[Column], *, flat: bool) -> None:
        super().__init__(parent)
        self.card = surface("card", parent)
        self.fields = {each.key: each.make() for each in columns}
        box = column(self.card, margins=(16, 10, 12, 14), spacing=8)
        head = row()
        self.heading = label("", "section")
        self.remove = icon_button("remove", _("Remove"))
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove)
        box.addLayout(head)
        fields = Flow(spacing=20, foot=True) if flat else column(spacing=12)
        box.addLayout(fields)
        for each in self.fields.values():
            fields.addWidget(each)
            each.edited.connect(self._edited)
        self.remove.clicked.connect(self._remove)

    def name(self, words: str) -> None:
        """Say which row this is, to the eye and to a screen reader."""
        self.heading.setText(words)
        self.remove.setAccessibleName(_("Remove {row}").format(row=words))
        self.remove.setToolTip(self.remove.accessibleName())
        for each in self.fields.values():
            each.set_row(words)

    def value(self) -> dict[str, object]:
        """The row by key."""
        return {key: each.value() for key, each in self.fields.items()}

    def show(self, value: object) -> None:
        """Show a row."""
        given = value if isinstance(value, dict) else {}
        for key, each in self.fields.items():
            each.set_value(given.get(key, ""))

    def _edited(self) -> None:
        self.edited.emit()

    def _remove(self) -> None:
        self.removed.emit(self)


class ListEditor(Field):
    """A list of rows. Value: list of dicts, one a row, with the columns' values by key.

    `row_name` is a sentence with `{n}` ("Child {n}"), `add` the words of the button, `most` the largest number of rows.
    `flat` puts the fields of a row beside one another.
    """

    def __init__(
        self,
        words: str,
        columns: Sequence[Column],
        *,
        row_name: str,
        add: str,
        most: int | None = None,
        flat: bool = True,
        hint: str = "",
        why: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, hint=hint, why=why, parent=parent)
        self._columns, self._row_name, self._most, self._flat = tuple(columns), row_name, most, flat
        self.rows: list[ListRow] = []
        group = self._group()
        box = column(group, spacing=10)
        self._cards = column(spacing=10)
        box.addLayout(self._cards)
        self.add = Button(add, icon="add")
        self.add.clicked.connect(self._add)
        held = row()
        held.addWidget(self.add)
        held.addStretch(1)
        box.addLayout(held)
        self.setFocusProxy(self.add)

    def value(self) -> list[dict[str, object]]:
        return [each.value() for each in self.rows]

    def _show(self, value: object) -> None:
        wanted = list(value) if isinstance(value, list | tuple) else []
        while len(self.rows) > len(wanted):
            self._drop(self.rows[-1])
        while len(self.rows) < len(wanted):
            self._append()
        for each, shown in zip(self.rows, wanted, strict=True):
            each.show(shown)
        self._renumber()

    def _append(self) -> ListRow:
        added = ListRow(self, self._columns, flat=self._flat)
        added.edited.connect(self._heard)
        added.removed.connect(self._remove)
        self.rows.append(added)
        self._cards.addWidget(added.card)
        return added

    def _drop(self, dropped: ListRow) -> None:
        self.rows.remove(dropped)
        self._cards.removeWidget(dropped.card)
        dropped.card.hide()
        dropped.card.deleteLater()
        dropped.deleteLater()

    def _add(self) -> None:
        added = self._append()
        self._renumber()
        self._heard()  # first: whoever hears that the focus moved may show what is known so far
        next(iter(added.fields.values())).setFocus()

    def _remove(self, removed: ListRow) -> None:
        self._drop(removed)
        self._renumber()
        self._heard()
        self.add.setFocus()

    def _renumber(self) -> None:
        for number, each in enumerate(self.rows, 1):
            each.name(self._row_name.format(n=number))
        self.add.setEnabled(self._most is None or len(self.rows) < self._most)
