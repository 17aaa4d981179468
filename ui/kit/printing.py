"""The system's own dialogue to choose a printer."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def chosen(parent: QWidget, mode: QPrinter.PrinterMode = QPrinter.PrinterMode.ScreenResolution) -> QPrinter | None:
    """The printer that the coach chose; None where they thought better of it."""
    printer = QPrinter(mode)
    return printer if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted else None
