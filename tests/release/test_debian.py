"""The package for Debian: what is in it, and that it can be made again the same."""

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coachdesk import __version__
from coachdesk.handover.pack import ENDING
from tools.shipping import debian

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not here.")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """What stands for a bundle: one program, a library beside it, and the notices."""
    folder = tmp_path / "CoachDesk"
    (folder / "_internal").mkdir(parents=True)
    for name in debian.PROGRAMS.values():
        shutil.copy(Path("/bin/true").resolve(), folder / name)
    (folder / "_internal" / "data.txt").write_text("data", "utf-8")
    (folder / "_internal" / "data.txt").chmod(0o600)
    (folder / "THIRD-PARTY-NOTICES.txt").write_text("notices", "utf-8")
    return folder


def field(package: Path, name: str) -> str:
    done = subprocess.run(["dpkg-deb", "--field", package, name], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def listed(package: Path) -> dict[str, str]:
    """Every path of a package with its mode and owner."""
    done = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True)
    lines = (line.split(maxsplit=5) for line in done.stdout.splitlines())
    return {line[5].split(" -> ")[0].rstrip("/"): f"{line[0]} {line[1]}" for line in lines}


def test_it_says_its_version_and_what_it_cannot_start_without(bundle: Path, tmp_path: Path) -> None:
    package = debian.build(bundle, tmp_path / "out")
    assert package.name == f"coachdesk_{__version__}_amd64.deb"
    assert field(package, "Version") == __version__
    assert "libgl1" in field(package, "Depends")
    assert field(package, "Depends").startswith("libc6 (>= 2.")


def test_users_can_read_and_start_everything_and_write_nothing(bundle: Path, tmp_path: Path) -> None:
    found = listed(debian.build(bundle, tmp_path / "out"))
    assert found["./opt/coachdesk/CoachDesk"] == "-rwxr-xr-x root/root"
    assert found["./opt/coachdesk/_internal/data.txt"] == "-rw-r--r-- root/root"
    assert found["./usr/bin/coachdesk-cli"].startswith("lrwx")
    assert found["./etc/coachdesk"] == "drwxr-xr-x root/root"
    assert "./usr/share/applications/coachdesk.desktop" in found
    assert {mode for mode in found.values() if mode[0] != "l"} <= {f"{each} root/root" for each in
        ("drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--")}  # fmt: skip


def test_a_pack_that_somebody_opens_on_the_desktop_goes_to_the_program(bundle: Path, tmp_path: Path) -> None:
    debian.fill(bundle, tmp_path / "tree")
    shared = tmp_path / "tree" / "usr" / "share"
    (kind,) = ET.parse(shared / "mime" / "packages" / "coachdesk.xml").getroot()
    assert [each.get("pattern") for each in kind if each.tag.endswith("glob")] == [f"*{ENDING}"]
    entry = (shared / "applications" / "coachdesk.desktop").read_text("utf-8").splitlines()
    assert f"MimeType={kind.get('type')};" in entry
    assert "Exec=/opt/coachdesk/CoachDesk %f" in entry


def test_made_twice_it_is_the_same_byte_for_byte(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    first = debian.build(bundle, tmp_path / "first").read_bytes()
    os.utime(bundle / "CoachDesk")
    assert debian.build(bundle, tmp_path / "second").read_bytes() == first
