"""Where it goes: drawn pages on a printer, each as large as its paper, or a folder that the coach names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.services import Page
from ui.kit.folders import choose_folder
from ui.kit.printing import chosen


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's own dialogue for a folder."""
    return choose_folder(parent, _("Where to save the copy"))


def ask_for_printer(parent: QWidget) -> QPrinter | None:
    """The system's own dialogue, for a printer at its full sharpness."""
    return chosen(parent, QPrinter.PrinterMode.HighResolution)


def print_pages(printer: QPrinter, pages: Sequence[Page], name: str) -> None:
    """Print the pages on A4, whole: the page brings its own margins. `name` is what stands in the printer's queue."""
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    painter.end()
