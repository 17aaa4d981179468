from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.administration.conftest import Show
from tests.ui.checks import held_up
from ui.administration import state as at


def test_a_backup_is_looked_into_and_brought_back_and_then_the_vault_is_to_be_locked(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.add_person()
    screen.vault.services.backing_up.make()
    people = screen.vault.services.people
    people.save(replace(people.draft(), given_name="Bryn"))
    screen.choose(at.BACKUPS)
    qtbot.waitUntil(screen.idle)
    section = screen.page.backups
    assert not section.restore_button.isVisible()
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    said = screen.said()
    assert "is sound." in said
    assert "People: 1 added, 0 changed, 0 deleted" in said
    assert "The vault as it is now is kept as a backup first." in said
    section.away_button.click()
    assert not section.restore_button.isVisible()
    assert people.count() == 2
    section.look_button.click()
    qtbot.waitUntil(screen.idle)
    with held_up(screen.tasks):
        section.restore_button.click()
        assert "CoachDesk locks when it is there." in screen.said()
    qtbot.waitUntil(lambda: screen.heard.locks == 1)
    assert people.count() == 1
    assert screen.vault.services.backing_up.last() is not None


def test_a_damaged_backup_cannot_be_brought_back(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.add_person()
    path = screen.vault.services.backing_up.make().path
    path.write_bytes(path.read_bytes()[:-4096])
    screen.choose(at.BACKUPS)
    qtbot.waitUntil(screen.idle)
    screen.page.backups.look_button.click()
    qtbot.waitUntil(screen.idle)
    assert "is damaged and cannot be brought back." in screen.said()
    assert not screen.page.backups.restore_button.isVisible()
    assert screen.page.backups.away_button.isVisible()


def test_where_backups_go_is_said(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.choose(at.BACKUPS)
    qtbot.waitUntil(screen.idle)
    assert "One is made without being asked for" in screen.said()
    assert not screen.page.backups.second.isVisible()
    assert not screen.page.backups.look_button.isEnabled()
