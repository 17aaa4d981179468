"""Does it fit? Hours of the plan against the hours that the person can give, and the days that clash. Never a score."""

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from coachdesk.i18n import _, plain_number, short_date
from coachdesk.plans import Flag, Strip
from ui.kit import column, label
from ui.kit.layouts import empty


class StripView(QWidget):
    """Says what is so, and leaves the rest to the two of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=8)
        box.addWidget(label(_("Does it fit?"), "heading"))
        self._hours, self._week = label(""), label("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Hours of the plan"))
        for each in (self._hours, self._bar, self._week):
            box.addWidget(each)
        self._notes = column(spacing=8)
        box.addLayout(self._notes)

    def show_strip(self, strip: Strip | None, name: str, flags: Sequence[Flag] = ()) -> None:
        """Show what was weighed, and the flags of the plan as a whole."""
        self.setVisible(strip is not None)
        if strip is None:
            return
        self._hours.setText(_words(strip, name))
        self._week.setText(_("That is in the fullest week, from {day}.").format(day=short_date(strip.week)))
        self._week.setVisible(bool(strip.used) and not strip.over)  # a note says it then
        self._bar.setVisible(bool(strip.given))
        if strip.given:
            self._bar.setRange(0, round(strip.given * 100))
            self._bar.setValue(round(min(strip.used, strip.given) * 100))
            self._bar.setAccessibleDescription(self._hours.text())
        empty(self._notes)
        decided = _("You decided that {hours} hours a week may be asked for.")
        said = [decided.format(hours=plain_number(strip.decided))] if strip.decided is not None else []
        for note in (*said, *(flag.cited for flag in flags), *strip.notes):
            self._notes.addWidget(label(note, "small"))


def _words(strip: Strip, name: str) -> str:
    used = plain_number(strip.used)
    if strip.given is None:
        return _("{used} hours a week. How many hours fit was not said yet.").format(used=used)
    return _("{used} hours. {name} can give {given}.").format(used=used, given=plain_number(strip.given), name=name)
