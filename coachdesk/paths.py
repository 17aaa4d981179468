"""Where things lie: the program's own read-only resources, and the coach's local data."""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

MACHINE: Path | None = None if sys.platform == "win32" else Path("/etc/coachdesk")
"""The machine's configuration folder; None on Windows, which is asked."""

POLICY = "policy.toml"
"""The name of the file with what an organisation fixes."""

PROFILE = "site-profile.toml"
"""The name of the file that sets up a site."""


def resources(*parts: str) -> Path:
    """A path below `resources/`, from the source tree or from an installed bundle."""
    return _shipped().joinpath("resources", *parts)


def documentation(*parts: str) -> Path:
    """A path below `docs/`, of which a bundle holds the guides and their pictures."""
    return _shipped().joinpath("docs", *parts)


def data_folder() -> Path:
    """The local, never roaming, folder for vaults; made if it is missing, and for this user only.

    Several coaches may share a computer: nobody lists what is another's (on Windows the profile sees to that). Where it
    cannot be made, as for a service without a home, whoever writes there says so; what only reads goes on.
    """
    folder = _own_data()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder


def machine_folder() -> Path:
    """The machine's configuration folder: policy, site content, safety plan; written by administrators only.

    No variable of whoever runs the program moves it. A test of this machine sets `MACHINE` in its own process; where a
    function takes a folder, it passes one.
    """
    return MACHINE if MACHINE is not None else _of_all_users() / "CoachDesk"


def program_folder() -> Path:
    """The folder of the program itself: beside the two programs of a bundle, or the root of the source tree."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def _shipped() -> Path:
    return Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))


def expanded(named: str) -> str:
    """A folder that an organisation named, with the machine's variables in it: %NAME% on every system."""
    text = os.path.expandvars(named)
    return re.sub(r"%(\w+)%", lambda found: os.environ.get(found[1], found[0]), text)


def is_ruled() -> bool:
    """Whether anything lies on this machine that rules it, good or bad; most have nothing, and need not read more.

    A folder that nobody may look into counts as one that has something.
    """
    files = (machine_folder() / POLICY, program_folder() / POLICY, machine_folder() / PROFILE, data_folder() / PROFILE)
    try:
        return any(map(lies, files))
    except OSError:
        return True


def lies(path: Path) -> bool:
    """Whether anything is there, also a link that leads nowhere. Raises OSError where that cannot be seen."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _of_all_users() -> Path:
    """`%PROGRAMDATA%` as Windows itself knows it, never as the variable says (untested on a real one)."""
    if sys.platform != "win32":
        raise OSError("Only Windows has such a folder.")
    import ctypes

    named = ctypes.create_unicode_buffer(260)
    common_data, of_now = 0x23, 0
    if ctypes.windll.shell32.SHGetFolderPathW(None, common_data, None, of_now, named) != 0:
        raise OSError("Windows does not say where the data of all users lie.")
    return Path(named.value)


def log_folder() -> Path:
    """Where the program notes what it did; made by whoever writes there."""
    return _own_data() / "logs"


def report_folder() -> Path:
    """Where reports of crashes lie; made by whoever writes there."""
    return _own_data() / "reports"


def _own_data() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("CoachDesk", appauthor=False, roaming=False))
