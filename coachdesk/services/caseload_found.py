"""What a file with a caseload comes to: what can be seen of it at first, and what a check finds row by row."""

from dataclasses import dataclass, field

from coachdesk.caseload import Checked, Matching
from coachdesk.people import Person

SHOWN = 200
"""So many findings are named; the rest is counted."""
PREVIEW = 5
"""So many rows and people are shown."""


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file before it is checked.

    Attributes:
        headings: the first row.
        first: the first rows below it, as they are.
        guessed: what the headings say by themselves.
        sheet: of a workbook the sheet that was looked at; empty for a file of text.
        sheets: of a workbook all that there are to choose from.
    """

    headings: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    guessed: Matching
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to know about one line of the file, as a sentence; never in whose record it was found."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file comes to.

    Attributes:
        many: rows with a person in them.
        people: the first few, as they would be stored.
        problems: why rows cannot be taken; `bad` says how many rows that are. With one bad row none is brought in.
        alike: who may be here already or stands in the file twice, and `alike_lines` all of those lines.
        doubts: what a spreadsheet may have done to a row that can be taken, and `doubtful` how many such rows there are.
        sheet: which sheet of a workbook it is about.
        digest: SHA-256 of the file as it was checked.
    """

    many: int = 0
    people: tuple[Person, ...] = ()
    problems: tuple[Found, ...] = ()
    bad: int = 0
    alike: tuple[Found, ...] = ()
    alike_lines: frozenset[int] = frozenset()
    doubts: tuple[Found, ...] = ()
    doubtful: int = 0
    sheet: str = ""
    digest: bytes = b""


@dataclass(slots=True)
class Tally:
    """What a check has come to so far."""

    many: int = 0
    bad: int = 0
    people: list[Person] = field(default_factory=list)
    problems: list[Found] = field(default_factory=list)
    alike: list[Found] = field(default_factory=list)
    alike_lines: set[int] = field(default_factory=set)
    doubts: list[Found] = field(default_factory=list)
    doubtful: int = 0

    def add(self, row: Checked, like: str) -> None:
        """One more row, and whom it is like."""
        if row.problems:
            self.bad += 1
            self.problems += [Found(row.line, each) for each in row.problems][: SHOWN - len(self.problems)]
            return
        self.many += 1
        self.people += [row.person][: PREVIEW - len(self.people)]
        self.doubtful += bool(row.doubts)
        self.doubts += [Found(row.line, each) for each in row.doubts][: SHOWN - len(self.doubts)]
        if like:
            self.alike_lines.add(row.line)
            self.alike += [Found(row.line, like)][: SHOWN - len(self.alike)]

    def file(self, sheet: str, digest: bytes) -> CheckedFile:
        """All of it."""
        return CheckedFile(
            many=self.many,
            people=tuple(self.people),
            problems=tuple(self.problems),
            bad=self.bad,
            alike=tuple(self.alike),
            alike_lines=frozenset(self.alike_lines),
            doubts=tuple(self.doubts),
            doubtful=self.doubtful,
            sheet=sheet,
            digest=digest,
        )
