"""What can be read of a damaged vault, and what is missing, before the coach chooses."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from coachdesk.i18n import _
from ui.kit.buttons import Button
from ui.kit.text import announce, label
from ui.kit.text_fields import FORGOTTEN_AFTER, PassphraseLine
from ui.unlock.panels import Panel, with_moment
from ui.unlock.state import UnlockState


class ReadablePanel(Panel):
    """The list, and three ways on: go on with it, bring the backup back instead, leave everything as it is."""

    backup_wanted = Signal()
    save_wanted = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__(_("What can be read"), _("Go on with what was saved"))
        self.box.addWidget(
            label(
                _(
                    "The damaged vault is as it was. If you go on with what was saved, the damaged files are kept beside it."
                )
            )
        )
        self.lines = label("")
        self.who = label("")
        self.backup = label("")
        self.backup_button = Button(_("Bring the backup back instead"))
        self.save_button = Button(_("Save this list without names"), "link")
        self.saved = label("")
        self.back_button = Button(_("Back"), "link")
        for words in (self.lines, self.who):
            self.box.addWidget(words)
        self.passphrase = PassphraseLine(_("Passphrase"), hint=_("Once more, for whatever you choose."))
        self.add_field(self.passphrase)
        self._idle = QTimer(self, singleShot=True, interval=FORGOTTEN_AFTER * 1000)
        self._idle.timeout.connect(self.back)
        self.backup_button.clicked.connect(self.backup_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.back_button.clicked.connect(self.back)
        self.finish(self.backup, self.backup_button, self.save_button, self.saved, self.back_button)

    def begin(self) -> None:
        super().begin()
        self._idle.start()  # names are on it

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    def render_state(self, state: UnlockState) -> None:
        super().render_state(state)
        self.go.set_words(_("Unlocking") if state.busy else _("Go on with what was saved"))
        if state.readable is not None:
            said = "\n".join(state.readable.lines())
            if said != self.lines.text():
                announce(self, said)
            self.lines.setText(said)
            self.who.setText("\n".join(state.readable.who()))
        self.who.setVisible(bool(self.who.text()))
        self.saved.setText(state.saved)
        self.saved.setVisible(bool(state.saved))
        for each in (self.backup, self.backup_button):
            each.setVisible(state.backup is not None)
        if state.backup is not None:
            words = _("The newest backup is from {day}, {time}, and has nothing that was written later.")
            self.backup.setText(with_moment(words, state.backup))
