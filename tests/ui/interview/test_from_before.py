"""What the screen says before the first question, and how a talk is left."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from coachdesk.plans import Delay, Happened, Party
from tests.ui.checks import press as key_press
from tests.ui.checks import settle
from tests.ui.interview.conftest import FIRST, REVIEW, Room
from ui.interview import view
from ui.interview.fields.carried import PromisesField
from ui.interview.fields.happening import PromiseRow
from ui.kit import Button


def words(room: Room) -> str:
    return " ".join(each.text() for each in room.page.centre.from_before.findChildren(QLabel) if each.isVisible())


def press(room: Room, name: str) -> None:
    buttons = room.page.centre.from_before.findChildren(Button)
    next(each for each in buttons if each.accessibleName() == name).click()
    settle()


def names(room: Room) -> list[str]:
    found = [each for each in room.page.centre.from_before.findChildren(Button) if each.isVisible()]
    return [each.accessibleName() for each in found]


def press_by_key(room: Room, name: str) -> None:
    """Where the keyboard is, Enter or Space presses."""
    buttons = room.page.centre.from_before.findChildren(Button)
    button = next(each for each in buttons if each.isVisible() and each.accessibleName() == name)
    button.setFocus()
    key_press(button, Qt.Key.Key_Space)
    settle()


def come_back_after_a_pause(room: Room) -> None:
    interview_id = room.state.interview.id
    room.presenter.pause()
    settle()
    assert room.presenter.open(interview_id)
    settle()


def test_a_first_talk_begins_without_a_word_about_before(room: Room) -> None:
    room.start()
    assert not room.page.centre.from_before.isVisible()
    assert "promises" not in {each.id for each in room.state.definition.questions()}


def test_what_was_not_reached_is_offered_first_next_time_and_one_key_brings_it(room: Room) -> None:
    room.start(FIRST)
    room.presenter.finish()
    room.start(REVIEW)
    assert room.page.centre.from_before.isVisible()
    assert "Ask now: Where you live" in names(room)
    room.do("unfold")
    assert room.state.interview.step_id == view.kept(replace(room.state, opened=frozenset()))[0]
    assert not room.page.centre.from_before.isVisible()


def test_the_keyboard_stays_with_what_is_offered_and_goes_on_to_the_question(room: Room) -> None:
    room.start(FIRST)
    room.presenter.finish()
    room.start(REVIEW)
    here, before = room.page.centre, names(room)
    press_by_key(room, "Let go: Where you live")
    assert len(names(room)) == len(before) - 2
    assert here.from_before.isAncestorOf(room.page.window().focusWidget())
    for name in [each for each in names(room) if each.startswith("Let go")]:
        press_by_key(room, name)
    assert not here.from_before.isVisible()
    assert here.blocks["who_is_here"].isAncestorOf(room.page.window().focusWidget())


def test_an_offered_step_that_is_let_go_does_not_come_again(room: Room) -> None:
    room.start(FIRST)
    room.presenter.finish()
    room.start(REVIEW)
    press(room, "Let go: Where you live")
    assert "Ask now: Where you live" not in names(room)
    assert "housing" not in {step.id for step in room.state.definition.steps}
    room.presenter.finish()
    room.start(REVIEW)
    assert "housing" not in {step.id for step in room.state.definition.steps}
    assert "Ask now: Where you live" not in names(room)
    assert names(room)


def test_what_changed_while_it_waited_is_said_until_it_was_read(room: Room) -> None:
    room.start(FIRST)
    room.presenter.answer("who_is_here", "alone")
    room.presenter.pause()
    settle()
    room.agree("Bring the school's letter")
    assert room.presenter.open(room.stored().id)
    settle()
    assert "New in the plan: Bring the school's letter" in words(room)
    press_by_key(room, "I have read this")
    assert not room.page.centre.from_before.isVisible()
    assert room.block("who_is_here").isAncestorOf(room.page.window().focusWidget())
    come_back_after_a_pause(room)
    assert not room.page.centre.from_before.isVisible()


def test_another_unfinished_talk_of_the_same_person_is_named(room: Room) -> None:
    room.start(FIRST)
    room.presenter.pause()
    room.start(REVIEW)
    assert "is not finished: First commitments meeting." in words(room)


def test_a_missed_promise_of_ours_is_said_plainly_and_why_takes_one_key(room: Room) -> None:
    ours = room.agree("Ring the college", Party.COACH)
    missed = room.services.plans.today() - timedelta(days=2)
    room.services.plans.record_outcome(ours.id, Happened.NOT_YET, new_by=missed)
    room.start(REVIEW)
    room.presenter.go_to("ours")
    settle()
    field = room.block("promises").field
    assert isinstance(field, PromisesField)
    row = field.rows[ours.id]
    assert isinstance(row, PromiseRow)
    said = " ".join(each.text() for each in row.card.findChildren(QLabel))
    assert "That day has passed, and this is not done." in said
    assert not row.why.isVisible()
    row.choice.buttons[1].click()
    settle()
    assert row.why.isVisible()
    row.why.buttons[1].click()
    settle()
    assert room.presenter.flush()
    outcome = room.services.plans.plan(room.amira.id).outcomes[-1]
    assert (outcome.happened, outcome.delay) == (Happened.NOT_YET, Delay.WAITING)
    room.presenter.finish()
    room.start(REVIEW)
    assert [each.id for each in room.state.carried_ours] == [ours.id]


def test_the_time_bar_says_in_words_what_is_put_off(room: Room) -> None:
    room.start(FIRST)
    room.presenter.clock.ticked.emit(20 * 60)
    settle()
    (bar,) = room.page.foot.time.findChildren(QProgressBar)
    assert bar.accessibleDescription() == "10 minutes left. 4 steps are kept for next time."
