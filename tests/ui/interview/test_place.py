from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from coachdesk.interviews import InterviewState as Standing
from tests.ui.checks import settle, type_text
from tests.ui.interview.conftest import REVIEW, Room
from ui.kit import TextArea
from ui.kit.layouts import scroll_area_of


def test_reopening_lands_on_the_same_question_with_every_committed_word(room: Room) -> None:
    room.start()
    room.presenter.go_to("where_to")
    room.presenter.answer("goal", "Work in a school")
    room.presenter.at("goal_why")
    room.presenter.answer("goal_why", "My mother did")
    room.presenter.flush()
    room.come_back()
    assert room.state.interview.step_id == "where_to"
    assert room.block("goal_why").isAncestorOf(room.focus())
    assert room.block("goal_why").field.value() == "My mother did"
    assert room.block("goal").field.value() == "Work in a school"


def test_the_place_is_stored_soon_after_the_focus_moved(room: Room) -> None:
    room.start()
    room.presenter.at("needs_still_right")
    room.qtbot.waitUntil(lambda: room.stored().question_id == "needs_still_right", timeout=4000)


def test_what_was_saved_is_found_again_at_its_question_however_soon_it_was_typed(room: Room) -> None:
    room.start()
    room.presenter.go_to("where_to")
    line = room.block("goal_why").field
    assert isinstance(line, TextArea)
    line.area.setFocus()
    with room.qtbot.waitSignal(room.presenter.saved, timeout=4000):
        type_text(line.area, "My mother did")
    assert room.on_disk("goal_why") == "My mother did"
    assert room.stored().question_id == "goal_why"


def test_a_question_that_was_gone_to_from_what_applies_is_found_again_with_what_was_said(room: Room) -> None:
    room.start()
    room.presenter.go_to_question("goal_why")
    with room.qtbot.waitSignal(room.presenter.saved, timeout=4000):
        room.presenter.answer("goal_why", "My mother did")
    assert room.on_disk("goal_why") == "My mother did"
    assert room.stored().question_id == "goal_why"


def test_a_pause_stores_everything_and_leaves_nothing_on_the_screen(room: Room) -> None:
    room.start()
    room.presenter.answer("preferred_name", "Amira")
    interview_id = room.state.interview.id
    with room.qtbot.waitSignal(room.presenter.ended):
        room.page.foot.pause.click()
    assert room.stored().state is Standing.PAUSED
    assert not room.page.interview_open()
    assert room.page.identity() is None
    assert room.shown() == []
    assert room.presenter.open(interview_id)
    assert room.stored().state is Standing.OPEN
    assert room.block("preferred_name").field.value() == "Amira"


def test_any_step_can_be_opened_at_any_time(room: Room) -> None:
    room.start()
    for step in ("next", "hello", "plan", "training", "card"):
        room.page.steps.rows[step].click()
        assert room.stored().step_id == step


def test_half_a_minute_is_said_as_people_say_it(room: Room) -> None:
    room.start(REVIEW)
    said = {name: row.accessibleDescription().split(", ")[-1] for name, row in room.page.steps.rows.items()}
    assert (said["today"], said["ours"], said["happened"]) == ("1½ min", "½ min", "2½ min")


def test_the_step_in_front_is_in_sight_in_the_list_however_far_down_it_is(room: Room) -> None:
    room.page.resize(1180, 420)
    room.start()
    for step in ("training", "hello"):
        room.presenter.go_to(step)
        row = room.page.steps.rows[step]
        area = scroll_area_of(room.page.steps)
        assert area is not None
        room.qtbot.waitUntil(partial(in_sight, row, area))


def in_sight(row: QWidget, area: QScrollArea) -> bool:
    """Whether the whole of a row can be seen in what scrolls."""
    return area.viewport().rect().contains(QRect(row.mapTo(area.viewport(), QPoint()), row.size()))


def test_the_list_says_how_far_each_step_is_as_a_word(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    assert "begun" in room.page.steps.rows["hello"].accessibleDescription()
    assert "you are here" in room.page.steps.rows["hello"].accessibleDescription()
    room.presenter.answer("preferred_name", "Amira")
    room.presenter.answer("needs_still_right", "yes")
    assert "done" in room.page.steps.rows["hello"].accessibleDescription()
    assert "must" in room.page.steps.rows["home"].accessibleDescription()
    assert "if time" in room.page.steps.rows["training"].accessibleDescription()


def test_steps_for_spare_time_fold_at_two_thirds_and_one_key_brings_them_back(room: Room) -> None:
    room.start()
    room.presenter.clock.ticked.emit(20 * 60)
    assert room.folded() == ("money_and_online", "housing", "licence", "training")
    assert "next time" not in room.page.steps.rows
    room.presenter.flush()
    assert room.stored().folded == room.folded()
    room.presenter.unfold()
    assert room.state.interview.step_id == "money_and_online"
    room.presenter.clock.ticked.emit(21 * 60)
    assert room.folded() == ("housing", "licence", "training")


def test_the_clock_is_kept_and_stands_still_when_it_should(room: Room) -> None:
    room.start()
    clock = room.presenter.clock
    assert clock.running()
    room.presenter.stop_clock()
    assert not clock.running()
    room.presenter.resume_clock()
    assert clock.running()
    room.page.hide()
    assert not clock.running()
    room.page.show()
    assert clock.running()
    room.presenter.clock.ticked.emit(16)
    room.presenter.flush()
    assert room.stored().elapsed_seconds == 16
    room.presenter.pause()
    assert not clock.running()


def test_a_turned_screen_does_not_stop_the_clock(room: Room) -> None:
    room.start()
    assert room.page.turned() is not None
    room.page.hide()
    assert room.presenter.clock.running()


def test_minutes_left_are_said_on_request(room: Room) -> None:
    room.start()
    room.presenter.clock.ticked.emit(11 * 60)
    bar = room.page.foot.time
    (words,) = bar.findChildren(QLabel)
    assert not words.isVisible()
    bar.say()
    assert words.text() == "19 minutes left"
    assert words.isVisible()


def test_after_the_last_step_comes_the_commitment_and_not_a_dead_end(room: Room) -> None:
    room.start(REVIEW)
    room.presenter.go_to("next")
    assert room.page.foot.go_on.accessibleName() == "To the commitment"
    with room.qtbot.waitSignal(room.presenter.commitment_wanted) as wanted:
        room.page.foot.go_on.click()
    assert wanted.args == [room.state.interview.id]
    assert room.page.foot.finish.isVisible()
    room.page.foot.finish.click()
    assert room.stored().state is Standing.FINISHED


def test_the_whole_plan_is_one_key_away(room: Room) -> None:
    room.start()
    with room.qtbot.waitSignal(room.presenter.plan_wanted) as wanted:
        room.do("plan")
    assert wanted.args == [room.amira.id, room.state.interview.id]


def test_a_new_screen_starts_at_the_first_question(room: Room) -> None:
    room.start()
    settle()
    assert room.block("who_is_here").isAncestorOf(room.focus())
    assert room.focus().focusPolicy() & Qt.FocusPolicy.TabFocus
