import errno
import os
import sys
from pathlib import Path

import pytest

from coachdesk.documents.write import write_whole
from coachdesk.errors import AppError


def test_a_file_is_written_and_written_over_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes.")
def test_only_its_owner_can_read_what_was_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.pdf", b"x")
    assert (tmp_path / "plan.pdf").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_gone_is_said_in_the_system_s_own_words(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refusal:
        write_whole(tmp_path / "gone" / "plan.pdf", b"x")
    assert refusal.value.code == "documents.cannot-write"
    assert refusal.value.details == {"reason": os.strerror(errno.ENOENT)}


def test_a_name_that_is_a_folder_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(AppError):
        write_whole(tmp_path / "plan.pdf", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot keep a process from writing a large file.")
def test_a_disk_that_fills_up_leaves_the_earlier_file_as_it_was(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "plan.pdf"
    write_whole(path, b"earlier")
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        with pytest.raises(AppError) as refusal:
            write_whole(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert refusal.value.code == "documents.cannot-write"
    assert path.read_bytes() == b"earlier"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]
