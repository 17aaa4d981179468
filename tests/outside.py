"""Where a program is that other people wrote and that judges our papers."""

import os
import shutil
import sys

from tests.conftest import ROOT

IN_ITS_ENVIRONMENT = "Scripts/outloud.exe" if sys.platform == "win32" else "bin/outloud"


def outloud() -> str:
    """The checker in its own environment; `dev.py test` makes it."""
    program = os.environ.get("COACHDESK_OUTLOUD", str(ROOT / ".venv-outloud" / IN_ITS_ENVIRONMENT))
    assert shutil.which(program), "The PDF checker is missing: python3 dev.py test makes .venv-outloud."
    return program
