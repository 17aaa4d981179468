"""What to know before the first question: what changed while this waited, what was put off last time, what else waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, ngettext
from ui import kit
from ui.interview import view
from ui.interview.state import InterviewState
from ui.kit.layouts import empty
from ui.kit.text import announce

CHANGED, KEPT, WAITS = "changed", "kept", "waits"


class FromBefore(kit.Card):
    """Out of sight where there is nothing to say. `asked` and `let_go` carry the id of a step, `seen` says "read".

    The keyboard stays in it while there is something to press; `left` says that there is nothing any more.
    """

    asked = Signal(str)
    let_go = Signal(str)
    seen = Signal()
    left = Signal()
    remade = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[object, ...] = ()
        self._buttons: list[kit.Button] = []
        self._lines = kit.column(spacing=8)
        self.box.addLayout(self._lines)
        self.hide()

    def render_state(self, state: InterviewState) -> None:
        """Show it: what changed until it was read, what was put off as long as the talk is at its beginning."""
        kept = view.kept(state) if view.is_first(state) else ()
        waits = state.also_waiting if view.is_first(state) else ()
        titles = tuple((each, view.title_of(state, each)) for each in kept)
        shown = (state.interview.id, state.meanwhile, titles, waits)
        if shown == self._shown:
            return
        new = self._shown[:2] != shown[:2]
        self._shown = shown
        inside = self.isAncestorOf(self.window().focusWidget())
        self._buttons.clear()
        empty(self._lines)
        self._show_changed(state.meanwhile)
        self._show_kept(titles)
        for title in waits:
            words = _("Another interview of this person is not finished: {title}.").format(title=title)
            self._lines.addWidget(kit.label(words))
        self.setVisible(bool(state.meanwhile or titles or waits))
        if new and state.meanwhile:
            announce(self, _how_many(len(state.meanwhile)))
        self.remade.emit()
        if inside and self._buttons:
            self._buttons[0].setFocus()
        elif inside:
            self.left.emit()

    def clear(self) -> None:
        """Forget what was shown."""
        self._shown = ()
        self._buttons.clear()
        empty(self._lines)
        self.hide()

    def _show_changed(self, lines: tuple[str, ...]) -> None:
        if not lines:
            return
        self._lines.addWidget(kit.label(_("Changed while this waited"), "label"))
        for line in lines:
            self._lines.addWidget(kit.label(f"\N{BULLET} {line}"))
        read = kit.Button(_("I have read this"))
        read.clicked.connect(self.seen)
        self._add(read)

    def _show_kept(self, titles: tuple[tuple[str, str], ...]) -> None:
        if not titles:
            return
        self._lines.addWidget(kit.label(_("Put off last time"), "label"))
        self._lines.addWidget(kit.label(_("Ask it first, later, or let it go."), "hint"))
        for number, (step_id, title) in enumerate(titles):
            ask = kit.Button(_("Ask now: {step}").format(step=title), key="" if number else "unfold")
            drop = kit.Button(_("Let go"), "link")
            drop.setAccessibleName(_("Let go: {step}").format(step=title))
            for button, slot in ((ask, self._ask), (drop, self._drop)):
                button.setProperty("step", step_id)
                button.clicked.connect(slot)
            self._add(ask, drop)

    def _add(self, *buttons: kit.Button) -> None:
        self._buttons += buttons
        self._lines.addWidget(_beside(*buttons))

    def _ask(self) -> None:
        self.asked.emit(str(self.sender().property("step")))

    def _drop(self) -> None:
        self.let_go.emit(str(self.sender().property("step")))


def _beside(*buttons: kit.Button) -> QWidget:
    held = QWidget()
    flow = kit.Flow(held, spacing=12)
    for button in buttons:
        flow.addWidget(button)
    return held


def _how_many(changed: int) -> str:
    return ngettext(
        "One thing changed while this waited. It is written above the questions.",
        "{n} things changed while this waited. They are written above the questions.",
        changed,
    ).format(n=changed)
