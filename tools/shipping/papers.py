"""What a bundle says of itself: every file is given to a part, then the notices and the bill of materials are written."""

import hashlib
import json
import os
import platform
import re
import sysconfig
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from coachdesk import __version__
from tools.process import output
from tools.shipping import LOCK, attribution, components, lock, moment, notices, sbom


class PapersError(Exception):
    """A bundle that may not go out; the message is a line for each reason."""


def write(folder: Path, target: str) -> Mapping[str, int]:
    """Write the notices and the bill into a bundle.

    Returns:
        How many files belong to each part: all of them do.

    Raises:
        PapersError: a file belongs to no part, or a part has not been looked at.
        TextMissingError: a licence text is not there.
    """
    table = components.load(components.TABLE.read_text("utf-8"))
    pins = lock.pinned(LOCK.read_text("utf-8"))
    python = _python(folder, target)
    parts = components.components(table, target, lock.meant_for(target, pins, python), _versions(table, python))
    for name in (notices.FILE, sbom.FILE):
        (folder / name).unlink(missing_ok=True)
    found, strangers = attribution.attribute(attribution.files_of(folder), parts)
    wrong = [*components.problems(table, pins), *(f"Nobody knows whose this file is: {path}" for path in strangers)]
    if wrong:
        raise PapersError("\n".join(wrong))
    counts = Counter(part.name for part in found.values())
    parts = tuple(part for part in parts if not part.debian or part.name in counts)
    site = folder / "lib" if target == "windows" else Path(sysconfig.get_path("purelib"))
    _put(folder / notices.FILE, notices.notices(parts, site))
    sums = {path: (part.name, hashlib.sha256((folder / path).read_bytes()).hexdigest()) for path, part in found.items()}
    _put(folder / sbom.FILE, json.dumps(sbom.bill(parts, sums, target, moment().isoformat()), indent=1) + "\n")
    return counts


def _put(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
    os.utime(path, (moment().timestamp(),) * 2)


def _versions(table: components.Table, python: str) -> Mapping[str, str]:
    known = {"own": __version__, "python": python, "pyinstaller": version("pyinstaller")}
    installed = output(["dpkg-query", "--show", "--showformat", "${Package} ${Version}\\n"])
    wanted = {part.debian for part in table.parts if part.debian}
    lines = [line.split() for line in installed.splitlines()]
    return known | {f"debian:{name}": number for name, number in lines if name in wanted}


def _python(folder: Path, target: str) -> str:
    """The version of the CPython in a bundle: what its library says of itself, or the one that runs here."""
    if target == "linux":
        return platform.python_version()
    said = (folder / "runtime" / "python313.dll").read_bytes().decode("utf-16-le", errors="ignore")
    found = re.search(r"ProductVersion\0+(3\.\d+\.\d+)", said)
    return found[1] if found else ""
