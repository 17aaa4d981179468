import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.storage import Database, find
from coachdesk.storage.driver import check_sqlite, connect
from tests.core.storage.samples import KEY, Watch, a_person


def names(connection: Connection) -> list[str]:
    return sorted(person.given_name for person in find(connection, Person))


def pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_every_connection_has_the_settings_that_keep_the_promises(database: Database) -> None:
    with database.read() as reading, database.write() as writer:
        for connection in (reading, writer.connection):
            assert pragma(connection, "journal_mode") == "wal"
            assert pragma(connection, "synchronous") == 2
            assert pragma(connection, "foreign_keys") == 1
            assert pragma(connection, "trusted_schema") == 0
            assert pragma(connection, "secure_delete") == 1
            assert pragma(connection, "temp_store") == 2
            assert pragma(connection, "busy_timeout") == 5000


def test_an_exception_undoes_the_whole_write(database: Database) -> None:
    with suppress(ZeroDivisionError), database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
        writer.connection.exec_driver_sql("CREATE TABLE half_way (a)")
        raise ZeroDivisionError
    with database.write() as writer:
        writer.put(a_person("Gareth"), "person.added")
    with database.read() as connection:
        assert names(connection) == ["Gareth"]
        assert not connection.exec_driver_sql("SELECT * FROM sqlite_master WHERE name = 'half_way'").all()


def test_a_read_sees_one_state_while_others_write(database: Database) -> None:
    with database.read() as connection:
        assert names(connection) == []
        with database.write() as writer:
            writer.put(a_person("Amira"), "person.added")
        assert names(connection) == []
        with database.read() as inner:
            assert names(inner) == ["Amira"]
    with database.read() as connection:
        assert names(connection) == ["Amira"]


def test_a_read_connection_cannot_write(database: Database) -> None:
    with pytest.raises(AppError, match=r"storage\.read-only"), database.read() as connection:
        connection.exec_driver_sql("DELETE FROM people")


def test_a_worker_reads_while_the_coach_saves(database: Database) -> None:
    seen: list[list[str]] = []

    def work() -> None:
        with database.read() as connection:
            seen.append(names(connection))

    with database.read(), database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
    assert seen == [[]]


def test_a_write_within_a_write_is_a_bug_and_says_so(database: Database) -> None:
    with pytest.raises(RuntimeError, match="within"), database.write(), database.write():
        pass
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")


def test_a_file_locked_by_another_program_is_busy_and_usable_afterwards(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as writer:
        writer.connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    other = connect(database.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(AppError, match=r"storage\.busy"), database.write():
        pass
    other.execute("ROLLBACK")
    other.close()
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
    with database.read() as connection:
        assert names(connection) == ["Amira"]


def test_the_file_holds_no_plain_text(database: Database) -> None:
    with database.write() as writer:
        writer.put(a_person("Marker-Given", "Marker-Family"), "person.added")
    for file in database.path.parent.iterdir():
        assert b"Marker" not in file.read_bytes()
        assert b"SQLite format" not in file.read_bytes()


def test_an_exceptions_text_holds_no_row(database: Database) -> None:
    with pytest.raises(DBAPIError) as raised, database.write() as writer:
        writer.connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Marker"})
    assert "Marker" not in str(raised.value)


@pytest.mark.parametrize("harm", ["another key", "a flipped byte", "the first page gone", "not a vault"])
def test_a_file_that_cannot_be_read_is_damaged_and_left_as_it_is(
    database: Database, watch: Watch, harm: str, capfd: pytest.CaptureFixture[str]
) -> None:
    database.close()
    key, content = KEY, bytearray(database.path.read_bytes())
    if harm == "another key":
        key = bytes(32)
    elif harm == "a flipped byte":
        content[1000] ^= 1
    elif harm == "the first page gone":
        content[:4096] = bytes(4096)
    else:
        content = bytearray(b"Dear Amira,\n" * 1000)
    database.path.write_bytes(content)
    with pytest.raises(AppError, match=r"storage\.damaged"):
        Database.open(database.path, key, author="coach-1", clock=watch)
    assert database.path.read_bytes() == content
    assert capfd.readouterr().err == ""


def test_a_page_that_goes_bad_while_the_vault_is_open_is_said_and_the_rest_stays_usable(database: Database) -> None:
    with database.write() as writer:
        for _ in range(200):
            writer.put(a_person("Amira"), "person.added")
    with database.read() as connection:
        page = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'name_parts'").scalar_one()
    database.close()
    content = bytearray(database.path.read_bytes())
    again = Database.open(database.path, KEY, author="coach-1", clock=Watch())
    content[(page - 1) * 4096 + 50] ^= 1
    database.path.write_bytes(content)
    with pytest.raises(AppError, match=r"storage\.damaged"), again.read() as connection:
        connection.exec_driver_sql("SELECT part FROM name_parts ORDER BY part").all()
    with again.read() as connection:
        assert len(names(connection)) == 200
    again.close()


def test_an_older_sqlite_is_refused_with_both_versions() -> None:
    check_sqlite((3, 51, 3))
    with pytest.raises(AppError) as refused:
        check_sqlite((3, 51, 2))
    assert refused.value.code == "storage.sqlite-too-old"
    assert refused.value.details == {"found": "3.51.2", "needed": "3.51.3"}


def test_a_vault_that_has_to_be_there_is_never_made(tmp_path: Path, watch: Watch) -> None:
    missing = tmp_path / "gone.cdvault"
    with pytest.raises(AppError, match=r"storage\.missing"):
        Database.open(missing, KEY, author="coach-1", clock=watch, must_exist=True)
    assert not missing.exists()
    missing.touch()
    with pytest.raises(AppError, match=r"storage\.missing"):
        Database.open(missing, KEY, author="coach-1", clock=watch, must_exist=True)


def test_a_closed_vault_is_one_file(database: Database) -> None:
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
    database.close()
    assert [file.name for file in database.path.parent.iterdir() if "cdvault" in file.name] == ["caseload.cdvault"]


def test_nobody_else_on_the_machine_may_read_the_files(database: Database) -> None:
    with database.write() as writer:
        writer.put(a_person("Amira"), "person.added")
    files = list(database.path.parent.glob(f"{database.path.name}*"))
    assert len(files) >= 2  # the write-ahead log is among them
    assert [oct(file.stat().st_mode & 0o777) for file in files] == ["0o600"] * len(files)
