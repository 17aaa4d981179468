"""A tiny window with one of each thing that the driver must be able to use; the driver is tried on it."""

import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)


class Sample(QWidget):
    """Says on a label what was entered, and keeps it in a file with every change."""

    def __init__(self, kept: Path) -> None:
        super().__init__()
        self.setWindowTitle("Sample")
        self._kept = kept
        layout = QVBoxLayout(self)
        self._name, self._story, self._hours, self._channel = QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox()
        self._channel.addItems(["In person", "By phone"])
        fields = {"Name": self._name, "Story": self._story, "Hours": self._hours, "Channel": self._channel}
        for label, field in fields.items():
            heading = QLabel(label)
            heading.setBuddy(field)
            layout.addWidget(heading)
            layout.addWidget(field)
        self._alone, self._greet, self._said = QCheckBox("Alone"), QPushButton("Greet"), QLabel("Nothing yet")
        for widget in (self._alone, self._greet, self._said):
            layout.addWidget(widget)
        self._name.textChanged.connect(self._keep)
        self._greet.clicked.connect(self._say)

    def _keep(self, text: str) -> None:
        self._kept.write_text(text, "utf-8")

    def _say(self) -> None:
        alone = "alone" if self._alone.isChecked() else "not alone"
        self._said.setText(f"{self._name.text()}, {self._hours.value()} hours, {alone}: {self._story.toPlainText()}")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Sample(Path(sys.argv[1]))
    window.show()
    sys.exit(app.exec())
