"""A goal or an action as it stands: what somebody said, who does it, by when; one key opens its fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Action, ActionState, Standing, obstacle_note
from ui.kit import Button, Card, Chip, icon_button, label, row
from ui.plan import words
from ui.plan.flag_view import CardFlags
from ui.plan.state import ActionView, GoalView, Part


class RecordCard(Card):
    """The manners of both cards: Edit, or Enter on any of its buttons, opens the fields of `record_id`."""

    edit_wanted = Signal(str)

    def __init__(self, record_id: str, title: str, part: Part | None, parent: QWidget | None) -> None:
        edge, mark = (words.EDGES[part], words.mark(part)) if part else (words.EDGES[Part.OTHERS], "")
        super().__init__(edge=edge, mark=mark, parent=parent)
        self.record_id = record_id
        self.head = row(spacing=6)
        self.box.insertLayout(0, self.head)
        self.edit = Button(_("Edit"), icon="edit")
        self.edit.setAccessibleName(_("Edit: {title}").format(title=title))
        self.edit.clicked.connect(self._edit)

    def _add_marks(self, *marks: tuple[str, str] | None) -> None:
        """Chips beside the mark of the edge."""
        found = [each for each in marks if each is not None]
        if found and not self.marks.count():
            self.box.insertLayout(1, self.marks)
        for icon, said in found:
            self.marks.addWidget(Chip(said, icon))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._edit()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        self.edit_wanted.emit(self.record_id)


class GoalCard(RecordCard):
    """A goal in the person's own words."""

    def __init__(self, view: GoalView, parent: QWidget | None = None) -> None:
        goal = view.goal
        super().__init__(goal.id, _short(goal.text), None, parent)
        self.view = view
        said = label(f"“{goal.text.strip()}”" if goal.text.strip() else _("No words yet"), "words")
        self.head.addWidget(said, 1)
        self.head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self._add_marks(words.privacy_chip(goal.privacy))
        if goal.why.strip():
            self.box.addWidget(label(_("Why it matters: {why}").format(why=goal.why.strip())))
        if scaling := words.scaling(goal):
            self._add_marks(("lock", _("Numbers: never printed")))
            self.box.addWidget(label(scaling))
        self.box.addWidget(label(words.kind_words(goal), "hint"))


class ActionCard(RecordCard):
    """An action. What keeps it out of the plan is said on it, in words."""

    move_wanted = Signal(str, int)
    free_wanted = Signal(str)
    let_go_wanted = Signal(str)
    keep_wanted = Signal(str)

    def __init__(self, view: ActionView, part: Part, parent: QWidget | None = None) -> None:
        action = view.action
        title = _short(action.text)
        super().__init__(action.id, title, part, parent)
        self.view, self.part = view, part
        self.head.addWidget(label(action.text.strip() or _("No words yet"), "label"), 1)
        account = ("info", words.account_words(action)) if action.standing is Standing.REQUIRED else None
        self._add_marks(words.privacy_chip(action.privacy), account)
        if action.state is ActionState.DRAFT:
            needs = " ".join(each.text for each in view.problems)
            self.box.addWidget(label(_("Not in the plan yet. {needs}").format(needs=needs), "warn"))
        for text in self._lines(action):
            self.box.addWidget(label(text))
        if (note := obstacle_note(action)) is not None:
            self.box.addWidget(label(note, "hint"))
        self.flags = self._flags(view, title)
        self.up, self.down = icon_button("up", _("Move up")), icon_button("down", _("Move down"))
        self.up.setAccessibleName(_("Move up: {title}").format(title=title))
        self.down.setAccessibleName(_("Move down: {title}").format(title=title))
        self.up.setVisible(not view.first)
        self.down.setVisible(not view.last)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        for each in (self.up, self.down, self.edit):
            self.head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)

    def _lines(self, action: Action) -> list[str]:
        cannot = action.if_cannot.strip()
        lines = (
            words.facts(action),
            action.reason.strip(),
            *(words.if_then_words(action, each) for each in action.if_then),
            words.in_the_way(action),
            _("“I cannot do this because {words}”").format(words=cannot) if cannot else "",
        )
        return [each for each in lines if each]

    def _flags(self, view: ActionView, title: str) -> CardFlags | None:
        if not view.flags:
            return None
        flags = CardFlags(title, view.flags, view.action.kept_because.strip())
        self.box.addWidget(flags)
        flags.free.connect(self._free)
        flags.let_go.connect(self._let_go)
        flags.keep.connect(self._keep)
        return flags

    def _free(self) -> None:
        self.free_wanted.emit(self.record_id)

    def _let_go(self) -> None:
        self.let_go_wanted.emit(self.record_id)

    def _keep(self) -> None:
        self.keep_wanted.emit(self.record_id)

    def _move_up(self) -> None:
        self.move_wanted.emit(self.record_id, -1)

    def _move_down(self) -> None:
        self.move_wanted.emit(self.record_id, 1)


def _short(text: str) -> str:
    line = " ".join(text.split()) or _("no words yet")
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"
