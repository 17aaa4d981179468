"""What goes out: the parts of a bundle and their licences, what is left out, and the Windows folder made on Linux.

It runs in `.venv`, as `python -m tools.shipping`; `dev.py bundle` and `dev.py audit` call it.
"""

import os
from datetime import UTC, datetime

from tools import ROOT
from tools.process import output

PACKAGING = ROOT / "packaging"
LOCK = ROOT / "requirements.lock"
TARGETS = ("linux", "windows")


def moment() -> datetime:
    """The time of a bundle and all its files: that of the last change to the program, or what SOURCE_DATE_EPOCH says."""
    told = os.environ.get("SOURCE_DATE_EPOCH") or output(["git", "log", "-1", "--format=%ct"]) or "315532800"
    return datetime.fromtimestamp(int(told), UTC)
