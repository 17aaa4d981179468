"""What Qt for Python would compile at every start: its own modules in Python, which lie as source inside of a library.

It looks first whether they lie as files in `shiboken6/files.dir`, where Python finds what was compiled ahead. That saves
a tenth of the start (`tests/bench/starting.py`).
"""

import sys
from pathlib import Path
from zipfile import ZipFile

import PySide6.QtCore  # noqa: F401 - it loads the modules, and says where from

PLACE = "shiboken6/files.dir"
"""Below the folder of the packages; Qt for Python fixes it."""


def unpack(folder: Path) -> None:
    """Write the sources of the version that is installed here into a folder, which becomes `PLACE` of a bundle."""
    inside: ZipFile = vars(sys.modules["shibokensupport"].__loader__)["zfile"]
    sources = [name for name in inside.namelist() if name.startswith("shibokensupport/") and name.endswith(".py")]
    assert sources, "Qt for Python keeps its modules elsewhere now."
    inside.extractall(folder, sources)
