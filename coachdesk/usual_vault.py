"""Where a coach's vault lies unless they name another: in their own local data, or where the organisation says."""

import getpass
import sys
from contextlib import suppress
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.paths import data_folder, expanded, is_ruled


def usual_vault(name: str) -> Path:
    """The file of the usual vault; its folder is made if it is missing, and for this user only.

    A vault, or what is left of one, in the coach's own local data stays the usual one whatever a policy says later. A
    policy with a mistake leaves it there too: the first window says what is wrong, and nothing is opened.

    Args:
        name: of its files, without an ending.
    """
    own = data_folder() / f"{name}.cdvault"
    if not is_ruled() or any(each.exists() for each in (own, own.with_suffix(".cdheader"), own.parent / "backups")):
        return own
    folder = _folder_of_organisation()
    if folder is None:
        return own
    with suppress(OSError):  # a folder that cannot be made is said when the coach makes the vault
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder / own.name


def vault_folder(named: str, user: str) -> Path:
    """The folder of one coach in what a policy's `vault_folder` names.

    Args:
        named: the setting, not empty.
        user: the name that the coach signs in with.
    """
    folder = Path(expanded(named))
    return folder if "%" in named else folder / Path(user).name


def _folder_of_organisation() -> Path | None:
    from coachdesk.policy_file import read_policy

    try:
        named = read_policy().vault_folder
    except AppError:
        return None
    return vault_folder(named, getpass.getuser()) if named else None
