"""What Qt knows of the screens; no name of a screen, which can be a person's own."""

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication


def screen_facts() -> tuple[str, ...]:
    """Qt, its platform, look, and size and scale of each screen."""
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    screens = (
        f"screen {number}: {each.size().width()} x {each.size().height()}, scale {each.devicePixelRatio():g}, "
        f"{each.logicalDotsPerInch():.0f} dpi"
        for number, each in enumerate(app.screens(), 1)
    )
    return (
        f"PySide6 {pyside_version}, Qt {qVersion()}, platform {app.platformName()}, style {app.style().name()}",
        f"colour scheme {app.styleHints().colorScheme().name}, font {app.font().pointSizeF():g} pt",
        f"assistive tools: {'yes' if QAccessible.isActive() else 'no'}",
        *screens,
    )
