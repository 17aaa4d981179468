"""One writer: the second who opens a vault is told who has it."""

import getpass
import json
import os
import socket
import subprocess
import sys

import pytest

from coachdesk.advice import sentence
from coachdesk.errors import AppError
from coachdesk.vault import hold
from tests.core.vault.conftest import ROOT, MadeVault

HOLDS = """
import pathlib, sys
from coachdesk.vault import hold
held = hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_which_one_has_the_vault(vault: MadeVault) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(vault.files.lock)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(AppError) as refused:
            hold(vault.files.lock)
        assert refused.value.code == "vault.in-use"
        details = refused.value.details
        assert (details["who"], details["host"], details["pid"]) == (getpass.getuser(), socket.gethostname(), other.pid)
        other.kill()
        other.wait()
    hold(vault.files.lock).release()


def test_a_second_opening_in_the_same_process_is_refused_too_until_the_first_lets_go(vault: MadeVault) -> None:
    with hold(vault.files.lock):
        with pytest.raises(AppError) as refused:
            hold(vault.files.lock)
        assert refused.value.details["pid"] == os.getpid()
    hold(vault.files.lock).release()


def test_the_lock_says_computer_sign_in_process_and_time_until_it_is_let_go(vault: MadeVault) -> None:
    with hold(vault.files.lock, vault.clock):
        says = json.loads(vault.files.lock.read_bytes())
    here = {"host": socket.gethostname(), "who": getpass.getuser(), "pid": os.getpid()}
    assert says == {**here, "since": "2026-12-01T09:00:00+00:00"}
    assert vault.files.lock.read_bytes() == b""


def test_what_a_dead_process_left_in_the_file_does_not_lock_anybody_out(vault: MadeVault) -> None:
    vault.files.lock.write_text('{"host": "somewhere", "pid": 1}')
    hold(vault.files.lock).release()


def test_a_holder_who_does_not_say_who_it_is_still_holds(vault: MadeVault) -> None:
    with hold(vault.files.lock):
        vault.files.lock.write_bytes(b"\xff not JSON")
        with pytest.raises(AppError) as refused:
            hold(vault.files.lock)
    assert refused.value.code == "vault.in-use-somewhere"


def test_the_second_one_reads_who_has_it_where_and_since_when(vault: MadeVault) -> None:
    with hold(vault.files.lock, vault.clock), pytest.raises(AppError) as refused:
        hold(vault.files.lock)
    here = f"{getpass.getuser()} has had this vault open on {socket.gethostname()} since 01/12/2026 09:00"
    assert sentence(refused.value).startswith(here)


def test_a_folder_that_cannot_be_written_to_is_said(vault: MadeVault) -> None:
    with pytest.raises(AppError) as refused:
        hold(vault.folder / "missing" / "coachdesk.cdlock")
    assert refused.value.code == "vault.cannot-write"


@pytest.mark.skipif(sys.platform == "win32", reason="Needs RLIMIT_FSIZE.")
def test_a_full_disk_locks_nobody_out_and_the_next_one_is_still_refused(vault: MadeVault) -> None:
    import resource
    import signal

    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        held = hold(vault.files.lock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    with held, pytest.raises(AppError, match=r"vault\.in-use-somewhere"):
        hold(vault.files.lock)
    hold(vault.files.lock).release()
