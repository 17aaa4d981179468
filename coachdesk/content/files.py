"""The files of a folder laid out like `resources/`, found and read."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from coachdesk.interviews.problems import Problem

INTERVIEWS: Final = "interviews"
CALENDAR: Final = "calendar"
RULES: Final = "rules"
PROVISION: Final = "provision"
CASES: Final = "cases"
EXAMPLES: Final = "examples"


def files_of(folder: Path) -> list[Path]:
    """The TOML files of a folder, in the order of their names; none where there is no folder."""
    return sorted(folder.glob("*.toml"))


def texts_of(files: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Those of the files that are there and can be read, with their texts; the others are noted among the problems."""
    for path in files:
        text = text_of(path, problems)
        if text is not None:
            yield path, text


def text_of(path: Path, problems: list[Problem]) -> str | None:
    """The text of a file; None where there is none, or, with a problem, where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")  # as editors of Windows write it
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        problems.append(problem_of("unreadable", path, "This file cannot be read as UTF-8 text."))
        return None


def problem_of(code: str, path: Path, text: str) -> Problem:
    """What is wrong with a file as a whole."""
    return Problem(f"content.{code}", path.name, "the file", text)
