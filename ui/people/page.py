"""The caseload on the screen: a find box that forgives, the list, and the form for a new person."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coachdesk.i18n import _, ngettext
from ui import keys
from ui.kit import Button, EmptyState, Flow, Page, RowsView, TextLine, column, label, row, surface
from ui.kit.into_list import IntoList
from ui.people.add_form import AddForm
from ui.people.model import PeopleModel
from ui.people.presenter import PeoplePresenter, PeopleState
from ui.people.rows import person_row


class PeoplePage(Page):
    """Shows a `PeopleState`."""

    def __init__(self, presenter: PeoplePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.count = label("", "small", wrap=False)
        self.find_box = TextLine(
            _("Find by name"), hint=_("Misspelt names, a date of birth, a phone number or what was agreed will do too")
        )
        self.archived = Button(_("Archived"), "chip")
        self.archived.setCheckable(True)
        self.add_button = Button(_("Add a person"), icon="add", key="add_person")
        self._model = PeopleModel()
        self.list = RowsView(_("People"), model=self._model)
        self._model.setParent(self.list)
        self.nobody = EmptyState(
            _("Nobody is on your caseload yet"),
            _("Everybody you add stands here, with the next appointment and what is open."),
            _("Add a person"),
            key="add_person",
        )
        self.none_found = EmptyState(
            _("Nobody fits"),
            _("Try fewer letters, or only the family name. What you typed goes into the form for a new person."),
            _("Add a person"),
        )
        self.none_left = EmptyState(
            _("Nobody has left your caseload"), _("Whoever you archive stands here, and can come back.")
        )
        self.form = AddForm(presenter)
        self._stack = QStackedWidget()
        column(self, spacing=0).addWidget(self._stack)
        self._stack.addWidget(self._list_side())
        self._stack.addWidget(self.form)
        self._connect()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: PeopleState) -> None:
        """Show the list or the form."""
        self._stack.setCurrentIndex(1 if state.adding else 0)
        self.form.render_state(state)
        self.count.setText(_counted(state))
        self.find_box.set_value(state.text)
        self.archived.setChecked(state.archived)
        self._show_rows(state)
        nobody = not state.rows
        first = nobody and not state.text and not state.archived
        self.list.setVisible(not nobody)
        self.nobody.setVisible(first)
        for each in (self.find_box, self.add_button):  # nobody to look for yet, and the first step stands below
            each.setVisible(not first)
        self.none_found.setVisible(nobody and bool(state.text))
        self.none_left.setVisible(nobody and not state.text and state.archived)

    @Slot()
    def add(self) -> None:
        """Open the form for a new person."""
        self.presenter.add()

    def arrived(self) -> None:
        self.presenter.refresh()
        if not self.presenter.state.adding:
            place = self.nobody.button if self.find_box.isHidden() else self.find_box
            place.setFocus()

    def _show_rows(self, state: PeopleState) -> None:
        shown = self._model.rows()
        if 0 < len(shown) < len(state.rows) and shown[-1].id == state.rows[len(shown) - 1].person_id:
            self.list.append_rows([person_row(each) for each in state.rows[len(shown) :]])
        else:
            with QSignalBlocker(self.list):
                self.list.set_rows([person_row(each) for each in state.rows])
        self._model.set_more(more=state.more)

    def _list_side(self) -> QFrame:
        side = surface("clear")
        box = column(side, margins=(24, 18, 24, 18), spacing=12)
        head = row(spacing=12)
        head.addWidget(label(_("People"), "title", wrap=False))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.add_button)
        box.addLayout(head)
        line = Flow(spacing=16, foot=True)
        self.find_box.setMinimumWidth(520)  # room for its hint in one line
        line.addWidget(self.find_box)
        line.addWidget(self.archived)
        box.addLayout(line)
        for each in (self.nobody, self.none_found, self.none_left):
            box.addWidget(each)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        return side

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        self.find_box.edited.connect(presenter.find)
        self.find_box.line.returnPressed.connect(self._first)
        self.archived.toggled.connect(self._archived)
        self.add_button.clicked.connect(presenter.add)
        for empty in (self.nobody, self.none_found):
            empty.acted.connect(presenter.add)
        IntoList(self.find_box.line, self.list)
        self.list.opened.connect(presenter.open)
        self.list.clicked.connect(self._clicked)
        self._model.more_wanted.connect(presenter.more)
        keys.bind(self, "add_person", presenter.add)
        keys.bind(self, "same_person", self.form.compare_chosen)

    def _archived(self) -> None:
        if self.archived.isChecked() is not self.presenter.state.archived:
            self.presenter.show_archived(archived=self.archived.isChecked())

    def _first(self) -> None:
        if self.presenter.state.text and self.presenter.state.rows:
            self.presenter.open(self.presenter.state.rows[0].person_id)

    def _clicked(self) -> None:
        self.presenter.open(self.list.chosen_id())


def _counted(state: PeopleState) -> str:
    return ngettext("One on your caseload", "{n} on your caseload", state.count).format(n=state.count)
