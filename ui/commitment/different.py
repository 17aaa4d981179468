"""What is different from the edition before, in plain words: new, changed from ... to ..., no longer asked."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from coachdesk.commitments import Changed, Difference, SectionKind
from coachdesk.i18n import N_, _
from ui.kit import Chip, Flow, column, label
from ui.kit.layouts import empty

ABOUT = {
    SectionKind.HOURS: N_("Hours"),
    SectionKind.AVAILABILITY: N_("When, and how far"),
    SectionKind.ASKED: N_("What they are asked to do"),
    SectionKind.CHOSEN: N_("What they choose to do"),
    SectionKind.OURS: N_("What we will do"),
    SectionKind.MEETING: N_("The next meeting"),
}
CHANGED = {
    Changed.NEW: N_("New"),
    Changed.CHANGED: N_("Changed"),
    Changed.GONE: N_("No longer there"),
}


class Different(QWidget):
    """A heading for each part of the document, and under it what is different there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Difference, ...] = ()
        self._held = column(self, spacing=10)

    def show_different(self, different: tuple[Difference, ...]) -> None:
        """Show these, in the order of the document."""
        if different == self._shown:
            return
        self._shown = different
        empty(self._held)
        for kind, found in groupby(different, key=lambda each: each.about):
            self._held.addWidget(label(_(ABOUT[kind]), "section"))
            for each in found:
                self._held.addWidget(_line(each))


def _line(difference: Difference) -> QWidget:
    """What it is about, a word for what became of it, and the sentences."""
    line = QWidget()
    box = column(line, spacing=3)
    held = Flow(spacing=8)
    held.addWidget(Chip(_(CHANGED[difference.changed])))
    box.addLayout(held)
    box.addWidget(label(difference.line.words.value))
    if difference.was is not None:
        box.addWidget(label(_("Before: {words}").format(words=difference.was.words.value), "hint"))
    for each in difference.sentences:
        if each.value != _("New."):
            box.addWidget(label(each.value, "hint"))
    return line
