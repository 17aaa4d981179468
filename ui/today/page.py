"""The day on the screen: what needs you, who comes, and beside it what to know before."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.diary import AppointmentState
from coachdesk.i18n import _
from ui import keys
from ui.kit import Button, Columns, EmptyState, Flow, Page, RowsView, column, label, surface
from ui.today.booking_form import BookingForm
from ui.today.head import DayHead
from ui.today.needs import NeedsStrip
from ui.today.prep import PrepView
from ui.today.presenter import TodayPresenter
from ui.today.state import TodayState, day_rows, how_far


class TodayPage(Page):
    """Shows a `TodayState`."""

    def __init__(self, presenter: TodayPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.head, self.needs = DayHead(), NeedsStrip()
        self.list = RowsView(_("Appointments of the day"), strong=1)
        self.nobody = EmptyState(
            _("Nobody is on your caseload yet"),
            _("Add the first person. Then give them an appointment, and your day stands here."),
            _("Add a person"),
            key="add_person",
        )
        self.free = EmptyState(
            _("No appointments on this day"),
            _("Whoever comes on this day stands here, with what to know before you meet."),
        )
        self.far = label("", "small", wrap=False)
        self.add = Button(_("Add an appointment"), icon="add", key="add_appointment")
        self.prep, self.booking = PrepView(), BookingForm(presenter.booking)
        self._columns = Columns(((self._left(), 5, 600), (self._right(), 2, 370)), self)
        column(self, spacing=0).addWidget(self._columns)
        self._connect()
        self._bind()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: TodayState) -> None:
        """Show the day."""
        entries = state.view.entries
        self.head.render_state(state)
        self.needs.render_state(state)
        self.needs.setVisible(bool(state.people))
        with QSignalBlocker(self.list):
            self.list.set_rows(day_rows(entries))
            self.list.choose(state.chosen)
        self.list.setVisible(bool(entries))
        self.nobody.setVisible(not entries and not state.people)
        self.free.setVisible(not entries and bool(state.people))
        self.far.setText(how_far(entries))
        self.far.setVisible(bool(entries))
        self.add.setVisible(bool(state.people))
        self.prep.render_state(state)
        self._beside()

    def arrived(self) -> None:
        self.presenter.refresh()
        if self.presenter.state.view.entries:
            self.list.setFocus()

    def _left(self) -> QFrame:
        left = surface("clear")
        box = column(left, margins=(24, 18, 12, 18), spacing=12)
        for each in (self.head, self.needs, self.nobody, self.free):
            box.addWidget(each)
        box.addWidget(self.list, 1)
        foot = Flow(spacing=16)
        foot.addWidget(self.add)
        foot.addWidget(self.far)
        box.addLayout(foot)
        box.addStretch(0)
        return left

    def _right(self) -> QFrame:
        right = surface("clear")
        box = column(right, margins=(12, 18, 24, 18), spacing=12)
        box.addWidget(self.prep)
        box.addWidget(self.booking)
        box.addStretch(1)
        return right

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        presenter.booking.changed.connect(self._beside)
        self.head.before_wanted.connect(presenter.day_before)
        self.head.after_wanted.connect(presenter.day_after)
        self.head.today_wanted.connect(presenter.back_to_today)
        self.head.day_wanted.connect(presenter.show_day)
        self.needs.toggled.connect(presenter.toggle_needs)
        self.needs.opened.connect(presenter.open_need)
        self.list.chosen.connect(presenter.choose)
        self.list.opened.connect(self._open)
        self.nobody.acted.connect(presenter.add_person)
        self.add.clicked.connect(presenter.add_appointment)
        self.prep.start_wanted.connect(presenter.start)
        self.prep.person_wanted.connect(presenter.open_person)
        self.prep.change_wanted.connect(presenter.change)
        self.prep.state_wanted.connect(presenter.set_state)
        self.prep.again_wanted.connect(presenter.find_time)
        self.prep.learned.connect(presenter.learn)

    def _bind(self) -> None:
        presenter = self.presenter
        for action_id, slot in (
            ("start", presenter.start),
            ("add_person", presenter.add_person),
            ("day_before", presenter.day_before),
            ("day_after", presenter.day_after),
            ("add_appointment", self._add_by_key),
        ):
            keys.bind(self, action_id, slot)
        for state in AppointmentState:
            keys.bind(self, f"state_{state}", self._state_by_key).setData(state.value)

    def _beside(self) -> None:
        """The form stands in the place of the prep card while it is open."""
        self.prep.setVisible(self.presenter.state.entry is not None and not self.presenter.booking.state.is_open)

    def _open(self, _row_id: str) -> None:
        self.presenter.start()

    def _add_by_key(self) -> None:
        if self.presenter.state.people:
            self.presenter.add_appointment()

    def _state_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.presenter.set_state(action.data())
