"""What goes into a support file."""

import json
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from coachdesk import __version__
from coachdesk.clock import Clock, now
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.logs import Log
from coachdesk.logs.record import read_line
from coachdesk.paths import data_folder, log_folder, report_folder
from coachdesk.policy import Policy, settings
from coachdesk.policy_file import read_policy
from coachdesk.self_check import Step
from coachdesk.services import backups
from coachdesk.support import rough
from coachdesk.support.bundle import Bundle, Part
from coachdesk.support.cleaning import ours
from coachdesk.usual_vault import usual_vault
from coachdesk.vault import NAME, VaultFiles

LAST_LINES = 2000
"""Of the log: some days of work."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about.

    Attributes:
        vault: its file; the usual one where nobody named another.
        people: how many there are in it, where it is open.
        screen: what the window knows of the screens, in lines of its own.
    """

    vault: Path | None = None
    people: int | None = None
    screen: tuple[str, ...] = ()


def collect(subject: Subject, *, clock: Clock = now) -> Bundle:
    """Everything but the self-check. Works without a vault, and with a policy or a log that cannot be read."""
    parts = (
        Part(_("What this file is"), (_("For whoever helps you with CoachDesk. It holds nothing about people."),)),
        Part(_("Program and computer"), tuple(_about())),
        Part(_("Screen"), subject.screen or (_("No window."),)),
        Part(_("Settings in force"), tuple(_policy())),
        Part(_("Vault and backups"), tuple(_vault(subject, clock))),
        Part(_("Crash reports"), tuple(_reports()) or (_("None."),)),
        Part(_("Log"), tuple(_log()) or (_("None."),)),
    )
    return Bundle(parts)


def checked_part(steps: Sequence[Step]) -> Part:
    """What the self-check found: its steps, their times, and of a failure its code; never a sentence with values in it."""
    lines = (
        f"{step.name}: {'fine' if step.ok else f'FAILED {step.code}'.rstrip()}, {step.seconds:.2f} s" for step in steps
    )
    return Part(_("Self-check"), tuple(lines))


def _about() -> Iterator[str]:
    yield f"CoachDesk {__version__}{' (bundle)' if getattr(sys, 'frozen', False) else ''}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"Python {platform.python_version()}"
    with suppress(ImportError):
        from sqlcipher3 import dbapi2

        yield f"SQLite {dbapi2.sqlite_version}"
    with suppress(OSError):
        yield f"free space beside the vault: {rough.size(shutil.disk_usage(data_folder()).free)}"


def _policy() -> Iterator[str]:
    try:
        policy = read_policy()
    except AppError as error:
        yield f"policy: {error.code}"
        return
    for setting in settings():
        yield f"{setting.name}: {told(policy, setting.name)} ({policy.origin(setting.name).value})"


def told(policy: Policy, name: str) -> str:
    """Numbers, switches and words of a list as they are; of any other text, names and keys among them, only whether it is set."""
    value = getattr(policy, name)
    about = next(each.about for each in settings() if each.name == name)
    if isinstance(value, int):
        return str(value).lower()
    if about.words:
        return ", ".join([str(value)] if isinstance(value, str) else value)
    return "set" if value else "not set"


def _vault(subject: Subject, clock: Clock) -> Iterator[str]:
    usual = usual_vault(NAME)
    vault = subject.vault or usual
    files = VaultFiles(vault.parent, vault.stem)
    yield f"in the usual place: {'yes' if vault == usual else 'no'}"
    wal = vault.with_name(f"{vault.name}-wal")
    for what, path in (("vault", files.vault), ("header", files.header), ("log of changes", wal)):
        yield f"{what}: {_size(path)}"
    made = backups.there(files, backups.beside(files))
    yield f"backups: {rough.many(len(made))}"
    if made:
        yield f"newest backup: {rough.age(max(made).date(), clock().astimezone(UTC).date())}"
    if subject.people is not None:
        yield f"people: {rough.many(subject.people)}"


def _size(path: Path) -> str:
    try:
        return rough.size(path.stat().st_size)
    except OSError:
        return "not there"


def _reports() -> Iterator[str]:
    for path in sorted(report_folder().glob("report-*.txt")):
        with suppress(OSError):
            yield from ours(path.read_text("utf-8", "replace").splitlines())
            yield ""


def _log() -> Iterator[str]:
    """The newest lines, of each only what a record may hold."""
    lines = tuple(Log(log_folder(), version=__version__).lines())
    for line in lines[-LAST_LINES:]:
        said = read_line(line)
        if said is not None:
            yield json.dumps(said)
