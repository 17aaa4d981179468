from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.people import Person
from coachdesk.services import Services
from coachdesk.storage import find
from coachdesk.vault import hold
from tests.ui.desk.conftest import LONG, Office
from tests.ui.full_disk import full_disk
from tests.vaults import looked_into


def goals(services: Services, office: Office) -> list[str]:
    """What stands in the vault as the goal of the open interview."""
    state = office.desk.screens.interview.state()
    assert state is not None
    answer = services.interviews.open(state.interview.id).answers.get("goal")
    return [] if answer is None else [str(answer.value)]


def test_a_lock_puts_every_word_on_disk_and_closes_once(office: Office) -> None:
    office.talk()
    office.desk.screens.interview.answer("preferred_name", "Siân")
    office.desk.window.lock_wanted.emit()
    assert office.locked == [True]
    assert not office.desk.screens.interview.unsaved()
    assert office.desk.close()
    assert not office.vault.database._writer


def test_a_lock_that_falls_into_a_full_disk_keeps_the_key_says_so_and_comes_when_there_is_space(
    office: Office, qtbot: QtBot
) -> None:
    office.talk()
    with full_disk(office.vault.database):
        office.desk.screens.interview.answer("goal", LONG)
        office.desk.window.lock_wanted.emit()
        assert office.locked == [False]
        assert "could not be saved yet" in office.said()
        assert goals(office.vault.services, office) == []
        assert office.desk.keeper.lock.running()
    qtbot.waitUntil(lambda: office.locked == [False, True], timeout=8000)
    assert not office.desk.screens.interview.unsaved()


def test_a_lock_in_the_middle_of_an_import_leaves_nobody_of_the_file(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    bringing, file = office.desk.screens.administration.bringing, tmp_path / "mine.csv"
    file.write_text("Surname\n" + "".join(f"Family{number}\n" for number in range(2000)), "utf-8")
    bringing.choose(file)
    qtbot.waitUntil(lambda: not bringing.state.running)
    bringing.check()
    qtbot.waitUntil(lambda: not bringing.state.running)
    assert bringing.state.wanted == 2000
    bringing.bring_in()
    qtbot.waitUntil(lambda: bringing.state.hundredths > 0)
    office.desk.window.lock_wanted.emit()
    assert office.locked == [True]
    qtbot.waitUntil(lambda: not bringing.state.running)
    with looked_into(office.vault) as database, database.read() as connection:
        assert find(connection, Person) == ()


def test_idleness_asks_again_while_words_wait(office: Office, qtbot: QtBot) -> None:
    office.talk()
    with full_disk(office.vault.database):
        office.desk.screens.interview.answer("goal", LONG)
        office.desk.keeper.lock.expired.emit()
        assert office.desk.keeper.lock.running()
        office.desk.keeper.lock.expired.emit()
        assert office.locked == [False, False]
    qtbot.waitUntil(lambda: office.locked[-1], timeout=8000)


def test_the_window_stays_open_while_words_wait_and_closes_when_they_are_saved(office: Office, qtbot: QtBot) -> None:
    office.talk()
    with full_disk(office.vault.database):
        office.desk.screens.interview.answer("goal", LONG)
        assert not office.desk.window.close()
        assert office.desk.window.isVisible()
        assert "could not be saved yet" in office.said()
    qtbot.waitUntil(lambda: not office.desk.screens.interview.unsaved(), timeout=8000)
    assert goals(office.vault.services, office) == [LONG]
    assert office.locked == []
    assert office.desk.window.close()


def test_words_that_wait_on_another_page_hold_the_lock_too(office: Office, qtbot: QtBot) -> None:
    office.talk()
    with full_disk(office.vault.database):
        office.desk.screens.interview.answer("goal", LONG)
        office.desk.screens.interview.want_plan()
        assert office.desk.window.here() == "plan"
        office.desk.window.lock_wanted.emit()
        assert office.locked == [False]
    qtbot.waitUntil(lambda: office.locked == [False, True], timeout=8000)


def test_the_notice_about_the_disk_goes_when_the_words_are_saved(office: Office, qtbot: QtBot) -> None:
    office.talk()
    with full_disk(office.vault.database):
        office.desk.screens.interview.answer("goal", LONG)
        office.desk.screens.interview.flush()
        assert "The disk is full" in office.said()
    qtbot.waitUntil(lambda: not office.desk.screens.interview.unsaved(), timeout=8000)
    assert office.said() == ""


def test_what_could_not_be_saved_is_not_called_saved_until_it_is(office: Office, qtbot: QtBot) -> None:
    office.talk()
    stamp, interview = office.desk.window.top.saved, office.desk.screens.interview
    assert stamp.text().startswith("Saved")
    with full_disk(office.vault.database):
        interview.answer("goal", LONG)
        interview.flush()
        assert stamp.text() == "Could not save"
    qtbot.waitUntil(lambda: not interview.unsaved(), timeout=8000)
    assert stamp.text().startswith("Saved")


def test_words_that_a_mistake_in_the_program_kept_from_the_disk_are_tried_again(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.talk()
    interview = office.desk.screens.interview
    interview.answer("goal", LONG)
    with monkeypatch.context() as broken:
        broken.setattr(type(office.vault.services.interviews), "save_answer", None)
        with pytest.raises(TypeError):
            interview.flush()
        assert not interview.flush()
        assert interview.unsaved()
    qtbot.waitUntil(lambda: not interview.unsaved(), timeout=8000)
    assert goals(office.vault.services, office) == [LONG]


def test_whatever_goes_wrong_on_the_way_out_the_vault_is_closed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.talk()

    def fails() -> None:
        raise OSError("nobody thought of this")

    monkeypatch.setattr(office.desk.backups, "last", fails)
    with pytest.raises(OSError, match="nobody thought of this"):
        office.desk.close()
    hold(office.vault.database.path.with_suffix(".cdlock")).release()
    assert not office.vault.database._writer
