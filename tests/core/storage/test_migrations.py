import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.storage import Database, find, info, verify, verify_audit
from coachdesk.storage.connection import reading_file
from coachdesk.storage.driver import connect
from coachdesk.storage.migrations import STEPS, Step
from coachdesk.storage.tables import METADATA, kinds
from tests.core.storage.old_vaults import FOLDER, NAME, fill
from tests.core.storage.samples import KEY, Watch

Schema = dict[str, list[tuple[object, ...]]]


def schema(connection: Connection) -> Schema:
    """Every table's columns, keys and indexes, as SQLite sees them."""
    found: Schema = {}
    for table in sorted(METADATA.tables):
        said: list[tuple[object, ...]] = [
            tuple(row[1:]) for row in connection.exec_driver_sql(f"PRAGMA table_xinfo('{table}')")
        ]
        # without the number of the key, which follows the order in which they were written
        said += [tuple(row[2:]) for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list('{table}')")]
        for index in connection.exec_driver_sql(f"PRAGMA index_list('{table}')").all():
            columns = connection.exec_driver_sql(f"PRAGMA index_xinfo('{index[1]}')").all()
            said.append((*index[2:], *(str(column[2:]) for column in columns)))
        found[table] = sorted(said, key=str)
    return found


@contextmanager
def opened(vault: Path) -> Iterator[Database]:
    database = Database.open(vault, KEY, author="coach-1", clock=Watch())
    yield database
    database.close()


def add_pronouns(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE people ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


def stop_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half_way (a)")
    connection.exec_driver_sql("ALTER TABLE people DROP COLUMN phone")
    raise ZeroDivisionError


def make_people_anew(connection: Connection) -> None:
    (made,) = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'people'").one()
    connection.exec_driver_sql(made.replace("TABLE people", "TABLE people_anew"))
    connection.exec_driver_sql("INSERT INTO people_anew SELECT * FROM people")
    connection.exec_driver_sql("DROP TABLE people")
    connection.exec_driver_sql("ALTER TABLE people_anew RENAME TO people")


def lose_people(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM people")


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: Step) -> None:
    monkeypatch.setattr("coachdesk.storage.database.STEPS", STEPS + more)


def test_a_new_vault_has_the_tables_of_todays_records(database: Database) -> None:
    wanted = create_engine("sqlite://")
    METADATA.create_all(wanted)
    with database.read() as connection, wanted.connect() as plain:
        assert schema(connection) == schema(plain)
        strict = connection.execute(
            text("SELECT name FROM pragma_table_list WHERE strict AND schema = 'main'")
        ).scalars()
        assert set(strict) == set(METADATA.tables)
    wanted.dispose()


def test_every_migration_has_an_old_vault() -> None:
    kept = {folder.name for folder in FOLDER.iterdir() if (folder / NAME).is_file()}
    assert kept == {f"v{number}" for number in range(1, len(STEPS) + 1)}


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_an_old_vault_opens_with_everything_in_it_and_todays_tables(
    database: Database, tmp_path: Path, number: int
) -> None:
    vault = tmp_path / "old.cdvault"
    shutil.copyfile(FOLDER / f"v{number}" / NAME, vault)
    with reading_file(vault, KEY) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == number
    with opened(vault) as old, old.read() as connection, database.read() as new:
        assert schema(connection) == schema(new)
        assert info(connection).short_id == "K7M2"
        assert verify_audit(connection) is None
        assert {kind.__name__: len(find(connection, kind)) for kind in kinds()} == {
            kind.__name__: 1 for kind in kinds()
        }
        (person,) = find(connection, Person)
        assert (person.full_name, person.needs) == ("Zoë Ó Brádaigh-Łęcka", ("welsh", "quiet_room"))
    assert verify(vault, KEY).sound


def test_a_vault_whose_backup_cannot_be_made_is_not_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, asked = tmp_path / NAME, list[Path]()
    digest = fill(vault)

    def refuse(database: Database) -> None:
        asked.append(database.path)
        raise AppError("storage.disk-full")

    def begin() -> Database:
        return Database.open(vault, KEY, author="coach-1", clock=Watch(), before_migrating=refuse)

    begin().close()
    assert asked == [], "nothing is migrated"
    with_steps(monkeypatch, add_pronouns)
    with pytest.raises(AppError, match=r"storage\.disk-full"):
        begin()
    assert asked == [vault]
    monkeypatch.undo()
    assert verify(vault, KEY).digest == digest
    begin().close()


def test_a_table_that_others_refer_to_can_be_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = tmp_path / NAME
    digest = fill(vault)
    with_steps(monkeypatch, make_people_anew)
    with opened(vault) as database, database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert verify(vault, KEY).digest == digest


def test_a_migration_that_leaves_a_reference_to_nothing_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / NAME
    digest = fill(vault)
    with_steps(monkeypatch, lose_people)
    with pytest.raises(RuntimeError), opened(vault):
        pass
    assert verify(vault, KEY).digest == digest


def test_a_vault_with_less_in_it_than_todays_can_still_be_checked(tmp_path: Path) -> None:
    """Backups from before an update are checked as they are, and brought up to date when they are brought back."""
    vault = tmp_path / NAME
    fill(vault)
    with closing(connect(vault, KEY)) as driver:
        driver.execute("ALTER TABLE people DROP COLUMN safe_to_send")
        driver.execute("DROP TABLE minutes")
    assert verify(vault, KEY).sound


def test_a_migration_that_fails_leaves_the_vault_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = tmp_path / NAME
    digest = fill(vault)
    with_steps(monkeypatch, stop_half_way)
    with pytest.raises(ZeroDivisionError), opened(vault):
        pass
    monkeypatch.undo()
    with opened(vault) as database, database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == len(STEPS)
    assert verify(vault, KEY).digest == digest


def test_of_several_steps_all_are_gone_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = tmp_path / NAME
    digest = fill(vault)
    with_steps(monkeypatch, add_pronouns, stop_half_way)
    with pytest.raises(ZeroDivisionError), opened(vault):
        pass
    with reading_file(vault, KEY) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == len(STEPS)
    assert verify(vault, KEY).digest == digest


def test_a_vault_of_a_newer_program_is_refused_with_both_versions_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / NAME
    with_steps(monkeypatch, add_pronouns)
    fill(vault)
    monkeypatch.undo()
    before = vault.read_bytes()
    with pytest.raises(AppError) as refused, opened(vault):
        pass
    assert refused.value.code == "storage.vault-newer"
    assert refused.value.details == {"vault": len(STEPS) + 1, "program": len(STEPS)}
    assert vault.read_bytes() == before
