"""The first window: one of five panels in the middle of a calm ground, and the safety panel one key away."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coachdesk.i18n import _
from ui import keys
from ui.crash import died_words
from ui.kit.buttons import Button
from ui.kit.folders import choose_folder
from ui.kit.layouts import Reading, column, row, scrolling, surface
from ui.kit.text import label
from ui.kit.text_fields import SecretLine
from ui.unlock.panels import KeepPanel, MakePanel, OpenPanel, Panel, RecoverPanel
from ui.unlock.presenter import UnlockPresenter
from ui.unlock.readable_panel import ReadablePanel
from ui.unlock.refused_panel import RefusedPanel
from ui.unlock.state import Mode, UnlockState

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.safety import SafetyPanel


class UnlockPage(QWidget):
    """Shows the presenter's state.

    `safety` makes the panel when it is first wanted, so that reading the site's plan does not hold up the first window.
    `printer` lets the coach choose a printer, or think better of it. The support file and the report of how
    the program died the last time are wishes: somebody else shows them.
    """

    support_wanted = Signal()
    report_wanted = Signal()

    def __init__(
        self,
        presenter: UnlockPresenter,
        *,
        safety: "Callable[[], SafetyPanel]",
        printer: "Callable[[QWidget], QPrinter | None]",
        folder: Callable[[QWidget, str], Path | None] = choose_folder,
    ) -> None:
        super().__init__()
        self.setWindowTitle("CoachDesk")
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._presenter, self._make_safety, self._printer, self._folder = presenter, safety, printer, folder
        self._safety: SafetyPanel | None = None
        self._held = Reading()
        self._shown: Panel | None = None
        self._layers = QStackedWidget()
        self._layers.addWidget(self._ground())
        column(self, spacing=0).addWidget(self._layers)
        presenter.changed.connect(self.render_state)
        keys.bind(self, "safety", self._toggle_safety)
        keys.InDialogs(self, "safety", self._toggle_safety)
        keys.bind(self, "hide", self.forget)
        self.render_state(presenter.state)
        self._panel(presenter.state.mode).begin()

    # Each panel is made when it is first shown: the first window must not wait for those that nobody may ever see.

    @cached_property
    def open_panel(self) -> OpenPanel:
        """The passphrase."""
        panel = OpenPanel(self._presenter.state.owner)
        panel.wanted.connect(self._open)
        panel.lost.connect(self._presenter.lost)
        panel.backup_wanted.connect(self._bring_back)
        panel.look_wanted.connect(self._look)
        panel.make_wanted.connect(self._presenter.make_instead)
        self._add(panel)
        return panel

    @cached_property
    def make_panel(self) -> MakePanel:
        """A new vault."""
        panel = MakePanel()
        panel.wanted.connect(self._make)
        panel.backup_wanted.connect(self._presenter.use_elsewhere)
        self._add(panel)
        return panel

    @cached_property
    def keep_panel(self) -> KeepPanel:
        """The recovery key."""
        panel = KeepPanel()
        panel.wanted.connect(self._kept)
        panel.key.print_wanted.connect(self._print)
        panel.key.copied.connect(self._presenter.key_copied)
        self._add(panel)
        return panel

    @cached_property
    def recover_panel(self) -> RecoverPanel:
        """The way back in."""
        panel = RecoverPanel()
        panel.wanted.connect(self._recover)
        panel.back.connect(self._presenter.back)
        self._add(panel)
        return panel

    @cached_property
    def readable_panel(self) -> ReadablePanel:
        """What can be read of a damaged vault."""
        panel = ReadablePanel()
        panel.wanted.connect(self._take)
        panel.backup_wanted.connect(self._bring_back_instead)
        panel.save_wanted.connect(self._save_list)
        panel.back.connect(self._presenter.leave)
        self._add(panel)
        return panel

    @cached_property
    def refused_panel(self) -> RefusedPanel:
        """Nothing may be opened."""
        panel = RefusedPanel()
        panel.wanted.connect(self._presenter.look)
        self._add(panel)
        return panel

    @Slot(object)
    def render_state(self, state: UnlockState) -> None:
        """Show the panel of the state."""
        panel = self._panel(state.mode)
        panel.render_state(state)
        if self._shown is not panel:
            if self._shown is not None:
                self._shown.hide()
            self._shown = panel
            panel.show()
            panel.begin()

    def look(self) -> None:
        """Say whether somebody else has the vault open."""
        self._presenter.look()

    def forget(self) -> None:
        """Somebody leaves the computer, or hides what is on the screen: what is half typed opens a vault."""
        for each in self.findChildren(SecretLine):
            each.forget()
        if self._presenter.state.mode is Mode.READABLE:
            self._presenter.leave()  # names are on it, and going on takes the passphrase
        elif self._presenter.state.mode is Mode.KEEP:
            self._presenter.leave_key()

    def in_safety(self) -> bool:
        """Whether the safety panel is open: it has no time-out."""
        return self._safety is not None and self._safety.is_open()

    def tell_died(self) -> None:
        """Say that the program ended by a fault the last time, and offer the report."""
        self._died.addWidget(label(died_words()))
        self.report_button = Button(_("Show the report"), "link")
        self.report_button.clicked.connect(self.report_wanted)
        self._died.addWidget(self.report_button)
        self._died.addStretch(1)

    def _ground(self) -> QFrame:
        ground = surface("page")
        box = column(ground, margins=(32, 20, 32, 20))
        head = row(spacing=20)
        head.addWidget(label("CoachDesk", "heading"))
        head.addStretch(1)
        self.safety_button = Button(_("Safety panel"), "link", icon="safety", key="safety")
        self.safety_button.clicked.connect(self._show_safety)
        self.support_button = Button(_("Support file"), "link")
        self.support_button.clicked.connect(self.support_wanted)
        head.addWidget(self.support_button)
        head.addWidget(self.safety_button)
        box.addLayout(head)
        self._died = row()
        box.addLayout(self._died)
        middle = QWidget()
        held = row(middle)
        held.addStretch(1)
        held.addWidget(self._held, 4, Qt.AlignmentFlag.AlignVCenter)
        held.addStretch(1)
        box.addWidget(scrolling(middle), 1)
        return ground

    def _add(self, panel: Panel) -> None:
        """Put a panel beside the others: the place is as high as the one that is shown, so that only a tall one scrolls."""
        panel.hide()
        self._held.box.addWidget(panel)

    def _panel(self, mode: Mode) -> Panel:
        match mode:
            case Mode.OPEN:
                return self.open_panel
            case Mode.MAKE:
                return self.make_panel
            case Mode.KEEP:
                return self.keep_panel
            case Mode.RECOVER:
                return self.recover_panel
            case Mode.READABLE:
                return self.readable_panel
            case Mode.REFUSED:
                return self.refused_panel

    def _open(self) -> None:
        self._presenter.open(self.open_panel.passphrase.value())

    def _bring_back(self) -> None:
        self._presenter.bring_back(self.open_panel.passphrase.value())

    def _look(self) -> None:
        self._presenter.look_inside(self.open_panel.passphrase.value())

    def _take(self) -> None:
        self._presenter.take(self.readable_panel.passphrase.value())

    def _bring_back_instead(self) -> None:
        self._presenter.bring_back(self.readable_panel.passphrase.value())

    def _save_list(self) -> None:
        folder = self._folder(self, _("Where to save the list"))
        if folder is not None:
            self._presenter.save_list(folder)

    def _make(self) -> None:
        panel = self.make_panel
        self._presenter.make(panel.name.value(), panel.site.value(), panel.passphrase.value(), panel.again.value())

    def _kept(self) -> None:
        self._presenter.kept(self.keep_panel.key.typed.value())

    def _recover(self) -> None:
        panel = self.recover_panel
        self._presenter.recover(panel.recovery.value(), panel.passphrase.value(), panel.again.value())

    def _print(self) -> None:
        printer = self._printer(self)
        if printer is None or not self.keep_panel.key.groups:  # it was hidden while the dialogue was open
            return
        from ui.giving.printing import print_key

        notice = print_key(printer, self.keep_panel.key.key(), self._presenter.key_printed)
        self._presenter.tell("" if notice.tone == "done" else notice.text)

    def _toggle_safety(self) -> None:
        if self._safety is not None and self.in_safety():
            self._safety.close_panel()
        else:
            self._show_safety()

    def _show_safety(self) -> None:
        if self._safety is None:
            self._safety = self._make_safety()
            self._safety.closed.connect(self._hide_safety)
            self._layers.addWidget(self._safety)
        self._layers.setCurrentWidget(self._safety)
        self._safety.open()

    def _hide_safety(self) -> None:
        self._layers.setCurrentIndex(0)
        self._panel(self._presenter.state.mode).begin()
