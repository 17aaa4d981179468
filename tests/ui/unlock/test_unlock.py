import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from tests.conftest import ROOT
from tests.ui.checks import spoken, use_key
from tests.ui.unlock.conftest import FirstWindow, Show
from tests.ui.unlock.door import RealDoor
from tests.vaults import PASSPHRASE
from ui.kit import label
from ui.unlock.state import Mode

NEW = "quite another long passphrase"


def try_passphrase(window: FirstWindow, qtbot: QtBot, passphrase: str) -> str:
    """Type it, press Enter, and read what the window says then."""
    window.page.open_panel.passphrase.line.setText(passphrase)
    window.page.open_panel.passphrase.line.returnPressed.emit()
    qtbot.waitUntil(window.idle)
    return window.page.open_panel.problem.text()


def fill_in(window: FirstWindow, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    panel = window.page.make_panel
    panel.name.line.setText("Sam Okafor")
    panel.site.line.setText("Wakefield")
    panel.passphrase.line.setText(passphrase)
    panel.again.line.setText(passphrase if again is None else again)
    panel.go.click()


def test_a_coach_makes_a_vault_keeps_the_recovery_key_and_is_in(door: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.presenter.state.mode is Mode.MAKE
    fill_in(window)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.KEEP)
    keep = window.page.keep_panel
    assert keep.isVisible()
    assert keep.key.key() == door.keys[0]
    assert window.entered == []
    keep.key.typed.line.setText(window.presenter.state.groups[window.presenter.state.asked - 1].lower())
    keep.go.click()
    assert window.entered == door.opened
    assert keep.key.groups == ()
    (vault,) = door.opened
    assert (vault.info.coach_name, vault.info.site) == ("Sam Okafor", "Wakefield")


def test_a_group_that_was_not_kept_does_not_let_anybody_go_on(show: Show, qtbot: QtBot) -> None:
    window = show()
    fill_in(window)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.KEEP)
    keep, asked = window.page.keep_panel, window.presenter.state.asked
    keep.key.typed.line.setText("ABCD")
    keep.go.click()
    assert keep.problem.text() == f"That is not group {asked}. Compare it with what you kept."
    assert spoken(keep.key.typed.line) == f"Type group {asked} here"
    assert window.entered == []


def test_a_copied_recovery_key_does_not_stay_in_the_clipboard(door: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    fill_in(window)
    qtbot.waitUntil(lambda: window.presenter.state.mode is Mode.KEEP)
    key = window.page.keep_panel.key
    key.copy_button.click()
    assert QApplication.clipboard().text() == door.keys[0]
    assert door.opened[0].services.administration.audit()[0].text == "The recovery key was copied."
    assert key.loan is not None
    key.loan.take_back()
    assert not QApplication.clipboard().text()


def test_two_different_passphrases_make_no_vault(door: RealDoor, show: Show) -> None:
    window = show()
    fill_in(window, again="four other words here")
    assert window.page.make_panel.problem.text() == "The two passphrases are not the same. Type them once more."
    assert not door.exists()


def test_a_short_passphrase_makes_no_vault_and_the_window_says_how_long_it_should_be(
    door: RealDoor, show: Show, qtbot: QtBot
) -> None:
    window = show()
    fill_in(window, "eleven char")
    qtbot.waitUntil(window.idle)
    assert "at least 12 characters" in window.page.make_panel.problem.text()
    assert window.page.make_panel.go.isEnabled()
    assert not door.exists()


def test_a_vault_belongs_to_somebody(door: RealDoor, show: Show) -> None:
    window = show()
    window.page.make_panel.go.click()
    assert window.page.make_panel.problem.text().startswith("Give your name.")
    assert not door.exists()


def test_the_passphrase_opens_the_vault(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.presenter.state.mode is Mode.OPEN
    assert any("Sam Okafor" in each.text() for each in window.page.open_panel.findChildren(type(label())))
    assert try_passphrase(window, qtbot, PASSPHRASE) == ""
    assert window.entered == made.opened
    assert isinstance(made.opened[0], Opened)


def test_a_wrong_passphrase_and_a_damaged_header_sound_the_same(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    wrong = try_passphrase(window, qtbot, "some other words here")
    header = made.setting.files.header
    header.write_bytes(header.read_bytes()[:-40])
    damaged = try_passphrase(window, qtbot, PASSPHRASE)
    assert wrong == damaged == "That passphrase does not open this vault."
    assert window.entered == []


def test_after_five_wrong_tries_the_window_counts_down_and_takes_none(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    window.presenter._second.setInterval(20)  # a second of this test
    said = ""
    while not window.presenter.state.wait:
        said = try_passphrase(window, qtbot, "some other words here")
    go = window.page.open_panel.go
    assert said.startswith("Too many tries. You can try again in")
    assert not go.isEnabled()
    assert go.accessibleName() == "You can try again in 1 second"
    assert try_passphrase(window, qtbot, PASSPHRASE) == said
    assert window.entered == []
    qtbot.waitUntil(go.isEnabled)
    assert go.accessibleName() == "Unlock"
    assert not window.page.open_panel.problem.text()


def test_whoever_lost_the_passphrase_gets_back_in_with_the_recovery_key_and_a_new_one(
    made: RealDoor, show: Show, qtbot: QtBot
) -> None:
    window = show()
    window.page.open_panel.lost_button.click()
    panel = window.page.recover_panel
    assert panel.isVisible()
    panel.recovery.line.setText(made.keys[0].lower().replace("-", " "))
    panel.passphrase.line.setText(NEW)
    panel.again.line.setText(NEW)
    panel.go.click()
    qtbot.waitUntil(window.idle)
    assert window.entered == made.opened
    made.close()
    assert made.open(NEW).info.coach_name == "Sam Okafor"


def test_a_recovery_key_with_a_wrong_letter_is_sent_back_to_the_paper(made: RealDoor, show: Show, qtbot: QtBot) -> None:
    window = show()
    window.page.open_panel.lost_button.click()
    panel = window.page.recover_panel
    key = made.keys[0]
    panel.recovery.line.setText(key[:-1] + ("A" if key[-1] != "A" else "B"))
    panel.passphrase.line.setText(NEW)
    panel.again.line.setText(NEW)
    panel.go.click()
    qtbot.waitUntil(window.idle)
    assert panel.problem.text().startswith("That is not a recovery key")
    panel.back_button.click()
    assert window.page.open_panel.isVisible()
    assert try_passphrase(window, qtbot, PASSPHRASE) == ""


def test_nobody_waits_for_the_recovery_key_because_of_wrong_passphrases(
    made: RealDoor, show: Show, qtbot: QtBot
) -> None:
    window = show()
    while not window.presenter.state.wait:
        try_passphrase(window, qtbot, "some other words here")
    window.page.open_panel.lost_button.click()
    assert window.page.recover_panel.go.isEnabled()


def test_the_safety_panel_opens_from_the_first_window_and_goes_back(made: RealDoor, show: Show) -> None:
    window = show()
    window.page.safety_button.click()
    said = " ".join(each.text() for each in window.page.findChildren(type(label())) if each.isVisible())
    assert "Call R. Patel, 4417. In danger: 999." in said
    assert not window.page.open_panel.isVisible()
    use_key(window.page, "safety")
    assert window.page.open_panel.isVisible()


SHOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QLockFile
from ui.app import Program, application
from ui.starting import Asked
vault = Path({vault!r})
program = Program(application(), Asked(vault), QLockFile(str(vault.with_suffix(".running"))))
program.begin()
assert program.unlock.isVisible()
print("loaded:", *sorted(sys.modules))
program.end()
"""

LOAD = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QLockFile
from ui.app import Program, application
from ui.starting import Asked
vault = Path({vault!r})
app = application()
program = Program(app, Asked(vault), QLockFile(str(vault.with_suffix(".running"))))
program.begin()
while "ui.wiring" not in sys.modules:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
assert program.unlock.isVisible()
assert program.desk is None
program.end()
"""


def test_all_screens_are_loaded_while_somebody_types_the_passphrase(tmp_path: Path) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    vault.touch()
    subprocess.run([sys.executable, "-c", LOAD.format(vault=str(vault))], cwd=ROOT, timeout=120, check=True)


HEAVY = {"sqlalchemy", "sqlcipher3", "keyring", "cryptography", "reportlab", "pikepdf", "pypdfium2", "babel"}
FOR_THE_FIRST_WINDOW = {"advice", "clock", "errors", "i18n", "logs", "paths", "usual_vault"}
SCREENS = {"today", "people", "interview", "plan", "commitment", "administration", "safety", "main_window", "wiring"}
FOR_LATER = {"QtNetwork", "QtPrintSupport"}


@pytest.mark.parametrize("exists", [True, False])
def test_the_first_window_is_shown_before_anything_that_it_does_not_need_is_loaded(
    tmp_path: Path, *, exists: bool
) -> None:
    vault = tmp_path / "coachdesk.cdvault"
    if exists:
        vault.touch()
        vault.with_suffix(".cdheader").touch()
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(vault=str(vault))],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = [name.split(".") for name in done.stdout.split()]
    assert ["ui", "unlock", "page"] in loaded
    assert HEAVY & {parts[0] for parts in loaded} == set()
    assert {parts[1] for parts in loaded if parts[0] == "coachdesk" and parts[1:]} <= FOR_THE_FIRST_WINDOW
    assert SCREENS & {parts[1] for parts in loaded if parts[0] == "ui" and parts[1:]} == set()
    assert FOR_LATER & {parts[1] for parts in loaded if parts[0] == "PySide6" and parts[1:]} == set()
    assert ["ui", "kit", "rows"] not in loaded
