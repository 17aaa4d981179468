"""The list of the day or the week, with single keys: nobody types in a list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coachdesk.diary import AppointmentState
from ui.kit import RowsView

STATES = (
    AppointmentState.BOOKED,
    AppointmentState.ARRIVED,
    AppointmentState.SEEN,
    AppointmentState.NO_SHOW,
    AppointmentState.MOVED_BY_THEM,
    AppointmentState.CANCELLED,
    AppointmentState.MOVED_BY_US,
    AppointmentState.REMINDED,
    AppointmentState.IN_PROGRESS,
    AppointmentState.PAUSED,
)
"""By digit, from 0 on: the same digits as with Ctrl."""


class DayList(RowsView):
    """Left and Right go to the day or week beside it, W shows the week or the day again, a digit says a state."""

    before_wanted = Signal()
    after_wanted = Signal()
    week_wanted = Signal()
    state_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Left:
            self.before_wanted.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.after_wanted.emit()
        elif event.key() == Qt.Key.Key_W:
            self.week_wanted.emit()
        elif 0 <= digit < len(STATES):
            self.state_wanted.emit(STATES[digit].value)
        else:
            super().keyPressEvent(event)
