"""Called away: one key from anywhere in an interview, in the middle of a word, and back again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coachdesk.interviews import InterviewState
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.interview import InterviewPage


def press_f8(office: Office) -> None:
    QTest.keyClick(office.desk.window, Qt.Key.Key_F8)
    settle()


def stored(office: Office) -> list[InterviewState]:
    (row,) = office.vault.services.people.find("Amira")
    return [each.state for each in office.vault.services.people.open(row.person_id).interviews]


def typed(office: Office) -> object:
    (row,) = office.vault.services.people.find("Amira")
    (interview,) = office.vault.services.people.open(row.person_id).interviews
    answers = office.vault.services.interviews.open(interview.id).answers
    return answers["preferred_name"].value


def begin_typing(office: Office) -> None:
    office.talk()
    page = office.desk.window.page()
    office.desk.window.activateWindow()
    assert isinstance(page, InterviewPage)
    page.centre.blocks["preferred_name"].enter()
    QTest.keyClicks(office.desk.window.focusWidget(), "Ami")


def test_pause_in_the_middle_of_a_word_keeps_the_half_word_and_goes_back_with_one_key(office: Office) -> None:
    begin_typing(office)
    press_f8(office)
    assert office.desk.window.here() == "today"
    assert stored(office) == [InterviewState.PAUSED]
    assert office.said() == "Paused. Every word is kept, and the clock stands still."
    office.desk.window.notices.act()
    settle()
    assert office.desk.window.here() == "interview"
    assert typed(office) == "Ami"
    state = office.desk.screens.interview.state()
    assert state is not None
    assert state.interview.question_id == "preferred_name"


def test_pause_works_from_the_plan_and_from_the_document(office: Office) -> None:
    office.talk()
    office.desk.screens.interview.want_plan()
    settle()
    assert office.desk.window.here() == "plan"
    press_f8(office)
    assert (office.desk.window.here(), stored(office)) == ("today", [InterviewState.PAUSED])
    office.desk.window.notices.act()
    office.desk.screens.interview.want_commitment()
    settle()
    press_f8(office)
    assert (office.desk.window.here(), stored(office)) == ("today", [InterviewState.PAUSED])


def test_pause_on_the_turned_screen_shows_the_person_nobody_else(office: Office) -> None:
    office.talk()
    office.desk.window.turn()
    settle()
    press_f8(office)
    assert stored(office) == [InterviewState.PAUSED]
    seen = " ".join(each.text() for each in office.desk.window.findChildren(QLabel) if each.isVisible())
    assert "Amira" not in seen
    assert "Paused" not in seen


def test_pause_without_an_interview_does_nothing(office: Office) -> None:
    press_f8(office)
    assert office.desk.window.here() == "today"
    assert office.said() == ""
