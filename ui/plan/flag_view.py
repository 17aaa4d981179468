"""What of an action does not go together with what may be asked for today: in words, with the source and the way on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.plans import Flag, FlagKind
from ui.kit import Button, Flow, TextLine, column, label
from ui.kit.layouts import empty


class FlagLines(QWidget):
    """The sentences of some flags, each with its source; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Flag, ...] = ()
        box = column(self, spacing=3)
        box.addWidget(label(_("On what is recorded today"), "section"))
        self._lines = column(spacing=3)
        box.addLayout(self._lines)
        self.hide()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show these flags."""
        self.setVisible(bool(flags))
        if tuple(flags) != self._shown:
            self._shown = tuple(flags)
            empty(self._lines)
            for flag in flags:
                self._lines.addWidget(label(flag.cited, "warn" if flag.kind is FlagKind.MUST else "strong"))


class CardFlags(QWidget):
    """The flags on an action's card, and the ways on: chosen freely, let go, or kept with a reason where that may be."""

    free = Signal()
    let_go = Signal()
    keep = Signal()

    def __init__(self, title: str, flags: Sequence[Flag], kept_because: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, margins=(0, 6, 0, 0), spacing=6)
        lines = FlagLines()
        box.addWidget(lines)
        lines.show_flags(flags)
        if kept_because:
            box.addWidget(label(_("You keep it, because: {reason}").format(reason=kept_because)))
        self.ways: dict[str, Button] = {}
        held = Flow(spacing=8)
        box.addLayout(held)
        for key, words, name, signal in (
            ("free", _("Mark as chosen freely"), _("Mark as chosen freely: {title}"), self.free),
            ("let_go", _("Let it go"), _("Let it go: {title}"), self.let_go),
            ("keep", _("Keep it because…"), _("Keep it because: {title}"), self.keep),
        ):
            if key != "keep" or (may_be_kept(flags) and not kept_because):
                button = Button(words, "link" if key == "keep" else "plain")
                button.setAccessibleName(name.format(title=title))
                button.clicked.connect(signal)
                held.addWidget(button)
                self.ways[key] = button


class FlagFields(QWidget):
    """The flags among the fields of an action; `edited` carries why it is kept, where it may be."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=10)
        self.lines = FlagLines()
        self.because = TextLine(
            _("Keep it because"), hint=_("Your reason for asking for it. It is recorded, and never printed.")
        )
        for each in (self.lines, self.because):
            box.addWidget(each)
        self.because.edited.connect(self.edited)
        self.hide()

    def show_flags(self, flags: Sequence[Flag], kept_because: str) -> bool:
        """Show these; True where there are other controls than before."""
        before = self.because.isHidden() or self.isHidden()
        self.lines.show_flags(flags)
        self.because.set_value(kept_because)
        self.because.setVisible(may_be_kept(flags) or bool(kept_because))
        self.setVisible(bool(flags) or bool(kept_because))
        return before != (self.because.isHidden() or self.isHidden())


def may_be_kept(flags: Sequence[Flag]) -> bool:
    """Whether the coach may keep it with a reason: where the rule leaves it to a decision, and no other forbids it."""
    kinds = {flag.kind for flag in flags}
    return FlagKind.DISCRETION in kinds and FlagKind.MUST not in kinds
