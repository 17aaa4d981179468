"""The twin of the unlock window: the least that PySide6 needs to show a heading, a field and a button."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


def main() -> int:
    """Show it until it is closed."""
    app = QApplication(sys.argv)
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in (QLabel("Unlock"), QLineEdit(), QPushButton("Unlock")):
        layout.addWidget(widget)
    window.resize(1366, 768)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
