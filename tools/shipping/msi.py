"""The installer for Windows (MSI), made on Linux with wixl from the assembled folder."""

import shutil
import tempfile
import uuid
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from tools.environments import PreparationFailedError
from tools.process import run
from tools.shipping import PACKAGING, appearance

_SPACE = uuid.UUID("b7b0f6c2-1f0d-4d53-9f0e-77a1c6b4d8a3")
"""Makes the lasting number of a component from its path: Windows counts by it who still needs a file."""

CLI = "coachdesk-cli.exe"
"""The program in the folder that lays down what the installer's properties say."""

_FOLDER = "payload"
_WIX = "http://schemas.microsoft.com/wix/2006/wi"


def name(version: str, *, test: bool = False) -> str:
    """What the installer is called: nobody takes one with a test signature for the real one."""
    return f"CoachDesk-{version}{'-test-signed' if test else ''}.msi"


def make(folder: Path, version: str, target: Path) -> None:
    """The installer of a folder, at `target`.

    Raises:
        PreparationFailedError: wixl is not there, or refuses.
    """
    if not shutil.which("wixl"):
        raise PreparationFailedError("wixl is missing. On Debian and Ubuntu: apt-get install wixl.")
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory(prefix="coachdesk-msi-") as work:
        room = Path(work)
        (room / "files.wxs").write_text(payload(paths), "utf-8")
        (room / "coachdesk.ico").write_bytes(appearance.icon())
        (room / _FOLDER).symlink_to(folder.resolve())
        target.parent.mkdir(parents=True, exist_ok=True)
        # wixl takes no absolute paths for what it packs: it looks below the one folder that it is told.
        named = {"VERSION": version, "ABOVE": _above(version), "Win64": "yes", "CLI": _id("f", CLI)}
        told = [
            "--arch",
            "x64",
            *(word for each in named.items() for word in ("-D", "=".join(each))),
            "--includedir",
            work,
        ]
        sources = [str(PACKAGING / "windows" / "coachdesk.wxs"), str(room / "files.wxs")]
        if run(["wixl", *told, "--output", str(target), *sources], minutes=15):
            raise PreparationFailedError("wixl could not make the installer: see its message above.")


def payload(paths: Iterable[str]) -> str:
    """The group Files: one component a file, each in its own folder below INSTALLDIR.

    Args:
        paths: of the files below the folder, with slashes.
    """
    ET.register_namespace("", _WIX)
    wix = ET.Element(_tag("Wix"))
    top = ET.SubElement(ET.SubElement(wix, _tag("Fragment")), _tag("DirectoryRef"), Id="INSTALLDIR")
    group = ET.SubElement(ET.SubElement(wix, _tag("Fragment")), _tag("ComponentGroup"), Id="Files")
    folders: dict[PurePosixPath, ET.Element] = {PurePosixPath(): top}
    for text in paths:
        path = PurePosixPath(text)
        known_as = _id("c", text)
        lasting = str(uuid.uuid5(_SPACE, text)).upper()
        inside = _folder(path.parent, folders)
        component = ET.SubElement(inside, _tag("Component"), Id=known_as, Guid=lasting, Win64="yes")
        ET.SubElement(component, _tag("File"), Id=_id("f", text), Source=f"{_FOLDER}/{text}", KeyPath="yes")
        ET.SubElement(group, _tag("ComponentRef"), Id=known_as)
    return ET.tostring(wix, "unicode", xml_declaration=True)


def _above(version: str) -> str:
    """The first version after one: Windows compares three numbers, and wixl knows no "up to and including"."""
    first, second, third = map(int, version.split("."))
    return f"{first}.{second}.{third + 1}"


def _folder(path: PurePosixPath, folders: dict[PurePosixPath, ET.Element]) -> ET.Element:
    if path not in folders:
        parent = _folder(path.parent, folders)
        folders[path] = ET.SubElement(parent, _tag("Directory"), Id=_id("d", path.as_posix()), Name=path.name)
    return folders[path]


def _id(kind: str, path: str) -> str:
    return f"{kind}{uuid.uuid5(_SPACE, path).hex}"


def _tag(name: str) -> str:
    return f"{{{_WIX}}}{name}"
