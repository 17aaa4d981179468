"""Where a vault may lie: on a local disk of this machine that nobody copies elsewhere.

On Linux the kind of file system comes from `/proc/self/mounts` and what is removable from `/sys`. On Windows (untested
there) UNC paths and `GetDriveTypeW` tell remote and removable drives. Synchronised folders are known by the names and
marker files of the common services and by the variables that OneDrive sets. What cannot be seen: a SharePoint library
synchronised under the organisation's own name, and a service that leaves no mark.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coachdesk.errors import AppError

_NETWORK = frozenset(
    (
        *("afpfs", "cifs", "davfs", "davfs2", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "ncpfs"),
        *("nfs", "nfs4", "smb2", "smb3", "smbfs"),
        *("afs", "ceph", "coda", "fuse.glusterfs", "gfs2", "glusterfs", "lustre", "ocfs2"),
        *("9p", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "vboxsf"),
    )
)
_NAMES = {
    "OneDrive": r"OneDrive( - .+)?",
    "Dropbox": r"Dropbox( \(.+\))?",
    "Google Drive": r"Google ?Drive|My Drive",
    "iCloud": r"iCloud ?Drive",
    "Nextcloud": r"Nextcloud|ownCloud",
    "Box": r"Box|Box Sync",
}
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
# What lies under APPDATA roams to other PCs with the Windows profile; the program's own folder is under LOCALAPPDATA.
_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "APPDATA": "roaming profile",
}
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system: its device, where it is mounted, and its kind."""

    device: str
    point: str
    kind: str


def check(folder: Path, *, removable_allowed: bool) -> None:
    """Do nothing, or refuse a folder (which need not exist yet) in which a vault would not be safe.

    Raises:
        AppError: "vault.place-network" with its `kind`; "vault.place-removable"; "vault.place-synchronised" with the
            `service`.
    """
    service = synchronised(folder.absolute(), os.environ) or synchronised(folder.resolve(), os.environ)
    if service:
        raise AppError("vault.place-synchronised", service=service)
    kind, removable = _windows(folder.resolve()) if sys.platform == "win32" else _linux(folder.resolve())
    if kind:
        raise AppError("vault.place-network", kind=kind)
    if removable and not removable_allowed:
        raise AppError("vault.place-removable")


def synchronised(folder: Path, environment: Mapping[str, str]) -> str:
    """The service that copies this folder elsewhere, or nothing."""
    for name, service in _VARIABLES.items():
        root = environment.get(name)
        if root and _same(folder, *folder.parents, root=Path(root)):
            return service
    for each in (folder, *folder.parents):
        for service, name in _NAMES.items():
            if re.fullmatch(name, each.name, re.IGNORECASE):
                return service
        for marker, service in _MARKERS.items():
            if (each / marker).exists():
                return service
    return ""


def mount_of(path: Path, mounts: str) -> Mount | None:
    """The file system that a path lies on, by the lines of `/proc/self/mounts`; the last mounted wins."""
    found = None
    for line in mounts.splitlines():
        device, point, kind = (_unescape(part) for part in line.split(" ")[:3])
        if path.is_relative_to(point) and (found is None or len(point) >= len(found.point)):
            found = Mount(device, point, kind)
    return found


def is_network(kind: str) -> bool:
    """Whether a kind of file system is kept by another computer (or by the host of a virtual machine)."""
    return kind in _NETWORK


def is_removable(device: Path) -> bool:
    """Whether a block device (its folder below `/sys/dev/block`) can be pulled out: a card, a stick, a disk on USB.

    An encrypted stick is a mapped device on top of the stick: what lies below it decides.
    """
    real = device.resolve()
    if any(re.fullmatch(r"usb\d+", part) for part in real.parts):
        return True
    for flag in (real / "removable", real.parent / "removable"):
        if flag.is_file() and flag.read_text().strip() == "1":
            return True
    return any(is_removable(below) for below in sorted(real.glob("slaves/*")))


def _same(*folders: Path, root: Path) -> bool:
    # Windows does not tell capitals apart; neither do we, as refusing once too often does no harm.
    wanted = str(root).casefold()
    return any(str(folder).casefold() == wanted for folder in folders)


def _unescape(part: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), part)


def _linux(folder: Path) -> tuple[str, bool]:
    mount = mount_of(folder, Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace"))
    if mount is None:
        return "", False
    if is_network(mount.kind):
        return mount.kind, False
    try:
        number = Path(mount.device).stat().st_rdev
    except OSError:
        return "", False  # tmpfs and its like have no device
    return "", is_removable(Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}"))


def _windows(folder: Path) -> tuple[str, bool]:
    if sys.platform != "win32":
        return "", False
    import ctypes

    if folder.drive.startswith("\\\\"):
        return "UNC", False
    drive = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
    return ("mapped drive" if drive == _DRIVE_REMOTE else ""), drive == _DRIVE_REMOVABLE
