"""What can be read of a damaged vault goes into a new one, and what cannot is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.bringing_back import look_what_is_readable, take_what_is_readable
from coachdesk.errors import AppError
from coachdesk.interviews import Interview
from coachdesk.people import Person
from coachdesk.services.checkpoints import Standing
from coachdesk.services.salvage import Missing, Salvage
from coachdesk.storage import find, find_by, verify_audit
from coachdesk.storage.connection import reading_file
from tests.core.services.issuing import Watch
from tests.core.services.talking import begin
from tests.vaults import PASSPHRASE, made, setting

PAGE = 4096


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    """A vault with sixty people, and a talk with one more, who told something in private; no backup."""
    found = setting(tmp_path, clock=Watch())
    vault = made(found)
    people = vault.services.people
    for name in (*(f"Person {number:02}" for number in range(59)), "Quilla"):
        people.save(replace(people.draft(), given_name=name))
    talk = begin(vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    vault.close()
    return found


def root_pages(where: Setting) -> dict[str, int]:
    """The first page of each table and index: with it goes all of it."""
    vault = open_vault(where, PASSPHRASE)
    with vault.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, rootpage FROM sqlite_master").mappings()
        found = {str(row["name"]): int(row["rootpage"]) for row in rows}
    vault.close()
    return found


def damage(where: Setting, *names: str) -> bytes:
    """Break the first page of tables; the bytes of the vault then."""
    pages, whole = root_pages(where), bytearray(where.files.vault.read_bytes())
    for name in names:
        whole[(pages[name] - 1) * PAGE + 200] ^= 1
    where.files.vault.write_bytes(whole)
    return bytes(whole)


def names_in(vault: Opened) -> set[str]:
    with vault.database.read() as connection:
        return {each.given_name for each in find(connection, Person)}


def missing(found: Salvage) -> dict[str, Missing]:
    return {each.kind: each for each in found.missing}


def test_people_whose_table_is_lost_come_out_of_the_log_of_changes_and_nothing_is_missing(where: Setting) -> None:
    broken = damage(where, "people", "sqlite_autoindex_people_1")
    found = look_what_is_readable(where, PASSPHRASE)
    assert where.files.vault.read_bytes() == broken, "nothing is replaced before the coach says so"
    assert "People: 61" in list(found.lines())
    assert found.missing == ()
    vault = take_what_is_readable(where, PASSPHRASE)
    assert len(names_in(vault)) == 61
    assert len(vault.services.people.find("Quilla")) == 1, "the index by which people are found is made anew"
    assert vault.services.administration.check().sound
    said = [row.text for row in vault.services.administration.audit()]
    assert "The vault was damaged. What could be read of it was put into a new one." in said
    with vault.database.read() as connection:
        (interview,) = find(connection, Interview)
    shown = vault.services.interviews.reveal(interview, "card_private", reason="plan")
    assert shown is not None
    assert "hurt" in shown.value, "what was sealed travelled closed, and opens on purpose"
    vault.close()
    (aside,) = where.folder.glob("coachdesk-damaged-*")
    assert (aside / "coachdesk.cdvault").read_bytes() == broken
    assert not list(where.folder.glob(".*"))


def test_what_cannot_be_read_is_counted_by_kind_and_person_and_what_hangs_on_it_is_left_out(where: Setting) -> None:
    damage(where, "interviews", "changes")
    found = look_what_is_readable(where, PASSPHRASE)
    assert missing(found)["Interviews"] == Missing("Interviews", 1, sure=True)
    assert missing(found)["Answers"].many >= 2
    assert missing(found)["What was changed when"].many > 100
    vault = take_what_is_readable(where, PASSPHRASE)
    assert len(names_in(vault)) == 61
    with vault.database.read() as connection:
        assert find(connection, Interview) == ()
    assert vault.services.administration.check().sound
    vault.close()


def test_who_misses_something_is_named_on_the_screen_and_not_in_the_list_that_may_be_saved(where: Setting) -> None:
    damage(where, "interviews", "change_bodies")
    found = look_what_is_readable(where, PASSPHRASE)
    ((name, many),) = found.people
    assert many >= 3
    assert f"{name}: {many} records are missing" in list(found.who())
    said = "\n".join(found.lines())
    assert name not in said
    assert "1 person misses part of their record." in said
    vault = take_what_is_readable(where, PASSPHRASE)
    with vault.database.read() as connection:
        lines = connection.exec_driver_sql("SELECT subject FROM audit WHERE code = 'person.salvaged'").scalars().all()
        (person,) = find_by(connection, Person, id=lines[0])
    assert person.full_name == name
    vault.close()


def test_lines_of_the_audit_that_are_lost_are_named_by_a_line_and_the_rest_still_proves_itself(where: Setting) -> None:
    sound = open_vault(where, PASSPHRASE)
    before = sound.services.checkpoints.line()
    sound.close()
    with_gap = damaged_within(where, "audit")
    found = look_what_is_readable(with_gap, PASSPHRASE)
    lost = missing(found)["Lines of who did what"]
    assert lost.sure
    vault = take_what_is_readable(with_gap, PASSPHRASE)
    with vault.database.read() as connection:
        assert verify_audit(connection) is None
        (gap,) = connection.exec_driver_sql("SELECT record FROM audit WHERE code = 'audit.lines-lost'").scalars()
    first, last = map(int, gap.split("-"))
    assert last - first + 1 == lost.many
    said = [row.text for row in vault.services.administration.audit()]
    assert "Lines of this list were lost with damage. Their numbers are kept." in said
    checked = vault.services.checkpoints.check()
    assert checked.standing is Standing.GAPS, "nobody takes it for a list that was never touched"
    assert vault.services.checkpoints.check(before).standing is Standing.GAPS, "a checkpoint from before still fits"
    with vault.database.write() as writer:
        writer.connection.exec_driver_sql("DELETE FROM audit WHERE number = 3")
    assert vault.services.administration.audit_broken_at() == 3, "what is taken out now is found as ever"
    vault.close()


def damaged_within(where: Setting, table: str) -> Setting:
    """Break one page in the middle of a table: the first of which its rows at both ends are still there."""
    whole, key = where.files.vault.read_bytes(), opened_key(where)
    broken = where.folder / "broken.cdvault"
    for page in range(2, len(whole) // PAGE):
        content = bytearray(whole)
        content[page * PAGE + 200] ^= 1
        broken.write_bytes(content)
        if ends_of(broken, key, table) == (True, True, False):
            broken.replace(where.files.vault)
            return where
    raise AssertionError("the table has one page alone")


def opened_key(where: Setting) -> bytes:
    vault = open_vault(where, PASSPHRASE)
    vault.close()
    return vault.keys.data_key


def ends_of(file: Path, key: bytes, table: str) -> tuple[bool, ...]:
    """Whether the first row, the last row, and all rows can be read."""
    order = f"SELECT * FROM {table} ORDER BY rowid"
    return tuple(readable(file, key, each) for each in (f"{order} LIMIT 1", f"{order} DESC LIMIT 1", order))


def readable(file: Path, key: bytes, statement: str) -> bool:
    try:
        with reading_file(file, key) as connection:
            connection.exec_driver_sql(statement).all()
    except AppError:
        return False
    return True


def test_whose_vault_it_is_comes_from_a_backup_and_without_one_nothing_is_made(where: Setting) -> None:
    damage(where, "vault_info")
    with pytest.raises(AppError, match=r"salvage\.nothing"):
        look_what_is_readable(where, PASSPHRASE)
    assert not list(where.folder.glob(".*"))


def test_of_a_vault_whose_own_row_is_lost_the_backup_says_whose_it_is_and_who_was_erased(where: Setting) -> None:
    vault = open_vault(where, PASSPHRASE)
    with vault.database.write() as writer:
        (gone,) = find_by(writer.connection, Person, given_name="Person 07")
        writer.delete(gone, "person.erased")
    vault.services.backing_up.make()
    vault.close()
    damage(where, "vault_info", "erased", "sqlite_autoindex_erased_1", "people", "sqlite_autoindex_people_1")
    look_what_is_readable(where, PASSPHRASE)
    vault = take_what_is_readable(where, PASSPHRASE)
    assert vault.info.coach_name == "Sam Okafor"
    assert len(names_in(vault)) == 60
    assert "Person 07" not in names_in(vault)
    with vault.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM erased").scalar() == 1
    vault.close()


def test_what_was_made_ready_and_not_wanted_goes_with_the_next_opening(where: Setting) -> None:
    sound = where.files.vault.read_bytes()
    damage(where, "people")
    look_what_is_readable(where, PASSPHRASE)
    assert list(where.folder.glob(".*"))
    where.files.vault.write_bytes(sound)
    open_vault(where, PASSPHRASE).close()
    assert not list(where.folder.glob(".*"))
    with pytest.raises(AppError, match=r"salvage\.nothing"):
        take_what_is_readable(where, PASSPHRASE)


def test_a_sound_vault_is_left_alone(where: Setting) -> None:
    with pytest.raises(AppError, match=r"salvage\.sound"):
        look_what_is_readable(where, PASSPHRASE)


def test_a_wrong_passphrase_reads_nothing(where: Setting) -> None:
    damage(where, "people")
    with pytest.raises(AppError, match=r"vault\.wrong-passphrase"):
        look_what_is_readable(where, "not this one at all")
