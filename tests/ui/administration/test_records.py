import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.content import read_content
from coachdesk.paths import resources
from coachdesk.policy import Policy
from coachdesk.services import Context, Services, make_services
from coachdesk.storage.audit import LINES_LOST
from tests.ui.administration.conftest import Screen, Show
from tests.ui.checks import held_up
from ui.administration import state as at
from ui.administration.state import AdministrationState


def backed_up(screen: Screen, qtbot: QtBot) -> Path:
    screen.choose(at.BACKUPS)
    screen.page.backups.make_button.click()
    qtbot.waitUntil(screen.idle)
    return max((screen.vault.database.path.parent / "backups").glob("*.cdvault"))


def found(screen: Screen, qtbot: QtBot) -> str:
    screen.page.backups.test_button.click()
    qtbot.waitUntil(screen.idle)
    return screen.said()


def test_without_a_backup_there_is_nothing_to_test(show: Show) -> None:
    screen = show()
    screen.choose(at.BACKUPS)
    assert "There is no backup yet." in screen.said()
    assert not screen.page.backups.test_button.isEnabled()


def test_a_backup_is_made_behind_the_window_and_a_test_finds_it_sound(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.choose(at.BACKUPS)
    with held_up(screen.tasks):
        screen.page.backups.make_button.click()
        assert "A backup is being made. You can go on working." in screen.said()
        assert not screen.page.backups.make_button.isEnabled()
    screen.add_person()  # written while the worker copies
    qtbot.waitUntil(screen.idle)
    assert screen.heard.notices == ["The backup was made and checked."]
    assert "The last backup is from " in screen.said()
    assert "is sound: it opens" in found(screen, qtbot)


def test_a_changed_byte_in_a_backup_is_found(show: Show, qtbot: QtBot) -> None:
    screen = show()
    copy = backed_up(screen, qtbot)
    content = bytearray(copy.read_bytes())
    content[-2000] ^= 1
    copy.write_bytes(content)
    said = found(screen, qtbot)
    assert "is damaged. Make a new one now." in said
    assert "1 page is damaged." in said


def test_a_backup_without_its_header_is_no_backup(show: Show, qtbot: QtBot) -> None:
    screen = show()
    backed_up(screen, qtbot).with_suffix(".cdheader").unlink()
    assert "Its header is missing or damaged, so no passphrase opens it." in found(screen, qtbot)


def test_another_file_in_the_place_of_a_backup_is_found(show: Show, qtbot: QtBot) -> None:
    screen = show()
    copy = backed_up(screen, qtbot)
    copy.unlink()
    with sqlite3.connect(copy) as other:
        other.execute("CREATE TABLE things (id)")
    other.close()
    assert "It does not open with the keys of this vault." in found(screen, qtbot)


def test_a_file_of_another_name_beside_the_backups_disturbs_nobody(show: Show, qtbot: QtBot) -> None:
    screen = show()
    copy = backed_up(screen, qtbot)
    copy.with_name("coachdesk-before-the-moveZ.cdvault").write_bytes(b"")
    assert "is sound" in found(screen, qtbot)


def test_the_content_in_use_is_named_with_its_versions(show: Show) -> None:
    screen = show()
    screen.choose(at.CONTENT)
    assert "First commitments meeting, version 1" in screen.said()
    assert "No file has a mistake." in screen.said()


def test_a_definition_with_mistakes_is_named_with_file_and_place(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content"
    (folder / "interviews").mkdir(parents=True)
    text = resources("interviews", "work-search-review.toml").read_text("utf-8")
    (folder / "interviews" / "mine.toml").write_text(text.replace("[[steps]]", "[[stepps]]", 1), "utf-8")
    content = read_content(folder)

    def with_content(context: Context) -> Services:
        return make_services(replace(context, content=content))

    monkeypatch.setattr("coachdesk.application.opened.make_services", with_content)
    screen = show()
    screen.choose(at.CONTENT)
    assert "These files have mistakes, so what is in them is not offered." in screen.said()
    assert "mine.toml, " in screen.said()


def test_settings_say_what_they_mean_and_who_set_them(show: Show) -> None:
    screen = show(Policy(site_name="Wakefield", commitment_adopted=True, fixed=frozenset({"site_name"})))
    screen.choose(at.SETTINGS)
    said = screen.said().split("\n")
    place = said.index("Name of the jobcentre, as people know it; stands on documents.")
    assert "Wakefield" in said[place : place + 4]
    assert said.count("Set by your organisation") == 1
    assert "In the policy file: commitment_adopted" in said
    assert "Yes" in said


def test_the_settings_say_who_answers_for_the_program_and_whom_to_ask(show: Show) -> None:
    screen = show(Policy(organisation="Wakefield district", support_contact="Service desk, 5555"))
    screen.choose(at.SETTINGS)
    said = screen.said()
    assert "Wakefield district answers for this program here." in said
    assert "When it does not work, ask: Service desk, 5555" in said


def test_a_default_and_a_profile_are_told_from_what_is_enforced(show: Show) -> None:
    policy = Policy(
        site_name="W", telephone="1", advice="2",
        fixed=frozenset({"site_name"}), profile=frozenset({"telephone"}), defaults=frozenset({"advice"}),
    )  # fmt: skip
    screen = show(policy)
    screen.choose(at.SETTINGS)
    said = screen.said().split("\n")
    for words in ("Set by your organisation", "From the site profile", "Suggested by your organisation"):
        assert said.count(words) == 1


def test_without_a_policy_file_it_says_so(show: Show) -> None:
    screen = show()
    screen.choose(at.SETTINGS)
    assert "Your organisation has set nothing here." in screen.said()


def test_who_looked_at_what_is_listed_newest_first_and_found_whole(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.vault.services.people.open(screen.add_person())
    screen.choose(at.AUDIT)
    qtbot.waitUntil(screen.idle)
    cells = [row.cells[0] for row in screen.page.audit.lines.rows_model.rows()]
    assert cells == ["A person's record was read.", "A person was added.", "The vault was made."]
    named = [row.cells[1:3] for row in screen.page.audit.lines.rows_model.rows()]
    assert {who for _whose, who in named} == {"Sam Okafor"}
    assert [bool(whose) for whose, _who in named] == [True, True, False]
    assert "The list is whole up to its last line" in screen.said(), "what was cut off its end, a checkpoint tells"
    assert "These are the newest 3 lines." in screen.said()


def test_a_line_taken_out_of_the_list_is_found(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.add_person()
    screen.vault.services.administration.back_up()
    with screen.vault.database.write() as writer:
        writer.connection.exec_driver_sql("DELETE FROM audit WHERE number = 2")
    screen.choose(at.AUDIT)
    qtbot.waitUntil(screen.idle)
    assert "Line 2 of the list was changed or taken out. Tell whoever looks after this computer." in screen.said()


def test_a_list_that_damage_took_lines_of_is_not_called_whole(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.add_person()
    screen.vault.services.administration.back_up()
    with screen.vault.database.write() as writer:
        writer.connection.exec_driver_sql("DELETE FROM audit WHERE number = 2")
        writer.audit(LINES_LOST, record="2-2")
    screen.choose(at.AUDIT)
    qtbot.waitUntil(screen.idle)
    assert "Lines of this list were lost with damage. Their numbers are kept." in screen.said()
    assert "whole" not in screen.page.audit.whole.text()


def test_the_self_check_lists_its_steps_with_times_and_what_did_not_work(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.choose(at.CHECK)
    shown = list[AdministrationState]()
    screen.presenter.changed.connect(shown.append)
    screen.page.check.check_button.click()
    assert shown[0].check.running
    qtbot.waitUntil(screen.idle)
    said = screen.said()
    assert "1 step did not work." in said
    assert "Keys, done in 0.4 seconds. A new vault." in said
    assert "Backup, did not work. The disk is full." in said
    assert screen.page.check.check_button.isEnabled()


def test_a_checkpoint_is_saved_and_compared_later(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    screen = show()
    screen.choose(at.AUDIT)
    screen.folder = tmp_path / "elsewhere"
    screen.folder.mkdir()
    screen.page.audit.save_button.click()
    (kept,) = screen.folder.iterdir()
    assert screen.heard.notices == [f"Saved as {kept.name}. Keep it somewhere else, or print it."]
    screen.file = kept
    screen.page.audit.compare_button.click()
    qtbot.waitUntil(lambda: len(screen.heard.notices) == 2)
    assert screen.heard.notices[1].startswith("The list is whole, and goes on from the checkpoint")
    kept.write_text("Nothing to see\n")
    screen.page.audit.compare_button.click()
    qtbot.waitUntil(lambda: len(screen.heard.notices) == 3)
    assert screen.heard.notices[2] == "There is no checkpoint in this file."


def test_one_button_reads_the_whole_record_and_says_that_it_is_whole(show: Show, qtbot: QtBot) -> None:
    screen = show()
    screen.choose(at.AUDIT)
    screen.page.audit.check_button.click()
    qtbot.waitUntil(lambda: bool(screen.heard.notices))
    assert screen.heard.notices == ["The list is whole up to its last line: nothing in it was changed or taken out."]
