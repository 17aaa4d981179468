"""Where things lie: the program's own read-only resources, and the coach's local data."""

import sys
from pathlib import Path


def resources(*parts: str) -> Path:
    """A path below `resources/`, from the source tree or from an installed bundle."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root.joinpath("resources", *parts)


def data_folder() -> Path:
    """The local, never roaming, folder for vaults; made if it is missing."""
    import platformdirs

    return Path(platformdirs.user_data_dir("CoachDesk", appauthor=False, roaming=False, ensure_exists=True))


def machine_folder() -> Path:
    """The machine's configuration folder: policy, site content, safety plan; written by administrators only."""
    import platformdirs

    return Path(platformdirs.site_config_dir("CoachDesk", appauthor=False))
