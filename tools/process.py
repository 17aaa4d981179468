"""Child processes with an end: each has a time limit, and takes its own children with it when it is stopped."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO

from tools import ROOT

WINDOWS = sys.platform == "win32"
TIMED_OUT = 124


def run(
    command: Sequence[str],
    *,
    minutes: float = 5,
    env: Mapping[str, str] | None = None,
    into: IO[str] | None = None,
) -> int:
    """Run a command in the project's folder and let it talk to the terminal.

    Args:
        command: the program and its arguments.
        minutes: how long it may take; then it is stopped with all its children.
        env: variables to set besides the ones we have.
        into: a file that it talks to instead.

    Returns:
        The exit code; 124 when the time was over, 127 when there is no such program.
    """
    sys.stdout.flush()
    try:
        child = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            start_new_session=not WINDOWS,
            stdin=subprocess.DEVNULL,
            stdout=into,
            stderr=into,
        )
    except FileNotFoundError:
        print(f"{command[0]} is not there.", file=into or sys.stderr)
        return 127
    try:
        return child.wait(timeout=minutes * 60)
    except subprocess.TimeoutExpired:
        print(f"Stopped after {minutes:g} minutes: {' '.join(command)}", file=into or sys.stderr)
        return TIMED_OUT
    finally:
        _stop(child)


def output(command: Sequence[str], *, seconds: float = 60) -> str:
    """What a command prints, without the white space around it; empty when it fails or is not there."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _stop(child: "subprocess.Popen[bytes]") -> None:
    """End what is left of a child and of the processes that it started."""
    if WINDOWS:
        if child.poll() is None:
            output(["taskkill", "/F", "/T", "/PID", str(child.pid)])
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait(timeout=30)
