"""The day on the screen: what needs you, who comes, and beside it what to know before."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.diary import AppointmentState
from coachdesk.i18n import _
from ui import keys
from ui.giving.printing import print_text
from ui.kit import Button, Columns, EmptyState, Flow, Page, column, label, surface
from ui.kit.folders import choose_file, choose_folder
from ui.kit.printing import chosen
from ui.today.booking_form import BookingForm
from ui.today.day_list import DayList
from ui.today.head import DayHead
from ui.today.needs import NeedsStrip
from ui.today.prep import PrepView
from ui.today.presenter import TodayPresenter
from ui.today.rhythm import RhythmForm
from ui.today.state import TodayState, day_rows, how_far
from ui.today.week import DAY, free_line, week_rows


class TodayPage(Page):
    """Shows a `TodayState`. Without `printing` the day cannot be printed: the organisation does not allow it."""

    def __init__(
        self,
        presenter: TodayPresenter,
        parent: QWidget | None = None,
        *,
        printing: bool = True,
        ask_printer: Callable[[QWidget], QPrinter | None] = chosen,
        ask_folder: Callable[[QWidget, str], Path | None] = choose_folder,
        ask_file: Callable[[QWidget, str, str], Path | None] = choose_file,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._ask_printer = presenter, ask_printer
        self._ask_folder, self._ask_file = ask_folder, ask_file
        self.head, self.needs = DayHead(), NeedsStrip()
        self.list, self.week = DayList(_("Appointments of the day"), strong=1), DayList(_("The week"), strong=2)
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
        self.far, self.open = label("", "small", wrap=False), label("", "small")
        self.add = Button(_("Add an appointment"), icon="add", key="add_appointment")
        self.paper = Button(_("Print the day without names"), "link", key="print")
        if not printing:
            self.paper.withhold()
        self.out = Button(_("Give out the week as a calendar file"), "link")
        self.into = Button(_("Bring in a calendar file"), "link")
        self.prep, self._form_open = PrepView(), False
        self._rhythm: RhythmForm | None = None
        self._booking: BookingForm | None = None
        self._columns = Columns(((self._left(), 5, 600), (self._right(), 2, 370)), self)
        column(self, spacing=0).addWidget(self._columns)
        self._connect()
        self._bind()
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: TodayState) -> None:
        """Show the day."""
        entries, in_week = state.view.entries, bool(state.week)
        self.head.render_state(state)
        self.needs.render_state(state)
        self.needs.setVisible(state.view.anybody)
        with QSignalBlocker(self.list):
            self.list.set_rows(day_rows(entries))
            self.list.choose(state.chosen)
        with QSignalBlocker(self.week):
            self.week.set_rows(week_rows(state.week))
            self.week.choose(state.chosen)
        self.list.setVisible(bool(entries) and not in_week)
        self.week.setVisible(in_week)
        self.nobody.setVisible(not entries and not in_week and not state.view.anybody)
        self.free.setVisible(not entries and not in_week and state.view.anybody)
        self.far.setText(how_far(state.entries))
        self.far.setVisible(bool(state.entries))
        self.open.setText(free_line(state.view))
        self.open.setVisible(state.view.anybody and not in_week)
        self.add.setVisible(state.view.anybody)
        for each in (self.out, self.into):
            each.setVisible(state.view.anybody)
        self.paper.setVisible(bool(entries) and not in_week)
        self.prep.render_state(state)
        if self._rhythm is not None or state.rhythm_shown:
            self.rhythm.render_state(state)
        self._beside()

    @property
    def booking(self) -> BookingForm:
        """The form for an appointment, made when it is first wanted: the day is not held up by it."""
        if self._booking is None:
            self._booking = BookingForm(self.presenter.booking, self.prep.parentWidget())
            self._forms.insertWidget(self._forms.indexOf(self.prep) + 1, self._booking)
        return self._booking

    @property
    def rhythm(self) -> RhythmForm:
        """The form for how often to be in touch, made when it is first wanted, too."""
        if self._rhythm is None:
            self._rhythm = RhythmForm(self.prep.parentWidget())
            self._forms.insertWidget(self._forms.indexOf(self.prep) + 1, self._rhythm)
            self._rhythm.agreed.connect(self.presenter.agree)
            self._rhythm.dropped.connect(self.presenter.agree_on_nothing)
            self._rhythm.closed.connect(self.presenter.toggle_rhythm)
        return self._rhythm

    def arrived(self) -> None:
        self.presenter.refresh()
        self._to_list(self.add)

    def leaving(self) -> None:
        self.presenter.checking.rest()

    def _left(self) -> QFrame:
        left = surface("clear")
        box = column(left, margins=(24, 18, 12, 18), spacing=12)
        for each in (self.head, self.needs, self.nobody, self.free):
            box.addWidget(each)
        box.addWidget(self.list, 1)
        box.addWidget(self.week, 1)
        box.addWidget(self.open)
        foot = Flow(spacing=16)
        for part in (self.add, self.far, self.paper, self.out, self.into):
            foot.addWidget(part)
        box.addLayout(foot)
        box.addStretch(0)
        return left

    def _right(self) -> QFrame:
        right = surface("clear")
        self._forms = column(right, margins=(12, 18, 24, 18), spacing=12)
        self._forms.addWidget(self.prep)
        self._forms.addStretch(1)
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
        self.head.week_wanted.connect(self._toggle_week)
        for each in (self.list, self.week):
            each.chosen.connect(self._choose)
            each.opened.connect(self._open)
            each.before_wanted.connect(self._before)
            each.after_wanted.connect(self._after)
            each.week_wanted.connect(self._toggle_week)
            each.state_wanted.connect(presenter.set_state)
        self.paper.clicked.connect(self._print)
        self.out.clicked.connect(self._give_out)
        self.into.clicked.connect(self._bring_in)
        self.nobody.acted.connect(presenter.add_person)
        self.add.clicked.connect(presenter.add_appointment)
        self.prep.start_wanted.connect(presenter.start)
        self.prep.person_wanted.connect(presenter.open_person)
        self.prep.change_wanted.connect(presenter.change)
        self.prep.slip_wanted.connect(presenter.open_slip)
        self.prep.state_wanted.connect(presenter.set_state)
        self.prep.again_wanted.connect(presenter.find_time)
        self.prep.learned.connect(presenter.learn)
        self.prep.rhythm_wanted.connect(presenter.toggle_rhythm)

    def _bind(self) -> None:
        presenter = self.presenter
        for action_id, slot in (
            ("start", presenter.start),
            ("add_person", presenter.add_person),
            ("day_before", presenter.day_before),
            ("day_after", presenter.day_after),
            ("add_appointment", self._add_by_key),
            ("week", self._toggle_week),
            ("change_appointment", presenter.change),
            ("print", self._print),
        ):
            keys.bind(self, action_id, slot)
        for state in AppointmentState:
            keys.bind(self, f"state_{state}", self._state_by_key).setData(state.value)

    def _beside(self) -> None:
        """A form stands in the place of the prep card while it is open."""
        state, booking = self.presenter.state, self.presenter.booking.state.is_open
        if booking:
            self.booking.show()
        if self._rhythm is not None:
            self._rhythm.setVisible(state.rhythm_shown and not booking)
        self.prep.setVisible(state.entry is not None and not state.rhythm_shown and not booking)
        closed, self._form_open = self._form_open, booking or state.rhythm_shown
        if closed and not self._form_open:
            self._to_list(self.add)

    def _to_list(self, otherwise: QWidget) -> None:
        """Put the keyboard where the coach goes on; `otherwise` where nobody is on the day."""
        if self.presenter.state.week:
            self.week.setFocus()
        elif self.presenter.state.view.entries:
            self.list.setFocus()
        elif otherwise.isVisibleTo(self):
            otherwise.setFocus()

    def _before(self) -> None:
        self.presenter.day_before()
        self._to_list(self.head.before)

    def _after(self) -> None:
        self.presenter.day_after()
        self._to_list(self.head.after)

    def _choose(self, row_id: str) -> None:
        if not row_id.startswith(DAY):
            self.presenter.choose(row_id)

    def _open(self, row_id: str) -> None:
        if row_id.startswith(DAY):
            self.presenter.open_day(date.fromisoformat(row_id.removeprefix(DAY)))
            self.arrived()
        else:
            self.presenter.start()

    def _toggle_week(self) -> None:
        self.presenter.toggle_week()
        self.arrived()

    def _give_out(self) -> None:
        folder = self._ask_folder(self, _("Where the calendar file goes"))
        if folder is not None:
            self.presenter.give_out(folder)

    def _bring_in(self) -> None:
        file = self._ask_file(self, _("Bring in a calendar file"), "*.ics")
        if file is not None:
            self.presenter.bring_in(file)

    def _print(self) -> None:
        printer = self._ask_printer(self) if self._may_print() else None
        sheet = self.presenter.sheet() if printer is not None else None
        if printer is not None and sheet is not None:
            self.presenter.noticed.emit(print_text(printer, sheet.text, partial(self.presenter.left, sheet)))

    def _may_print(self) -> bool:
        return bool(self.presenter.state.view.entries) and self.paper.isEnabled()

    def _add_by_key(self) -> None:
        if self.presenter.state.view.anybody:
            self.presenter.add_appointment()

    def _state_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.presenter.set_state(action.data())
