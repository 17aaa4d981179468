"""`release`: everything that goes out, made, signed, packed, summed and tried, in `dist/release-VERSION`."""

from dataclasses import dataclass
from pathlib import Path

from coachdesk import __version__
from tools import bundle, checkout, environments, system
from tools.environments import PreparationFailedError
from tools.process import run


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a release is made with.

    Attributes:
        runtime: an archive with CPython for Windows; None for the default.
        key: a file with the key that signs; None for one that `sign_with` names, or a test key.
        passphrase: a file with its passphrase.
        sign_with: more for osslsigncode, as one line.
        dirty: whether the checkout may hold what is not committed.
    """

    runtime: str | None = None
    key: str | None = None
    passphrase: str | None = None
    sign_with: str = ""
    dirty: bool = False


def release(wanted: Wanted) -> int:
    """Make it, then try what can be tried here; the exit code of whatever failed first.

    Raises:
        PreparationFailedError: the checkout is not what its commit says, or something is missing on this machine.
    """
    if not wanted.dirty and (found := checkout.changes() or ("" if checkout.is_one() else "no git checkout")):
        raise PreparationFailedError(
            f"A release is made from what is committed. There is more here (--dirty makes it all the same):\n{found}"
        )
    system.need(system.FOR_WINDOWS)
    environments.need_3_13()
    windows, linux = bundle.DIST / "windows" / "CoachDesk", bundle.DIST / "CoachDesk"
    into = bundle.DIST / f"release-{__version__}"
    return (
        bundle.shipping("audit")
        or bundle.make("linux")
        or bundle.assemble(windows, wanted.runtime)
        or bundle.shipping("release", str(windows), str(linux), str(into), *_signing(wanted), minutes=60)
        or _try()
    )


def _signing(wanted: Wanted) -> list[str]:
    given = {"--key": wanted.key, "--key-passphrase": wanted.passphrase}
    words = [f"{name}={Path(path).resolve()}" for name, path in given.items() if path]
    return [*words, *([f"--sign-with={wanted.sign_with}"] if wanted.sign_with else [])]


def _try() -> int:
    """The package in a bare Debian, the folder and the installer under Wine: what this machine has the tools for."""
    system.wish(system.LIKE_WINDOWS)
    system.wish(system.LIKE_DEBIAN)
    python, said_why = str(environments.main()), "-rs"  # of what was left out
    command = [python, "-m", "pytest", "-q", said_why, "tests/release"]
    return run(command, minutes=60, env={"COACHDESK_RELEASE": "full"})
