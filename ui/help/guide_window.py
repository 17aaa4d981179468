"""A guide, read in a window of its own: nothing is fetched, and no link leads out of the program."""

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from coachdesk.guides import GUIDES, Guide, guide
from coachdesk.i18n import _, chosen
from ui.kit.buttons import Button
from ui.kit.layouts import column, row

_WIDTH, _HEIGHT = 860, 680
_ROOM = 10
_MARGINS = 90
"""Left and right of a picture together, with the scroll bar."""
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


class GuideWindow(QDialog):
    """One of the guides, by its name in `GUIDES`. Esc closes it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CoachDesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_(GUIDES[name]))
        _fill(self.text.document(), guide(name, chosen()))
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        box = column(self, margins=(24, 20, 24, 20), spacing=12)
        box.addWidget(self.text, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setFocus()


def _fill(document: QTextDocument, read: Guide) -> None:
    """Put the guide into a document, with its pictures as wide as the window."""
    document.setDocumentMargin(_ROOM)
    document.setMarkdown(read.text)
    for name in _PICTURE.findall(read.text):
        picture = QImage(str((read.folder / name).resolve()))
        width = min(picture.width(), _WIDTH - _MARGINS)
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), scaled)
    block = document.begin()
    while block.isValid():
        layout = block.blockFormat()
        layout.setTopMargin(2 * _ROOM if layout.headingLevel() and block.position() else 0)
        layout.setBottomMargin(_ROOM / 2)
        QTextCursor(block).setBlockFormat(layout)
        block = block.next()
