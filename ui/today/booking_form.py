"""The form for an appointment, in the place of the prep card."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from coachdesk.advice import sentence
from coachdesk.diary import WAYS, WITHOUT_CONTACT
from coachdesk.i18n import _, clock_time, long_date, short_date
from coachdesk.interviews import as_date
from coachdesk.services import PersonRow
from ui import keys
from ui.kit import Button, Card, ChoiceGroup, DateField, Flow, Option, Row, RowsView, TextLine, column, label, reveal
from ui.kit.entering import enter_goes_on
from ui.today.booking_more import MoreFields
from ui.today.booking_presenter import FOUND, BookingPresenter
from ui.today.booking_state import NOBODY, BookingState
from ui.today.state import ends_at


class BookingForm(Card):
    """Shows a `BookingState` and tells the presenter what is typed."""

    def __init__(self, presenter: BookingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._was_open = False
        self.title = label("", "heading")
        self.box.setSpacing(14)
        self.box.addWidget(self.title)
        self._add_person()
        self.on, self.as_agreed = DateField(_("Day")), Button("", "link")
        self.at = TextLine(_("Time"), hint=_("For example 10:30 or 2pm"), characters=8)
        self.kind = ChoiceGroup(_("Kind"), [Option(each.id, each.title) for each in presenter.definitions()])
        ways = [Option(way.value, _(words)) for way, words in WAYS.items()]
        self.channel = ChoiceGroup(_("How you meet"), [*ways, Option(NOBODY, _(WITHOUT_CONTACT))])
        self.more, self.more_button = MoreFields(), Button("", "link")
        for field in (self.on, self.at, self.kind, self.channel):
            self.box.addWidget(field)
            field.edited.connect(self._edited)
        self.box.insertWidget(self.box.indexOf(self.at), self.as_agreed, 0, Qt.AlignmentFlag.AlignLeft)
        self.as_agreed.clicked.connect(presenter.take_agreed)
        self.understood = label("", "small")
        self.box.insertWidget(self.box.indexOf(self.kind), self.understood)
        self.box.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.more)
        self.more.edited.connect(self._edited)
        self.more_button.clicked.connect(presenter.toggle_more)
        self.book, self.close_button = Button("", "go", key="continue"), Button(_("Close"), key="back")
        going = Flow(spacing=12)
        going.addWidget(self.book)
        going.addWidget(self.close_button)
        self.box.addLayout(going)
        self.book.clicked.connect(self._book)
        self.close_button.clicked.connect(presenter.close)
        keys.bind(self, "continue", self._book)
        keys.bind(self, "back", presenter.close)
        for fields in (self.on, self.at, self.more):
            enter_goes_on(fields, self._book)
        presenter.changed.connect(self.render_state)
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: BookingState) -> None:
        """Show the form as it stands; the focus goes to the first thing to fill in when it opens."""
        self.setVisible(state.is_open)
        self.title.setText(_title(state))
        self.more.render_state(state)
        self.more_button.set_words(
            _("Fold away what only some need") if state.more_shown else _("Length, place and more")
        )
        self.book.set_words(_("Save the change") if state.changing else _("Book it"))
        self._show_person(state)
        values = (state.on, state.at, state.definition_id, state.channel)
        for field, value in zip((self.on, self.at, self.kind, self.channel), values, strict=True):
            field.set_value(value)
        self.who.set_error(state.problems.get("person", ""))
        self.on.set_error(state.problems.get("on", ""))
        self.at.set_error(state.problems.get("at", ""))
        self._offer_agreed(state)
        self.understood.setText(_understood(state))
        self.understood.setVisible(state.draft is not None)
        if state.is_open and not self._was_open:
            (self.who if not state.person_id else self.at if state.on else self.on).setFocus()
            QTimer.singleShot(0, self._reveal)  # once it has its place
        self._was_open = state.is_open

    def _add_person(self) -> None:
        self.who = TextLine(_("Person"), hint=_("Type part of the name"))
        self.found = RowsView(_("People found"))
        self.picked = label("", "strong")
        self.other = Button(_("Somebody else"), "link")
        self._chosen = QWidget()
        chosen = column(self._chosen, spacing=2)
        chosen.addWidget(label(_("Person"), "label"))
        line = Flow(spacing=12)
        line.addWidget(self.picked)
        line.addWidget(self.other)
        chosen.addLayout(line)
        for each in (self.who, self.found, self._chosen):
            self.box.addWidget(each)
        self.who.edited.connect(self._typed)
        self.who.line.returnPressed.connect(self._first)
        self.found.opened.connect(self._pick)
        self.found.clicked.connect(self._clicked)
        self.other.clicked.connect(self._unpick)

    def _show_person(self, state: BookingState) -> None:
        self.who.setVisible(not state.person_id)
        self.who.set_value(state.typed)
        with QSignalBlocker(self.found):
            self.found.set_rows([_found_row(row) for row in state.found])
            self.found.fit(FOUND)
        self.found.setVisible(bool(state.found))
        self._chosen.setVisible(bool(state.person_id))
        self.other.setVisible(state.changing is None)
        self.picked.setText(state.name)

    def _offer_agreed(self, state: BookingState) -> None:
        due = state.as_agreed
        self.as_agreed.setVisible(due is not None and as_date(state.on) != due)
        if due is not None:
            self.as_agreed.set_words(_("Take {day}, as agreed").format(day=long_date(due)))

    def _reveal(self) -> None:
        reveal(self)

    def _book(self) -> None:
        self._presenter.book()
        wrong = [field for field in (self.who, self.on, self.at) if field.error() and self._presenter.state.is_open]
        if wrong:
            wrong[0].setFocus()

    def _typed(self, text: object) -> None:
        self._presenter.find(str(text))

    def _first(self) -> None:
        if self._presenter.state.found:
            self._pick(self._presenter.state.found[0].person_id)

    def _clicked(self) -> None:
        self._pick(self.found.chosen_id())

    def _pick(self, person_id: str) -> None:
        self._presenter.pick(person_id)
        self.on.setFocus()

    def _unpick(self) -> None:
        self._presenter.unpick()
        self.who.setFocus()

    def _edited(self) -> None:
        self._presenter.edit(
            on=self.on.value(),
            at=self.at.value(),
            definition_id=self.kind.value(),
            channel=self.channel.value(),
            more=self.more.value(),
        )


def _found_row(row: PersonRow) -> Row:
    born = short_date(row.date_of_birth) if row.date_of_birth else ""
    return Row(row.person_id, (row.listed, born))


def _title(state: BookingState) -> str:
    if state.moved is not None:
        return _("A new time")
    return _("Change the appointment") if state.changing else _("Add an appointment")


def _understood(state: BookingState) -> str:
    """From when to when it goes, what stands against it, and what only wants saying."""
    if state.draft is None:
        return ""
    words = _("{start} to {end}.").format(start=clock_time(state.draft.at), end=ends_at(state.draft))
    refused = state.found_out.refused
    said = (sentence(refused),) if refused is not None else state.found_out.notes
    return " ".join((words, *said))
