import json
import logging
import resource
import stat
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachdesk import logs
from coachdesk.errors import AppError
from coachdesk.logs import BYTES, FILES, Amount, Event, Log, Place, Record
from coachdesk.logs.others import Others
from coachdesk.logs.record import read_line

SECRET = "Amira lives at 4 Mill Lane"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "logs", version="1.2.3", clock=lambda: NOON)


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Path]:
    """The log of this process, in a folder of its own."""
    end = logs.begin(tmp_path / "logs", version="1.2.3")
    yield tmp_path / "logs"
    end()


class Unhappy:
    """Something that cannot even go without an error, which Python then prints by itself."""

    def __del__(self) -> None:
        raise ValueError(SECRET)


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_record_is_one_line_with_a_code_a_place_a_version_and_numbers(log: Log) -> None:
    log.write(Record(Event.ERROR_SHOWN, "vault.wait", Place("ui/app.py", 12), {Amount.MILLISECONDS: 41.5}))
    log.write(Record(Event.ENDED))
    first, second = map(json.loads, log.lines())
    assert (first.pop("run"), first.pop("up") >= 0) == (second["run"], True)
    assert first == {
        "n": 1, "at": "2026-12-01T12:00:00.000Z", "version": "1.2.3", "event": "error-shown", "kind": "vault.wait",
        "place": "ui/app.py:12", "ms": 41.5,
    }  # fmt: skip
    assert second["n"] == 2


def test_only_the_coach_can_read_it(log: Log) -> None:
    log.write(Record(Event.STARTED))
    (file,) = log.files()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.folder.stat().st_mode) == 0o700


def test_it_never_grows_beyond_a_few_small_files(log: Log) -> None:
    log.folder.mkdir()
    for number in range(FILES + 3):
        (log.folder / "coachdesk.log").write_bytes(f"{number}\n".encode() + b"." * (BYTES - 60))
        log.write(Record(Event.STARTED))
    assert len(list(log.folder.iterdir())) == FILES
    assert [path.read_bytes()[:1] for path in log.files()[:-1]] == [b"4", b"5", b"6", b"7"]
    assert all(path.stat().st_size <= BYTES for path in log.files())


def test_what_is_no_code_is_left_out_whatever_passed_it(log: Log) -> None:
    log.write(Record(Event.LIBRARY, SECRET, Place(f"/home/{SECRET}", 1)))
    assert "Amira" not in "".join(log.lines())


def test_an_error_is_noted_by_its_code_or_type_and_its_place_never_by_what_it_says(begun: Path) -> None:
    logs.note(Event.ERROR_SHOWN, raised(AppError("storage.busy", kind=SECRET)))
    logs.note(Event.CRASHED, raised(ValueError(SECRET)))
    text = (begun / "coachdesk.log").read_text("utf-8")
    assert '"storage.busy"' in text
    assert '"ValueError"' in text
    assert "test_log.py:" in text
    assert "Amira" not in text
    assert str(Path.home()) not in text


def test_what_libraries_say_is_kept_as_a_level_and_a_place(
    begun: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("sqlalchemy.engine").warning("SELECT %s", SECRET)
    caplog.clear()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning(UserWarning(SECRET), UserWarning, __file__, 7)
    Unhappy()
    found = [json.loads(line) for line in (begun / "coachdesk.log").read_text("utf-8").splitlines()]
    assert [each.get("kind", "") for each in found] == ["", "UserWarning", "ValueError"]
    assert found[0]["level"] == logging.WARNING
    assert "test_log.py" in found[0]["place"]
    assert "Amira" not in "".join([str(found), *capfd.readouterr()])


def test_once_it_ended_libraries_speak_as_before(tmp_path: Path) -> None:
    before = sys.unraisablehook, warnings.showwarning, logging.getLogger().handlers[:]
    logs.begin(tmp_path, version="1")()
    assert (sys.unraisablehook, warnings.showwarning, logging.getLogger().handlers[:]) == before
    assert not any(isinstance(each, Others) for each in logging.getLogger().handlers)


def test_a_full_disk_stops_nobody_and_leaves_no_half_line(log: Log) -> None:
    log.write(Record(Event.STARTED))
    (file,) = log.files()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 20, hard))
    try:
        log.write(Record(Event.CRASHED))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    log.write(Record(Event.ENDED))
    assert [json.loads(line)["event"] for line in log.lines()] == ["started", "ended"]


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    log = Log(tmp_path / "file" / "logs", version="1")
    log.write(Record(Event.STARTED))
    assert log.files() == ()


def test_threads_never_mix_their_lines(log: Log) -> None:
    def work() -> None:
        for _ in range(50):
            log.write(Record(Event.BACKED_UP))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [json.loads(line)["n"] for line in log.lines()] == list(range(1, 201))


@pytest.mark.parametrize(
    "line",
    [
        SECRET,
        "[]",
        "{}",
        '{"event": "started"}',
        '{"event": "started", "at": "2026-12-01T12:00:00.000Z", "said": 1}',
        '{"event": "started", "at": "2026-12-01T12:00:00.000Z", "said": "Amira"}',
        '{"event": "started", "at": "2026-12-01T12:00:00.000Z", "kind": "Amira lives"}',
        '{"event": "Amira", "at": "2026-12-01T12:00:00.000Z"}',
        '{"event": "started", "at": "2026-12-01T12:00:00.000Z", "n": "Amira"}',
    ],
)
def test_a_line_that_somebody_else_wrote_is_no_record(line: str) -> None:
    assert read_line(line) is None


def test_what_was_written_reads_as_a_record(log: Log) -> None:
    log.write(Record(Event.LIBRARY, "qt.qpa.xcb", Place("ui/a-b_c.py", 3), {Amount.EXIT_CODE: 3}))
    assert [read_line(line) for line in log.lines()] == [json.loads(line) for line in log.lines()]
    assert [path.name for path in log.folder.iterdir()] == ["coachdesk.log"]
