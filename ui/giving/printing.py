"""Where it goes: drawn pages on a printer, each as large as its paper, or a folder that the coach names."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.services import Page
from ui.kit.folders import choose_folder
from ui.kit.notice import Notice
from ui.kit.printing import chosen


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's own dialogue for a folder."""
    return choose_folder(parent, _("Where to save the copy"))


def ask_for_printer(parent: QWidget) -> QPrinter | None:
    """The system's own dialogue, for a printer at its full sharpness."""
    return chosen(parent, QPrinter.PrinterMode.HighResolution)


def print_pages(printer: QPrinter, pages: Sequence[Page], name: str, file: Callable[[], bool]) -> Notice | None:
    """Print the pages on A4, whole: the page brings its own margins. `name` is what stands in the printer's queue.

    `file` files it as printed: after the printer took the job, before the first page. Where it gives False, nothing is
    drawn, and it has said why.

    Returns:
        What is to be said; None where `file` said it.
    """
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    painter = QPainter()
    if not painter.begin(printer):
        return Notice(
            _(
                "Nothing was printed, because the printer cannot be reached. Check that it has power and is connected, "
                "or choose another one, and print again."
            ),
            "problem",
        )
    if not file():
        printer.abort()
        painter.end()
        return None
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    painter.end()
    return Notice(_("Sent to the printer."), "done")
