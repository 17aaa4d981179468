"""Opening a pack: from whom and what is in it; what both changed side by side; then taken in whole."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame

from coachdesk.handover import Decision
from coachdesk.i18n import _
from coachdesk.services.handover_views import Arrived
from ui.handover.state import TakingState
from ui.handover.words import arrived_row, headline, left_to_decide, others, side_row, taken_words
from ui.kit import Button, Flow, Progress, RowsView, SideBySide, announce, column, label, reveal

_SHOWN = 8
_SIDES = {"left": Decision.OURS, "right": Decision.THEIRS}


class OpenSection(QFrame):
    """`file_wanted`, `take_wanted`, `put_aside` and `cancelled` are buttons.

    `chosen` carries the id of a person, `decided` what is chosen of what both changed, by the keys of the lines.
    """

    file_wanted = Signal()
    take_wanted = Signal()
    put_aside = Signal()
    cancelled = Signal()
    chosen = Signal(str)
    decided = Signal(object)

    def __init__(self, state: TakingState) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self._state = state
        self.box = column(self, margins=(0, 8, 4, 24), spacing=16)
        self.about = label(
            _(
                "Look at a pack from a colleague first. Nothing is kept until you take it in, and then all of it is or "
                "none. A backup is made before."
            )
        )
        self.choose = Button(_("Choose a pack"))
        self.progress, self.said = Progress(_("The pack")), label("")
        self.head, self.note = label("", "strong"), label("")
        self.people = RowsView(_("People in the pack"))
        self.review = SideBySide(_("What both of you changed"), left=_("Here"))
        self.rest_title, self.rest = (
            label(_("What nobody has to decide"), "heading"),
            RowsView(_("What nobody has to decide")),
        )
        self.left = label("", "strong")
        self.take, self.aside = Button(_("Take it in"), "go"), Button(_("Not now"))
        self._lay_out()
        self.choose.clicked.connect(self.file_wanted)
        self.progress.cancelled.connect(self.cancelled)
        self.people.chosen.connect(self.chosen)
        self.review.edited.connect(self._decided)
        self.take.clicked.connect(self.take_wanted)
        self.aside.clicked.connect(self.put_aside)
        self._show(state)

    def _lay_out(self) -> None:
        self.box.addWidget(self.about)
        self.box.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (
            self.progress,
            self.said,
            self.head,
            self.note,
            self.people,
            self.review,
            self.rest_title,
            self.rest,
        ):
            self.box.addWidget(each)
        self.box.addWidget(self.left)
        ways = Flow(spacing=12)
        for button in (self.take, self.aside):
            ways.addWidget(button)
        self.box.addLayout(ways)
        self.box.addStretch(1)

    def render_state(self, state: TakingState) -> None:
        """Show the pack, what is decided, and how it ended."""
        before, self._state = self._state, state
        self._show(state)
        if not self.isVisible():
            return
        if state.running and not before.running:
            self.progress.cancel.setFocus()
        elif before.running and not state.running:
            place = self.people if state.arrived is not None else self.choose
            place.setFocus()
            reveal(place)
            announce(self, self.said.text() or self.head.text())
        elif before.arrived is not None and state.arrived is None:
            self.choose.setFocus()

    def _show(self, state: TakingState) -> None:
        arrived = state.arrived
        words = _("The pack is being looked at.") if state.running == "looking" else _("The pack is being taken in.")
        self.progress.setVisible(bool(state.running))
        self.progress.show_progress(0, 1, words, stopping=state.running == "taking")
        said = state.problem or (taken_words(state.taken) if state.taken is not None else "")
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.choose.setEnabled(not state.running)
        for each in (self.head, self.people, self.take, self.aside):
            each.setVisible(arrived is not None)
        self.note.setVisible(arrived is not None and arrived.again)
        self.left.setVisible(arrived is not None and not arrived.again)
        self.left.setText(left_to_decide(state.undecided))
        self.take.setEnabled(state.ready)
        self.aside.setEnabled(not state.running)
        self._show_lines(state)
        if arrived is not None:
            self._show_pack(state, arrived)

    def _show_pack(self, state: TakingState, arrived: Arrived) -> None:
        self.head.setText(headline(arrived))
        self.note.setText(_("This pack was taken in before. Taking it again would change nothing."))
        open_of = [line.person_id for line in state.asked if line.key not in state.decisions]
        with QSignalBlocker(self.people):
            self.people.set_rows([arrived_row(each, open_of.count(each.person_id)) for each in arrived.people])
            self.people.fit(_SHOWN)
            self.people.choose(state.chosen)
        self.review.set_sides(_("Here"), arrived.colleague.name)

    def _show_lines(self, state: TakingState) -> None:
        """What differs of the person who is looked at."""
        arrived = state.arrived
        lines = [each for each in arrived.lines if each.person_id == state.chosen] if arrived is not None else []
        if arrived is not None:
            self.review.set_sides(_("Here"), arrived.colleague.name)
        asked = [side_row(each, state.decisions.get(each.key)) for each in lines if each.asked]
        self.review.set_rows(asked)
        self.review.setVisible(bool(asked))
        self.review.setEnabled(not state.running)
        rows = others(lines)
        self.rest.set_rows(rows)
        self.rest.fit(_SHOWN)
        for each in (self.rest_title, self.rest):
            each.setVisible(bool(rows))

    def _decided(self, choices: object) -> None:
        if isinstance(choices, dict):
            self.decided.emit({key: _SIDES[side] for key, side in choices.items() if side in _SIDES})
