"""The foot of an interview: the time, and the ways on."""

from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _, ngettext
from ui import kit
from ui.interview import view
from ui.interview.state import GOODBYE, InterviewState


class Foot(QFrame):
    """The page connects its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bottom")
        box = kit.column(self, margins=(24, 8, 24, 10), spacing=8)
        self.time = kit.TimeBar()
        box.addWidget(self.time)
        held = QWidget()
        self.back = kit.Button(_("Back"), key="back")
        self.pause = kit.Button(_("Pause"), key="pause")
        self.end = kit.Button(_("End kindly"), key="end")
        self.finish = kit.Button(_("Finish"), key="finish")
        self.go_on = kit.Button(_("Continue"), "go", key="continue")
        ways = kit.Flow(held, spacing=10)
        for button in (self.back, self.pause, self.end, self.finish):
            ways.addWidget(button)
        line = kit.row(spacing=10)
        line.addWidget(held, 1)
        line.addWidget(self.go_on)
        box.addLayout(line)

    def set_compact(self, *, compact: bool) -> None:
        """Where there is little room the keys stand in the F1 sheet only."""
        for button in (self.back, self.pause, self.end, self.finish, self.go_on):
            button.show_key(shown=not compact)

    def render_state(self, state: InterviewState) -> None:
        """Show the time as it stands, and where Continue leads."""
        pace = state.pace
        left = ngettext("{n} minute left", "{n} minutes left", pace.minutes_left).format(n=pace.minutes_left)
        self.time.set_time(pace.share, left, shown=pace.shown, more=_put_off(len(view.folded(state))))
        self.time.setVisible(pace.shown)
        goodbye = state.interview.step_id == GOODBYE
        last = view.after(state, 1) is None
        self.back.setEnabled(goodbye or view.after(state, -1) is not None)
        self.end.setVisible(not goodbye)
        self.finish.setVisible(last and not goodbye)
        words = _("End kindly") if goodbye else _("To the commitment") if last else _("Continue")
        if self.go_on.accessibleName() != words:
            self.go_on.set_words(words)


def _put_off(steps: int) -> str:
    words = ngettext("One step is kept for next time.", "{n} steps are kept for next time.", steps)
    return words.format(n=steps) if steps else ""
