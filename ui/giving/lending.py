"""What goes to the clipboard for a moment, and is recorded as copied once it lies there."""

from collections.abc import Callable

from coachdesk.errors import AppError
from coachdesk.i18n import _
from ui.errors import advice
from ui.kit.clipboard import Loan
from ui.kit.notice import Notice


def lend(before: Loan | None, text: str, left: Callable[[], object]) -> tuple[Loan | None, Notice | None]:
    """Lend a text to the clipboard in the place of an earlier loan, and once it lies there call `left`, which records that.

    Where that raises AppError, the text is taken back: nothing stays copied that nobody knows of.

    Returns:
        The loan, or None where nothing is lent; and what is to be said, where it did not work.
    """
    if before is not None:
        before.take_back()
    loan = Loan(text)
    if not loan.lies_there():
        loan.take_back()
        said = _("Nothing was copied, because another program has the clipboard to itself. Copy it once more.")
        return None, Notice(said, "problem")
    try:
        left()
    except AppError as error:
        loan.take_back()
        said = _("Nothing was copied, because that could not be recorded. {why}").format(why=advice(error).text)
        return None, Notice(said, "problem")
    return loan, None
