"""A coach who types in the real window: run as a program, and killed from outside.

One process loads the program and forks one coach for each line on its standard input, which is a seed: loading takes longer
than a life. A coach unlocks, finds the open interview again, says its process id as soon as the form takes keys, and types on
and on. What it says then, a line each, as JSON:

    ["usable", question, seconds, of processor, unlocking]  the form takes keys: the first after the process id
    ["typed", question, text]                               what stands in the field after a key
    ["leaves"]                                              the keyboard goes to another field or step
    ["saved"]                                               the window says that everything is saved
    ["notice", text]                                        what the window says above the page
    ["crashed"]                                             a report of a mistake in the program was written

"gone" follows the coach's end. The seconds are those for which a coach waits: from the start to the first window, and from
Enter after the passphrase to the form; those of unlocking are the latter alone.
"""

import json
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from tests.faults.nursery import say, tell
from ui.app import Program
from ui.saving import SOON
from ui.starting import Asked
from ui.theme import application
from ui.vaults import VaultDoor

if TYPE_CHECKING:
    from coachdesk.application import Setting
    from coachdesk.interviews import Question
    from ui.interview import InterviewPage
    from ui.wiring import Desk

WORDS = "the children are in school from nine to three and the bus takes half an hour "
WRITTEN = {"short_text", "long_text", "number"}
"""Kinds of questions whose whole answer is what stands in one field; the keyboard passes by the others."""

FIRST, LAST = "bring", "fits"
"""Steps between which the coach goes to and fro: they have fields for words."""

EVERY = 3
"""Milliseconds between two keys: faster than anybody types, so that many moments fall into saving."""

LONGEST = 90
"""Characters after which a field is written anew."""

LISTENS = SOON + 100
"""Milliseconds without a key, now and then: what was typed is saved by itself, before the field is left."""

Typing = QLineEdit | QPlainTextEdit | QTextEdit


@dataclass(frozen=True, slots=True)
class QuickDoor(VaultDoor):
    """The door to the vault, where a cheap stretching of the passphrase opens it too, and without a keychain."""

    def _setting(self) -> "Setting":
        from tests.faults.changing_keys import place

        return place(self.folder / f"{self.name}.cdvault")


class Waiting:
    """For how long the coach waits: on the clock, and of the processor."""

    def __init__(self, started: float) -> None:
        self._since: tuple[float, float] | None = (started, 0.0)
        self.seconds = self.processor = self.latest = 0.0

    def begin(self) -> None:
        """The coach waits from now on."""
        self._since = (time.monotonic(), time.process_time())

    def end(self) -> None:
        """It is the coach's turn; twice is once."""
        if self._since is not None:
            self.latest = time.monotonic() - self._since[0]
            self.seconds += self.latest
            self.processor += time.process_time() - self._since[1]
            self._since = None


class Coach(QObject):
    """Presses keys in the windows of the program; the passphrase key by key where `pause` is more than nothing."""

    def __init__(self, program: Program, passphrase: str, seed: int, waiting: Waiting, pause: int) -> None:
        super().__init__(program)
        self._program, self._waiting = program, waiting
        self._to_type, self._pause = passphrase, pause
        self._chance = random.Random(seed)
        self._forward = True
        self._notice = ""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._unlock)
        self._timer.start()

    def _unlock(self) -> None:
        """Type the passphrase; then wait for the form."""
        if self._program.desk is not None:
            self._arrive(self._program.desk)
            return
        assert self._program.unlock is not None
        line = self._program.unlock.open_panel.passphrase.line
        if not line.hasFocus() or not self._to_type:
            return
        self._waiting.end()
        self._timer.setInterval(self._pause)
        QTest.keyClicks(line, self._to_type[0])
        self._to_type = self._to_type[1:]
        if not self._to_type:
            self._timer.setInterval(EVERY)
            self._waiting.begin()
            QTest.keyClick(line, Qt.Key.Key_Return)

    def _arrive(self, desk: "Desk") -> None:
        """The form can be used as soon as a key that is pressed lands in an answer."""
        page = shown(desk)
        asked = None if page is None or not page.isVisible() else asked_on(page)
        if asked is None:
            return
        self._waiting.end()
        desk.window.activateWindow()  # as the desktop does
        desk.screens.interview.saved.connect(self._saved)
        self._program._crash.reported.connect(self._crashed)
        self._timer.timeout.disconnect(self._unlock)
        self._timer.timeout.connect(self._type)
        usable = ("usable", asked.id, self._waiting.seconds, self._waiting.processor, self._waiting.latest)
        say(f"{os.getpid()}\n{json.dumps(usable)}")  # at once: it may be killed as soon as its number is known

    def _type(self) -> None:
        """One key: mostly a letter, now and then the next field, sometimes another step."""
        desk = self._program.desk
        assert desk is not None
        self._timer.setInterval(EVERY)
        page = shown(desk)
        assert page is not None, "the coach never leaves the interview"
        if not desk.window.isVisible():  # it is locked: nobody types any more
            self._timer.stop()
            return
        self._say_notice(desk)
        field, asked, dice = page.window().focusWidget(), asked_on(page), self._chance.random()
        if asked is None or dice < 0.01:
            self._turn_over(page)
        elif asked.kind not in WRITTEN or not isinstance(field, Typing) or dice < 0.08:
            tell("leaves")
            QTest.keyClick(field, Qt.Key.Key_Tab)
        else:
            if len(words_in(field)) > LONGEST:
                QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(field, self._chance.choice(WORDS))
            tell("typed", asked.id, words_in(field))
            if dice > 0.99:
                self._timer.setInterval(LISTENS)

    def _turn_over(self, page: "InterviewPage") -> None:
        """To the next step, and from the last one back again."""
        state = page._presenter.state()
        assert state is not None
        tell("leaves")
        if state.interview.step_id in {FIRST, LAST}:
            self._forward = state.interview.step_id == FIRST
        if self._forward:
            QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(page.window(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    def _saved(self) -> None:
        desk = self._program.desk
        assert desk is not None
        if desk.window.top.saved.text().startswith("Saved") and not desk.screens.interview.unsaved():
            tell("saved")

    def _say_notice(self, desk: "Desk") -> None:
        notice = desk.window.notices.notice()
        text = notice.text if notice is not None else ""
        if text != self._notice:
            self._notice = text
            tell("notice", text)

    def _crashed(self) -> None:
        tell("crashed")


def shown(desk: "Desk") -> "InterviewPage | None":
    """The interview that is on the screen."""
    from ui.interview import InterviewPage

    page = desk.window.page()
    return page if isinstance(page, InterviewPage) and page.interview_open() else None


def asked_on(page: "InterviewPage") -> "Question | None":
    """The question that the keyboard is at."""
    block = page.centre.block_of(page.window().focusWidget())
    return block.question if block is not None else None


def words_in(field: Typing) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def live(vault: Path, interview: str, passphrase: str, seed: int, started: float, pause: int = 0) -> int:
    """The program from its first window on, with a coach at its keys."""
    app = application()
    alone = QLockFile(str(vault.with_suffix(".running")))
    alone.setStaleLockTime(0)
    assert alone.tryLock(0)
    program = Program(app, Asked(vault, interview), alone)
    program._door = QuickDoor(vault.parent, vault.stem)
    program.begin()
    _coach = Coach(program, passphrase, seed, Waiting(started), pause)
    return app.exec()


def nurse(vault: Path, interview: str, passphrase: str) -> None:
    """One coach after another, each in a program that is loaded."""
    from ui.wiring import Desk

    del Desk  # it was to be loaded
    QuickDoor(vault.parent, vault.stem).load()
    for line in sys.stdin:
        started = time.monotonic()
        child = os.fork()
        if not child:
            os._exit(live(vault, interview, passphrase, int(line), started))
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    nurse(Path(sys.argv[1]), *sys.argv[2:])
