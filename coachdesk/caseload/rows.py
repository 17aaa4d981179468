"""What every kind of file comes to: rows, with what a cell was where that is not plain text."""

from dataclasses import dataclass
from enum import Enum, auto

MOST_COLUMNS = 20
"""A file with more than these holds more than the program takes: what is not needed stays out of it."""
LONGEST_LINE = 65_536
"""Characters. Nothing that a list of people holds is longer, and memory stays small whatever comes."""


class Odd(Enum):
    """What a cell is, where it is neither text nor a date."""

    NUMBER = auto()
    FORMULA = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        line: where it begins, from 1, as an editor or a spreadsheet counts.
        problem: why nothing can be read from here on, as a sentence; empty for a row with cells.
        odd: places of cells that are no text, from 0, and what they are; always empty for a file of text.
        in_sheet: it comes from a spreadsheet, where a cell ends by itself.
    """

    line: int
    cells: tuple[str, ...]
    problem: str = ""
    odd: tuple[tuple[int, Odd], ...] = ()
    in_sheet: bool = False
