"""What Windows shows of the two programs, whichever way they are made: the assembled folder, or PyInstaller on Windows."""

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PyInstaller.utils.win32.winmanifest import create_application_manifest

from coachdesk import __version__
from tools import ROOT
from tools.shipping import appearance
from tools.shipping.launchers import LAUNCHERS

SETTINGS = "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}"

pytestmark = pytest.mark.timeout(900)  # the folder is made first


@pytest.mark.parametrize("name", appearance.SAYS)
def test_a_launcher_holds_the_same_version_icon_and_manifest_that_pyinstaller_is_given(
    for_windows: Path, name: str
) -> None:
    content = (for_windows / f"{name}.exe").read_bytes()
    assert appearance.version_resource(name, __version__) in content
    assert appearance.MANIFEST.read_bytes() in content
    drawn = appearance.icon()
    assert all(drawn[start : start + size] in content for size, start in pictures(drawn))


def test_pyinstaller_is_given_nothing_else() -> None:
    recipe = (ROOT / "build.spec").read_text("utf-8")
    assert "version.fromRaw(appearance.version_resource(name, __version__))" in recipe
    assert "icon.write_bytes(appearance.icon())" in recipe
    assert 'return {"version": version, "icon": str(icon), "manifest": str(appearance.MANIFEST)}' in recipe
    assert all(f'"{name}", console={not windowed}' in recipe for name, windowed in kinds().items())


def test_pyinstaller_leaves_the_manifest_as_it_is() -> None:
    ours = appearance.MANIFEST.read_bytes()
    made = create_application_manifest(ours, uac_admin=False, uac_uiaccess=False)
    assert ET.canonicalize(made.decode(), strip_text=True) == ET.canonicalize(ours.decode(), strip_text=True)


def test_the_manifest_scales_per_monitor_and_asks_for_no_rights() -> None:
    manifest = ET.fromstring(appearance.MANIFEST.read_text("utf-8"))
    said = {element.tag: element for element in manifest.iter()}
    assert said[f"{SETTINGS}dpiAwareness"].text == "PerMonitorV2"
    assert said["{urn:schemas-microsoft-com:asm.v3}requestedExecutionLevel"].get("level") == "asInvoker"


@pytest.mark.parametrize("name", appearance.SAYS)
def test_another_reader_finds_the_company_the_version_and_the_language(for_windows: Path, name: str) -> None:
    shown = subprocess.run(
        ["x86_64-w64-mingw32-windres", "-i", for_windows / f"{name}.exe", "-O", "rc"],
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    ).stdout  # fmt: skip
    numbers = ", ".join([*__version__.split("."), "0"])
    assert re.findall(r"(?:FILE|PRODUCT)VERSION (.+)", shown) == [numbers, numbers]
    assert dict(re.findall(r'VALUE "(\w+)", "(.*)"', shown)) == appearance.words(name, __version__)
    assert 'BLOCK "080904B0"' in shown
    assert re.search(r'VALUE "Translation", 0x809, 1200', shown)


def test_the_icon_is_sharp_from_the_list_of_files_to_the_large_view() -> None:
    drawn = appearance.icon()
    sides = [int.from_bytes(drawn[start + 16 : start + 20], "big") for _size, start in pictures(drawn)]
    assert sides == [16, 20, 24, 32, 40, 48, 64, 256]


def pictures(icon: bytes) -> list[tuple[int, int]]:
    """Of each picture in an icon file: its size in bytes, and where it starts."""
    count = int.from_bytes(icon[4:6], "little")
    entries = [icon[6 + 16 * number : 22 + 16 * number] for number in range(count)]
    return [(int.from_bytes(entry[8:12], "little"), int.from_bytes(entry[12:16], "little")) for entry in entries]


def kinds() -> dict[str, bool]:
    """Of each program, whether it has a window."""
    return {launcher.name: launcher.windowed for launcher in LAUNCHERS}
