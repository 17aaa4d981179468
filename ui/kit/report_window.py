"""What a coach sees after a bug: a sentence first, the report on request, exactly as the file holds it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from coachdesk.i18n import _
from ui.crash import died_words
from ui.kit.buttons import Button
from ui.kit.layouts import column, row
from ui.kit.text import label


class ReportWindow(QDialog):
    """Shows the report of one bug. `path` is None where not even the report could be written.

    `died`: it is of the last run, which ended by it.
    """

    def __init__(self, path: Path | None, parent: QWidget | None = None, *, died: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("CoachDesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = column(self, margins=(28, 24, 28, 24), spacing=12)
        box.addWidget(label(_("Something went wrong in CoachDesk"), "title"))
        now = _("What was saved is safe. Close the program and start it again to be sure.")
        box.addWidget(label(died_words() if died else now))
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(_("Report"))
        if path is None:
            box.addWidget(label(_("There is no report: it could not be written on this machine.")))
        else:
            self.report.setPlainText(path.read_text("utf-8"))
            sentence = _("A report is on this machine, in {file}. It holds no answers and no names. Nothing was sent.")
            box.addWidget(label(sentence.format(file=path.name)))
        self.report.hide()
        box.addWidget(self.report, 1)
        foot = row()
        self.show_report = Button(_("Show the report"))
        self.show_report.setVisible(path is not None)
        self.show_report.clicked.connect(self._show_report)
        close = Button(_("Close this message"), "go")
        close.clicked.connect(self.accept)
        foot.addWidget(self.show_report)
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        self.setMinimumWidth(640)
        close.setFocus()

    def _show_report(self) -> None:
        self.show_report.hide()
        self.report.show()
        self.report.setFocus()
        self.resize(self.width(), 520)
