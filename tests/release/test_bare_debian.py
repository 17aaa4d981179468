"""The package in a Debian that has nothing else: it installs, checks itself, shows its window, and goes without the vaults."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk import __version__
from tests.release.conftest import SENT, WHOLE
from tools import ROOT
from tools.shipping import debian

BUNDLE = ROOT / "dist" / "CoachDesk"
TOOLS = ("debootstrap", "unshare", "chroot", "Xvfb", "xdotool")
DISPLAY = ":93"
SCREENS = Path("/tmp/.X11-unix")
HOUSE = f"mount -t proc proc $0/proc; mount --rbind /dev $0/dev; mount --bind {SCREENS} $0{SCREENS}; "

pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif(not BUNDLE.exists(), reason="There is no bundle: python3 dev.py bundle makes it."),
    pytest.mark.skipif(
        os.geteuid() != 0 or not all(map(shutil.which, TOOLS)), reason="This takes root and debootstrap."
    ),
]


class Bare:
    """A Debian in a folder. What runs in it has its own processes and mounts, which go with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Start a command in it as root."""
        inside = [
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-ec",
            f'{HOUSE} exec chroot "$0" "$@"',
            str(self.root),
        ]
        around = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}
        return subprocess.Popen(
            [*inside, *command],
            env=around,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command: str) -> str:
        """What a command prints; it has to end well."""
        started = self.start(*command)
        said, _nothing = started.communicate(timeout=600)
        assert started.returncode == 0, said
        return said

    def as_coach(self, *command: str) -> tuple[str, ...]:
        """A command as somebody who may not do more than work with the program."""
        return "runuser", "-u", "coach", "--", "env", "HOME=/home/coach", f"DISPLAY={DISPLAY}", *command


def mirror() -> tuple[str, str]:
    """Where this machine has its own packages from, and the name of its release."""
    asked = ["apt-get", "indextargets", "--format", "$(CODENAME) $(REPO_URI)", "Created-By: Packages"]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [line.split() for line in lines]
    release, place = next((name, place) for name, place in found if name.isalpha() and "security" not in place)
    return place, release


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Bare:
    """A new one; the screens of this machine can be reached from it."""
    SCREENS.mkdir(mode=0o1777, exist_ok=True)
    root = tmp_path_factory.mktemp("bare") / "debian"
    place, release = mirror()
    settings = root / "etc" / "dpkg" / "dpkg.cfg.d"
    settings.mkdir(parents=True)
    (settings / "quick").write_text("force-unsafe-io\n", "utf-8")  # it need not outlive a power cut
    done = subprocess.run(
        ["debootstrap", "--variant=minbase", release, str(root), place], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"A bare Debian cannot be had: {done.stdout[-200:]}")
    (root / "tmp" / ".X11-unix").mkdir(mode=0o1777)
    made = Bare(root)
    made.run("useradd", "--create-home", "coach")
    made.run("apt-get", "update", "--quiet")
    return made


@pytest.fixture(scope="module")
def screen() -> Iterator[None]:
    display = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
    yield
    display.kill()
    display.wait()


@pytest.fixture(scope="module")
def package(bare: Bare, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The package, where the bare Debian finds it: the one that goes out, or one that nobody has to press for that."""
    made = SENT / debian.name()
    if not (WHOLE and made.exists()):
        made = debian.build(BUNDLE, tmp_path_factory.mktemp("package"), packed=("-Znone",))
    shutil.copy(made, bare.root / "tmp")
    return f"/tmp/{made.name}"


@pytest.fixture
def installed(bare: Bare, package: str) -> Bare:
    """With the package, also after the test that takes it away."""
    bare.run("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", package)
    return bare


def test_it_checks_itself_as_an_ordinary_user(installed: Bare) -> None:
    report = json.loads(installed.run(*installed.as_coach("coachdesk-cli", "self-check", "--json")))
    assert report["version"] == __version__
    assert [step["name"] for step in report["steps"] if not step["ok"]] == []
    assert report["ok"]


def test_its_window_comes_up(installed: Bare, screen: None) -> None:
    started = installed.start(*installed.as_coach("coachdesk"))
    try:
        until = time.monotonic() + 60
        while not windows():
            assert started.poll() is None, started.communicate()[0]
            assert time.monotonic() < until, "No window came."
            time.sleep(0.5)
    finally:
        started.kill()
        started.communicate(timeout=60)


def windows() -> str:
    asked = ["xdotool", "search", "--onlyvisible", "--name", "^CoachDesk$"]
    env = {**os.environ, "DISPLAY": DISPLAY}
    return subprocess.run(asked, env=env, capture_output=True, text=True, check=False).stdout.strip()


def test_it_goes_without_the_vaults_and_says_so(installed: Bare) -> None:
    folder = "/home/coach/.local/share/CoachDesk"
    installed.run(*installed.as_coach("sh", "-ec", f"mkdir -p {folder}; printf 'a vault' > {folder}/kept.cdvault"))
    said = installed.run("apt-get", "remove", "--yes", "--quiet", "coachdesk")
    assert "Vaults" in said
    assert not (installed.root / "opt/coachdesk").exists()
    assert (installed.root / folder[1:] / "kept.cdvault").read_bytes() == b"a vault"
