"""A caseload as a file of rows: reading one that any spreadsheet wrote, checking it, and writing one that is safe to open.

Pure: whoever calls opens the file and hands over the stream. What is not a `Column` cannot leave the program.
"""

from coachdesk.caseload.checking import Checked, check_row
from coachdesk.caseload.columns import LABELS, Column, Matching, guess
from coachdesk.caseload.reading import MOST_COLUMNS, Layout, Row, layout_of, rows
from coachdesk.caseload.writing import may_leave, written

__all__ = [
    "LABELS",
    "MOST_COLUMNS",
    "Checked",
    "Column",
    "Layout",
    "Matching",
    "Row",
    "check_row",
    "guess",
    "layout_of",
    "may_leave",
    "rows",
    "written",
]
