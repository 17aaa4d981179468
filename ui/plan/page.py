"""The plan of one person: what they want, what we promise, what is asked, what they choose."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.plans import Party
from coachdesk.privacy import Privacy
from ui import keys
from ui.identity import identity_of
from ui.kit import Button, Columns, Identity, Page, Reading, TurnedLine, TurnedView, column, label, row, surface
from ui.kit.sight import InSight
from ui.kit.tabs import order_tabs
from ui.plan import words
from ui.plan.action_editor import ActionEditor
from ui.plan.cards import ActionCard, GoalCard, RecordCard
from ui.plan.closed_list import ClosedList
from ui.plan.goal_editor import GoalEditor
from ui.plan.lists import CardList, View
from ui.plan.presenter import PlanPresenter
from ui.plan.state import ActionView, GoalView, Part, PlanState, part_of
from ui.plan.strip_view import StripView


class PlanPage(Page):
    """Shows the presenter's state; every key of the table that belongs to a plan works here."""

    def __init__(self, presenter: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._editor: GoalEditor | ActionEditor | None = None
        self._edited = ""
        self._sight = InSight(self)
        self._standing: tuple[str, bool] | None = None
        self.add_goal = Button(_("Add a goal"), icon="add", key="add_goal")
        self.add_promise = Button(_("Add what we will do"), icon="add", key="add_promise")
        self.add_action = Button("", icon="add", key="add_action")
        self.look_up = Button(_("From the directory"), "link", icon="directory")
        self.add_other = Button(_("Add what somebody else will do"), "link", icon="add")
        self.goals = CardList(self._goal_card, self.add_goal)
        adds = {
            Part.OURS: (self.add_promise,),
            Part.CHOSEN: (self.add_action, self.look_up),
            Part.OTHERS: (self.add_other,),
        }
        self.lists = {part: CardList(self._action_card, *adds.get(part, ())) for part in Part}
        self.closed, self.strip = ClosedList(), StripView()
        self.back, self.on = Button(_("Back"), key="back"), Button(_("To the commitment"), "go", key="commitment")
        box = column(self, spacing=0)
        self._body = Columns([(self._centre(), 5, 560), (self._side(), 2, 280)], self)
        box.addWidget(self._body, 1)
        box.addWidget(self._foot())
        self._connect()
        self._bind()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: PlanState | None) -> None:
        """Show the plan; fields that are open stay as they are. Without a state nothing is shown."""
        self._body.setVisible(state is not None)
        if state is None:
            self.on.hide()
            self.standing_changed.emit()
            return
        grown = opened = self._open_fields(state)
        name = state.person.name
        self.goals.set_heading(_("What {name} wants").format(name=name))
        grown |= self.goals.show_views(state.goals, state.editing, self._editor)
        self.add_action.set_words(_("Add what {name} will do").format(name=name))
        for part, cards in self.lists.items():
            cards.set_heading(words.heading(part, name), words.under_heading(part))
            grown |= cards.show_views(state.views(part), state.editing, self._editor)
        grown |= self.closed.show_actions(state.closed)
        self.strip.show_strip(state.strip, name, state.flags)
        self.on.setVisible(bool(state.interview_id))
        self._drop_fields(state)
        if grown:
            order_tabs(self)
            self._focus()
        if opened and self._editor is not None:
            self._editor.begin()  # in its place by now: what moves loses the focus
        standing = (state.person.id, state.interview_open)
        if standing != self._standing:
            self._standing = standing
            self.standing_changed.emit()

    def identity(self) -> Identity | None:
        state = self._presenter.state
        return identity_of(state.person, _("Goals and plan"), state.giving) if state else None

    def interview_open(self) -> bool:
        return self._presenter.state is not None and self._presenter.state.interview_open

    def arrived(self) -> None:
        self._presenter.refresh()

    def leaving(self) -> None:
        self._presenter.leave()

    def turned(self) -> TurnedView | None:
        """What the person may see: what is for paper, and nothing between the two."""
        state = self._presenter.state
        if state is None:
            return None
        goals = [each.goal.text for each in state.goals if each.goal.privacy is Privacy.PAPER and each.goal.text]
        lines = [TurnedLine(f"“{text}”", "words") for text in goals]
        for part in Part:
            texts = [each.action.text for each in state.views(part) if each.action.privacy is Privacy.PAPER]
            if any(texts):
                lines.append(TurnedLine(words.heading(part, state.person.name), "question"))
                lines.extend(TurnedLine(text) for text in texts if text)
        return TurnedView(_("Our plan"), lines) if lines else None

    def _open_fields(self, state: PlanState) -> bool:
        """Make the fields of what is edited, or show it in those that are open; True where they are new."""
        goal = next((each for each in state.goals if each.goal.id == state.editing), None)
        views = [each for part in Part for each in state.views(part)]
        action = next((each for each in views if each.action.id == state.editing), None)
        new = bool(goal or action) and self._edited != state.editing
        if new:
            self._close_editor()
            self._editor = self._goal_editor(state) if goal else self._action_editor(state)
            self._edited = state.editing
        if isinstance(self._editor, GoalEditor) and goal is not None:
            self._editor.show_goal(goal)
        elif isinstance(self._editor, ActionEditor) and action is not None:
            self._editor.show_action(action, state)
        return new

    def _drop_fields(self, state: PlanState) -> None:
        if self._editor is not None and self._edited != state.editing:
            self._close_editor()

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _focus(self) -> None:
        """Fields that are open are brought into sight; when they have closed, the focus goes to their card."""
        if self._editor is not None:
            self._sight.bring(self._editor)
        elif self._edited:
            card = self._card(self._edited)
            self._edited = ""
            (card.edit if card is not None else self.add_goal).setFocus(Qt.FocusReason.OtherFocusReason)
            if card is not None:
                self._sight.bring(card)

    def _card(self, record_id: str) -> RecordCard | None:
        found = (cards.cards.get(record_id) for cards in (self.goals, *self.lists.values()))
        return next((card for card in found if card is not None), None)

    def _goal_editor(self, state: PlanState) -> GoalEditor:
        editor = GoalEditor(state.person.name, self)
        editor.edited.connect(self._presenter.change)
        editor.foot.done.connect(self._presenter.finish)
        editor.foot.let_go.connect(self._presenter.let_go)
        return editor

    def _action_editor(self, state: PlanState) -> ActionEditor:
        editor = ActionEditor(state.person.name, state.today, self)
        editor.edited.connect(self._presenter.change)
        editor.reason_given.connect(self._presenter.give_reason)
        editor.grown.connect(self._grown)
        editor.foot.done.connect(self._presenter.finish)
        editor.foot.asked.connect(self._ask_to_let_go)
        editor.foot.let_go.connect(self._presenter.let_go)
        editor.foot.discarded.connect(self._presenter.discard)
        return editor

    def _goal_card(self, view: View) -> RecordCard:
        assert isinstance(view, GoalView)
        card = GoalCard(view)
        card.edit_wanted.connect(self._presenter.edit)
        return card

    def _action_card(self, view: View) -> RecordCard:
        assert isinstance(view, ActionView)
        card = ActionCard(view, part_of(view.action))
        card.edit_wanted.connect(self._presenter.edit)
        card.move_wanted.connect(self._presenter.move)
        card.free_wanted.connect(self._presenter.set_free)
        card.let_go_wanted.connect(self._presenter.put_down)
        card.keep_wanted.connect(self._keep)
        return card

    def _centre(self) -> QFrame:
        centre = Reading((32, 20, 32, 28), 24)
        centre.box.addWidget(label(_("Goals and plan"), "title"))
        for each in (self.goals, *self.lists.values(), self.closed):
            centre.box.addWidget(each)
        centre.box.addStretch(1)
        return centre

    def _side(self) -> QFrame:
        side = surface("right")
        box = column(side, margins=(20, 24, 20, 20), spacing=16)
        box.addWidget(self.strip)
        box.addStretch(1)
        return side

    def _foot(self) -> QFrame:
        foot = surface("bottom")
        held = row(foot, margins=(32, 10, 32, 12), spacing=12)
        held.addWidget(self.back)
        held.addStretch(1)
        held.addWidget(self.on)
        return foot

    def _connect(self) -> None:
        self._presenter.changed.connect(self.render_state)
        self.closed.taken_up.connect(self._presenter.take_up)
        self.add_goal.clicked.connect(self._add_goal)
        self.add_promise.clicked.connect(self._add_promise)
        self.add_action.clicked.connect(self._add_action)
        self.add_other.clicked.connect(self._add_other)
        self.look_up.clicked.connect(self._presenter.directory_wanted)
        self.back.clicked.connect(self._presenter.go_back)
        self.on.clicked.connect(self._presenter.go_on)

    def _bind(self) -> None:
        for action_id, slot in (
            ("add_goal", self._add_goal),
            ("add_promise", self._add_promise),
            ("add_action", self._add_action),
            ("continue", self._presenter.finish),
            ("back", self._presenter.go_back),
            ("commitment", self._presenter.go_on),
        ):
            keys.bind(self, action_id, slot)

    def _add_goal(self) -> None:
        self._presenter.add_goal()

    def _add_promise(self) -> None:
        self._presenter.add_action(Party.COACH)

    def _add_action(self) -> None:
        self._presenter.add_action(Party.CLAIMANT)

    def _add_other(self) -> None:
        self._presenter.add_action(Party.OTHER)

    def _ask_to_let_go(self, asked: bool) -> None:  # noqa: FBT001 - the signal gives it so
        self._presenter.ask_to_let_go(asked=asked)

    def _keep(self, action_id: str) -> None:
        """Open the fields of an action where the coach writes why it is kept."""
        self._presenter.edit(action_id)
        if isinstance(self._editor, ActionEditor):
            self._editor.flags.because.setFocus()

    def _grown(self) -> None:
        order_tabs(self)
