"""The command line (docs/command-line.md): 0 fine, 1 done with findings to read, 2 wrong use, 3 refused or failed."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from coachdesk.errors import AppError

FINE, FINDINGS, WRONG_USE, REFUSED = 0, 1, 2, 3

Verb = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; the exit code. Wrong use leaves with 2 through argparse."""
    asked = _parser().parse_args(arguments)
    verb: Verb = asked.verb
    try:
        return verb(asked)
    except AppError as error:
        return _refuse(error.code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="coachdesk", description="CoachDesk without its window.", allow_abbrev=False)
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    demo = verbs.add_parser("demo", help="make a vault with an invented caseload, for training and pictures")
    demo.add_argument("--vault", metavar="FILE", type=Path, required=True, help="where; no vault may be there yet")
    demo.set_defaults(verb=_demo)
    return parser


def _demo(asked: argparse.Namespace) -> int:
    from coachdesk.application import Setting
    from coachdesk.clock import today
    from coachdesk.demo import PASSPHRASE, make_demo
    from coachdesk.policy import Policy

    place: Path = asked.vault.absolute()
    setting = Setting(folder=place.parent, keychain=None, policy=Policy(), name=place.stem)
    make_demo(setting, today()).close()
    print(f"The practice vault {setting.files.vault} is ready. Everybody in it is invented.")
    print(f"Its passphrase is: {PASSPHRASE}")
    return FINE


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED
