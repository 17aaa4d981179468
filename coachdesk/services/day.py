from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.diary import (
    LABELS,
    NEEDS_OUTCOME,
    OPEN,
    Appointment,
    AppointmentState,
    BusyTime,
    NeedsYou,
    arranged,
    backup_overdue,
    beyond,
    clock_behind,
    free,
    moves,
    needs_outcome,
    needs_you,
    overlapping,
    prompts,
    quiet_before,
    records_past_their_time,
)
from coachdesk.documents.day_sheet import day_sheet
from coachdesk.handover.pack import MOST_PEOPLE
from coachdesk.i18n import _
from coachdesk.people import NEEDS, How
from coachdesk.services.backing_up import BackingUp
from coachdesk.services.checkpoints import checkpoint_line
from coachdesk.services.context import Context
from coachdesk.services.easement_check import EasementCheck
from coachdesk.services.leaving import Outgoing
from coachdesk.services.office import office_on
from coachdesk.services.prep_card import prep_card
from coachdesk.services.retention import Retention
from coachdesk.services.talks import where_they_stopped
from coachdesk.services.views import DayEntry, DayView, PrepCard
from coachdesk.services.withheld import require_way
from coachdesk.storage import (
    DayRow,
    anybody,
    day_rows,
    find,
    held_before,
    last_change_at,
    table_of,
    waiting,
    without_next_step,
)

A_FEW = 20
"""So many people are checked between two keystrokes: it takes some ten milliseconds."""

_CLOCKS_DIFFER = timedelta(days=1)
"""Less than this between a clock and what was saved is no news: clocks are put right by an hour, or by minutes."""


class Day:
    """The coach's day: who comes, what to know before, what waits."""

    def __init__(self, context: Context, check: EasementCheck, backing_up: BackingUp, retention: Retention) -> None:
        self._context, self._check, self._backing_up, self._retention = context, check, backing_up, retention

    def today(self) -> date:
        """The date on the wall, as this vault counts it."""
        return self._context.today()

    def view(self, day: date | None = None) -> DayView:
        """The appointments of a day (today where none is named) and what needs the coach."""
        checking, of_the_vault = self._check.go_on(), tuple(self._about_nobody())
        with self._context.database.read() as connection:
            (view,) = self._days(connection, day or self._context.today(), 1)
            return replace(
                view,
                needs_you=(*self._needs(connection), *of_the_vault),
                anybody=anybody(connection),
                checking=checking,
            )

    def check_on(self) -> tuple[NeedsYou, ...] | None:
        """Check some more people; once nobody is left to be checked, what needs the coach."""
        if self._check.go_on(most=A_FEW):
            return None
        of_the_vault = tuple(self._about_nobody())
        with self._context.database.read() as connection:
            return (*self._needs(connection), *of_the_vault)

    def _about_nobody(self) -> Iterator[NeedsYou]:
        """That the clock stands before what was saved last, that a backup is overdue, that records are past their time."""
        with self._context.database.read() as connection:
            saved = last_change_at(connection)
        if saved is not None and self._context.clock() < saved - _CLOCKS_DIFFER:
            yield clock_behind(self._context.today(), local(saved).date())
        if self._backing_up.overdue():
            last = self._backing_up.last()
            yield backup_overdue(None if last is None else local(last).date())
        if self._retention.waiting():
            yield records_past_their_time(self._retention.waiting())

    def _needs(self, connection: Connection) -> tuple[NeedsYou, ...]:
        today = self._context.today()
        quiet = quiet_before(today, self._context.policy.quiet_days)
        rows = waiting(connection, today, now=self._context.clock(), quiet_before=quiet)
        begun = where_they_stopped(self._context, connection, rows.unfinished)
        return needs_you(replace(rows, unfinished=begun), today)

    def coming(self, until: date) -> tuple[str, ...]:
        """The ids of everybody who is still to be met from today to a day, in the order of the clock."""
        with self._context.database.read() as connection:
            rows = day_rows(connection, self._context.today(), until)
        return tuple(dict.fromkeys(row.person.id for row in rows if row.appointment.state in OPEN))

    def without_next_step(self) -> tuple[str, ...]:
        """The ids of the people without a next step, at most as many as one pack takes."""
        with self._context.database.read() as connection:
            rows = without_next_step(connection, self._context.today(), most=MOST_PEOPLE)
        return tuple(row.person_id for row in rows)

    def week(self, day: date) -> tuple[DayView, ...]:
        """The seven days from the Monday on of the week in which a day lies."""
        with self._context.database.read() as connection:
            return self._days(connection, day - timedelta(days=day.weekday()), 7)

    def outgoing(self, day: date) -> Outgoing:
        """The day on its way to paper, as HTML by the numbers of its slots: nobody's name or initials stand on it.

        Audited once it has left (`Handing.left`).

        Raises:
            AppError: "policy.no-printing".
        """
        self._refuse_sheet()
        with self._context.database.read() as connection:
            (view,) = self._days(connection, day, 1)
            checkpoint = checkpoint_line(self._context, connection)
        sheet = day_sheet(view.office, [(each.appointment, each.kind) for each in view.entries], checkpoint)
        return Outgoing(sheet.encode(), self._refuse_sheet, lambda writer: writer.audit("day.printed"))

    def _refuse_sheet(self, _connection: Connection | None = None) -> None:
        require_way(self._context.policy, How.PRINTED)

    def _days(self, connection: Connection, first: date, many: int) -> tuple[DayView, ...]:
        """So many days from the first on, with one query for each kind of thing on them."""
        now, titles = self._context.clock(), self._context.titles()
        offices = [office_on(self._context, first + timedelta(days=number)) for number in range(many)]
        last = offices[-1].on
        rows = day_rows(connection, first, last)
        busy = find(connection, BusyTime, table_of(BusyTime).c.on.between(first, last))
        days = []
        for office in offices:
            here = [row for row in rows if row.appointment.on == office.on]
            booked = [row.appointment for row in here]
            entries = tuple(_entry(row, titles, now, booked) for row in here)
            taken: list[Appointment | BusyTime] = [*booked, *busy]
            days.append(DayView(office.on, entries, (), office, free(office, taken)))
        return tuple(days)

    def prep(self, person_id: str, appointment: Appointment | None = None) -> PrepCard:
        """What to know before meeting a person: our promises first. The reading is audited.

        For an `appointment` to which they did not come it says what to do now.
        """
        with self._context.database.write() as writer:
            writer.audit("person.prepared", subject=person_id, record=person_id)
        with self._context.database.read() as connection:
            card = prep_card(self._context, connection, person_id)
            if appointment is None or appointment.state is not AppointmentState.NO_SHOW:
                return card
            return replace(card, absent=prompts(appointment, held_before(connection, appointment)))


def _entry(row: DayRow, titles: dict[str, str], now: datetime, booked: Sequence[Appointment]) -> DayEntry:
    appointment = row.appointment
    late = needs_outcome(appointment, now)
    needs = [*(_(NEEDS[need]) for need in beyond(appointment, row.person.needs)), *arranged(appointment)]
    if appointment.state in OPEN and overlapping(appointment, booked):
        needs.append(_("At the same time as another"))
    return DayEntry(
        appointment=appointment,
        name=row.person.full_name,
        kind=titles.get(appointment.definition_id, appointment.definition_id),
        needs=tuple(dict.fromkeys(needs)),
        state=_(NEEDS_OUTCOME) if late else _(LABELS[appointment.state]),
        after=moves(appointment, local(now).date()),
    )
