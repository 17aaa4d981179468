"""The interview screen: steps, questions, notes beside them, and the ways on. It shows one state and forwards."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import keys, kit
from ui.identity import identity_of
from ui.interview.centre import StepView
from ui.interview.foot import Foot
from ui.interview.presenter import InterviewPresenter
from ui.interview.side import SidePanel
from ui.interview.state import InterviewState
from ui.interview.steps import StepsPanel
from ui.interview.turning import turned
from ui.kit.layouts import scroll_area_of
from ui.kit.tabs import order_tabs

HIDDEN = "hidden"
PASSES = 3
"""Rounds of the event loop after which the layout of a new step has come to rest."""

SIDE, SIDE_WITH_FINDING = 262, 330
"""Logical pixels at 100 % text: the column of notes, and the same with what applies in it."""

HEAD = 24
"""Logical pixels that stay free above what was scrolled to."""


class InterviewPage(kit.Page):
    """While an interview is open, nobody else is on the screen (ui-design.md, Frame)."""

    def __init__(self, presenter: InterviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._landed, self._standing = (0, ""), ("", "")
        self._aside, self._folded, self._rendering = False, False, False
        self.steps, self.centre, self.side, self.foot = (
            StepsPanel(),
            StepView(presenter),
            SidePanel(presenter.finding),
            Foot(),
        )
        self.columns = kit.Columns([(self.steps, 0, 248), (self.centre, 1, 470), (self.side, 0, SIDE)])
        self._passes, self._head_only = 0, False
        self._scroll = QTimer(self, singleShot=True, interval=0)
        self._scroll.timeout.connect(self._show_place)
        box = kit.column(self, spacing=0)
        box.addWidget(self.columns, 1)
        box.addWidget(self.foot)
        self._connect()
        self._bind()
        presenter.stop_clock(HIDDEN)
        self.render_state(presenter.state())

    def render_state(self, state: object) -> None:
        """Show the state of an interview; nothing where none is open."""
        before, self._rendering = self._rendering, True
        if not isinstance(state, InterviewState):
            self.centre.clear()
            self._landed = (0, "")
        else:
            self.steps.render_state(state)
            self.centre.render_state(state)
            self.side.render_state(state)
            self.foot.render_state(state)
        self._rendering = before
        if isinstance(state, InterviewState):
            self._land(state)
        self._say_standing(state)

    def identity(self) -> kit.Identity | None:
        state = self._presenter.state()
        return identity_of(state.person, state.definition.title, state.giving) if state is not None else None

    def interview_open(self) -> bool:
        return self._presenter.state() is not None

    def turned(self) -> kit.TurnedView | None:
        state = self._presenter.state()
        if state is None:
            return None
        self._aside = True  # the clock runs on: the two of them read together
        asked = self._presenter.in_language(state.person.language)
        return turned(state, asked, answer=self._presenter.answer, reword=self._presenter.reword)

    def arrived(self) -> None:
        self._presenter.reread()
        self._presenter.finding.read()
        self._enter()

    def leaving(self) -> None:
        self._presenter.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._aside = False
        self._presenter.resume_clock(HIDDEN)
        order_tabs(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._aside:
            self._presenter.stop_clock(HIDDEN)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        presenter.plan_wanted.connect(self._go_aside)
        presenter.commitment_wanted.connect(self._go_aside)
        self.steps.opened.connect(presenter.go_to)
        self.steps.back_wanted.connect(presenter.unfold)
        self.centre.remade.connect(self._order)
        self.centre.from_before.left.connect(self._enter)
        self.columns.arranged.connect(self._arranged)
        presenter.finding.question_wanted.connect(presenter.go_to_question)
        presenter.finding.planned.connect(presenter.reread)
        self.side.finding.remade.connect(self._order)
        self.side.finding.unfolded.connect(self._widen)
        for button, slot in (
            (self.foot.back, presenter.go_back),
            (self.foot.pause, presenter.pause),
            (self.foot.end, presenter.end_kindly),
            (self.foot.finish, presenter.finish),
            (self.foot.go_on, presenter.go_on),
        ):
            button.clicked.connect(slot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _bind(self) -> None:
        presenter = self._presenter
        for action, slot in (
            ("continue", presenter.go_on),
            ("back", presenter.go_back),
            ("end", presenter.end_kindly),
            ("finish", presenter.finish),
            ("unfold", presenter.unfold),
            ("more", presenter.show_all_carried),
            ("add_action", presenter.next_line),
            ("plan", presenter.want_plan),
            ("commitment", presenter.want_commitment),
            ("steps", self.steps.enter),
            ("minutes", self.foot.time.say),
            ("side", self._fold_side),
            ("applies", self._applies),
            ("why", self._why),
            ("note", self._note),
            ("not_discussed", self._not_discussed),
            ("prefer_not", self._prefer_not),
            ("open_sealed", self._open_sealed),
        ):
            keys.bind(self, action, slot)

    def _land(self, state: InterviewState) -> None:
        """Put the focus where the state wants it, once."""
        wanted = (state.landing, state.interview.id)
        if wanted != self._landed:
            self._landed = wanted
            self._enter()

    def _enter(self) -> None:
        """Give the focus to the question in front, or to the first after it that takes one."""
        state = self._presenter.state()
        if state is None:
            return
        ids = list(self.centre.blocks)
        here = state.interview.question_id
        for each in ids[ids.index(here) if here in ids else 0 :]:
            if self.centre.blocks[each].enter():
                self._head_only = each != here  # what is read comes before what is typed
                break
        self._passes = PASSES
        self._scroll.start()

    def _show_place(self) -> None:
        """The step in the list, and from its head as far down as it takes to see where the focus is."""
        self._passes -= 1
        if self._passes > 0:
            self._scroll.start()
        self.steps.show_place()
        area = scroll_area_of(self.centre)
        content = area.widget() if area is not None else None
        if area is None or content is None:
            return
        title = self.centre.title.mapTo(content, QPoint(0, 0)).y()
        area.verticalScrollBar().setValue(max(title - HEAD, 0))
        focus = self.window().focusWidget()
        if self.centre.isAncestorOf(focus) and not self._head_only:
            area.ensureWidgetVisible(focus, 0, HEAD)

    def _say_standing(self, state: object) -> None:
        """Tell the window when somebody else is on the screen, or has another name or title."""
        standing = (state.interview.id, state.person.name) if isinstance(state, InterviewState) else ("", "")
        if standing != self._standing:
            self._standing = standing
            self.standing_changed.emit()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._presenter.state() is None or self._rendering:
            return  # a field that goes hands the focus on: nobody moved it
        block = self.centre.block_of(new)
        if block is not None:
            self._presenter.at(block.question.id)
        elif new is None or not self.isAncestorOf(new):
            self._presenter.flush()

    def _order(self) -> None:
        order_tabs(self)

    def _arranged(self, single: object) -> None:
        self.steps.set_compact(compact=bool(single))
        self.foot.set_compact(compact=bool(single))

    def _go_aside(self) -> None:
        self._aside = True

    def _fold_side(self) -> None:
        self._folded = not self._folded
        self.columns.fold(self.side, folded=self._folded)

    def _applies(self) -> None:
        """Show or fold away what applies; where all notes are folded away they come back with it."""
        finding, panel = self._presenter.finding, self.side.finding
        state = finding.state()
        if self._folded and state is not None and state.unfolded:
            self._fold_side()
            return
        if self._folded:
            self._fold_side()
        inside = panel.isAncestorOf(self.window().focusWidget())
        finding.fold()
        if inside and not panel.is_unfolded():
            self._enter()
        elif panel.is_unfolded() and self.columns.single():
            panel.enter()  # it stands below the questions, out of sight

    def _widen(self, unfolded: object) -> None:
        self.columns.widen(self.side, SIDE_WITH_FINDING if unfolded else SIDE)

    def _why(self) -> None:
        self._do("why")

    def _note(self) -> None:
        self._do("note")

    def _not_discussed(self) -> None:
        self._do("not_discussed")

    def _prefer_not(self) -> None:
        self._do("prefer_not")

    def _do(self, what: str) -> None:
        state = self._presenter.state()
        block = self.centre.blocks.get(state.interview.question_id) if state is not None else None
        if block is not None:
            block.do(what)

    def _open_sealed(self) -> None:
        for block in self.centre.blocks.values():
            if block.sealed is not None and not block.sealed.isHidden():
                block.enter()
                return
