import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.application import Opened
from coachdesk.site_profile import SafetyPlan
from tests.ui.checks import settle
from ui.kit import reveal
from ui.kit.focus import FocusRing
from ui.safety import Contacts, SafetyPanel
from ui.settings import open_settings
from ui.tasks import Tasks
from ui.theme import Appearance, Theme
from ui.wiring import Desk

MORNING = datetime(2026, 12, 1, 9, 50, tzinfo=UTC)
"""The moment that all pictures are of: a Tuesday morning."""

LOOKS = (
    ("basic", Theme.BASIC, 100),
    ("dark", Theme.DARK, 100),
    ("darker", Theme.DARKER, 100),
    ("text-only", Theme.TEXT_ONLY, 100),
    ("basic-200", Theme.BASIC, 200),
    ("dark-200", Theme.DARK, 200),
)
ROUNDS = 5
"""So often something is scrolled to: what lies above it may still grow, and a page shows its head first."""

LOOK_NAMES = tuple(name for name, _theme, _size in LOOKS)

PLAN = SafetyPlan(
    "Stay with the person in room 2. Ask Jo at the front desk to sit with you.\n\n"
    "Jo rings the duty manager. The duty manager decides with you whom to call.",
    MORNING.date() - timedelta(days=70),
    "Jo Bell, duty manager",
)


class Studio:
    """A window over a vault of invented people, and a camera."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder, self.taken = app, folder, 0
        self.minutes = 0
        self._look = ""
        folder.mkdir(parents=True, exist_ok=True)
        self._undo = ExitStack()
        self.home = Path(self._undo.enter_context(tempfile.TemporaryDirectory(prefix="coachdesk-pictures-")))
        self.store = open_settings(self.home / "settings.ini")
        self.appearance = Appearance(app, theme=Theme.BASIC)
        self._ring = FocusRing(app)
        self.tasks = Tasks(app)
        self._owner = QObject()

    def clock(self) -> datetime:
        """The moment of the pictures, a little later each time it is asked for."""
        self.minutes += 1
        return MORNING + timedelta(seconds=self.minutes)

    def desk(self, vault: Opened) -> Desk:
        """The window over an open vault."""
        panel = SafetyPanel(PLAN, Contacts(duty_manager="Jo Bell, 4411", safeguarding_lead="Amit Shah, 4420"))
        desk = Desk(vault, self.tasks, appearance=self.appearance, store=self.store, safety=panel, parent=self._owner)
        desk.window.resize(1366, 768)
        desk.window.show()
        settle()
        return desk

    def looks(self, only: Collection[str] = ()) -> Iterator[str]:
        """One look after the other, all or `only` these: to change it costs more than many pictures."""
        for name, theme, size in LOOKS:
            if not only or name in only:
                self.appearance.choose(theme, size)
                self._look = f"-{name}"
                yield name

    def take(self, widget: QWidget, name: str, *, of: QWidget | None = None) -> None:
        """One picture in the look that is chosen, at rest; `of`: what is scrolled to, where it lies further down."""
        self.rest()
        for each in (of,) * ROUNDS:
            if each is not None:
                reveal(each)
                self.rest()
        widget.grab().save(str(self.folder / f"{name}{self._look}.png"))
        self.taken += 1

    def rest(self) -> None:
        """Wait until workers have delivered and the screen stands still."""
        QTest.qWait(30)
        while self.tasks.busy():
            QTest.qWait(20)
        settle()

    def close(self) -> None:
        """Leave nothing behind but the pictures."""
        self.tasks.close()
        self._undo.close()
