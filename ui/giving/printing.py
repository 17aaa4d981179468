"""Where it goes: drawn pages or a text on a printer, or a folder that the coach names. What was printed is recorded after that."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.services import Page
from ui.errors import advice
from ui.kit.folders import choose_folder
from ui.kit.notice import Notice
from ui.kit.printing import chosen

_MARGINS = QMarginsF(20, 20, 20, 20)
_END = b"%%EOF\n"


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's own dialogue for a folder."""
    return choose_folder(parent, _("Where to save the copy"))


def ask_for_printer(parent: QWidget) -> QPrinter | None:
    """The system's own dialogue, for a printer at its full sharpness."""
    return chosen(parent, QPrinter.PrinterMode.HighResolution)


def print_pages(printer: QPrinter, pages: Sequence[Page], name: str, left: Callable[[], object]) -> Notice:
    """Print the pages on A4, whole: the page brings its own margins; as `sent`. `name` stands in the printer's queue."""
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    return sent(printer, partial(_draw_pages, printer, pages), left)


def print_text(printer: QPrinter, html: str, left: Callable[[], object]) -> Notice:
    """Print a text within margins of 2 cm, on as many pages as it takes, which count themselves; as `sent`."""
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setFeature(
        QFont.Tag("tnum"), 0
    )  # numbers in columns: printed to a file, such numbers could not be searched for or read aloud
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(printer)
    document.setDocumentMargin(0)
    document.setHtml(html)
    paper = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size())
    document.setPageSize(paper.shrunkBy(QMarginsF(0, 0, 0, _foot(printer, document).height())))
    return sent(printer, partial(_draw_text, printer, document), left)


def print_key(printer: QPrinter, key: str, left: Callable[[], object]) -> Notice:
    """Print a recovery key on one page, and nothing about whose it is; as `sent`."""
    return sent(printer, partial(_draw_key, key), left)


def sent(printer: QPrinter, draw: Callable[[QPainter], bool], left: Callable[[], object]) -> Notice:
    """Print, and only when the printer has the whole of it call `left`, which records that; give what is to be said.

    Args:
        printer: as the coach chose it.
        draw: draws every page; False where the printer took no more.
        left: may raise AppError: that it is on paper and not recorded is said then.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return Notice(
            _(
                "Nothing was printed, because the printer cannot be reached. Check that it has power and is connected, "
                "or choose another one, and print again."
            ),
            "problem",
        )
    drawn = draw(painter)
    if not drawn:
        printer.abort()
    if not (painter.end() and drawn and _has_all(printer)):
        return Notice(
            _(
                "The printer stopped before it had all of it, and nothing is recorded as printed. Keep what came out safe, "
                "and print again."
            ),
            "problem",
        )
    try:
        left()
    except AppError as error:
        words = _("It was printed, and that could not be recorded. {why}").format(why=advice(error).text)
        return Notice(words, "problem")
    return Notice(_("Sent to the printer."), "done")


def _draw_pages(printer: QPrinter, pages: Sequence[Page], painter: QPainter) -> bool:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            return False
        image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    return True


def _draw_key(key: str, painter: QPainter) -> bool:
    painter.drawText(72, 144, _("CoachDesk recovery key. Keep it away from the computer."))
    painter.drawText(72, 200, key)
    return True


def _foot(printer: QPrinter, document: QTextDocument) -> QRectF:
    """Two lines below the text of a page."""
    height = 2 * QFontMetricsF(document.defaultFont(), printer).height()
    return QRectF(0, document.pageSize().height(), document.pageSize().width(), height)


def _draw_text(printer: QPrinter, document: QTextDocument, painter: QPainter) -> bool:
    size, pages = document.pageSize(), document.pageCount()
    foot = _foot(printer, document)
    painter.setFont(document.defaultFont())
    for number in range(pages):
        if number:
            if not printer.newPage():
                return False
            painter.translate(0, -size.height())
        document.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        if pages > 1:
            words = _("Page {page} of {pages}").format(page=number + 1, pages=pages)
            painter.drawText(foot.translated(0, number * size.height()), Qt.AlignmentFlag.AlignBottom, words)
    return True


def _has_all(printer: QPrinter) -> bool:
    """Whether the printer took it. Of a file that is printed to, Qt does not say that its disk was full: it has no end then.

    Such a file is taken away again: it would lie there half, and nobody would know of it.
    """
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        return False
    if printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat or not printer.outputFileName():
        return True
    file = Path(printer.outputFileName())
    try:
        with file.open("rb") as written:
            written.seek(max(0, file.stat().st_size - len(_END)))
            if written.read(len(_END)).startswith(_END.rstrip()):
                return True
        if file.is_file():
            file.unlink()
    except OSError:
        pass
    return False
