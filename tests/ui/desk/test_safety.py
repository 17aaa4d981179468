"""The safety panel by keys, from everywhere, and what is kept of it: a sealed note and one follow-up, where somebody wants them."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.plans import Party
from coachdesk.storage import find_by
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.interview.state import GOODBYE
from ui.kit.neutral import NeutralScreen
from ui.safety import SafetyPanel
from ui.safety.talk import TalkPart

SAID = "zqx said that it is too much"


def press(office: Office, key: Qt.Key, *, on: QWidget | None = None) -> None:
    QTest.keyClick(on or office.desk.window, key)
    settle()


def panel(office: Office) -> SafetyPanel:
    (found,) = office.desk.window.findChildren(SafetyPanel)
    return found


def activated(window: QWidget) -> bool:
    """Whether a window has the keys; it is asked again, as a window manager would have it by itself."""
    handle = window.windowHandle()
    assert handle is not None
    handle.requestActivate()
    settle()
    return QApplication.activeWindow() is window


def talk_part(office: Office) -> TalkPart:
    part = panel(office).part
    assert part is not None
    if not part.kept.isVisible():
        part.keep.click()
        settle()
    return part


def in_sight() -> str:
    """Every word of every window."""
    return "\n".join(
        each.text() for top in QApplication.topLevelWidgets() for each in top.findChildren(QLabel) if each.isVisible()
    )


@pytest.fixture
def talking(office: Office, qtbot: QtBot) -> Interview:
    """An open talk, in the window that has the keys."""
    office.talk()
    with qtbot.waitActive(office.desk.window):
        office.desk.window.activateWindow()
    state = office.desk.screens.interview.state()
    assert state is not None
    return state.interview


def stored(vault: Opened, interview: Interview) -> list[StoredAnswer]:
    with vault.database.read() as connection:
        return list(find_by(connection, StoredAnswer, interview_id=interview.id))


def lines(vault: Opened) -> list[str]:
    return [each.text for each in vault.services.administration.audit()]


def test_one_key_opens_it_from_every_screen_and_hides_everything_else(office: Office, talking: Interview) -> None:
    desk = office.desk
    assert not panel(office).isVisible()
    for place in ("interview", "plan"):
        if place == "plan":
            desk.screens.interview.want_plan()
        press(office, Qt.Key.Key_F12)
        assert panel(office).isVisible()
        assert "Amira" not in in_sight()
        assert "Stay with the person." in in_sight()
        press(office, Qt.Key.Key_F12)
        assert desk.window.here() == place
    desk.routes.go("interview")
    desk.screens.interview.pause()
    for place in ("today", "people", "administration", "handover"):
        desk.routes.go(place)
        press(office, Qt.Key.Key_F12)
        assert panel(office).isVisible(), place
        press(office, Qt.Key.Key_F12)


def test_it_comes_over_a_sheet_that_is_open_and_over_the_screen_that_is_turned_or_hidden(
    office: Office, talking: Interview, qtbot: QtBot
) -> None:
    window = office.desk.window
    window.show_keys()
    settle()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    qtbot.waitUntil(partial(activated, sheet))
    press(office, Qt.Key.Key_F12, on=sheet)
    assert panel(office).isVisible()
    assert not sheet.isVisible()
    panel(office).back.click()
    assert sheet.isVisible()
    sheet.close()
    qtbot.waitUntil(partial(activated, window))
    window.turn()
    press(office, Qt.Key.Key_F12)
    assert panel(office).isVisible()
    press(office, Qt.Key.Key_F12)
    assert window.is_turned()
    window.turn()
    window.hide_now()
    press(office, Qt.Key.Key_F12)
    assert panel(office).isVisible()
    assert panel(office).part is None, "whoever finds a hidden screen is offered nothing of the talk"
    press(office, Qt.Key.Key_F12)
    assert window.is_hidden_now()


def test_a_screen_that_was_hidden_for_long_locks_when_the_panel_is_closed_and_not_under_it(
    office: Office, talking: Interview
) -> None:
    window = office.desk.window
    window.hide_now()
    press(office, Qt.Key.Key_F12)
    (neutral,) = window.findChildren(NeutralScreen)
    neutral.stop()
    neutral.expired.emit()
    assert office.locked == []
    press(office, Qt.Key.Key_F12)
    assert office.locked == [True]


def test_the_clock_and_the_idle_lock_stand_still_while_it_is_open(office: Office, talking: Interview) -> None:
    lock = office.desk.keeper.lock
    assert lock.running()
    press(office, Qt.Key.Key_F12)
    assert not lock.running()
    lock.touch()
    assert not lock.running()
    press(office, Qt.Key.Key_F12)
    assert lock.running()


def test_what_is_written_down_is_sealed_as_it_is_typed_and_opened_on_purpose_only(
    office: Office, talking: Interview
) -> None:
    vault = office.vault
    before = {row.question_id for row in stored(vault, talking)}
    press(office, Qt.Key.Key_F12)
    said, told, when = talk_part(office).note
    QTest.keyClicks(said.focusProxy() or said, SAID)
    QTest.keyClicks(told.focusProxy() or told, "R. Shah")
    QTest.keyClicks(when.focusProxy() or when, "10:40")
    press(office, Qt.Key.Key_F12)
    (row,) = (each for each in stored(vault, talking) if each.question_id not in before)
    assert (row.value, row.note) == (None, "")
    assert row.sealed_value is not None
    assert SAID not in str(vault.services.interviews.open(talking.id))
    assert vault.services.people.find("zqx") == ()
    assert all(word not in " ".join(lines(vault)).casefold() for word in ("safety", "danger", "suicide"))
    assert lines(vault).count("A sealed answer was opened.") == 0
    press(office, Qt.Key.Key_F12)
    assert SAID not in in_sight()
    talk_part(office).before.edited.emit("safety")
    assert SAID in in_sight()
    assert "R. Shah" in in_sight()
    assert lines(vault).count("A sealed answer was opened.") == 1
    press(office, Qt.Key.Key_F12)
    assert SAID not in in_sight()


def test_half_a_note_is_sealed_when_the_vault_is_locked_meanwhile(office: Office, talking: Interview) -> None:
    press(office, Qt.Key.Key_F12)
    said = talk_part(office).note[0]
    QTest.keyClicks(said.focusProxy() or said, SAID)
    assert office.desk.safety.unsaved()
    assert office.desk.safety.flush()
    (row,) = (each for each in stored(office.vault, talking) if each.question_id.startswith("safety-note/"))
    assert row.sealed_value is not None


def test_a_follow_up_has_an_owner_and_a_day_and_says_nothing_of_what_it_is_about(
    office: Office, talking: Interview
) -> None:
    press(office, Qt.Key.Key_F12)
    part, tomorrow = talk_part(office), office.desk.services.plans.today()
    part.who.line.setText("R. Shah")
    part.by.set_value({"day": str(tomorrow.day), "month": str(tomorrow.month), "year": str(tomorrow.year)})
    part.follow.click()
    assert "It stands under what we will do." in in_sight()
    press(office, Qt.Key.Key_F12)
    (promise,) = office.desk.services.plans.plan(talking.person_id).ours
    assert (promise.text, promise.owner) == ("Follow-up due: see R. Shah", Party.COACH)
    file = office.desk.services.people.open(talking.person_id)
    assert not any("ollow" in line.text for line in file.timeline)


def test_a_kind_end_is_one_button_and_leads_to_no_commitment(office: Office, talking: Interview) -> None:
    press(office, Qt.Key.Key_F12)
    talk_part(office).end.click()
    settle()
    assert not panel(office).isVisible()
    state = office.desk.screens.interview.state()
    assert state is not None
    assert state.interview.step_id == GOODBYE


def test_that_it_was_open_is_kept_nowhere(office: Office, talking: Interview) -> None:
    before, said = lines(office.vault), stored(office.vault, talking)
    press(office, Qt.Key.Key_F12)
    press(office, Qt.Key.Key_F12)
    assert lines(office.vault) == before
    assert stored(office.vault, talking) == said
