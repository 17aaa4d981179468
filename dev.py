#!/usr/bin/env python3
"""One door for developers: `python3 dev.py VERB`. Standard library only; Linux and Windows; CPython 3.11 to 3.13."""

import argparse
import os
import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(f"CoachDesk needs CPython 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")

from tools import ROOT, bundle, launch, release, suite, texts
from tools.environments import PreparationFailedError


def parser() -> argparse.ArgumentParser:
    """The verbs and what they take."""
    door = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = door.add_subparsers(dest="verb", required=True, metavar="VERB")
    start = verbs.add_parser("run", help="start the program")
    start.add_argument("--demo", action="store_true", help="with an invented caseload in a temporary vault")
    start.add_argument("--offscreen", action="store_true", help="without a display: walk the main job, leave pictures")
    start.add_argument("--screenshot", metavar="DIR", help="where the pictures of --offscreen go")
    verbs.add_parser("test", help="everything that .ci/run does")
    verbs.add_parser("check", help="format, lint, types, import contracts, house rules")
    verbs.add_parser(
        "faults", help="kills, power cuts, full disks and the like, the full number of times, with a table"
    )
    speed = verbs.add_parser("bench", help="print speed as ratios, measured in one run")
    speed.add_argument("--large", action="store_true", help="also with 100,000 people: half an hour more, 3 GB of disk")
    pictures = verbs.add_parser("screens", help="a picture of every screen in every theme")
    pictures.add_argument("--out", metavar="DIR", default=str(ROOT / "out" / "screens"), help="where they go")
    verbs.add_parser("texts", help="bring the catalogues of translations up to date with the program's texts")
    making = verbs.add_parser("bundle", help="make the program for machines without Python, and let it check itself")
    making.add_argument("--target", choices=("linux", "windows"), default=bundle.NATIVE, help="for which system")
    making.add_argument("--runtime", metavar="FILE", help="CPython's embeddable archive, for --target windows on Linux")
    making.add_argument("--installer", action="store_true", help="for --target windows on Linux: the MSI too")
    sending = verbs.add_parser("release", help="make, sign, pack and try all that goes out, on Linux")
    sending.add_argument("--key", metavar="FILE", help="PKCS #12, or PEM with key and certificates; else a test key")
    sending.add_argument("--key-passphrase", metavar="FILE", help="the passphrase of the key")
    sending.add_argument(
        "--sign-with", metavar="OPTIONS", default="", help="more for osslsigncode: a token, a time stamp"
    )
    sending.add_argument("--runtime", metavar="FILE", help="CPython's embeddable archive for Windows")
    sending.add_argument(
        "--dirty", action="store_true", help="also from a checkout with changes that are not committed"
    )
    verbs.add_parser("audit", help="ask for known weaknesses of every package that is shipped: needs a network")
    return door


def main() -> int:
    """Do what the verb says: 0 when all is well, 1 when something failed, 3 when it was refused with a sentence."""
    asked = parser().parse_args()
    os.chdir(ROOT)
    verbs = {
        "run": lambda: launch.program(demo=asked.demo, offscreen=asked.offscreen, pictures=asked.screenshot),
        "test": suite.test,
        "check": suite.check,
        "faults": suite.faults,
        "bench": lambda: launch.bench(large=asked.large),
        "screens": lambda: launch.screens(asked.out),
        "texts": texts.texts,
        "bundle": lambda: bundle.make(asked.target, asked.runtime, installer=asked.installer),
        "release": lambda: release.release(
            release.Wanted(asked.runtime, asked.key, asked.key_passphrase, asked.sign_with, asked.dirty)
        ),
        "audit": bundle.audit,
    }
    try:
        return verbs[asked.verb]()
    except PreparationFailedError as problem:
        print(problem, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
