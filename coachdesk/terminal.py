"""Asking for a passphrase: on the terminal, or from standard input; never as an argument, never from the environment."""

import getpass
import sys
import warnings

from coachdesk.errors import AppError
from coachdesk.i18n import _


def passphrase(*, from_stdin: bool, new: bool = False, question: str = "") -> str:
    """What somebody typed unseen, twice where it is a `new` one; or the next line of standard input.

    Args:
        from_stdin: do not ask.
        new: ask twice.
        question: says whose passphrase is meant, where there are several.

    Raises:
        AppError: "terminal.none" where nobody can be asked, "terminal.not-the-same".
    """
    if from_stdin:
        line = sys.stdin.buffer.readline()
        # Whatever is no UTF-8 is kept as it came: an error would show the passphrase.
        return line.decode("utf-8", "surrogateescape").removeprefix("\ufeff").rstrip("\r\n")
    typed = _asked(question or _("Passphrase: "))
    if new and _asked(_("The passphrase again: ")) != typed:
        raise AppError("terminal.not-the-same")
    return typed


def _asked(question: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
        try:
            return getpass.getpass(question)
        except (getpass.GetPassWarning, EOFError):
            raise AppError("terminal.none") from None
