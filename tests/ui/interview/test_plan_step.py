"""The plan's step says of what is asked what may not be asked for today."""

from PySide6.QtWidgets import QLabel, QWidget

from coachdesk.interviews import Kind
from tests.ui.checks import settle
from tests.ui.interview.conftest import Room
from ui.interview.state import PlanLine

PAUSE = "This cannot be asked for today: an appointment conflict (regs. 98 and 99)."


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def begin(room: Room) -> str:
    """At the plan's step, on a day in court; the id of the question."""
    room.start()
    today = room.services.day.today()
    room.services.circumstances.add(room.amira.id, "court", starts_on=today, ends_on=today)
    room.presenter.go_to("plan")
    settle()
    return next(each.id for each in room.state.definition.questions() if each.kind is Kind.PLAN)


def test_what_is_asked_on_a_day_of_a_pause_is_flagged_while_it_is_written(room: Room) -> None:
    question = begin(room)
    asked = PlanLine(who="asked", text="List twelve schools", when="daily", implements="search")
    room.presenter.answer(question, asked)
    room.presenter.flush()
    settle()
    assert PAUSE in words(room.page.centre)
    room.presenter.next_line()
    settle()
    assert PAUSE in words(room.page.centre)
    assert room.services.plans.plan(room.amira.id).asked[0].text == "List twelve schools"


def test_what_is_chosen_freely_has_no_flag(room: Room) -> None:
    question = begin(room)
    room.presenter.answer(question, PlanLine(who="chosen", text="List twelve schools", when="daily"))
    room.presenter.next_line()
    settle()
    assert PAUSE not in words(room.page.centre)


def test_a_circumstance_that_was_put_right_takes_the_flag_away_with_the_next_step(room: Room) -> None:
    question = begin(room)
    asked = PlanLine(who="asked", text="List twelve schools", when="daily", implements="search")
    room.presenter.answer(question, asked)
    room.presenter.next_line()
    (court,) = room.services.circumstances.of(room.amira.id)
    room.services.circumstances.remove(court)
    room.presenter.go_to("read_back")
    room.presenter.go_to("plan")
    settle()
    assert PAUSE not in words(room.page.centre)
