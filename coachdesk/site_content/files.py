"""The machine's content folder and the copies of what was good: reading what lies there, keeping, forgetting."""

import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from coachdesk.errors import AppError
from coachdesk.interviews.problems import Problem
from coachdesk.paths import data_folder, machine_folder
from coachdesk.signing import ENDING
from coachdesk.vault.files import write_whole

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the largest file that is looked at; the largest of the program has less than a tenth of it."""

LARGEST_SIGNATURE: Final = 4 * 1024

FOLDER: Final = "content"


@dataclass(frozen=True, slots=True)
class Places:
    """The machine's content folder, and where the coach's own data keep the last good files of it."""

    site: Path
    kept: Path


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of one file and of the signature beside it."""

    content: bytes
    signature: bytes | None


def places() -> Places:
    """Those of this machine and this coach."""
    return Places(machine_folder() / FOLDER, data_folder() / FOLDER)


def is_of_site(problem: Problem) -> bool:
    """Whether a problem is about a file of the machine's content folder."""
    return problem.file.startswith(f"{FOLDER}/")


def problem_of(path: Path, code: str, text: str, *, note: bool = False) -> Problem:
    """Something about a file of the content folder."""
    return Problem(f"site.{code}", path.name, "the file", text, note=note)


def plain_bytes(path: Path, largest: int) -> bytes | Problem | None:
    """The bytes of a plain file; None where there is none; what is wrong with a link, a folder, or too large a file."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            text = "It is no plain file but a link or a folder. Put the file itself there."
            return problem_of(path, "not-plain", text)
        if found.st_size > largest:
            return problem_of(path, "too-large", f"It is too large: more than {largest // 1024} KiB.")
        with path.open("rb") as file:
            return file.read(largest)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return problem_of(path, "unreadable", "It cannot be read: ask for the right to read it.")


def part_at(path: Path) -> Part | Problem | None:
    """A file with its signature; None where there is no such file."""
    content, signature = plain_bytes(path, LARGEST), plain_bytes(beside(path), LARGEST_SIGNATURE)
    if content is None or isinstance(content, Problem):
        return content
    return signature if isinstance(signature, Problem) else Part(content, signature)


def beside(path: Path) -> Path:
    """Where the signature of a file lies."""
    return path.with_name(path.name + ENDING)


def keep(folder: Path, names: Iterable[str], parts: Mapping[str, Part]) -> tuple[Problem, ...]:
    """Keep copies of good files with their signatures, and of no others of these names; a note where that does not work."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        forget(folder, names)
        for name, part in parts.items():
            if part.signature is not None:
                write_whole(beside(folder / name), part.signature)
            write_whole(folder / name, part.content)
    except (OSError, AppError):
        text = "It is used, but no copy could be kept for the day on which a bad one comes."
        return (replace(problem_of(folder / next(iter(parts)), "not-kept", text), note=True),)
    return ()


def forget(folder: Path, names: Iterable[str]) -> None:
    """Take copies away, with their signatures."""
    for path in (folder / name for name in names):
        for each in (path, beside(path)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def can_be_listed(folder: Path) -> bool:
    """Whether it can be seen what lies in a folder; nothing does where there is none."""
    try:
        next(folder.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return True


def names_in(folder: Path) -> frozenset[str]:
    """The names of everything in a folder; none where it cannot be looked at."""
    with suppress(OSError):
        return frozenset(path.name for path in folder.iterdir())
    return frozenset()
