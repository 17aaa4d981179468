"""The system's own dialogue to choose a printer."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def choose_printer(parent: QWidget) -> QPainter | None:
    """A painter on the first page of the chosen printer; None where the coach thought better of it."""
    printer = QPrinter()
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return None
    return QPainter(printer)
