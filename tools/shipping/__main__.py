"""`python -m tools.shipping VERB`, in `.venv`: what `dev.py` cannot do with the standard library alone."""

import argparse
import shlex
import sys
import tempfile
from pathlib import Path

from coachdesk import __version__
from tools import ROOT
from tools.environments import PreparationFailedError
from tools.shipping import LOCK, TARGETS, audit, components, folder, lock, msi, papers, release, runtime, signing
from tools.shipping.notices import TextMissingError
from tools.shipping.release_notes import NotesError

_CACHE = ROOT / "build" / "runtime"


def main() -> int:
    """0 when all is well, 1 when something may not go out, 3 when something is missing here."""
    asked = _parser().parse_args()
    verbs = {"audit": _audit, "parts": _parts, "windows": _windows, "papers": _papers, "msi": _msi, "release": _release}
    try:
        return verbs[asked.verb](asked)
    except (papers.PapersError, TextMissingError, NotesError) as problem:
        print(problem, file=sys.stderr)
        return 1
    except PreparationFailedError as problem:
        print(problem, file=sys.stderr)
        return 3


def _parser() -> argparse.ArgumentParser:
    door = argparse.ArgumentParser(prog="tools.shipping")
    verbs = door.add_subparsers(dest="verb", required=True)
    asking = verbs.add_parser("audit", help="known weaknesses of the packages that are shipped")
    asking.add_argument("--whole", action="store_true", help="3 where a package could not be asked about")
    verbs.add_parser("parts", help="whether every package and licence has been looked at")
    making = verbs.add_parser("windows", help="assemble the folder for Windows")
    making.add_argument("folder", type=Path)
    making.add_argument("--runtime", type=Path)
    writing = verbs.add_parser("papers", help="give every file to a part; write the notices and the bill of materials")
    writing.add_argument("folder", type=Path)
    writing.add_argument("target", choices=TARGETS)
    packing = verbs.add_parser("msi", help="make the installer of the folder for Windows, beside it")
    packing.add_argument("folder", type=Path)
    sending = verbs.add_parser("release", help="sign, pack and sum up what goes out")
    sending.add_argument("windows", type=Path)
    sending.add_argument("linux", type=Path)
    sending.add_argument("into", type=Path)
    sending.add_argument("--key", type=Path)
    sending.add_argument("--key-passphrase", type=Path)
    sending.add_argument("--sign-with", default="")
    return door


def _audit(asked: argparse.Namespace) -> int:
    found = audit.audit()
    print("\n".join(found.sentences()))
    if found.weak:
        return 1
    return 0 if found.is_whole or not asked.whole else 3


def _parts(_asked: argparse.Namespace) -> int:
    table = components.load(components.TABLE.read_text("utf-8"))
    wrong = list(components.problems(table, lock.pinned(LOCK.read_text("utf-8"))))
    print("\n".join(wrong) or f"{len(table.packages)} packages and {len(table.parts)} parts, all known and allowed.")
    return 1 if wrong else 0


def _windows(asked: argparse.Namespace) -> int:
    folder.assemble(asked.folder, asked.runtime or runtime.fetched(_CACHE))
    return 0


def _papers(asked: argparse.Namespace) -> int:
    counts = papers.write(asked.folder, asked.target)
    print(f"{sum(counts.values())} files, each of one of {len(counts)} parts.")
    return 0


def _msi(asked: argparse.Namespace) -> int:
    made = asked.folder.with_name(msi.name(__version__))
    msi.make(asked.folder, __version__, made)
    print(f"{made.name}: {made.stat().st_size / 2**20:.0f} MB")
    return 0


def _release(asked: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="coachdesk-release-") as room:  # a test key does not outlive it
        who = signing.signer(asked.key, asked.key_passphrase, shlex.split(asked.sign_with), Path(room))
        release.make(asked.windows, asked.linux, asked.into, who)
    return 0


if __name__ == "__main__":
    sys.exit(main())
