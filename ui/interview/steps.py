"""The steps at the left: where one is, what is done, and what is put off to next time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coachdesk.i18n import _
from ui import kit
from ui.interview import view
from ui.interview.state import InterviewState
from ui.interview.step_row import StepRow
from ui.interview.view import StepLine
from ui.kit.layouts import scroll_area_of

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepsPanel(QFrame):
    """One Tab stop; arrows move, Enter or a click opens. `opened` carries the step's id; `back_wanted` unfolds."""

    opened = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "left")
        self._compact, self._unfolded = False, False
        box = kit.column(self, margins=(0, 14, 0, 14), spacing=0)
        self.all_steps = kit.Button("", key="steps")
        self.all_steps.clicked.connect(self._toggle)
        self._head = kit.surface("clear")
        held = kit.row(self._head, margins=(16, 0, 16, 8))
        held.addWidget(self.all_steps)
        held.addStretch(1)
        box.addWidget(self._head)
        self._list = kit.surface("clear")
        inner = kit.column(self._list, spacing=0)
        box.addWidget(self._list)
        self._flow = kit.column(spacing=0)
        inner.addLayout(self._flow)
        self._if_time, self._spare = _part(_("If there is time"))
        self._next_time, self._later = _part(_("Next time"))
        inner.addWidget(self._if_time)
        held_rows = kit.column(spacing=0)
        self._next_rows = held_rows
        self._later.addLayout(held_rows)
        self.unfold = kit.Button(_("Bring one back"), key="unfold")
        self.unfold.clicked.connect(self.back_wanted)
        foot = kit.row(margins=(16, 8, 16, 0))
        foot.addWidget(self.unfold)
        foot.addStretch(1)
        self._later.addLayout(foot)
        inner.addWidget(self._next_time)
        box.addStretch(1)
        self.rows: dict[str, StepRow] = {}
        self._fold()

    def render_state(self, state: InterviewState) -> None:
        """Show the steps as they stand."""
        lines = view.step_lines(state)
        here = state.interview.step_id
        wanted = [(line.id, line.folded) for line in lines]
        if wanted != [(each, self._is_folded(row)) for each, row in self.rows.items()]:
            self._remake(lines)
        for line in lines:
            self.rows[line.id].show_line(line, here=line.id == here)
            stop = line.id == here or (here not in self.rows and line is lines[0])
            self.rows[line.id].setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._next_time.setVisible(any(line.folded for line in lines))
        self._if_time.setVisible(any(line.spare for line in lines))
        ids = [line.id for line in lines if not line.folded]
        if here in ids:
            words = _("Step {n} of {many}. All steps").format(n=ids.index(here) + 1, many=len(ids))
            self.all_steps.set_words(words)

    def set_compact(self, *, compact: bool) -> None:
        """Where there is one column only, the list is folded away behind one line."""
        if compact != self._compact:
            self._compact, self._unfolded = compact, False
            self._fold()

    def show_place(self) -> None:
        """Scroll to the step in front, where the list is a column of its own."""
        area = scroll_area_of(self)
        if area is None or self._compact:
            return
        for row in self.rows.values():
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                area.ensureWidgetVisible(row, 0, row.height())

    def enter(self) -> None:
        """Go to the list, at the step in front."""
        self._unfolded = True
        self._fold()
        for row in self.rows.values():
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, StepRow):
            key = Qt.Key(event.key())
            rows = list(self.rows.values())
            if key in _MOVES:
                rows[min(max(rows.index(watched) + _MOVES[key], 0), len(rows) - 1)].setFocus()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _is_folded(self, row: StepRow) -> bool:
        return row.property("folded") is True

    def _remake(self, lines: Sequence[StepLine]) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {line.id: self._row(line) for line in lines}

    def _row(self, line: StepLine) -> StepRow:
        box = self._next_rows if line.folded else self._spare if line.spare else self._flow
        row = StepRow(line)
        row.setProperty("step", line.id)
        row.setProperty("folded", line.folded)
        row.clicked.connect(self._pressed)
        row.installEventFilter(self)
        box.addWidget(row)
        return row

    def _pressed(self) -> None:
        self._unfolded = False
        self._fold()
        self.opened.emit(str(self.sender().property("step")))

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        self._head.setVisible(self._compact)
        self._list.setVisible(not self._compact or self._unfolded)


def _part(title: str) -> tuple[QFrame, QVBoxLayout]:
    part = kit.surface("clear")
    box = kit.column(part, margins=(0, 10, 0, 0), spacing=0)
    heading = kit.label(title, "section")
    heading.setContentsMargins(16, 0, 12, 2)
    box.addWidget(heading)
    return part, box
