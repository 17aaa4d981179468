"""On SIGUSR1 the program stumbles over a marker in every way there is: a log line, a warning, Qt's own words, an error."""

import logging
import os
import signal
import sys
import warnings
from pathlib import Path


def stumble(_number: int, _frame: object) -> None:
    """Say the word everywhere, and fail with it."""
    from PySide6.QtCore import qWarning

    word = Path(os.environ["HUNT_WORD_IN"]).read_text("utf-8")
    logging.getLogger("sqlalchemy.engine").error("INSERT %s", word)
    warnings.warn(word, stacklevel=1)
    qWarning(word)
    raise ValueError(word)


if "HUNT_WORD_IN" in os.environ and "ui" in sys.orig_argv:
    signal.signal(signal.SIGUSR1, stumble)
