"""Rights of the two kinds of folders that an administrator makes for everybody on a computer.

On Windows by a list of rights that replaces what would be inherited; tried under Wine only, which keeps no owners.
"""

import sys
from pathlib import Path
from typing import Final

# Administrators and the system may do everything; then all users read and list (0x1200a9), below too.
_READ: Final = "O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)"
# All users may list here and make folders (0x1200ad); whoever makes one has it alone.
_OWN_FOLDERS: Final = "O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;;0x1200ad;;;BU)(A;OICIIO;FA;;;CO)"

_OWNER_AND_LIST, _NOT_INHERITED, _REVISION = 0x1 | 0x4, 0x80000000, 1


def everybody_reads(folder: Path) -> None:
    """Administrators write in the folder, everybody reads. Raises OSError."""
    _set(folder, 0o755, _READ)


def each_makes_their_own(folder: Path) -> None:
    """Everybody may make a folder in it, and nobody but its maker and administrators opens that one. Raises OSError."""
    _set(folder, 0o1777, _OWN_FOLDERS)


def _set(folder: Path, mode: int, rights: str) -> None:
    if sys.platform != "win32":
        folder.chmod(mode)
        return
    import ctypes

    security, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
    described = ctypes.c_void_p()
    read = security.ConvertStringSecurityDescriptorToSecurityDescriptorW
    if not read(rights, _REVISION, ctypes.byref(described), None):
        raise OSError("Windows does not read the list of rights.")
    try:
        what = ctypes.c_uint32(_OWNER_AND_LIST | _NOT_INHERITED)
        if not security.SetFileSecurityW(str(folder), what, described):
            raise PermissionError(str(folder))
    finally:
        kernel.LocalFree(described)
