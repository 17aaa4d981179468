"""One person on the screen: what is known, part by part, and beside it the next interview."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.services import PersonFile
from ui import keys
from ui.giving.printing import ask_for_folder
from ui.identity import identity_of
from ui.kit import Button, Card, Columns, Flow, Identity, Page, Reading, column, label, surface
from ui.kit.sections import Section, Sections
from ui.kit.tabs import order_tabs
from ui.people.circumstances_part import CircumstancesPart
from ui.people.fields import PersonFields
from ui.people.person_presenter import PersonPresenter
from ui.people.person_state import CIRCUMSTANCES, DETAILS, OVERVIEW, PersonState
from ui.people.record_part import RecordPart
from ui.people.same_person import SamePersonPart
from ui.people.sections import AppointmentsPart, CommitmentsPart, Overview, PlanPart
from ui.people.start_card import StartCard


class PersonPage(Page):
    """Shows a `PersonState`. `folders` asks the coach for a folder; None where they thought better of it."""

    def __init__(
        self,
        presenter: PersonPresenter,
        parent: QWidget | None = None,
        *,
        folders: Callable[[QWidget], Path | None] = ask_for_folder,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._folders = presenter, folders
        self.back = Button(_("Back to People"), "link", icon="back", key="back")
        self.overview, self.plan, self.commitments = Overview(), PlanPart(), CommitmentsPart()
        self.circumstances, self.appointments = CircumstancesPart(presenter.circumstances), AppointmentsPart()
        self.fields = PersonFields()
        self.note_button = Button("", "link", icon="note")
        self.archive = Button(_("Archive this person"), icon="folder")
        self.same, self.record = SamePersonPart(), RecordPart()
        self.sections = Sections(
            _("About this person"),
            [
                Section(OVERVIEW, _("Overview"), self.overview),
                Section("plan", _("Plan"), self.plan),
                Section("commitments", _("Commitments"), self.commitments),
                Section(CIRCUMSTANCES, _("Circumstances"), self.circumstances),
                Section("appointments", _("Appointments"), self.appointments),
                Section(DETAILS, _("Details"), self._details()),
            ],
        )
        self.start = StartCard(presenter.definitions())
        self.gone = Card(_("This person has left your caseload"))
        self.restore = Button(_("Bring them back"), "go")
        self._columns = Columns(((self._left(), 5, 600), (self._right(), 2, 360)), self)
        column(self, spacing=0).addWidget(self._columns)
        self._file: PersonFile | None = None  # whose parts are shown: typing changes none of them
        self._connect()
        self._columns.hide()
        order_tabs(self)
        if presenter.state is not None:
            self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: PersonState) -> None:
        """Show the person."""
        self._columns.show()
        if state.file is not self._file:
            self._file = state.file
            for part in (self.plan, self.commitments, self.appointments):
                part.render_state(state)
            self.same.render_state(state.file)
        self.overview.render_state(state)
        self.sections.choose(state.section)
        self.fields.show_typed(state.typed, state.problems)
        self.fields.show_note(shown=state.note_shown or not state.typed.get("contact_note"))
        self.fields.ask_safe(state.file.person, state.file.giving)
        self.note_button.setVisible(bool(state.typed.get("contact_note")))
        self.note_button.set_words(_("Put the contact note away") if state.note_shown else _("Show the contact note"))
        archived = state.file.person.archived_at is not None
        self.gone.setVisible(archived)
        self.start.setVisible(not archived)
        self.archive.setVisible(not archived)
        self.start.render_state(state)
        self.standing_changed.emit()

    def identity(self) -> Identity | None:
        state = self.presenter.state
        return identity_of(state.file.person, given=state.file.giving) if state is not None else None

    def arrived(self) -> None:
        self.presenter.arrived()
        self.sections.button(self.presenter.state.section if self.presenter.state else OVERVIEW).setFocus()

    def leaving(self) -> None:
        self.record.put_away()
        self.presenter.leave()

    def _details(self) -> QWidget:
        reading = Reading(margins=(0, 0, 0, 0), spacing=18)
        reading.box.addWidget(label(_("What you change is saved as you type."), "hint"))
        held = Flow()
        held.addWidget(self.note_button)
        reading.box.addLayout(held)
        reading.box.addWidget(self.fields)
        reading.box.addWidget(self.same)
        reading.box.addWidget(self.record)
        foot = Flow()
        foot.addWidget(self.archive)
        reading.box.addLayout(foot)
        reading.box.addWidget(
            label(
                _(
                    "An archived person is on none of your lists and can come back. From that day on runs the time for "
                    "which their record is kept."
                ),
                "hint",
            )
        )
        reading.box.addStretch(1)
        return reading

    def _left(self) -> QFrame:
        left = surface("clear")
        box = column(left, margins=(24, 14, 12, 18), spacing=8)
        head = Flow()
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(self.sections, 1)
        return left

    def _right(self) -> QFrame:
        right = surface("clear")
        box = column(right, margins=(12, 18, 24, 18), spacing=12)
        self.gone.box.addWidget(label(_("Nothing was deleted.")))
        self.gone.box.addWidget(self.restore)
        box.addWidget(self.gone)
        box.addWidget(self.start)
        box.addStretch(1)
        return right

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        self.back.clicked.connect(presenter.back)
        self.sections.chosen.connect(presenter.choose)
        self.overview.note_wanted.connect(presenter.show_note)
        self.note_button.clicked.connect(presenter.show_note)
        self.plan.plan_wanted.connect(presenter.open_plan)
        self.commitments.opened.connect(presenter.open_commitment)
        self.appointments.slip_wanted.connect(presenter.slip_wanted)
        self.fields.edited.connect(self._edited)
        self.archive.clicked.connect(presenter.archive)
        self.same.compare_wanted.connect(presenter.same_person)
        self.same.part_wanted.connect(presenter.part)
        self.record.viewing_wanted.connect(presenter.show_viewing)
        self.record.copy_wanted.connect(self._copy_record)
        self.record.remove_wanted.connect(presenter.remove_record)
        self.record.private_wanted.connect(presenter.open_private)
        self.record.shut_wanted.connect(presenter.record.shut)
        self.record.hold.set_wanted.connect(presenter.set_hold)
        self.record.hold.lift_wanted.connect(presenter.lift_hold)
        self.record.hold.open_wanted.connect(presenter.record.open_hold)
        presenter.record.changed.connect(self.record.render_state)
        self.restore.clicked.connect(presenter.restore)
        self.start.start_wanted.connect(presenter.start)
        self.start.resume_wanted.connect(presenter.resume)
        self.start.edited.connect(presenter.set_start)
        for action_id, slot in (
            ("back", presenter.back),
            ("start", presenter.go_on),
            ("plan", presenter.open_plan),
            ("commitment", presenter.open_newest_commitment),
            ("same_person", presenter.same_person),
        ):
            keys.bind(self, action_id, slot)

    def _edited(self) -> None:
        self.presenter.edit(self.fields.typed())

    def _copy_record(self, private: str) -> None:
        folder = self._folders(self)
        if folder is not None:
            self.record.put_away()
            self.presenter.copy_record(folder, private)
