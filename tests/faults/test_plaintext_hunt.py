"""Nothing that anybody said is in plain anywhere but where the coach put it (trust.md 1.10, test 12)."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.hunt import at_the_window as window
from tests.faults.hunt.ground import Ground, enter, environment, made
from tests.faults.hunt.markers import found, found_packed, markers, words_in
from tests.faults.hunt.planting import Words
from tests.faults.tally import WHOLE, Tally
from tests.journeys import conftest as journeys
from tests.journeys.conftest import Start
from tests.journeys.desktop import Environment
from tests.journeys.memory import MAY_LOOK, written_pieces
from tests.journeys.program import Program
from tests.journeys.steps import SECRET, the_program
from tests.journeys.test_left_alone import lock_screen

if sys.platform != "linux" or shutil.which("cc") is None:
    pytest.skip("What keeps every file is a library for Linux, compiled here.", allow_module_level=True)

screen, walker, start = journeys.screen, journeys.walker, journeys.start
THRESHOLD = "0 markers outside the vault and the coach's own files"
HALF = "half of a sentence about the ostr"


@dataclass(frozen=True, slots=True)
class Planted:
    """What was planted through the services."""

    markers: tuple[str, ...]
    passphrase: str
    secrets: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for beside the markers."""
        return (*self.secrets, "07700 900417", "07700900417")


@pytest.fixture
def ground(tmp_path: Path, own_home: Path) -> Ground:
    return made(tmp_path, own_home)


def planted(ground: Ground, how: str) -> Planted:
    """Let a coach work through the services, in a process that can take nothing away unseen."""
    vault = ground.home / "vault"
    vault.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hunt.planting", str(vault), str(ground.given), how],
        cwd=ROOT, env=environment(ground), capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert found(done.stderr.encode()) == set()
    said = json.loads(done.stdout)
    return Planted(tuple(said["markers"]), said["passphrase"], tuple(said["secrets"]))


def assert_nothing_told(ground: Ground, words: tuple[str, ...] = ()) -> None:
    """No file that is there or ever was, no file name, and no moment at which one was written."""
    assert ground.told(words) == {}
    assert ground.written_in_plain() == set()


def test_what_is_looked_for_would_be_found_however_it_is_written(ground: Ground) -> None:
    word = next(markers())
    code = (
        "import base64, os, sys, tempfile, zlib; from pathlib import Path; home, word = Path(sys.argv[1]), sys.argv[2];"
        "(home / 'gone').write_text(word); (home / 'gone').unlink();"
        "(home / 'replaced').write_text(word); (home / 'new').write_text('x'); (home / 'new').replace(home / 'replaced');"
        "(home / 'emptied').write_bytes(word.encode('utf-16-le')); (home / 'emptied').write_text('x');"
        "f = tempfile.TemporaryFile(); f.write(zlib.compress(word.encode())); f.close();"
        "(home / 'over').write_text(word); f = (home / 'over').open('r+'); f.write('.' * 9); f.close();"
        "(home / 'coded').write_bytes(base64.b64encode(b'a ' + word.encode() + b' word'))"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(ground.home), word], env=environment(ground), check=True, timeout=60
    )
    told = ground.told()
    assert len([path for path in told if path.startswith(str(ground.kept))]) == 4
    assert told[str(ground.home / "coded")] == {"(coded)"}
    assert str(ground.home / "over") in ground.written_in_plain()
    assert found(word.upper().encode()) == {word}


def test_working_through_the_services_leaves_no_word_anywhere(ground: Ground, tally: Tally) -> None:
    for _ in tally.trials("plaintext hunt: 20 markers, services", THRESHOLD, 1):
        here = planted(ground, "quick")
        assert len(here.markers) == 20
        assert_nothing_told(ground, here.words)
        exports = b"".join(path.read_bytes() for path in ground.given.iterdir())
        assert len(found(exports) | found_packed(exports)) > 10


@pytest.mark.display
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not WHOLE, reason="many minutes at the real window: python3 dev.py faults")
@pytest.mark.skipif(not MAY_LOOK, reason="the program lets nobody but an administrator look into its memory")
def test_working_at_the_window_locking_crashing_and_dying_leaves_no_word_anywhere(
    ground: Ground,
    start: Start,
    screen: Environment,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for _ in tally.trials("plaintext hunt: 200 markers, real window", THRESHOLD, 1):
        here = planted(ground, "whole")
        enter(ground, monkeypatch)
        words = Words(skip=len(here.markers))
        (ground.given / "stumbles over").write_text(next(words), "utf-8")
        monkeypatch.setenv("HUNT_WORD_IN", str(ground.given / "stumbles over"))
        monkeypatch.setenv("PYTHONPATH", str(Path(window.__file__).parent / "misbehaving"))
        vault = ground.home / "vault" / "coachdesk.cdvault"
        desk = start(*the_program(vault), patience=40)
        window.slip(desk, words)
        window.unlock_with(desk, here.passphrase)
        window.work(desk, words, ground.given)
        assert found(window.clipboard(screen).encode())
        window.stumble(desk)
        assert window.within(40, lambda: not found(window.clipboard(screen).encode()))
        lock_screen(screen)
        assert desk.wait(30) == 0
        locked = desk.successor()
        locked.find("Passphrase", "password text")
        assert in_memory(locked, here.words) == set()
        die_and_come_back(locked, start, vault, here, words)
        every = {*here.markers, *words.given}
        tally.measured.append(f"{len(every)} markers planted, {sum(1 for _ in ground.files())} files looked at")
        assert len(every) >= 200
        assert found("".join(capfd.readouterr()).encode()) == set()
        assert_nothing_told(ground, here.words)


def in_memory(desk: Program, words: tuple[str, ...]) -> set[str]:
    """What is left in the memory of a program."""
    told = set[str]()
    for piece in written_pieces(desk.pid):
        told |= found(piece) | words_in(piece, words)
    return told


def die_and_come_back(locked: Program, start: Start, vault: Path, here: Planted, words: Words) -> None:
    """Die of a fault in the middle of a sentence, say so at the next start, and be killed in the middle of another."""
    locked.set_text("Passphrase", here.passphrase, SECRET)
    locked.press("Unlock", "push button")
    locked.find("What would stop you getting here?", "text")  # straight back in the talk
    type_half(locked, "What would stop you getting here?", words)
    os.kill(locked.pid, signal.SIGSEGV)
    assert window.within(20, lambda: not Path(f"/proc/{locked.pid}/exe").exists())
    again = start(*the_program(vault), patience=40)
    again.find("CoachDesk ended by itself the last time. What was saved is safe.", "label")
    again.press("Show the report", "push button")
    again.press("Close this message", "push button")
    window.unlock_with(again, here.passphrase)
    again.press("People")
    type_half(again, "Find by name", words)
    again.kill()


def type_half(desk: Program, field: str, words: Words) -> None:
    """Half a sentence on the keyboard; it is not saved yet when the end comes."""
    desk.focus(field, "text")
    desk.type(f"{next(words)} {HALF}")
