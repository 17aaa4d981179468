from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.checks import press, settle, type_text
from tests.ui.full_disk import full_disk
from tests.ui.interview.conftest import Room
from ui.kit import TextArea, TextLine


def name_line(room: Room) -> QLineEdit:
    field = room.block("preferred_name").field
    assert isinstance(field, TextLine)
    return field.line


def test_what_is_typed_is_on_disk_before_the_coach_looks_up(room: Room) -> None:
    room.start()
    with room.qtbot.waitSignal(room.presenter.saved, timeout=2000):
        type_text(name_line(room), "Siân")
    assert room.on_disk("preferred_name") == "Siân"
    assert not room.presenter.unsaved()


def test_leaving_the_page_puts_every_word_on_disk_at_once(room: Room) -> None:
    room.start()
    type_text(name_line(room), "Ami")
    assert room.presenter.unsaved()
    room.page.leaving()
    assert room.on_disk("preferred_name") == "Ami"


def test_going_to_another_question_or_step_puts_every_word_on_disk(room: Room) -> None:
    room.start()
    type_text(name_line(room), "Ami")
    room.presenter.at("needs_still_right")
    assert room.on_disk("preferred_name") == "Ami"
    type_text(name_line(room), "ra")
    room.presenter.go_on()
    assert room.on_disk("preferred_name") == "Amira"


def test_one_stay_in_a_field_is_one_change_however_often_it_is_saved(room: Room) -> None:
    room.start()
    for letters in ("A", "m", "i"):
        type_text(name_line(room), letters)
        room.presenter.flush()
    with room.vault.database.read() as connection:
        written = connection.exec_driver_sql("SELECT count(*) FROM changes WHERE code = 'answer.written'").scalar()
    assert written == 1


def test_twenty_thousand_characters_pasted_are_kept(room: Room) -> None:
    room.start()
    room.presenter.go_to("where_to")
    settle()
    field = room.block("goal").field
    assert isinstance(field, TextArea)
    pasted = "I would like to work with children, in the mornings. " * 400
    field.area.insertPlainText(pasted[:20_000])
    room.page.leaving()
    assert room.on_disk("goal") == pasted[:20_000]


def test_a_full_disk_keeps_the_words_on_the_screen_and_saves_them_when_there_is_space(room: Room) -> None:
    room.start()
    room.presenter.go_to("where_to")
    room.presenter.flush()
    settle()
    field = room.block("goal").field
    assert isinstance(field, TextArea)
    words = "A job in a school. " * 2000
    with full_disk(room.vault.database):
        field.area.insertPlainText(words)
        room.page.leaving()
        assert room.presenter.unsaved()
        room.presenter.flush()
        assert [error.code for error in room.failures] == ["storage.disk-full"]
        assert field.area.toPlainText() == words
        assert room.on_disk("goal") is None
        room.presenter.pause()
        assert room.page.interview_open()
    room.qtbot.waitUntil(lambda: not room.presenter.unsaved(), timeout=5000)
    assert room.on_disk("goal") == words
    assert field.area.toPlainText() == words


def test_what_does_not_fit_is_said_at_the_field_and_never_in_the_way(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("fits")
    settle()
    room.presenter.answer("hours", "a few")
    assert not room.block("hours").field.error()
    room.presenter.at("times")
    assert "not a number" in room.block("hours").field.error()
    room.presenter.go_on()
    assert room.state.interview.step_id == "plan"
    assert room.on_disk("hours") == "a few"
    room.presenter.go_back()
    settle()
    assert "not a number" in room.block("hours").field.error()
    room.presenter.answer("hours", "16")
    assert not room.block("hours").field.error()


def test_not_discussed_and_prefer_not_to_say_are_answers_that_keep_what_was_said(room: Room) -> None:
    room.start()
    room.presenter.answer("preferred_name", "Amira")
    room.presenter.at("preferred_name")
    room.do("prefer_not")
    room.presenter.flush()
    assert [row.standing for row in room.rows()] == ["prefer_not_to_say"]
    assert [row.value for row in room.rows()] == ['"Amira"']
    room.do("prefer_not")
    room.presenter.flush()
    assert [row.standing for row in room.rows()] == ["given"]


def test_a_private_note_is_saved_and_marked(room: Room) -> None:
    room.start()
    room.presenter.at("preferred_name")
    room.do("note")
    note = room.block("preferred_name").note
    type_text(note.area, "Looks tired")
    room.page.leaving()
    assert [row.note for row in room.rows()] == ["Looks tired"]
    room.come_back()
    assert not room.block("preferred_name").note.isHidden()
    assert room.block("preferred_name").note.value() == "Looks tired"


def test_enter_goes_to_the_next_field_past_the_small_things(room: Room) -> None:
    room.start()
    line = name_line(room)
    line.setFocus()
    press(line, Qt.Key.Key_Return)
    following = room.focus()
    assert room.block("needs_still_right").isAncestorOf(following)
