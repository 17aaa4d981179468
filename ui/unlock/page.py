"""The first window: one of four panels in the middle of a calm ground, and the safety panel one key away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coachdesk.i18n import _
from ui import keys
from ui.kit import Button, Reading, column, label, print_key, row, scrolling, surface
from ui.safety import SafetyPanel
from ui.unlock.panels import KeepPanel, MakePanel, OpenPanel, Panel, RecoverPanel
from ui.unlock.presenter import Mode, UnlockPresenter, UnlockState


class UnlockPage(QWidget):
    """Shows the presenter's state.

    `safety` makes the panel when it is first wanted, so that reading the site's plan does not hold up the first window.
    `printer` lets the coach choose a printer and gives a painter on it, or None.
    """

    def __init__(
        self,
        presenter: UnlockPresenter,
        *,
        safety: Callable[[], SafetyPanel],
        printer: Callable[[QWidget], QPainter | None],
    ) -> None:
        super().__init__()
        self.setWindowTitle("CoachDesk")
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._presenter, self._make_safety, self._printer = presenter, safety, printer
        self._safety: SafetyPanel | None = None
        self.open_panel, self.make_panel = OpenPanel(presenter.state.owner), MakePanel()
        self.keep_panel, self.recover_panel = KeepPanel(), RecoverPanel()
        self._panels: dict[Mode, Panel] = {
            Mode.OPEN: self.open_panel,
            Mode.MAKE: self.make_panel,
            Mode.KEEP: self.keep_panel,
            Mode.RECOVER: self.recover_panel,
        }
        self._stack = QStackedWidget()
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._ground())
        column(self, spacing=0).addWidget(self._layers)
        self._connect()
        self.render_state(presenter.state)
        self._panels[presenter.state.mode].begin()

    @Slot(object)
    def render_state(self, state: UnlockState) -> None:
        """Show the panel of the state."""
        panel = self._panels[state.mode]
        panel.render_state(state)
        if self._stack.currentWidget() is not panel:
            self._stack.setCurrentWidget(panel)
            panel.begin()

    def _ground(self) -> QFrame:
        ground = surface("page")
        box = column(ground, margins=(32, 20, 32, 20))
        head = row()
        head.addWidget(label("CoachDesk", "heading"))
        head.addStretch(1)
        self.safety_button = Button(_("Safety panel"), "link", icon="safety", key="safety")
        self.safety_button.clicked.connect(self._show_safety)
        head.addWidget(self.safety_button)
        box.addLayout(head)
        middle = QWidget()
        held = row(middle)
        reading = Reading()
        reading.box.addWidget(self._stack)
        held.addStretch(1)
        held.addWidget(reading, 4, Qt.AlignmentFlag.AlignVCenter)
        held.addStretch(1)
        box.addWidget(scrolling(middle), 1)
        return ground

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        self.open_panel.wanted.connect(self._open)
        self.open_panel.lost.connect(presenter.lost)
        self.make_panel.wanted.connect(self._make)
        self.keep_panel.wanted.connect(self._kept)
        self.keep_panel.key.print_wanted.connect(self._print)
        self.recover_panel.wanted.connect(self._recover)
        self.recover_panel.back.connect(presenter.back)
        keys.bind(self, "safety", self._toggle_safety)

    def _open(self) -> None:
        self._presenter.open(self.open_panel.passphrase.value())

    def _make(self) -> None:
        panel = self.make_panel
        self._presenter.make(panel.name.value(), panel.site.value(), panel.passphrase.value(), panel.again.value())

    def _kept(self) -> None:
        self._presenter.kept(self.keep_panel.key.typed.value())

    def _recover(self) -> None:
        panel = self.recover_panel
        self._presenter.recover(panel.recovery.value(), panel.passphrase.value(), panel.again.value())

    def _print(self) -> None:
        painter = self._printer(self)
        if painter is not None:
            print_key(painter, self.keep_panel.key.key())

    def _toggle_safety(self) -> None:
        if self._safety is not None and self._safety.is_open():
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
        self._panels[self._presenter.state.mode].begin()
