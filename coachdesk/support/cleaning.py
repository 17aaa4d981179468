"""Reading the program's own reports again: lines that have not the shape of one of ours stay where they are."""

import re
from collections.abc import Iterable, Iterator

_SHAPES = (
    r"",
    r"CoachDesk [\w.+-]{1,40}",
    r"Python [\w.+-]{1,20}, PySide6 [\w.+-]{1,20}, Qt [\w.+-]{1,20}",
    r"(Linux|Windows|Darwin) [\w.+-]{1,60} \w{1,20}",
    r"At \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, thread [\w() -]{1,60}",
    r"Died: (code 0x[0-9a-f]{1,16}|[A-Za-z ]{1,40})",
    r"[A-Za-z_]\w{0,79}( \([a-z0-9.-]{1,80}\))?",
    r"  [\w./<>-]{1,160}, line \d{1,7}, in [\w<>]{1,80}",
)
_OURS = re.compile("|".join(_SHAPES))
LEFT_OUT = "(a line that the program did not write was left out)"


def ours(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a crash report as they stand, without those that are not shaped like one of ours."""
    for line in lines:
        yield line if _OURS.fullmatch(line) else LEFT_OUT
