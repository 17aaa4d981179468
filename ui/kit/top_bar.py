"""The bar at the top: the find box, where one works, and when it was saved."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from ui import keys
from ui.kit.layouts import row
from ui.kit.stamps import SavedStamp
from ui.kit.text import label
from ui.kit.text_fields import Line


class TopBar(QFrame):
    """`searched` on every change of the find box."""

    searched = Signal(str)

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "top")
        box = row(self, margins=(20, 9, 22, 9), spacing=18)
        self.find_box = Line()
        self.find_box.setPlaceholderText(_("Find people and provision   {key}").format(key=keys.shown("find")))
        self.find_box.setAccessibleName(_("Find people and provision"))
        self.find_box.setAccessibleDescription(
            _("A name, a date of birth, a phone number, what was agreed, a screen, or what people can be referred to")
        )
        self.find_box.setMaximumWidth(640)  # as wide as what it finds, and its words have room at 200 %
        policy = self.find_box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing jumps when an interview opens
        self.find_box.setSizePolicy(policy)
        self.find_box.textChanged.connect(self._searched)
        self.saved = SavedStamp()
        self.site = label(site, "small", wrap=False)
        box.addWidget(self.find_box, 3)
        box.addStretch(1)
        box.addWidget(self.site, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_saved(self, at: datetime) -> None:
        """It is on the disk; `at` is wall-clock time."""
        self.saved.set_saved(at)

    def set_failed(self) -> None:
        """What was typed could not be saved yet."""
        self.saved.set_failed()

    def set_private(self, *, private: bool) -> None:
        """In an interview there is no find box, and nothing typed into it is left."""
        if private:
            self.find_box.clear()
        self.find_box.setVisible(not private)

    def _searched(self, text: str) -> None:
        self.searched.emit(text)
