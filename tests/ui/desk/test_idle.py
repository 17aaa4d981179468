"""Nobody touches the computer: five minutes, fifteen while an interview is open, a quiet warning, and all is saved first."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened, open_vault
from coachdesk.paths import data_folder
from coachdesk.policy import Policy
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from tests.vaults import PASSPHRASE, made, setting
from ui.interview import InterviewPage

FIXED = Policy(idle_lock_minutes=2, interview_lock_minutes=7, fixed=frozenset({"idle_lock_minutes"}))
A_MOMENT = 0.6 / 60
"""Minutes until it locks here, with the warning at once."""


@pytest.fixture(params=[Policy()])
def opened(own_home: Path, request: pytest.FixtureRequest) -> Opened:
    """A vault under a policy, open."""
    del own_home  # the data folder is in it
    return made(setting(data_folder(), policy=request.param))


def minutes(office: Office) -> float:
    return office.desk.keeper.lock.minutes()


def type_half_a_word(office: Office) -> None:
    page = office.desk.window.page()
    office.desk.window.activateWindow()
    assert isinstance(page, InterviewPage)
    page.centre.blocks["preferred_name"].enter()
    QTest.keyClicks(office.desk.window.focusWidget(), "Ami")


def test_it_waits_five_minutes_fifteen_while_an_interview_is_open_and_five_again(office: Office) -> None:
    assert minutes(office) == 5
    office.talk()
    assert minutes(office) == 15
    for place in ("plan", "commitment", "interview"):
        office.desk.routes.go(place)
        settle()
        assert minutes(office) == 15, place
    office.desk.screens.interview.pause()
    settle()
    assert minutes(office) == 5
    office.desk.window.notices.act()
    settle()
    assert minutes(office) == 15


def test_the_coachs_own_minutes_hold_outside_of_interviews(office: Office) -> None:
    office.desk.keeper.set_minutes(2)
    assert minutes(office) == 2
    office.talk()
    assert minutes(office) == 15


@pytest.mark.parametrize("opened", [FIXED], indirect=True)
def test_the_minutes_of_the_organisation_win(office: Office) -> None:
    office.desk.keeper.set_minutes(10)
    assert minutes(office) == 2
    office.talk()
    assert minutes(office) == 7


def test_a_quiet_warning_goes_with_the_next_key_and_gives_back_what_stood_there(office: Office, qtbot: QtBot) -> None:
    office.talk()
    office.desk.screens.interview.pause()
    settle()
    stood = office.said()
    assert stood.startswith("Paused.")
    office.desk.keeper.lock.set_minutes(A_MOMENT)
    with qtbot.waitSignal(office.desk.keeper.lock.warning):
        pass
    assert office.said().startswith("CoachDesk locks in ")
    assert office.said().endswith("Press any key to stay.")
    qtbot.wait(50)  # it listens again
    QTest.keyClick(office.desk.window, Qt.Key.Key_Shift)
    assert office.said() == stood
    office.desk.keeper.count_anew()
    assert office.locked == []


def test_a_warning_over_nothing_leaves_nothing(office: Office) -> None:
    office.desk.keeper.lock.warning.emit(60)
    assert office.said() == "CoachDesk locks in 60 seconds. Press any key to stay."
    office.desk.keeper.lock.woken.emit()
    assert office.said() == ""


def test_what_was_said_since_the_warning_stays(office: Office) -> None:
    office.desk.keeper.lock.warning.emit(60)
    office.talk()
    office.desk.screens.interview.pause()
    office.desk.keeper.lock.woken.emit()
    assert office.said().startswith("Paused.")


def test_idleness_saves_half_a_word_before_it_locks(office: Office, qtbot: QtBot) -> None:
    office.talk()
    type_half_a_word(office)
    state = office.desk.screens.interview.state()
    assert state is not None
    office.desk.keeper.lock.set_minutes(A_MOMENT)
    qtbot.waitUntil(lambda: office.locked == [True])
    assert not office.desk.window.isVisible()
    again = open_vault(replace(setting(data_folder()), keychain=office.vault.keychain), PASSPHRASE)
    assert again.services.interviews.open(state.interview.id).answers["preferred_name"].value == "Ami"
    again.close()
