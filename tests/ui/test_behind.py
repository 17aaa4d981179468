"""What stands behind the screens: slow work, the idle lock, settings, and how little is loaded at the start."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.checks import press, settle
from ui import settings
from ui.autolock import AutoLock
from ui.settings import open_settings
from ui.tasks import Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks(qapp)
    yield made
    made.close()
    settle()
    made.deleteLater()


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def ok(self, result: object) -> None:
        self.got += [result, threading.current_thread() is threading.main_thread()]

    def fail(self, error: BaseException) -> None:
        self.got.append(error)


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    asker = Asker()
    tasks.run(lambda: threading.current_thread() is threading.main_thread(), owner=asker, ok=asker.ok, fail=asker.fail)
    qtbot.waitUntil(lambda: asker.got == [False, True])


def test_an_error_of_slow_work_comes_back_as_it_was_raised(qtbot: QtBot, tasks: Tasks) -> None:
    asker, trouble = Asker(), ValueError("no")

    def work() -> None:
        raise trouble

    tasks.run(work, owner=asker, ok=asker.ok, fail=asker.fail)
    qtbot.waitUntil(lambda: asker.got == [trouble])


def test_a_result_for_somebody_who_has_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    owner, asker, gate = QWidget(), Asker(), threading.Event()
    tasks.run(lambda: gate.wait(10), owner=owner, ok=asker.ok, fail=asker.fail)
    owner.deleteLater()
    settle()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert asker.got == []


def test_two_pieces_of_work_never_meet(qtbot: QtBot, tasks: Tasks) -> None:
    asker, inside = Asker(), threading.Lock()

    def work() -> bool:
        with inside:
            return threading.active_count() > 0

    for _each in range(5):
        tasks.run(work, owner=asker, ok=asker.ok, fail=asker.fail)
    qtbot.waitUntil(lambda: asker.got == [True, True] * 5)


@pytest.fixture
def lock(qapp: QApplication) -> Iterator[AutoLock]:
    made = AutoLock(qapp, 0.3 / 60, warn_before=0.2)
    yield made
    made.stop()
    made.deleteLater()


def test_an_idle_desk_is_warned_about_and_then_locked(qtbot: QtBot, lock: AutoLock) -> None:
    with qtbot.waitSignals([lock.warning, lock.expired], order="strict", timeout=5000):
        lock.touch()


def test_a_key_and_a_click_count_as_somebody_being_there(qtbot: QtBot, lock: AutoLock) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    with qtbot.waitSignal(lock.warning, timeout=5000):
        lock.touch()
    with qtbot.waitSignal(lock.woken, timeout=5000):
        press(desk, Qt.Key.Key_A, "a")
    with qtbot.waitSignal(lock.warning, timeout=5000):
        pass
    here = QPointF(QPoint(1, 1))
    click = QMouseEvent(
        QEvent.Type.MouseButtonPress, here, here, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(lock.woken, timeout=5000):
        QApplication.sendEvent(desk, click)


def test_the_lock_stands_still_while_any_reason_is_left(lock: AutoLock) -> None:
    lock.pause("safety")
    lock.pause("saving")
    lock.resume("safety")
    lock.touch()
    assert not lock.running()
    lock.resume("saving")
    assert lock.running()


def test_settings_come_back_in_their_own_type(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    first = open_settings(file)
    settings.FINDINGS_FOLDED.set(first, False)
    settings.TEXT_SIZE.set(first, 150)
    first.sync()
    again = open_settings(file)
    assert settings.FINDINGS_FOLDED.get(again) is False
    assert settings.TEXT_SIZE.get(again) == 150
    assert settings.THEME.get(again) == "system"


def test_every_setting_is_declared_once_and_is_about_the_machine(store: QSettings) -> None:
    names = [key.name for key in settings.KEYS]
    assert len(names) == len(set(names))
    assert {name.split("/")[0] for name in names} == {"look", "window", "vault", "lock", "interview"}


def test_the_window_loads_nothing_of_the_core_but_its_base() -> None:
    code = (
        "import sys; import ui.main_window, ui.theme, ui.kit, ui.safety, ui.tasks, ui.autolock, ui.crash, ui.errors;"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in"
        "{'coachdesk', 'sqlalchemy', 'reportlab', 'keyring', 'cryptography', 'sqlcipher3', 'babel', 'fontpkg'}))"
    )
    root = Path(__file__).resolve().parents[2]
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    assert set(loaded.stdout.split()) <= {
        "coachdesk", "coachdesk.advice", "coachdesk.advice.keeping", "coachdesk.advice.machine",
        "coachdesk.advice.people", "coachdesk.clock", "coachdesk.errors", "coachdesk.guides", "coachdesk.i18n",
        "coachdesk.logs", "coachdesk.logs.record", "coachdesk.logs.writing", "coachdesk.paths",
    }  # fmt: skip
