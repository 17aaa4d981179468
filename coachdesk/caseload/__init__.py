"""A caseload as a file of rows: reading one that any spreadsheet wrote, checking it, and writing one that is safe to open.

Pure: whoever calls opens the file and hands over the stream. What is not a `Column` cannot leave the program.
"""

from coachdesk.caseload.checking import Checked, check_row
from coachdesk.caseload.columns import LABELS, Column, Matching, guess
from coachdesk.caseload.reading import Layout, layout_of, rows
from coachdesk.caseload.rows import MOST_COLUMNS, Odd, Row
from coachdesk.caseload.workbook import SheetLayout
from coachdesk.caseload.writing import FileKind, may_leave, written

__all__ = [
    "LABELS",
    "MOST_COLUMNS",
    "Checked",
    "Column",
    "FileKind",
    "Layout",
    "Matching",
    "Odd",
    "Row",
    "SheetLayout",
    "check_row",
    "guess",
    "layout_of",
    "may_leave",
    "rows",
    "written",
]
