"""No image of this process is written when it dies, and no other program of the same user reads its memory."""

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
_WER_NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP: Windows leaves the heap out of its own reports."""


def forbid_dumps() -> None:
    """Before the first secret is in memory. An administrator still can read it, and whoever may trace processes.

    On Windows by its documentation, never tried there.
    """
    import ctypes

    if sys.platform == "win32":
        with suppress(OSError, AttributeError):
            ctypes.windll.kernel32.WerSetFlags(_WER_NO_HEAP)
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # a collector of dumps that the kernel pipes to does not ask for that limit
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
