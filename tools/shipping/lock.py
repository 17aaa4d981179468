"""The lock of what the program needs: names, versions, hashes, and for which system each is meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from packaging.markers import Marker
from packaging.utils import canonicalize_name

_SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}


@dataclass(frozen=True, slots=True)
class Pinned:
    """One entry of the lock: any file of the package with one of these SHA-256 sums (lower-case hex) will do."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def pinned(text: str) -> tuple[Pinned, ...]:
    """The entries of a lock, in its order."""
    found = []
    for entry in re.split(r"\n(?=\S)", text.strip()):
        head = re.match(r"([\w.-]+)==(\S+)(?:\s*;\s*([^\\\n]+))?", entry)
        if head:
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
            found.append(Pinned(canonicalize_name(head[1]), head[2], (head[3] or "").strip(), hashes))
    return tuple(found)


def meant_for(target: str, pins: Iterable[Pinned], python: str) -> tuple[Pinned, ...]:
    """The entries whose markers hold on a target (`linux`, `windows`) under a version of CPython (`3.13.2`)."""
    around = {
        **_SYSTEMS[target],
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "extra": "",
    }
    return tuple(pin for pin in pins if not pin.marker or Marker(pin.marker).evaluate(around))
