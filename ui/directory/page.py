"""The directory on the screen: a find box that forgives, the list, and the details of what is chosen."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from coachdesk.i18n import _, ngettext
from coachdesk.people import NATIONS, Nation
from ui import keys
from ui.directory.details import Details
from ui.directory.presenter import DirectoryPresenter
from ui.directory.state import DirectoryState
from ui.directory.words import provision_row, to_copy
from ui.identity import identity_of
from ui.kit import (
    Button,
    ChoiceGroup,
    Columns,
    EmptyState,
    Flow,
    Identity,
    Option,
    Page,
    RowsView,
    TextLine,
    column,
    label,
    row,
    surface,
)
from ui.kit.into_list import IntoList

_ANYWHERE = "anywhere"


class DirectoryPage(Page):
    """Shows a `DirectoryState`. Where something is looked for for a plan, it is about that person and nobody else."""

    def __init__(self, presenter: DirectoryPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.count = label("", "small", wrap=False)
        self.back = Button(_("Back to the plan"), key="back")
        self.find_box = TextLine(_("Find by name or by words"), hint=_("Misspelt names and short forms will do too"))
        self.everything = Button(_("Also what is closed"), "chip")
        self.everything.setCheckable(True)
        nations = (*(Option(each.value, _(NATIONS[each])) for each in Nation), Option(_ANYWHERE, _("Anywhere")))
        self.nation = ChoiceGroup(_("Where"), nations, beside=True)
        self.list = RowsView(_("What people can be referred to"))
        self.nothing = EmptyState(_("Nothing fits"), _("Try fewer letters, or another word for it."))
        self.details = Details()
        self._standing: tuple[str, bool] | None = None
        self._body = Columns([(self._list_side(), 3, 480), (self.details, 2, 340)], self)
        column(self, spacing=0).addWidget(self._body)
        self._connect()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: DirectoryState) -> None:
        """Show the list, and the details of what is chosen."""
        self.count.setText(ngettext("One fits", "{n} fit", len(state.rows)).format(n=len(state.rows)))
        self.find_box.set_value(state.text)
        self.everything.setChecked(state.everything)
        self.nation.set_value(state.nation or _ANYWHERE)
        with QSignalBlocker(self.list):
            self.list.set_rows([provision_row(each, each.row.id) for each in state.rows])
            if self.list.chosen_id() != state.chosen:
                self.list.choose(state.chosen)
        self.list.setVisible(bool(state.rows))
        self.nothing.setVisible(not state.rows)
        self.back.setVisible(state.for_plan is not None)
        self.details.render_state(state)
        plan = state.for_plan
        standing = (plan.person.id, plan.interview_open) if plan is not None else None
        if standing != self._standing:
            self._standing = standing
            self.standing_changed.emit()

    def identity(self) -> Identity | None:
        plan = self.presenter.state.for_plan
        return identity_of(plan.person, _("Directory"), plan.giving) if plan is not None else None

    def interview_open(self) -> bool:
        plan = self.presenter.state.for_plan
        return plan is not None and plan.interview_open

    def arrived(self) -> None:
        self.presenter.refresh()
        self.find_box.setFocus()

    def _list_side(self) -> QFrame:
        side = surface("clear")
        box = column(side, margins=(24, 18, 24, 18), spacing=12)
        head = row(spacing=12)
        head.addWidget(label(_("Directory"), "title", wrap=False))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(self.find_box)
        line = Flow(spacing=24, foot=True)
        for each in (self.nation, self.everything):
            line.addWidget(each)
        box.addLayout(line)
        box.addWidget(self.nothing)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        return side

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        self.find_box.edited.connect(presenter.find)
        self.find_box.line.returnPressed.connect(self._to_details)
        IntoList(self.find_box.line, self.list)
        self.everything.toggled.connect(self._everything)
        self.nation.edited.connect(self._nation)
        self.list.chosen.connect(presenter.choose)
        self.list.opened.connect(self._to_details)
        self.details.copy_wanted.connect(self._copy)
        self.details.add_wanted.connect(presenter.add)
        self.back.clicked.connect(presenter.go_back)
        keys.bind(self, "back", presenter.go_back)

    def _everything(self) -> None:
        if self.everything.isChecked() is not self.presenter.state.everything:
            self.presenter.show_everything(everything=self.everything.isChecked())

    def _nation(self, value: object) -> None:
        self.presenter.choose_nation(Nation(str(value)) if value in set(Nation) else None)

    def _to_details(self) -> None:
        for button in (self.details.add_button, self.details.copy_button):
            if button.isVisible():
                button.setFocus()
                return

    def _copy(self) -> None:
        shown = self.presenter.state.shown
        if shown is not None:
            QApplication.clipboard().setText(to_copy(shown.row))
            self.presenter.copied()
