"""The form for a new person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _, ngettext
from ui import keys
from ui.kit import Button, Flow, Reading, RowsView, column, label, row, scrolling, surface
from ui.kit.entering import enter_goes_on
from ui.kit.tabs import order_tabs
from ui.people.fields import PersonFields
from ui.people.presenter import PeoplePresenter, PeopleState
from ui.people.rows import likely_row


class AddForm(QFrame):
    """Shows what is typed of a new person, and quietly who is alike already."""

    person_wanted = Signal(str)

    def __init__(self, presenter: PeoplePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._shown = presenter, False
        reading = Reading()
        box = reading.box
        self.back = Button(_("Back to the list"), "link", icon="back", key="back")
        self.fields = PersonFields()
        self.note = label("", "strong")
        self.alike = RowsView(_("People who may be this person"))
        self.compare = Button(_("Compare with what you typed"), icon="people", key="same_person")
        compared = QWidget()
        Flow(compared).addWidget(self.compare)
        self.add = Button(_("Add to your caseload"), "go", key="continue")
        self.clear = Button(_("Empty the form"), "link")
        head = Flow()
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(label(_("Add a person"), "title"))
        box.addWidget(label(_("One name is enough to begin. Everything else can come later.")))
        self.fields.put_below("date_of_birth", compared)
        self.fields.put_below("date_of_birth", self.alike)
        self.fields.put_below("date_of_birth", self.note)
        box.addWidget(self.fields)
        box.addStretch(1)
        outer = column(self, spacing=0)
        outer.addWidget(scrolling(reading), 1)
        outer.addWidget(self._foot())
        order_tabs(self)
        self.back.clicked.connect(presenter.back)
        self.fields.edited.connect(self._edited)
        self.add.clicked.connect(self._add)
        self.clear.clicked.connect(self._clear)
        self.alike.opened.connect(presenter.open)
        self.alike.clicked.connect(self._clicked)
        self.compare.clicked.connect(self.compare_chosen)
        keys.bind(self, "back", presenter.back)
        keys.bind(self, "continue", self._add)
        enter_goes_on(self.fields, self._add)

    def render_state(self, state: PeopleState) -> None:
        """Show the form; the focus goes to the first field when it comes to the front."""
        self.fields.show_typed(state.typed, state.problems)
        count = len(state.alike)
        self.note.setText(_here_already(state))
        self.note.setVisible(bool(count))
        self.alike.set_rows([likely_row(each) for each in state.alike])
        self.alike.fit(3)
        self.alike.setVisible(bool(count))
        self.compare.setVisible(bool(count))
        if state.adding and not self._shown:
            self.fields.setFocus()
        self._shown = state.adding

    def compare_chosen(self) -> None:
        """Put what was typed beside whoever is chosen, or beside the likeliest."""
        rows = self.alike.rows_model.rows()
        if rows:
            self._presenter.compare(self.alike.chosen_id() or rows[0].id)

    def _foot(self) -> QFrame:
        """The way on is always in sight: one name is enough to take it."""
        foot = surface("bottom")
        going = row(foot, margins=(24, 10, 24, 10), spacing=16)
        going.addWidget(self.add)
        going.addWidget(self.clear)
        going.addStretch(1)
        return foot

    def _edited(self) -> None:
        self._presenter.edit(self.fields.typed())

    def _add(self) -> None:
        self._presenter.store()
        wrong = [field for field in self.fields.fields.values() if field.error()]
        if self._presenter.state.adding and wrong:
            wrong[0].setFocus()

    def _clear(self) -> None:
        self._presenter.clear()
        self.fields.setFocus()

    def _clicked(self) -> None:
        self._presenter.open(self.alike.chosen_id())


def _here_already(state: PeopleState) -> str:
    exact = sum(each.exact for each in state.alike)
    if exact:
        return ngettext(
            "This person seems to be here already. You can add another all the same.",
            "{n} people who seem to be this person are here already. You can add another all the same.",
            exact,
        ).format(n=exact)
    return ngettext(
        "Somebody who may be this person is here already.",
        "{n} people who may be this person are here already.",
        len(state.alike),
    ).format(n=len(state.alike))
