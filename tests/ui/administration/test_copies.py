"""Copies for several people: counted, saved behind the window, stopped by the coach or by a disk, never half a file."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coachdesk.documents.checker import check
from coachdesk.interviews import Channel
from coachdesk.people import Safe
from tests.core.services.issuing import issue
from tests.core.services.talking import ready_to_issue
from tests.faults.small_disk import mounted
from tests.ui.administration.conftest import Screen, Show
from ui.administration import state as at
from ui.administration.copying import CopiesState

NAMES = ("Amira", "Elin", "Tariq", "Joan")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "copies"
    place.mkdir()
    return place


@pytest.fixture
def screen(show: Show, qtbot: QtBot, folder: Path) -> Screen:
    """Four people with a commitment each, and the section in front."""
    shown = show()
    shown.folder = folder
    for name in NAMES:
        issue(ready_to_issue(shown.vault, given_name=name, family_name="Haddad"))
    shown.choose(at.COPIES)
    qtbot.waitUntil(shown.idle)
    return shown


def choose(screen: Screen, field: str, option: str, qtbot: QtBot) -> None:
    """Press one of the choices."""
    group = getattr(screen.page.copies, field)
    group.buttons[[each.id for each in group.options].index(option)].click()
    qtbot.waitUntil(screen.idle)


def save(screen: Screen, qtbot: QtBot) -> str:
    """Press the button and wait; what is said then."""
    screen.page.copies.save.click()
    qtbot.waitUntil(lambda: not screen.presenter.copying.state.running)
    return screen.said()


def id_of(screen: Screen, name: str) -> str:
    return screen.vault.services.people.find(name)[0].person_id


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_says_how_many_there_are_and_saves_each_of_them_whole(screen: Screen, qtbot: QtBot, folder: Path) -> None:
    assert "4 copies will be saved." in screen.said()
    assert "4 copies were saved, each of them whole." in save(screen, qtbot)
    assert len(names_in(folder)) == 4
    assert all(check(path.read_bytes()) == () for path in folder.iterdir())
    assert not any(name in " ".join(names_in(folder)) for name in (*NAMES, "Haddad"))
    assert screen.page.copies.save.isVisible()
    assert not screen.page.copies.progress.isVisible()


def test_who_is_left_out_is_counted_and_neither_named_nor_explained(screen: Screen, qtbot: QtBot, folder: Path) -> None:
    people = screen.vault.services.people
    person = people.open(id_of(screen, "Amira")).person
    people.save(replace(person, safe_to_print=Safe.NO, print_asked_on=screen.vault.services.day.today()))
    screen.page.arrived()
    qtbot.waitUntil(screen.idle)
    assert "3 copies will be saved." in screen.said()
    assert "1 person is left out. Look at that person first, before you give anything." in screen.said()
    assert "Amira" not in screen.said()
    save(screen, qtbot)
    assert len(names_in(folder)) == 3


def test_form_language_and_a_day_are_chosen(screen: Screen, qtbot: QtBot, folder: Path) -> None:
    choose(screen, "form", "text", qtbot)
    choose(screen, "language", "cy", qtbot)
    choose(screen, "who", "day", qtbot)
    assert not screen.page.copies.save.isEnabled(), "There is no day yet."
    diary, day = screen.vault.services.diary, screen.vault.services.day.today() + timedelta(days=1)
    diary.book(diary.draft(id_of(screen, "Elin"), "work-search-review", day, time(8), Channel.PHONE))
    for part, typed in zip(("day", "month", "year"), (day.day, day.month, day.year), strict=True):
        screen.page.copies.day.lines[part].setText(str(typed))
    qtbot.waitUntil(screen.idle)
    assert "1 copy will be saved." in screen.said()
    assert "1 copy was saved, and it is whole." in save(screen, qtbot)
    (name,) = names_in(folder)
    assert name.endswith("-cy.txt")
    assert "Fy ymrwymiadau" in (folder / name).read_text("utf-8")


def test_cancel_lets_the_copy_be_finished_and_says_how_many_there_are(
    screen: Screen, qtbot: QtBot, folder: Path
) -> None:
    screen.page.copies.save.click()
    assert "Copy 1 of 4" in [each.text() for each in screen.page.findChildren(QLabel)]
    screen.page.copies.progress.cancel.click()
    assert not screen.page.copies.progress.cancel.isEnabled()
    qtbot.waitUntil(lambda: not screen.presenter.copying.state.running)
    assert "Stopped. 1 copy was saved, and it is whole." in screen.said()
    (only,) = folder.iterdir()
    assert check(only.read_bytes()) == ()


def test_a_disk_that_fills_up_ends_it_with_whole_files_only(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk:
        if disk is None:
            pytest.skip("No file system can be mounted here: the test with a folder that goes away stands in.")
        save(screen, qtbot)
        assert screen.folder is not None
        size = max(path.stat().st_size for path in screen.folder.iterdir())
        screen.folder = disk.folder
        disk.leave(2 * size + size // 2)
        said = save(screen, qtbot)
        assert "The file could not be written there (No space left on device)." in said
        assert "2 copies were saved, each of them whole." in said
        whole = [path for path in disk.folder.iterdir() if path.name != "ballast"]
        assert [check(path.read_bytes()) for path in whole] == [(), ()]
        disk.give_back()
        assert "4 copies were saved" in save(screen, qtbot)


def test_a_folder_that_goes_away_in_the_middle_is_said(screen: Screen, qtbot: QtBot, folder: Path) -> None:
    def unplug(state: CopiesState) -> None:
        if state.done is not None and state.done.written == 2 and folder.exists():
            folder.rename(folder.with_name("unplugged"))

    screen.presenter.copying.changed.connect(unplug)
    assert "2 copies were saved, each of them whole." in save(screen, qtbot)
    assert "The file could not be written there" in screen.said()
    assert len(names_in(folder.with_name("unplugged"))) == 2


def test_what_cannot_be_made_does_not_hold_up_the_others(screen: Screen, qtbot: QtBot, folder: Path) -> None:
    first = "SELECT min(id) FROM commitment_files WHERE format = 'pdf'"
    with screen.vault.database.write() as writer:
        writer.connection.exec_driver_sql(f"UPDATE commitment_files SET sha256 = '' WHERE id = ({first})")
    said = save(screen, qtbot)
    assert "3 copies were saved, each of them whole." in said
    assert "1 could not be made. Open the commitment by itself: it says why." in said
    assert len(names_in(folder)) == 3


def test_without_a_folder_nothing_happens(screen: Screen, folder: Path) -> None:
    screen.folder = None
    screen.page.copies.save.click()
    assert not screen.presenter.copying.state.running
    assert names_in(folder) == []
